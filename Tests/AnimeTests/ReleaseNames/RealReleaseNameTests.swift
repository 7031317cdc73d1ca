import Anime
import TestSupport
import Testing

/// Claims about the names that others have collected, where they are present.
@Suite(.enabled(if: ReleaseFile.arePresent, Comment(rawValue: TestData.absence)))
struct RealReleaseNameTests {
  @Test func `At least 95 of 100 real names are read right in title, season and episode`() throws {
    var (right, all) = (0, 0)
    for file in ReleaseFile.allCases {
      let cases = try file.cases()
      let wrong = cases.filter { !$0.agrees(ReleaseName(reading: $0.input)) }
      right += cases.count - wrong.count
      all += cases.count
      print("\(file.rawValue): \(cases.count - wrong.count) of \(cases.count) names read right; not:")
      for name in wrong { print("  \(name.input)") }
    }
    #expect(all == 460)
    #expect(Double(right) >= 0.95 * Double(all), "\(right) of \(all)")
  }
}
