import Anime
import Testing

struct ScheduleTests {
  let now = Samples.instant("2026-08-15T12:00:00Z")

  func day(_ text: String) -> Range<Instant> {
    let start = Samples.instant("\(text)T00:00:00Z")
    return start..<start + .days(1)
  }

  func airings(_ shows: [Show], _ range: Range<Instant>, now: Instant? = nil) -> [Airing] {
    Catalogue(shows: shows, sites: Samples.sites).airings(in: range, now: now ?? self.now)
  }

  @Test func `A weekly show is on each week`() {
    let times = airings([Samples.slime], day("2026-08-14").lowerBound..<day("2026-08-28").upperBound).map(\.at.iso8601)
    #expect(times == ["2026-08-14T14:00:00Z", "2026-08-21T14:00:00Z", "2026-08-28T14:00:00Z"])
  }

  @Test func `A show is on for the last time when it ends`() {
    #expect(airings([Samples.frieren], day("2024-03-22")).count == 1)
    #expect(airings([Samples.frieren], day("2024-03-29")).isEmpty)
  }

  @Test func `A show without a broadcast is on when it begins`() {
    let airing = airings([Samples.titan], day("2013-04-06")).first
    #expect(airing?.at == Samples.titan.begin)
    #expect(airing?.isExact == true)
    #expect(airing?.episodeEstimate == nil)
  }

  @Test func `A begin at midnight in China says only the day`() {
    let show = Samples.show("x", ja: "x", begin: "2026-08-15T16:00:00Z")
    #expect(airings([show], day("2026-08-15")).map(\.isExact) == [false])
  }

  @Test(arguments: [Show.Kind.movie, .ova])
  func `A film has a day and no time`(_ kind: Show.Kind) {
    let film = Samples.show("x", ja: "x", kind: kind, begin: "2026-08-15T03:00:00Z")
    #expect(airings([film], day("2026-08-15")).isEmpty)
    #expect(Catalogue(shows: [film], sites: []).premieres(in: day("2026-08-15")) == [0])
  }

  @Test func `Television and streams are apart`() {
    var show = Samples.slime
    show.sites.append(
      SiteLink(site: "crunchyroll", id: "G", broadcast: Broadcast("R/2026-04-03T15:30:00Z/P7D")))
    show.sites.append(SiteLink(site: "mal", id: "1", broadcast: Broadcast("R/2026-04-03T15:30:00Z/P7D")))
    let airings = airings([show], day("2026-08-14"))
    #expect(airings.map(\.kind) == [.tv, .stream])
    #expect(airings.map(\.site) == [nil, "crunchyroll"])
  }

  @Test func `A stream that lags shows the last episode after the end on television`() {
    var show = Samples.frieren
    show.sites = [SiteLink(site: "bilibili", id: "1", broadcast: Broadcast("R/2023-10-06T14:00:00Z/P7D"))]
    let streams = airings([show], day("2024-03-01").lowerBound..<day("2024-05-01").lowerBound).filter {
      $0.kind == .stream
    }
    #expect(streams.last?.at.iso8601 == "2024-03-29T14:00:00Z")
  }

  @Test func `The episode is estimated in the first half year`() {
    #expect(airings([Samples.slime], day("2026-08-14")).map(\.episodeEstimate) == [20])
    #expect(
      airings([Samples.slime], day("2026-10-16"), now: Samples.instant("2026-10-16T00:00:00Z")).map(\.episodeEstimate)
        == [nil])
  }

  @Test func `The episode is not estimated where the broadcast began long after the show`() {
    var conan = Samples.slime
    conan.begin = Samples.instant("1996-01-08T10:00:00Z")
    #expect(airings([conan], day("2026-08-14")).map(\.episodeEstimate) == [nil])
  }

  @Test func `No episode is estimated beyond the last`() {
    var show = Samples.slime
    show.episodeCount = 12
    #expect(airings([show], day("2026-08-14")).map(\.episodeEstimate) == [nil])
  }

  @Test func `In an old catalogue a weekly show without an end may have ended`() {
    #expect(airings([Samples.slime], day("2026-08-14")).map(\.mayHaveEnded) == [true])
    let recent = Samples.show("new", ja: "new", begin: "2026-07-10T00:00:00Z")
    #expect(airings([Samples.slime, recent], day("2026-08-14")).map(\.mayHaveEnded) == [false])
  }

  @Test func `A row has the times of one episode`() throws {
    var show = Samples.slime
    show.sites = ["crunchyroll", "bilibili"].map {
      SiteLink(site: $0, id: "1", broadcast: Broadcast("R/2026-04-04T03:00:00Z/P7D"))
    }
    let airings = airings([show], day("2026-08-14").lowerBound..<day("2026-08-22").upperBound)
    let rows = ShowAirings.rows(airings)
    #expect(rows.compactMap(\.tv?.at.iso8601) == ["2026-08-14T14:00:00Z", "2026-08-21T14:00:00Z"])
    #expect(rows.map(\.streams.count) == [2, 2])
  }

  @Test func `Streams of a daily show are a row a day`() {
    var show = Samples.show("daily", ja: "daily", kind: .movie, begin: "2026-08-01T16:00:00Z")
    show.sites = [SiteLink(site: "bilibili", id: "1", broadcast: Broadcast("R/2026-08-01T10:00:00Z/P1D"))]
    let airings = airings([show], day("2026-08-14").lowerBound..<day("2026-08-16").upperBound)
    #expect(ShowAirings.rows(airings).count == 3)
  }

  @Test(arguments: 0..<30)
  func `The index of spans hides no airing`(_ seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    let epoch = Samples.instant("2026-01-01T00:00:00Z")
    func random() -> Instant { epoch + .hours(.random(in: 0...8000, using: &generator)) }
    let shows = (0..<30).map { index in
      let begin = random()
      var show = Samples.show("\(index)", ja: "\(index)", begin: begin.iso8601)
      show.end = .random(using: &generator) ? begin + .days(80) : nil
      show.broadcast = .random(using: &generator) ? Broadcast(start: begin, period: .days(7)) : nil
      show.sites = [SiteLink(site: "bilibili", id: "1", broadcast: Broadcast(start: random(), period: .days(7)))]
      return show
    }
    let catalogue = Catalogue(shows: shows, sites: Samples.sites)
    let start = random()
    let whole = catalogue.airings(in: epoch..<epoch + .days(400), now: now)
    let range = start..<start + .days(2)
    #expect(catalogue.airings(in: range, now: now) == whole.filter { range.contains($0.at) })
  }
}

struct CalendarTests {
  let catalogue = Catalogue(
    shows: Samples.all + [Samples.show("leap", ja: "leap", begin: "2020-02-29T03:00:00Z")], sites: [])

  @Test func `A season has the shows that began in it`() {
    #expect(catalogue.positions(in: Season(year: 2026, quarter: .spring)) == [catalogue.position(of: Samples.slime.id)])
    #expect(catalogue.positions(in: Season(year: 2026, quarter: .winter)).isEmpty)
  }

  @Test func `This day in past years is the reader's day`() {
    let titan = catalogue.position(of: Samples.titan.id)
    #expect(catalogue.anniversaries(on: CivilDate(year: 2026, month: 4, day: 6), in: .utc) == [titan])
    #expect(catalogue.anniversaries(on: CivilDate(year: 2026, month: 4, day: 7), in: .japan) == [titan])
    #expect(catalogue.anniversaries(on: CivilDate(year: 2013, month: 4, day: 6), in: .utc) == [])
  }

  @Test func `A leap day comes back on leap days only`() {
    #expect(catalogue.anniversaries(on: CivilDate(year: 2024, month: 2, day: 29), in: .utc).count == 1)
    #expect(catalogue.anniversaries(on: CivilDate(year: 2026, month: 3, day: 1), in: .utc).isEmpty)
  }
}
