import Anime
import Formats
import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: TestData.path("feeds") != nil, "\(TestData.absence)")) struct `Real feeds` {
  private func feed(_ name: String) throws -> FeedFile {
    let path = try #require(TestData.path("feeds/\(name)"))
    return try FeedFile(reading: Array(Data(contentsOf: URL(fileURLWithPath: path))))
  }

  @Test(arguments: ["tiny-download", "tmdb-movie", "tmdb-retry", "tmdb-tv"])
  func `Are read with all of their items`(_ name: String) throws {
    let file = try feed("auto-bangumi-\(name).xml")

    #expect(file.feed.items.count == 1)
    #expect(file.skipped.isEmpty && file.misdated == 0 && file.problem == nil)
    #expect(file.feed.items.allSatisfy { $0.links.torrent != nil && $0.links.page != nil && $0.size == nil })
    #expect(file.feed.items.first?.published == Instant(iso8601: "2026-07-01T12:00:00Z"))
  }

  @Test func `Keep two releases of one torrent apart by their pages`() throws {
    let items = try feed("auto-bangumi-offset-review.xml").feed.items

    #expect(items.count == 2)
    #expect(Set(items.map(\.identity)).count == 2)
  }
}
