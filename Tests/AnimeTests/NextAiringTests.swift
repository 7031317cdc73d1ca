import Anime
import Testing

struct NextAiringTests {
  let now = Samples.instant("2026-08-15T12:00:00Z")

  func next(_ show: Show, now: Instant? = nil, notes: ShowNotes = ShowNotes()) -> [Airing] {
    Catalogue(shows: [show], sites: Samples.sites)
      .nextAirings(at: 0, now: now ?? self.now, notes: AiringNotes([show.id: notes]))
  }

  @Test func `Each place has its own next time, the earliest first`() {
    var show = Samples.slime
    show.sites = [
      SiteLink(site: "bilibili", id: "1", broadcast: Broadcast("R/2026-04-05T03:00:00Z/P7D")),
      SiteLink(site: "crunchyroll", id: "2", broadcast: Broadcast("R/2026-04-03T14:30:00Z/P7D")),
    ]
    #expect(next(show).map(\.site) == ["bilibili", nil, "crunchyroll"])
    #expect(
      next(show).map(\.at.iso8601) == ["2026-08-16T03:00:00Z", "2026-08-21T14:00:00Z", "2026-08-21T14:30:00Z"])
  }

  @Test func `An airing that begins this moment is the next`() {
    #expect(
      next(Samples.slime, now: Samples.instant("2026-08-21T14:00:00Z")).map(\.at.iso8601) == ["2026-08-21T14:00:00Z"])
    #expect(
      next(Samples.slime, now: Samples.instant("2026-08-21T14:00:00.001Z")).map(\.at.iso8601) == [
        "2026-08-28T14:00:00Z"
      ])
  }

  @Test func `What has ended is on no more`() {
    #expect(next(Samples.frieren).isEmpty)
  }

  @Test func `What begins in years is known already`() {
    let show = Samples.show("far", ja: "far", begin: "2029-01-05T14:00:00Z", broadcast: "R/2029-01-05T14:00:00Z/P7D")
    #expect(next(show).map(\.at.iso8601) == ["2029-01-05T14:00:00Z"])
  }

  @Test func `A year without episodes is looked beyond`() {
    let delay = Delay(of: CivilDate(year: 2026, month: 8, day: 21), by: 52 * 7 * 1440)
    #expect(next(Samples.slime, notes: ShowNotes(delays: [delay])).map(\.at.iso8601) == ["2027-08-20T14:00:00Z"])
  }

  @Test func `A day that a month lacks is looked beyond`() {
    let show = Samples.show("m", ja: "m", begin: "2026-01-31T10:00:00Z", broadcast: "R/2026-01-31T10:00:00Z/P1M")
    #expect(next(show, now: Samples.instant("2026-09-01T00:00:00Z")).map(\.at.iso8601) == ["2026-10-31T10:00:00Z"])
  }
}
