import Anime
import Testing

struct CatalogueTests {
  let catalogue = Catalogue(shows: Samples.all, sites: Samples.sites)

  @Test func `Every field of every show comes back`() {
    let rich = Show(
      id: Samples.id("rich"),
      titles: Titles(
        native: "夜桜\u{1F338}", nativeLanguage: .traditionalChinese,
        translations: [.english: ["", "Yozakura", "Yozakura"], .japanese: [], .simplifiedChinese: ["夜樱"]]),
      kind: .ova, begin: Instant(milliseconds: -5), end: Instant(milliseconds: 0),
      broadcast: Broadcast(start: Instant(milliseconds: 1), period: .months(2)),
      sites: [
        SiteLink(site: "unheardOf", id: "tv/1/season/2"),
        SiteLink(
          site: "bilibili", id: "", url: "https://example.org/", begin: Instant(milliseconds: 3),
          broadcast: Broadcast(start: Instant(milliseconds: 4), period: .once), regions: ["CN", "JP"]),
      ],
      officialSite: "https://example.org/夜桜", episodeCount: 0, provider: "starter", isGone: true)
    let shows = Samples.all + [rich]
    let catalogue = Catalogue(shows: shows, sites: Samples.sites)

    #expect((0..<catalogue.count).map(catalogue.show(at:)) == shows.sorted { $0.id < $1.id })
    #expect(catalogue.sites == Samples.sites)
  }

  @Test(arguments: [
    Catalogue.Stamp(),
    Catalogue.Stamp(
      headSequence: 12, observed: Instant(milliseconds: 99), isStarterOnly: true,
      starterDate: CivilDate(year: 2026, month: 8, day: 15)),
  ])
  func `The stamp comes back`(_ stamp: Catalogue.Stamp) {
    #expect(Catalogue(shows: [], sites: [], stamp: stamp).stamp == stamp)
  }

  @Test func `A catalogue that is stamped anew is the one that was packed with that stamp`() {
    func packed(_ sequence: Int, _ observed: Instant?) -> [UInt8] {
      let stamp = Catalogue.Stamp(
        headSequence: sequence, observed: observed, starterDate: CivilDate(year: 2026, month: 8, day: 15))
      return Catalogue.encode(shows: Samples.all, sites: Samples.sites, stamp: stamp)
    }
    var bytes = packed(0, nil)
    Catalogue.restamp(&bytes, headSequence: 12, observed: Instant(milliseconds: 99))
    #expect(bytes == packed(12, Instant(milliseconds: 99)))
  }

  @Test func `A show is found by its id`() {
    for show in Samples.all {
      #expect(catalogue.position(of: show.id).map { catalogue.show(at: $0) } == show)
    }
    #expect(catalogue.position(of: Samples.id("nobody")) == nil)
  }

  @Test func `A show is found by the id of a site in any case`() {
    let position = catalogue.position(of: Samples.frieren.id)
    #expect(catalogue.positions(site: "anilist", id: "154587") == [position])
    #expect(catalogue.positions(site: "bangumi", id: "154587") == [])
  }

  @Test func `An id of a site that several shows have finds them all`() {
    let twins = ["a", "b"].map { Samples.show($0, ja: $0, begin: "2020-01-01T00:00:00Z", ids: ["mal": "1199"]) }
    #expect(Catalogue(shows: twins, sites: []).positions(site: "mal", id: "1199") == [0, 1])
  }

  @Test func `Of shows with one id the first stays`() {
    var second = Samples.titan
    second.provider = "other"
    let catalogue = Catalogue(shows: [Samples.titan, second], sites: [])
    #expect(catalogue.count == 1)
    #expect(catalogue.show(at: 0) == Samples.titan)
  }

  @Test func `The newest begin is that of the newest show`() {
    #expect(catalogue.newestBegin == Samples.slime.begin)
    #expect(Catalogue(shows: [], sites: []).newestBegin == nil)
  }

  @Test func `The same shows make the same bytes in any order`() {
    let stamp = Catalogue.Stamp()
    #expect(
      Catalogue.encode(shows: Samples.all, sites: Samples.sites, stamp: stamp)
        == Catalogue.encode(shows: Samples.all.sorted { $0.id < $1.id }, sites: Samples.sites, stamp: stamp))
  }
}

struct DamagedCatalogueTests {
  let bytes = Catalogue.encode(shows: Samples.all, sites: Samples.sites, stamp: Catalogue.Stamp())

  @Test func `Every truncation is refused`() {
    for length in bytes.indices {
      #expect(throws: CatalogueError.self) { try Catalogue(bytes: CatalogueMemory(Array(bytes[..<length]))) }
    }
  }

  @Test func `Something else is no catalogue`() {
    #expect(throws: CatalogueError.notACatalogue) {
      try Catalogue(bytes: CatalogueMemory(Array("<!DOCTYPE html>".utf8)))
    }
  }

  @Test func `Another format is refused by its number`() {
    var bytes = bytes
    bytes[8] = 99
    #expect(throws: CatalogueError.unsupportedFormat(99)) { try Catalogue(bytes: CatalogueMemory(bytes)) }
  }

  @Test(arguments: 0..<200)
  func `Random damage never crashes a reader`(_ seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...40, using: &generator) {
      bytes[Int.random(in: 16..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
    }
    guard let catalogue = try? Catalogue(bytes: CatalogueMemory(bytes)) else { return }
    for position in 0..<catalogue.count {
      let show = catalogue.show(at: position)
      _ = catalogue.positions(site: "bangumi", id: "400602") + catalogue.search(show.titles.native)
    }
    let now = Samples.instant("2026-04-20T00:00:00Z")
    _ = catalogue.airings(in: now..<now + .days(7), now: now)
    _ = catalogue.anniversaries(on: CivilDate(year: 2026, month: 4, day: 6), in: .japan)
    _ = catalogue.positions(matching: ShowFilter(text: "の"), sorted: .season, now: now) + catalogue.search("")
  }
}
