import Anime
import Testing

struct QuietHoursTests {
  @Test(arguments: [
    ("23:00-07:00", "22:59", false), ("23:00-07:00", "23:00", true), ("23:00-07:00", "03:00", true),
    ("23:00-07:00", "06:59", true), ("23:00-07:00", "07:00", false), ("09:00-17:30", "17:29", true),
    ("09:00-17:30", "08:59", false),
  ])
  func `Quiet hours go from their begin to their end, over midnight too`(
    _ text: String, _ clock: String, _ isQuiet: Bool
  ) throws {
    let hours = try #require(QuietHours(text))
    #expect(hours.contains(Samples.instant("2026-08-15T\(clock):00Z"), in: .utc) == isQuiet)
  }

  @Test func `Quiet hours go by the user's clock, also in the night in which it is changed`() throws {
    let hours = try #require(QuietHours("23:00-03:00"))
    // Berlin, where 2026-10-25 has 02:00 twice.
    let change = Samples.instant("2026-10-25T01:00:00Z")
    let berlin = Zone { $0 < change ? 7200 : 3600 }

    #expect(hours.contains(Samples.instant("2026-10-25T00:59:00Z"), in: berlin))
    #expect(hours.contains(Samples.instant("2026-10-25T01:59:00Z"), in: berlin))
    #expect(!hours.contains(Samples.instant("2026-10-25T02:00:00Z"), in: berlin))
  }

  @Test(arguments: ["", "23:00", "23:00-23:00", "24:00-07:00", "23-7", "23:0-07:00", "a:00-07:00"])
  func `What is no span of the clock is none`(_ text: String) {
    #expect(QuietHours(text) == nil)
  }
}
