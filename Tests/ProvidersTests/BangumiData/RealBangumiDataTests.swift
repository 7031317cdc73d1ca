import Anime
import Providers
import TestSupport
import Testing

@Suite(.enabled(if: TestData.hasCatalogue, Comment(rawValue: TestData.absence)))
struct RealBangumiDataTests {
  @Test(arguments: [("0.3.222", 8821), ("0.3.221", 8819), ("0.3.202", 8444), ("0.3.1", 4688)])
  func `Every show of a published version is read`(_ version: String, _ count: Int) throws {
    let decoded = try BangumiData.decode(TestData.catalogue(version))
    #expect(decoded.shows.count == count)
    #expect(decoded.items.count == count)
    #expect(decoded.skipped.isEmpty)
    #expect(Set(decoded.shows.map(\.key)).count == count)
  }

  @Test func `The counts of 0.3.222 are those of its description`() throws {
    let decoded = try BangumiData.decode(TestData.catalogue("0.3.222"))
    func count(_ condition: (DecodedShow) -> Bool) -> Int { decoded.shows.count(where: condition) }
    #expect(Show.Kind.allCases.map { kind in count { $0.kind == kind } } == [5494, 1821, 961, 545])
    #expect(count { $0.sites.contains { $0.site == "bangumi" } } == 8757)
    #expect(count { $0.sites.contains { $0.site == "anilist" } } == 8086)
    #expect(count { $0.titles.translations.isEmpty } == 433)
    #expect(count { $0.end == nil } == 117)
    #expect(count { $0.broadcast?.period == .days(7) } == 1830)
    #expect(decoded.sites.count == 37)
  }

  @Test func `Version 0.1 is refused as old`() throws {
    let bytes = try TestData.catalogue("0.1.82")
    #expect(throws: Rejection.oldSchema) { try BangumiData.decode(bytes) }
  }

  @Test func `The file cut short at any length is refused`() throws {
    let bytes = try TestData.catalogue("0.3.1")
    for length in stride(from: 1, to: bytes.count, by: bytes.count / 40) {
      #expect(throws: Rejection.self) { try BangumiData.decode(Array(bytes.prefix(length))) }
    }
  }

  @Test(arguments: ["0.3.222", "0.3.202", "0.3.1"])
  func `Read in pieces a file gives the shows that it gives as a whole`(_ version: String) throws {
    let bytes = try TestData.catalogue(version)
    let whole = try BangumiData.decode(bytes)
    var shows: [DecodedItem] = []
    var start = 0
    // As long as the capsule's pieces, with the head of the file before the first and its end after the last.
    let ends =
      [whole.items[0].range.lowerBound]
      + stride(from: 8, to: whole.items.count, by: 9)
      .map { whole.items[$0].range.upperBound } + [bytes.count]
    for end in ends {
      shows += BangumiData.decodePart(Array(bytes[start..<end]))
      start = end
    }

    #expect(shows.count == whole.shows.count)
    for (part, show) in zip(shows, whole.shows) {
      var expected = show
      // Only the whole file tells whether another show has the key.
      #expect(show.key == part.show.key || show.key.hasPrefix(part.otherKey))
      expected.key = part.show.key
      #expect(part.show == expected)
    }
  }

  @Test func `The starter catalogue agrees with the published one`() throws {
    let shows = try BangumiData.decode(TestData.catalogue("0.3.222")).shows
    let published = Dictionary(shows.map { ($0.key, $0) }) { first, _ in first }
    for show in Starter.catalogue.shows {
      let real = try #require(published[show.key], "\(show.key) \(show.titles.native)")
      #expect(real.kind == show.kind, "\(show.titles.native)")
    }
  }
}
