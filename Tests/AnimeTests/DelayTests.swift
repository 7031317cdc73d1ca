import Anime
import Testing

/// What the user's notes make of the times of a show that is on every Friday at 23:00 in Japan from 2026-04-03.
struct DelayTests {
  let august = Samples.instant("2026-08-01T00:00:00Z")..<Samples.instant("2026-09-01T00:00:00Z")

  /// The times of `show` in `range` with `delays` noted, television first, as they are written in UTC.
  func airings(
    _ show: Show, _ delays: [Delay], in range: Range<Instant>? = nil, offset: Int? = nil
  ) -> [Airing] {
    let notes = AiringNotes([show.id: ShowNotes(delays: delays, episodeOffset: offset)])
    let catalogue = Catalogue(shows: [show], sites: Samples.sites)
    return catalogue.airings(in: range ?? august, now: Samples.instant("2026-08-01T00:00:00Z"), notes: notes)
  }

  func days(_ airings: [Airing]) -> [Int] { airings.map { Zone.japan.civil($0.at).date.day } }

  func delay(_ day: Int, by minutes: Int?) -> Delay {
    Delay(of: CivilDate(year: 2026, month: 8, day: day), by: minutes)
  }

  @Test func `Without a note a show is on each week`() {
    #expect(days(airings(Samples.slime, [])) == [7, 14, 21, 28])
  }

  @Test func `A holiday leaves out one broadcast, and its episode comes in the next`() {
    let airings = airings(Samples.slime, [delay(14, by: nil)])
    #expect(days(airings) == [7, 21, 28])
    #expect(airings.map(\.episodeEstimate) == [19, 20, 21])
  }

  @Test func `A broadcast that comes later moves no other`() {
    let airings = airings(Samples.slime, [delay(14, by: 45)])
    #expect(airings.map(\.at.iso8601).dropFirst().first == "2026-08-14T14:45:00Z")
    #expect(airings.map(\.isMoved) == [false, true, false, false])
    #expect(airings.map(\.episodeEstimate) == [19, 20, 21, 22])
  }

  @Test func `A delay by weeks moves the rest along`() {
    let airings = airings(Samples.slime, [delay(14, by: 2 * 7 * 1440)])
    #expect(days(airings) == [7, 28])
    #expect(airings.map(\.episodeEstimate) == [19, 20])
  }

  @Test func `Two delays of a week follow each other`() {
    let airings = airings(Samples.slime, [delay(7, by: 7 * 1440), delay(14, by: 7 * 1440)])
    #expect(days(airings) == [21, 28])
    #expect(airings.map(\.episodeEstimate) == [19, 20])
  }

  @Test func `A note for a day without a broadcast changes nothing`() {
    #expect(airings(Samples.slime, [delay(13, by: nil)]) == airings(Samples.slime, []))
  }

  @Test func `A broadcast that is moved out of a week is found in the other`() {
    let week = Samples.instant("2026-08-16T00:00:00Z")..<Samples.instant("2026-08-20T00:00:00Z")
    let moved = airings(Samples.slime, [delay(14, by: 3 * 1440)], in: week)
    #expect(days(moved) == [17])
    #expect(moved.first?.planned == Samples.instant("2026-08-14T14:00:00Z"))
  }

  @Test func `The day of a note is the day in Japan`() {
    var late = Samples.slime
    late.broadcast = Broadcast("R/2026-04-03T16:30:00Z/P7D")
    #expect(days(airings(late, [delay(15, by: nil)])) == [8, 22, 29])
  }

  @Test func `A stream that comes after television is late with it`() {
    var show = Samples.slime
    show.sites = [SiteLink(site: "bilibili", id: "1", broadcast: Broadcast("R/2026-04-05T03:00:00Z/P7D"))]
    #expect(days(airings(show, [delay(14, by: nil)])) == [2, 7, 9, 21, 23, 28, 30])
  }

  @Test func `A stream that is days ahead of television has days of its own`() {
    var show = Samples.slime
    show.sites = [SiteLink(site: "bilibili", id: "1", broadcast: Broadcast("R/2026-03-31T03:00:00Z/P7D"))]
    #expect(days(airings(show, [delay(14, by: nil), delay(18, by: nil)])) == [4, 7, 11, 21, 25, 28])
  }

  @Test func `The last episode comes although it is moved beyond the end`() {
    var show = Samples.slime
    show.end = Samples.instant("2026-08-14T14:00:00Z")
    #expect(days(airings(show, [delay(14, by: 7 * 1440)])) == [7, 21])
    #expect(days(airings(show, [delay(14, by: 30)])) == [7, 14])
  }

  @Test func `An end that is known stays where a week is left out`() {
    var show = Samples.slime
    show.end = Samples.instant("2026-08-21T14:00:00Z")
    #expect(days(airings(show, [delay(14, by: nil)])) == [7, 21])
  }

  @Test func `A single broadcast can be moved for months`() {
    var show = Samples.show("film", ja: "film", begin: "2026-03-01T10:00:00Z")
    show.broadcast = Broadcast("R/2026-03-01T10:00:00Z/P0D")
    let delay = Delay(of: CivilDate(year: 2026, month: 3, day: 1), by: 160 * 1440)
    #expect(days(airings(show, [delay])) == [8])
  }

  @Test(arguments: [
    ("P7D", [7, 14, 21, 28]), ("P2D", [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31]),
    ("P1D", Array(1...31)), ("P1M", [3]), ("P0D", []),
  ])
  func `Every period has its days, and its holidays`(_ period: String, _ expected: [Int]) {
    var show = Samples.slime
    show.broadcast = Broadcast("R/2026-04-03T14:00:00Z/\(period)")
    #expect(days(airings(show, [])) == expected)
    for day in expected { #expect(days(airings(show, [delay(day, by: nil)])) == expected.filter { $0 != day }) }
  }

  @Test func `A daily show that is a week late leaves out seven days`() {
    var show = Samples.slime
    show.broadcast = Broadcast("R/2026-04-03T14:00:00Z/P1D")
    #expect(days(airings(show, [delay(3, by: 7 * 1440)])).prefix(4) == [1, 2, 10, 11])
  }

  @Test func `A monthly show that is a week late is on its day in the next month`() {
    var show = Samples.slime
    show.broadcast = Broadcast("R/2026-04-03T14:00:00Z/P1M")
    let range = august.lowerBound..<august.upperBound + .days(30)
    #expect(days(airings(show, [delay(3, by: 7 * 1440)], in: range)) == [10, 3])
  }
}
