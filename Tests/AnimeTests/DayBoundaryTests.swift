import Anime
import Foundation
import Testing

struct DayBoundaryTests {
  @Test func `What is on after midnight belongs to the evening before`() {
    let late = DayBoundary(hour: 5).civil(Samples.instant("2026-08-14T16:30:00Z"), in: .japan)
    #expect(late.date == CivilDate(year: 2026, month: 8, day: 14))
    #expect((late.hour, late.minute) == (25, 30))
  }

  @Test func `At the boundary a new day begins`() {
    let boundary = DayBoundary(hour: 5)
    #expect(boundary.civil(Samples.instant("2026-08-14T19:59:00Z"), in: .japan).hour == 28)
    #expect(boundary.civil(Samples.instant("2026-08-14T20:00:00Z"), in: .japan).hour == 5)
    #expect(
      boundary.start(of: CivilDate(year: 2026, month: 8, day: 15), in: .japan)
        == Samples.instant("2026-08-14T20:00:00Z"))
  }

  @Test func `Midnight leaves the calendar as it is`() {
    let instant = Samples.instant("2026-08-14T16:30:00Z")
    #expect(DayBoundary.midnight.civil(instant, in: .japan) == Zone.japan.civil(instant))
  }

  /// Zones north and south, with an hour and with half an hour of daylight saving, and without.
  static let zones = [
    "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Tokyo", "America/Havana",
  ]

  @Test(arguments: zones, [0, 1, 2, 3, 5, 12])
  func `Every moment of a year lies in one day, whatever clocks do`(_ name: String, _ hour: Int) throws {
    let foundation = try #require(TimeZone(identifier: name))
    let zone = Zone { foundation.secondsFromGMT(for: Date(timeIntervalSince1970: Double($0.milliseconds) / 1000)) }
    let boundary = DayBoundary(hour: hour)
    var instant = Samples.instant("2026-01-01T00:15:00Z")
    var last = boundary.civil(instant, in: zone).date
    while instant < Samples.instant("2027-01-01T00:00:00Z") {
      let date = boundary.civil(instant, in: zone).date
      let isNext = date == last || date == last.adding(days: 1)
      if !isNext || !boundary.day(date, in: zone).contains(instant) { Issue.record("\(instant.iso8601) is on \(date)") }
      last = date
      instant = instant + .minutes(30)
    }
  }
}
