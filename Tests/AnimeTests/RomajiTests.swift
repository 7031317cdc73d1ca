import Anime
import TestSupport
import Testing

@Suite struct `A search in Latin letters` {
  /// The titles, of shows of their own, that `query` finds.
  func found(_ query: String, in titles: [String]) -> [String] {
    let shows = titles.map { Samples.show($0, ja: $0, begin: "2020-01-01T00:00:00Z") }
    let catalogue = Catalogue(shows: shows, sites: [])
    return catalogue.search(query).map { catalogue.summary(at: $0).nativeTitle }
  }

  @Test(arguments: [
    ("dandadan", "ダンダダン"), ("frieren", "葬送のフリーレン"), ("furiiren", "フリーレン"), ("furīren", "フリーレン"), ("huriren", "フリーレン"),
    ("yofukashi no uta", "よふかしのうた"), ("yohukasi", "よふかしのうた"), ("YOFUKASHINOUTA", "よふかしのうた"),
    ("bocchi za rokku", "ぼっち・ざ・ろっく！"), ("botchi", "ぼっち・ざ・ろっく！"), ("bochi za roku", "ぼっち・ざ・ろっく！"),
    ("toukyou", "とうきょうミュウミュウ"), ("tokyo myu myu", "とうきょうミュウミュウ"), ("tōkyō", "とうきょうミュウミュウ"),
    ("shinchan", "クレヨンしんちゃん"), ("sintyan", "クレヨンしんちゃん"), ("kureyon", "クレヨンしんちゃん"), ("jujutsu", "じゅじゅつ"),
    ("zyuzyutu", "じゅじゅつ"),
    ("tsubasa", "ツバサ"), ("tubasa", "ツバサ"), ("sampo", "さんぽ"), ("sanpo", "さんぽ"), ("shinnen", "しんねん"), ("onna", "おんなのこ"),
    ("kon'ya", "こんや"), ("watashi wa", "わたしはスター"), ("sekai e", "せかいへ"), ("te o tsunagou", "てをつなごう"), ("wotaku", "ヲタク"),
    ("feari", "フェアリーテイル"), ("vaioretto", "ヴァイオレット・エヴァーガーデン"), ("jetto", "ジェット"),
    ("paati", "パーティー"), ("wizado", "ウィザード"), ("doragon", "ドラゴンボール"), ("dragon", "ドラゴンボール"),
    ("toradora", "とらドラ！"), ("rezero", "Re:ゼロから始める異世界生活"), ("re zero kara", "Re:ゼロから始める異世界生活"), ("tchi", "まっち"),
    ("nee", "ねぇ、きいて"), ("oneesan", "おねえさん"), ("kuizu", "クイズ"), ("spy mission", "SPY MISSIONのひみつ"),
    ("himitsu spy", "SPY MISSIONのひみつ"),
  ])
  func `Finds titles that are written in kana`(_ query: String, _ title: String) {
    #expect(found(query, in: [title, "夜桜四重奏", "なにか"]) == [title])
  }

  @Test(arguments: ["sousou no frieren", "shingeki", "ka", "n", "dandan x", "ダンダn"])
  func `Reads no kanji, guesses from no two letters, and leaves out no word`(_ query: String) {
    #expect(found(query, in: ["葬送のフリーレン", "進撃の巨人", "ダンダダン", "かん"]) == [])
  }

  @Test func `Ranks what is spelled so behind what is written so`() {
    let titles = ["かのじょ", "kanojoのひみつ", "それはかのじょ", "KANOJO", "かのじょたち"]
    #expect(Array(found("kanojo", in: titles).prefix(2)) == ["KANOJO", "kanojoのひみつ"])
    #expect(found("kanojo", in: titles).dropFirst(2) == ["かのじょ", "かのじょたち", "それはかのじょ"])
  }
}

@Suite(.enabled(if: TestData.hasCatalogue, Comment(rawValue: TestData.absence)))
struct `A search of the real catalogue in Latin letters` {
  @Test(arguments: [
    ("dandadan", "ダンダダン"), ("yofukashi no uta", "よふかしのうた"), ("bocchi za rokku", "ぼっち・ざ・ろっく！"), ("toradora", "とらドラ！"),
    ("kureyon shinchan", "クレヨンしんちゃん"), ("keion", "けいおん！"), ("yuru yuri", "ゆるゆり"),
  ])
  func `Finds well-known shows`(_ query: String, _ title: String) throws {
    let catalogue = try RealCatalogue.catalogue()
    let found = catalogue.search(query, limit: 20).map { catalogue.summary(at: $0).nativeTitle }
    #expect(found.contains(title), "\(found)")
  }
}
