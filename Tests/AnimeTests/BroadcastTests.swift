import Anime
import Testing

struct BroadcastTests {
  let weekly = Broadcast("R/2026-07-01T13:00:00.000Z/P7D")

  @Test func `A weekly broadcast knows its last and next time`() throws {
    let now = try #require(Instant(iso8601: "2026-11-22T08:40:00Z"))
    #expect(weekly?.last(until: now)?.iso8601 == "2026-11-18T13:00:00Z")
    #expect(weekly?.next(from: now)?.iso8601 == "2026-11-25T13:00:00Z")
  }

  @Test func `A broadcast that happens once has no next`() throws {
    let once = try #require(Broadcast("R/2026-07-01T13:00:00.000Z/P0D"))
    #expect(once.next(from: once.start + .seconds(1)) == nil)
    #expect(once.occurrences(in: once.start..<once.start + .days(9)) == [once.start])
  }

  @Test func `A month without the day is skipped`() throws {
    let monthly = try #require(Broadcast("R/2026-01-31T13:00:00.000Z/P1M"))
    let times = monthly.occurrences(in: monthly.start..<monthly.start + .days(100)).map(\.iso8601)
    #expect(times == ["2026-01-31T13:00:00Z", "2026-03-31T13:00:00Z"])
  }

  @Test(arguments: [Broadcast.Period.days(0), .days(-7), .months(0)])
  func `A period of nothing is once`(_ period: Broadcast.Period) throws {
    let broadcast = Broadcast(start: Samples.instant("2026-07-01T13:00:00Z"), period: period)
    #expect(broadcast.occurrences(in: broadcast.start..<broadcast.start + .days(90)) == [broadcast.start])
    #expect(broadcast.last(until: broadcast.start + .days(90)) == broadcast.start)
  }

  @Test(arguments: [
    "", "R/2026-07-01T13:00:00.000Z/P7W", "R2/2026-07-01T13:00:00.000Z/P7D", "R/2026-07-01/P7D", "R/x/P7D",
  ])
  func `Anything else is no broadcast`(_ text: String) {
    #expect(Broadcast(text) == nil)
  }
}
