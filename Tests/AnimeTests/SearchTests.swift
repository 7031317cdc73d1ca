import Anime
import Testing

struct FoldingTests {
  func fold(_ text: String) -> String {
    String(decoding: Folding.fold(text), as: UTF8.self)
  }

  @Test(arguments: [
    ["進撃の巨人", "進擊の巨人", "进击の巨人", "進撃ノ巨人"],
    ["国", "國"], ["駅", "驛", "驿"], ["竜", "龍", "龙"], ["団", "團", "团"], ["図", "圖", "图"], ["戦", "戰", "战"],
    ["転", "轉", "转"], ["桜", "櫻", "樱"], ["剣", "劍", "剑"], ["気", "氣", "气"], ["発", "發", "发", "髪"],
    ["広", "廣", "广"], ["楽", "樂", "乐"], ["鉄", "鐵", "铁"], ["艶", "艷", "艳"], ["覚", "覺", "觉"], ["帰", "歸", "归"],
    ["シンゲキ", "しんげき", "ｼﾝｹﾞｷ", "シンケ\u{3099}キ"], ["パピプ", "ぱぴぷ", "ﾊﾟﾋﾟﾌﾟ"], ["ヴ", "ゔ", "ｳﾞ"],
    ["Frieren", "FRIEREN", "ｆｒｉｅｒｅｎ", "Ｆｒｉｅｒｅｎ", "𝐅𝐫𝐢𝐞𝐫𝐞𝐧"], ["Pokémon", "POKE\u{301}MON", "pokemon"],
    ["①", "１", "1"], ["Ⅱ", "II", "ii"], ["㍿", "株式会社", "株式會社"], ["Straße", "STRASSE"],
    ["K-ON!", "kon", "Ｋ－ＯＮ！"], ["けいおん！", "けいおん", "ケイオン!!"], ["SPY×FAMILY", "spyxfamily"],
    ["Re:ゼロから", "RE：ゼロから", "re ぜろから"], ["Fate/stay night", "fate  stay　night", "Ｆａｔｅ／ｓｔａｙ　ｎｉｇｈｔ"],
    ["Journey's End", "journey’s end", "journeys end"], ["ゼロ・ツー", "ゼロツー", "ぜろ つー"], ["佐々木", "佐佐木"], ["廻 -々伝", "廻 々伝"],
    ["第4期", "第 4 期", "第４期"], ["a\u{200B}b", "ab"], ["２−５", "2 5"],
  ])
  func `What people take for the same is the same`(_ texts: [String]) {
    for text in texts { #expect(fold(text) == fold(texts[0]), "\(text)") }
  }

  @Test(arguments: [
    ("か", "が"), ("は", "ぱ"), ("木", "本"), ("a b", "ab"), ("∀", "A"), ("大", "太"), ("未", "末"), ("1 0", "10"),
  ])
  func `What is different stays different`(_ one: String, _ other: String) {
    #expect(fold(one) != fold(other))
  }

  @Test(arguments: ["!!", "△", "…", "♡", "*"])
  func `A title of nothing but signs keeps them`(_ title: String) {
    #expect(!fold(title).isEmpty)
  }

  @Test(arguments: ["", " ", "\n\t"])
  func `Nothing folds to nothing`(_ title: String) {
    #expect(fold(title).isEmpty)
  }

  @Test func `Every scalar folds to something that stays as it is`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = fold(String(Character(scalar)))
      if fold(once) != once { Issue.record("U+\(String(value, radix: 16)): \(once), then \(fold(once))") }
    }
  }
}

struct SearchTests {
  let catalogue = Catalogue(
    shows: Samples.all + [
      Samples.show("junior", ja: "進撃!巨人中学校", begin: "2015-10-03T00:00:00Z"),
      Samples.show("final", ja: "進撃の巨人 The Final Season", begin: "2020-12-06T00:00:00Z"),
      Samples.show("film", ja: "劇場版 進撃の巨人", begin: "2024-11-08T00:00:00Z"),
      Samples.show("keion", ja: "けいおん!", en: ["K-ON!"], begin: "2009-04-02T00:00:00Z"),
    ], sites: [])

  func titles(_ text: String, limit: Int? = nil) -> [String] {
    catalogue.search(text, limit: limit).map { catalogue.summary(at: $0).nativeTitle }
  }

  @Test(arguments: ["進撃の巨人", "進擊の巨人", "進撃ノ巨人", " 進撃の巨人 "])
  func `Exact comes first, then prefix, then inside`(_ query: String) {
    #expect(titles(query) == ["進撃の巨人", "進撃の巨人 The Final Season", "劇場版 進撃の巨人"])
  }

  @Test func `Within a rank the newest comes first`() {
    #expect(titles("巨人") == ["劇場版 進撃の巨人", "進撃の巨人 The Final Season", "進撃!巨人中学校", "進撃の巨人"])
  }

  @Test(arguments: ["进击的巨人", "進擊的巨人", "attack on titan", "ＡＴＴＡＣＫ ＯＮ ＴＩＴＡＮ", "titan attack", "進撃 titan", "ack tit"])
  func `A show is found in every script, all words together`(_ query: String) {
    #expect(titles(query) == ["進撃の巨人"])
  }

  @Test(arguments: ["kon", "k-on", "K on", "K-ON!", "ケイオン", "ｹｲｵﾝ"])
  func `Punctuation does not matter`(_ query: String) {
    #expect(titles(query).first == "けいおん!")
  }

  @Test func `A sign between words is no word`() {
    #expect(titles("進撃 & Titan!") == ["進撃の巨人"])
    #expect(titles("!!") == [])
  }

  @Test func `One character is enough`() {
    #expect(titles("葬") == ["葬送のフリーレン"])
    #expect(titles("k").first == "けいおん!")
  }

  @Test func `Nothing typed finds everything, newest first`() {
    #expect(titles("").first == "転生したらスライムだった件 第4期")
    #expect(titles("  ").count == catalogue.count)
  }

  @Test(arguments: ["ざんねん", "titan frieren"])
  func `What no show has finds no show`(_ query: String) {
    #expect(titles(query) == [])
  }

  @Test func `A line feed is a space`() {
    #expect(titles("進撃\n巨人") == titles("進撃 巨人"))
  }

  @Test func `A limit keeps the best`() {
    #expect(titles("巨人", limit: 1) == ["劇場版 進撃の巨人"])
    #expect(titles("巨人", limit: 0) == [])
    #expect(titles("", limit: 2).count == 2)
  }

  @Test(arguments: 0..<100)
  func `A search finds what comparing every title finds`(_ seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    func word(_ length: ClosedRange<Int>) -> String {
      (0..<Int.random(in: length, using: &generator)).map { _ in
        ["a", "b", "の", "進"].randomElement(using: &generator) ?? ""
      }
      .joined()
    }
    let shows = (0..<40).map { index in
      Samples.show("\(index)", ja: word(1...9), hans: [word(1...9)], begin: "2020-01-01T00:00:00Z")
    }
    let catalogue = Catalogue(shows: shows, sites: [])
    let words = (0...seed % 3).map { _ in word(1...3) }
    let expected = shows.filter { show in
      words.allSatisfy { word in show.titles.all.contains { $0.contains(word) } }
    }
    let found = catalogue.search(words.joined(separator: " ")).map(catalogue.id(at:))
    #expect(Set(found.prefix(expected.count)) == Set(expected.map(\.id)), "what is spelled so comes behind")
    #expect(Set(found).count == found.count)
  }
}
