import Anime
import AnnouncementYear
import Foundation
import Testing

/// Years made from a number each; `yozakura-torture announcements` lives through more of them, and through one with the
/// published catalogues.
struct AnnouncementYearTests {
  static let begin = Instant(seconds: 1_767_225_600)

  @Test(arguments: 0..<4)
  func `In a year each episode of each followed show is told exactly once`(_ seed: UInt64) {
    var random = SeededGenerator(state: seed)
    var year = SimulatedYear(
      Edition.generated(count: 40, using: &random), following: 6, from: Self.begin, using: &random)

    #expect(year.flaw(.first, using: &random) == nil)
    #expect(year.airingCount > 20)
  }

  @Test(arguments: [4, 8])
  func `In a year each airing on television and on each site is told exactly once`(_ seed: UInt64) {
    var random = SeededGenerator(state: seed)
    var year = SimulatedYear(
      Edition.generated(count: 40, using: &random), following: 6, from: Self.begin, using: &random)

    #expect(year.flaw(.each, using: &random) == nil)
    #expect(year.airingCount > 20)
  }
}
