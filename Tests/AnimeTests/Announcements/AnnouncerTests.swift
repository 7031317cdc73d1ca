import Anime
import Testing

struct AnnouncerTests {
  let begin = Samples.instant("2026-08-01T00:00:00Z")

  /// What a consumer is told of `shows` at `now`, all of which are followed.
  func told(
    _ shows: [Show], at now: String, _ memory: inout ConsumerMemory, choice: AnnouncementChoice = AnnouncementChoice(),
    progress: Int = 0, feeds: [Arrival] = [], uptime: Uptime? = nil
  ) -> [Arrival] {
    let announcer = Announcer(
      Catalogue(shows: shows, sites: Samples.sites), choice: choice, now: Samples.instant(now), uptime: uptime)
    let entries = shows.map { ListEntry(show: $0.id, isFollowed: true, progress: progress) }
    let news = announcer.news(for: &memory, following: entries, feeds: feeds)
    memory.tell(news)
    return news.map(\.arrival)
  }

  /// Weekly from 1 August on, on Saturdays at 14:00.
  func weekly(_ start: String = "2026-08-01T14:00:00Z", end: String? = nil, streams: [SiteLink] = []) -> Show {
    Samples.show("weekly", ja: "週", begin: start, end: end, broadcast: "R/\(start)/P7D", streams: streams)
  }

  func stream(_ site: String, _ start: String, regions: [String] = []) -> SiteLink {
    SiteLink(site: site, id: "1", broadcast: Broadcast("R/\(start)/P7D"), regions: regions)
  }

  @Test func `An episode is told once`() {
    var memory = ConsumerMemory(begun: begin)

    #expect(told([weekly()], at: "2026-08-01T15:00:00Z", &memory).map(\.at.iso8601) == ["2026-08-01T14:00:00Z"])
    #expect(told([weekly()], at: "2026-08-01T15:00:00Z", &memory).isEmpty)
    #expect(told([weekly()], at: "2026-08-08T15:00:00Z", &memory).map(\.at.iso8601) == ["2026-08-08T14:00:00Z"])
  }

  @Test func `What was on before the consumer began is old`() {
    var memory = ConsumerMemory(begun: Samples.instant("2026-08-10T00:00:00Z"))

    #expect(told([weekly()], at: "2026-08-10T00:00:00Z", &memory).isEmpty)
  }

  @Test func `A consumer that slept is told all that it slept through, in order`() {
    var memory = ConsumerMemory(begun: begin)

    let days = told([weekly()], at: "2026-08-20T00:00:00Z", &memory).map { $0.at.iso8601.prefix(10) }
    #expect(days == ["2026-08-01", "2026-08-08", "2026-08-15"])
  }

  @Test(arguments: ["2026-08-01T20:00:00Z", "2026-07-31T22:00:00Z", "2026-08-03T14:00:00Z"])
  func `An episode whose time is moved after it was told is not told again`(_ moved: String) {
    var memory = ConsumerMemory(begun: Samples.instant("2026-07-01T00:00:00Z"))
    #expect(told([weekly()], at: "2026-08-01T15:00:00Z", &memory).count == 1)

    #expect(told([weekly(moved)], at: "2026-08-05T00:00:00Z", &memory).isEmpty)
    #expect(told([weekly(moved)], at: "2026-08-12T00:00:00Z", &memory).count == 1)
  }

  @Test func `Small moves do not add up to another episode`() {
    var memory = ConsumerMemory(begun: Samples.instant("2026-07-01T00:00:00Z"))
    #expect(told([weekly()], at: "2026-08-01T15:00:00Z", &memory).count == 1)

    for day in 2...5 {
      #expect(told([weekly("2026-08-0\(day)T14:00:00Z")], at: "2026-08-05T20:00:00Z", &memory).isEmpty)
    }
  }

  @Test func `An episode that is moved behind the last look is not lost`() {
    var memory = ConsumerMemory(begun: begin)
    #expect(told([weekly("2026-08-06T14:00:00Z")], at: "2026-08-05T00:00:00Z", &memory).isEmpty)

    #expect(told([weekly("2026-08-04T14:00:00Z")], at: "2026-08-05T01:00:00Z", &memory).count == 1)
  }

  @Test func `A clock that was ahead loses nothing and repeats nothing`() {
    var memory = ConsumerMemory(begun: begin)
    let ahead = told([weekly()], at: "2026-08-30T00:00:00Z", &memory)

    #expect(ahead.count == 5)
    #expect(told([weekly()], at: "2026-08-10T00:00:00Z", &memory).isEmpty)
    #expect(told([weekly()], at: "2026-09-06T00:00:00Z", &memory).count == 1)
  }

  @Test func `A show that is followed later begins with the last look`() {
    var memory = ConsumerMemory(begun: begin)
    #expect(told([], at: "2026-08-10T00:00:00Z", &memory).isEmpty)

    let days = told([weekly()], at: "2026-08-20T00:00:00Z", &memory).map { $0.at.iso8601.prefix(10) }
    #expect(days == ["2026-08-15"])
  }

  /// A machine that has run for so many hours since one start or another.
  private func running(hours: Int64, boot: String = "first") -> Uptime { Uptime(boot: boot, elapsed: .hours(hours)) }

  @Test func `A show that was followed while the clock was ahead loses nothing in one run of the machine`() {
    var memory = ConsumerMemory(begun: begin)
    // It is 12:00, and the clock says 15:00; the show is followed at 13:00, and on at 14:00.
    #expect(told([], at: "2026-08-08T15:00:00Z", &memory, uptime: running(hours: 1)).isEmpty)
    #expect(told([weekly()], at: "2026-08-08T16:00:00Z", &memory, uptime: running(hours: 2)).isEmpty)

    let days = told([weekly()], at: "2026-08-08T20:00:00Z", &memory, uptime: running(hours: 9)).map(\.at.iso8601)
    #expect(days == ["2026-08-08T14:00:00Z"])
    #expect(told([weekly()], at: "2026-08-08T21:00:00Z", &memory, uptime: running(hours: 10)).isEmpty)
  }

  @Test(arguments: ["first", "second"])
  func `A clock that is right moves nothing, in one run of the machine or in two`(_ boot: String) {
    var memory = ConsumerMemory(begun: begin)
    #expect(told([], at: "2026-08-08T15:00:00Z", &memory, uptime: running(hours: 1)).isEmpty)
    let later = boot == "first" ? running(hours: 3) : running(hours: 0, boot: boot)

    #expect(told([weekly()], at: "2026-08-08T17:00:00Z", &memory, uptime: later).isEmpty)
  }

  @Test func `A clock that was behind is no reason to tell of what was on before`() {
    var memory = ConsumerMemory(begun: begin)
    #expect(told([], at: "2026-08-08T15:00:00Z", &memory, uptime: running(hours: 3)).isEmpty)
    #expect(told([weekly()], at: "2026-08-08T17:00:00Z", &memory, uptime: running(hours: 4)).isEmpty)
  }

  @Test(arguments: [nil, "first", "second"])
  func `A clock that falls back to 1970 for a while tells nothing, and nothing old comes for it`(_ boot: String?) {
    var memory = ConsumerMemory(begun: begin)
    #expect(told([weekly()], at: "2026-08-08T15:00:00Z", &memory, uptime: running(hours: 3)).count == 2)
    let before = memory
    let uptime = boot.map { running(hours: 4, boot: $0) }
    #expect(told([weekly()], at: "1970-01-02T00:00:00Z", &memory, uptime: uptime).isEmpty)
    #expect(memory == before)
    #expect(told([weekly()], at: "2026-08-09T00:00:00Z", &memory, uptime: running(hours: 12)).isEmpty)
    #expect(told([weekly()], at: "2026-08-16T00:00:00Z", &memory, uptime: running(hours: 180)).count == 1)
  }

  @Test func `Who first looks by a clock that is in 1970 is not told of all that ever was`() {
    var memory = ConsumerMemory(begun: Samples.instant("1970-01-01T00:05:00Z"))
    let old = weekly("2025-03-01T14:00:00Z")
    #expect(told([old], at: "1970-01-01T00:05:00Z", &memory).isEmpty)
    #expect(memory.begun == Samples.instant("2026-01-01T00:00:00Z"))
    let days = told([old], at: "2026-01-04T00:00:00Z", &memory).map(\.at.iso8601)
    #expect(days == ["2026-01-03T14:00:00Z"])
  }

  @Test func `What is not told to the memory comes again`() {
    var memory = ConsumerMemory(begun: begin)
    let announcer = Announcer(
      Catalogue(shows: [weekly()], sites: []), now: Samples.instant("2026-08-20T00:00:00Z"))
    let entries = [ListEntry(show: weekly().id, isFollowed: true)]
    let news = announcer.news(for: &memory, following: entries)
    memory.tell(Array(news.prefix(1)))

    #expect(announcer.news(for: &memory, following: entries).map(\.arrival) == news.dropFirst().map(\.arrival))
  }

  @Test func `An episode is told where it is on first`() {
    let show = weekly(streams: [
      stream("bilibili", "2026-07-30T14:00:00Z"), stream("crunchyroll", "2026-08-02T14:00:00Z"),
    ])
    var memory = ConsumerMemory(begun: Samples.instant("2026-07-01T00:00:00Z"))

    #expect(told([show], at: "2026-08-03T00:00:00Z", &memory).map(\.place) == ["bilibili"])
  }

  @Test func `Wanted sites and regions choose where first is`() {
    let show = weekly(streams: [
      stream("bilibili", "2026-07-30T14:00:00Z"), stream("crunchyroll", "2026-08-02T14:00:00Z", regions: ["US"]),
    ])
    func places(_ choice: AnnouncementChoice) -> [String?] {
      var memory = ConsumerMemory(begun: Samples.instant("2026-07-01T00:00:00Z"))
      return told([show], at: "2026-08-03T00:00:00Z", &memory, choice: choice).map(\.place)
    }

    #expect(places(AnnouncementChoice(places: PlaceFilter(sites: ["crunchyroll"]))) == ["crunchyroll"])
    #expect(places(AnnouncementChoice(places: PlaceFilter(kind: .tv))) == [nil])
    #expect(places(AnnouncementChoice(places: PlaceFilter(kind: .stream, region: "US"))) == ["crunchyroll"])
    #expect(places(AnnouncementChoice(scope: .each)) == ["bilibili", nil, "crunchyroll"])
  }

  @Test func `A site that begins to lead does not repeat what was told`() {
    var memory = ConsumerMemory(begun: begin)
    let later = weekly(streams: [stream("bilibili", "2026-07-28T14:00:00Z")])
    #expect(told([weekly()], at: "2026-08-08T15:00:00Z", &memory).count == 2)

    let next = told([later], at: "2026-08-12T00:00:00Z", &memory).map(\.at.iso8601)
    #expect(next == ["2026-08-11T14:00:00Z"])
  }

  @Test func `An episode that the user notes as late is told when it comes, and once`() {
    var memory = ConsumerMemory(begun: begin)
    func times(_ now: String, _ minutes: Int?) -> [String] {
      let day = CivilDate(year: 2026, month: 8, day: 8)
      var entry = ListEntry(show: weekly().id, isFollowed: true)
      entry.delays = [Delay(of: day, by: minutes)]
      let announcer = Announcer(Catalogue(shows: [weekly()], sites: []), now: Samples.instant(now))
      let news = announcer.news(for: &memory, following: [entry])
      memory.tell(news)
      return news.map { $0.arrival.at.iso8601 }
    }

    #expect(times("2026-08-08T14:30:00Z", 60) == ["2026-08-01T14:00:00Z"])
    #expect(times("2026-08-08T15:00:00Z", 60) == ["2026-08-08T15:00:00Z"])
    #expect(times("2026-08-08T16:00:00Z", 90).isEmpty)
    #expect(times("2026-08-15T14:00:00Z", nil) == ["2026-08-15T14:00:00Z"])
  }

  @Test func `A film is told on its day, and a corrected day is the same film`() {
    var memory = ConsumerMemory(begun: begin)
    let film = Samples.show("film", ja: "映画", kind: .movie, begin: "2026-08-05T16:00:00Z")
    let corrected = Samples.show("film", ja: "映画", kind: .movie, begin: "2026-08-12T16:00:00Z")

    #expect(told([film], at: "2026-08-06T00:00:00Z", &memory).map(\.kind) == [.premiere])
    #expect(told([corrected], at: "2026-08-13T00:00:00Z", &memory).isEmpty)
  }

  @Test func `A season is complete once, when its end is known and past`() {
    var memory = ConsumerMemory(begun: begin)
    let choice = AnnouncementChoice(scope: .complete)
    let whole = weekly(end: "2026-08-22T14:00:00Z")

    #expect(told([weekly()], at: "2026-08-30T00:00:00Z", &memory, choice: choice).isEmpty)
    #expect(told([whole], at: "2026-08-31T00:00:00Z", &memory, choice: choice).map(\.kind) == [.complete])
    #expect(
      told([weekly(end: "2026-08-29T14:00:00Z")], at: "2026-09-01T00:00:00Z", &memory, choice: choice).isEmpty)
  }

  @Test func `Next means the episode right after the watched ones, and the others wait`() {
    var memory = ConsumerMemory(begun: begin)
    let choice = AnnouncementChoice(isNextOnly: true)

    #expect(
      told([weekly()], at: "2026-08-20T00:00:00Z", &memory, choice: choice, progress: 1).map(\.episode?.value) == [2])
    #expect(told([weekly()], at: "2026-08-20T01:00:00Z", &memory, choice: choice, progress: 1).isEmpty)
    #expect(
      told([weekly()], at: "2026-08-20T02:00:00Z", &memory, choice: choice, progress: 2).map(\.episode?.value) == [3])
  }

  @Test func `A release in a feed is told once by its name, whatever its date`() {
    var memory = ConsumerMemory(begun: begin)
    func release(_ at: String) -> Arrival {
      Arrival(
        show: weekly().id, line: .feed("nyaa"), name: "guid-1", at: Samples.instant(at), kind: .feed, place: "nyaa")
    }
    let before = Samples.show("weekly", ja: "週", begin: "2020-01-01T00:00:00Z")

    #expect(told([before], at: "2026-08-03T00:00:00Z", &memory, feeds: [release("2026-08-02T00:00:00Z")]).count == 1)
    #expect(told([before], at: "2026-08-09T00:00:00Z", &memory, feeds: [release("2026-08-08T00:00:00Z")]).isEmpty)
  }

  @Test func `Releases of shows that are not followed are nobody's news`() {
    var memory = ConsumerMemory(begun: begin)
    let stranger = Arrival(show: Samples.titan.id, line: .feed("nyaa"), name: "1", at: begin, kind: .feed)

    #expect(told([weekly()], at: "2026-08-01T01:00:00Z", &memory, feeds: [stranger]).isEmpty)
  }
}
