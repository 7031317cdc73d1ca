import Anime
import Testing

@Suite struct `Releases and shows` {
  @Test(arguments: [
    ("[G] Attack on Titan - 05 [1080p].mkv", "titan"), ("[G] 進撃の巨人 第05話.mkv", "titan"),
    ("[字幕组][进击的巨人][05][1080p]", "titan"), ("[G] Attack on Titan S2 - 05.mkv", "titan2"),
    ("[G] Attack on Titan Season 2 - 05.mkv", "titan2"), ("[G] Attack on Titan II - 05.mkv", "titan2"),
    ("[G] 進撃の巨人 2期 05話.mkv", "titan2"), ("[字幕组] 进击的巨人 第二季 - 05", "titan2"),
    ("[G] Attack on Titan S01E05.mkv", "titan"), ("[G] Heavenly Delusion - 05.mkv", "heaven"),
    ("[G] No.9 - 05.mkv", "nine"), ("[G] Yozakura!! - 05.mkv", "yozakura2"), ("[G] Yozakura! - 05.mkv", "yozakura"),
  ])
  func `Meet where title and season agree`(_ name: String, _ show: String) {
    #expect(Self.index.matches(ReleaseName(reading: name)).first?.show == Samples.id(show))
  }

  @Test(arguments: [
    ("[G] Attack on Titan - 05.mkv", "titan2"), ("[G] Attack on Titan S2 - 05.mkv", "titan"),
    ("[G] Attack on Titan S3 - 05.mkv", "titan"), ("[G] Attack on Titan S3 - 05.mkv", "titan2"),
  ])
  func `Are never likely across seasons`(_ name: String, _ show: String) {
    let matches = Self.index.matches(ReleaseName(reading: name))
    let other = matches.first { $0.show == Samples.id(show) }

    #expect(other?.confidence ?? 0 < ReleaseMatch.likely)
  }

  @Test func `Are sure where the whole title agrees`() throws {
    let best = try #require(Self.index.matches(ReleaseName(reading: "[G] Attack on Titan S2 - 05.mkv")).first)

    #expect(best.confidence >= ReleaseMatch.certain)
    #expect(best.reasons.contains(.sameSeason(2)))
  }

  @Test(arguments: [
    "[G] Yofukashi no Uta - 05.mkv", "[G] Yohukasi no Uta - 05.mkv", "[G] Yofukashi no Uta S01E05.mkv",
  ])
  func `Meet where one writes in kana what the other writes in Latin letters`(_ name: String) throws {
    let best = try #require(Self.index.matches(ReleaseName(reading: name)).first)

    #expect(best.show == Samples.id("night"))
    #expect(best.confidence >= ReleaseMatch.certain)
    #expect(best.reasons.first == .sameSpelling)
  }

  @Test func `Tell particles by how they are spoken`() throws {
    let best = try #require(Self.index.matches(ReleaseName(reading: "[G] Watashi wa Sensei - 05.mkv")).first)
    #expect(best.show == Samples.id("teacher"))
  }

  @Test(arguments: [
    ("葬送のフリーレン", "Sousou no Frieren"), ("薬屋のひとりごと", "Kusuriya no Hitorigoto"), ("化物語", "Bakemonogatari"),
    ("学校の怪談", "Gakkou no Kaidan"), ("君に届け", "Kimi ni Todoke"), ("鬼滅の刃", "Kimetsu no Yaiba"),
    ("今日から俺は！！", "Kyou kara Ore wa!!"), ("人々の国へ", "Hitobito no Kuni e"), ("学園の恋", "Gakuen no Koi"),
    ("おおきく振りかぶって", "Ookiku Furikabutte"), ("暁のドラゴン", "Akatsuki no Dragon"), ("三ヶ月の旅", "Sankagetsu no Tabi"),
    ("佐々木と宮野", "Sasaki to Miyano"), ("新聞部の夜", "Shimbunbu no Yoru"), ("恋風", "Koi Kaze"),
  ])
  func `Meet where kanji can be read as the other writes in Latin letters`(_ title: String, _ name: String) throws {
    let release = ReleaseName(reading: "[G] \(name) - 05 [1080p].mkv")
    let best = try #require(Self.index(of: title).matches(release).first)

    #expect((ReleaseMatch.likely..<ReleaseMatch.certain).contains(best.confidence))
    #expect(best.reasons == [.reading])
  }

  @Test(arguments: [
    ("葬送のフリーレン", "Sousou no Fruit"), ("葬送のフリーレン", "Frieren"), ("化物語", "Nekomonogatari"), ("鬼滅の刃", "Kimetsu no"),
    ("恋風", "Koi"), ("恋風", "Koikaze Kei"), ("学校の怪談", "Gakkou e Ikou"),
  ])
  func `Do not meet where they cannot be read so`(_ title: String, _ name: String) {
    let found = Self.index(of: title).matches(ReleaseName(reading: "[G] \(name) - 05 [1080p].mkv"))
    #expect(found.allSatisfy { $0.reasons.first != .reading })
  }

  @Test func `Tell seasons of what can be read so`() throws {
    let name = ReleaseName(reading: "[G] Sousou no Frieren S2 - 05 [1080p].mkv")
    let catalogue = Catalogue(
      shows: [
        Self.show("first", "葬送のフリーレン", "芙莉莲", "Beyond", 2023),
        Self.show("second", "葬送のフリーレン(第2期)", "芙莉莲 第二季", "Beyond 2", 2026),
      ], sites: [])
    let matches = ReleaseIndex(catalogue).matches(name)

    #expect(matches.first?.show == Samples.id("second"))
    #expect(matches.first?.confidence ?? 0 >= ReleaseMatch.certain)
    #expect(matches.dropFirst().allSatisfy { $0.confidence < ReleaseMatch.likely })
  }

  @Test(.timeLimit(.minutes(1))) func `Are read in time, however long they are`() {
    let title = String(repeating: "生行人", count: 26)
    let name = ReleaseName(reading: "[G] \(String(repeating: "sei ", count: 40)) - 05.mkv")
    #expect(Self.index(of: title).matches(name).isEmpty)
  }

  @Test func `Do not meet where another season is spelled so`() throws {
    let best = Self.index.matches(ReleaseName(reading: "[G] Yofukashi no Uta S2 - 05.mkv")).first
    #expect(best?.confidence ?? 0 < ReleaseMatch.likely)
  }

  @Test func `Are never sure where the title is only alike`() throws {
    let best = try #require(Self.index.matches(ReleaseName(reading: "[G] Heavenly Delusions - 05.mkv")).first)

    #expect(best.show == Samples.id("heaven"))
    #expect((ReleaseMatch.likely..<ReleaseMatch.certain).contains(best.confidence))
  }

  @Test func `Tell remakes by the year`() {
    func best(_ name: String) -> ShowID? { Self.index.matches(ReleaseName(reading: name)).first?.show }

    #expect(best("[G] Alchemist (2003) - 05.mkv") == Samples.id("alchemist"))
    #expect(best("[G] Alchemist (2009) - 05.mkv") == Samples.id("alchemist2009"))
  }

  @Test func `Are not sure where two shows fit`() throws {
    let best = try #require(Self.index.matches(ReleaseName(reading: "[G] Alchemist - 05.mkv")).first)

    #expect(best.confidence < ReleaseMatch.certain)
    #expect(best.reasons.contains(.ambiguous))
  }

  @Test func `Tell the film from the series`() {
    let best = Self.index.matches(ReleaseName(reading: "[G] 劇場版 天国大魔境 [1080p].mkv")).first

    #expect(best?.show == Samples.id("heavenFilm"))
  }

  @Test(arguments: ["[G] Shirobako - 05.mkv", "", "[1080p]"]) func `Do not meet where no title is like a name`(
    _ name: String
  ) {
    #expect(Self.index.matches(ReleaseName(reading: name)).isEmpty)
  }

  @Test func `Meet among the shows that are asked for alone`() {
    let followed = ReleaseIndex(Self.catalogue, positions: Self.catalogue.positions(.local(Samples.id("heaven"))))

    #expect(followed.matches(ReleaseName(reading: "[G] Attack on Titan - 05.mkv")).isEmpty)
    #expect(
      followed.matches(ReleaseName(reading: "[G] Heavenly Delusion - 05.mkv")).first?.show == Samples.id("heaven"))
  }

  /// A catalogue of one show with this title.
  private static func index(of title: String) -> ReleaseIndex {
    ReleaseIndex(Catalogue(shows: [show("only", title, "只此一部", "Nothing Like It", 2023)], sites: []))
  }

  private static let index = ReleaseIndex(catalogue)
  private static let catalogue = Catalogue(
    shows: [
      show("titan", "進撃の巨人", "进击的巨人", "Attack on Titan", 2013),
      show("titan2", "進撃の巨人 Season 2", "进击的巨人 第二季", "Attack on Titan Season 2", 2017),
      show("night", "よふかしのうた", "彻夜之歌", "Call of the Night", 2022),
      show("teacher", "わたしはせんせい", "老师的故事", "Lessons", 2021),
      show("heaven", "天国大魔境", "天国大魔境", "Heavenly Delusion", 2023),
      show("heavenFilm", "天国大魔境", "天国大魔境", "Heavenly Delusion", 2024, .movie),
      show("nine", "No.9", "九号", "No.9", 2011), show("alchemist", "錬金術師", "炼金术师", "Alchemist", 2003),
      show("alchemist2009", "錬金術師", "炼金术师", "Alchemist", 2009),
      show("yozakura", "よざくら！", "夜樱", "Yozakura!", 2020), show("yozakura2", "よざくら!!", "夜樱 第二季", "Yozakura!!", 2022),
    ], sites: [])

  private static func show(
    _ name: String, _ ja: String, _ hans: String, _ en: String, _ year: Int, _ kind: Show.Kind = .tv
  ) -> Show {
    Samples.show(name, ja: ja, hans: [hans], en: [en], kind: kind, begin: "\(year)-04-05T14:00:00Z")
  }
}

@Suite struct `Corrections of matches` {
  private let release = ReleaseName(reading: "[Group] Sono Show - 05.mkv")

  @Test func `Come before any reckoning`() throws {
    var corrections = MatchCorrections()
    corrections.remember(.init(try #require(MatchCorrections.Key(release)), show: Samples.frieren.id))

    let matches = Self.index.matches(release, corrections: corrections)

    #expect(matches == [ReleaseMatch(show: Samples.frieren.id, confidence: 100, reasons: [.corrected])])
  }

  @Test func `Can say that a release is of no show`() throws {
    let release = ReleaseName(reading: "[Group] Attack on Titan - 05.mkv")
    var corrections = MatchCorrections()
    corrections.remember(.init(try #require(MatchCorrections.Key(release)), show: nil))

    #expect(Self.index.matches(release, corrections: corrections).isEmpty)
  }

  @Test(arguments: [
    ("[Group] Sono Show - 06v2 [720p].mkv", true), ("[Other] sono_show_-_07.mkv", true),
    ("[Group] Sono Show S2 - 05.mkv", false), ("[Group] Other Show - 05.mkv", false),
  ])
  func `Are about the same title and season`(_ name: String, _ isMeant: Bool) throws {
    var corrections = MatchCorrections()
    corrections.remember(.init(try #require(MatchCorrections.Key(release)), show: Samples.frieren.id))

    #expect((corrections.correction(for: ReleaseName(reading: name)) != nil) == isMeant)
  }

  @Test func `Keep what was said last, and can be forgotten`() throws {
    let key = try #require(MatchCorrections.Key(release))
    var corrections = MatchCorrections([.init(key, show: Samples.titan.id), .init(key, show: Samples.frieren.id)])

    #expect(corrections.all == [.init(key, show: Samples.frieren.id)])
    let (first, second) = (corrections.forget(key), corrections.forget(key))
    #expect(first)
    #expect(!second)
    #expect(corrections.all.isEmpty)
  }

  @Test func `Of two groups that differ say nothing about a third`() throws {
    let other = ReleaseName(reading: "[Other] Sono Show - 05.mkv")
    let corrections = MatchCorrections([
      .init(try #require(MatchCorrections.Key(release)), show: Samples.titan.id),
      .init(try #require(MatchCorrections.Key(other)), show: Samples.frieren.id),
    ])

    #expect(corrections.correction(for: other)?.show == Samples.frieren.id)
    #expect(corrections.correction(for: ReleaseName(reading: "[Third] Sono Show - 05.mkv")) == nil)
  }

  private static let index = ReleaseIndex(Catalogue(shows: Samples.all, sites: Samples.sites))
}
