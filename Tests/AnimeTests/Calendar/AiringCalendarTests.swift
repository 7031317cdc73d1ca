import Anime
import Testing

struct AiringCalendarTests {
  let year = Samples.instant("2026-07-01T00:00:00Z")..<Samples.instant("2027-07-01T00:00:00Z")

  func text(_ show: Show, _ notes: ShowNotes = ShowNotes(), places: PlaceFilter = .all, changed: Instant? = nil)
    -> String
  {
    let calendar = AiringCalendar(
      Catalogue(shows: [show], sites: Samples.sites), notes: AiringNotes([show.id: notes]), places: places)
    let entry = ListEntry(show: show.id, isFollowed: true, changed: changed ?? Samples.instant("2026-08-01T00:00:00Z"))
    return CalendarFile(name: "Yozakura", events: calendar.events(of: [entry])).text
  }

  func events(_ show: Show, _ notes: ShowNotes = ShowNotes(), places: PlaceFilter = .all) throws -> [CalendarReader
    .Event]
  {
    try CalendarReader(text(show, notes, places: places)).events
  }

  func delay(_ day: Int, by minutes: Int?) -> Delay {
    Delay(of: CivilDate(year: 2026, month: 8, day: day), by: minutes)
  }

  @Test func `A weekly show is one event with a rule`() throws {
    let events = try events(Samples.slime)
    #expect(events.count == 1)
    #expect(events.first?["DTSTART"] == "20260403T140000Z")
    #expect(events.first?["RRULE"] == "FREQ=WEEKLY")
    #expect(events.first?["DURATION"] == "PT30M")
    #expect(events.first?["UID"] == "\(Samples.slime.id)-tv@yozakura")
    #expect(events.first?.text("SUMMARY") == "転生したらスライムだった件 第4期")
  }

  @Test(arguments: [
    ("P1D", "FREQ=DAILY"), ("P2D", "FREQ=DAILY;INTERVAL=2"), ("P14D", "FREQ=WEEKLY;INTERVAL=2"),
    ("P1M", "FREQ=MONTHLY"),
  ])
  func `Every period has its rule`(_ period: String, _ rule: String) throws {
    var show = Samples.slime
    show.broadcast = Broadcast("R/2026-04-03T14:00:00Z/\(period)")
    #expect(try events(show).first?["RRULE"] == rule)
  }

  @Test func `What comes once has no rule`() throws {
    var show = Samples.slime
    show.broadcast = Broadcast("R/2026-04-03T14:00:00Z/P0D")
    #expect(try events(show).map { $0["RRULE"] } == [nil])
    #expect(
      try events(show, ShowNotes(delays: [Delay(of: CivilDate(year: 2026, month: 4, day: 3), by: 90)]))
        .map { $0["DTSTART"] } == ["20260403T153000Z"])
  }

  @Test func `A rule ends with the show`() throws {
    #expect(try events(Samples.frieren).first?["RRULE"] == "FREQ=WEEKLY;UNTIL=20240322T140000Z")
  }

  @Test func `A holiday is an exception`() throws {
    #expect(try events(Samples.slime, ShowNotes(delays: [delay(14, by: nil)])).first?["EXDATE"] == "20260814T140000Z")
  }

  @Test func `A broadcast that is late replaces what the rule says`() throws {
    let events = try events(Samples.slime, ShowNotes(delays: [delay(14, by: 45)]))
    #expect(events.map { $0["UID"] } == Array(repeating: "\(Samples.slime.id)-tv@yozakura", count: 2))
    #expect(events.last?["RECURRENCE-ID"] == "20260814T140000Z")
    #expect(events.last?["DTSTART"] == "20260814T144500Z")
    #expect(events.last?["RRULE"] == nil)
  }

  @Test func `A begin of which only the day is known is a day`() throws {
    let show = Samples.show("x", ja: "x", begin: "2026-08-15T16:00:00Z")
    #expect(text(show).contains("DTSTART;VALUE=DATE:20260816\r\n"))
  }

  @Test func `A film is on the day on which it begins`() throws {
    let film = Samples.show("film", ja: "film", kind: .movie, begin: "2026-08-15T16:00:00Z")
    #expect(text(film).contains("DTSTART;VALUE=DATE:20260816\r\n"))
  }

  @Test func `Without a wish a show has one line of events, else one for each place that is wanted`() throws {
    var show = Samples.slime
    show.sites = [
      SiteLink(site: "bilibili", id: "7", broadcast: Broadcast("R/2026-04-05T03:00:00Z/P7D")),
      SiteLink(site: "crunchyroll", id: "8", broadcast: Broadcast("R/2026-04-03T14:30:00Z/P7D")),
    ]
    func uids(_ places: PlaceFilter) throws -> [String] {
      try events(show, places: places).compactMap { $0["UID"]?.dropFirst(11).prefix { $0 != "@" } }.map(String.init)
    }
    #expect(try uids(.all) == ["tv"])
    #expect(try uids(PlaceFilter(kind: .stream)) == ["bilibili", "crunchyroll"])
    #expect(try uids(PlaceFilter(sites: ["CrunchyRoll"])) == ["crunchyroll"])
    #expect(try uids(PlaceFilter(region: "cn")) == ["bilibili", "crunchyroll"])
    #expect(try uids(PlaceFilter(region: "jp")) == ["tv", "crunchyroll"])
    let event = try #require(try events(show, places: PlaceFilter(sites: ["bilibili"])).first)
    #expect(event.text("LOCATION") == "哔哩哔哩")
    #expect(event["URL"] == "https://www.bilibili.com/bangumi/media/md7/")
  }

  @Test func `Titles survive folds and escapes`() throws {
    let title = #"夜桜; さんち, の\大作戦 "# + String(repeating: "桜🌸e\u{301}", count: 40)
    let show = Samples.show("x", ja: title, en: ["a\nb;c"], begin: "2026-08-15T15:00:00Z")
    let event = try #require(try events(show).first)
    #expect(event.text("SUMMARY") == title)
    #expect(event.text("DESCRIPTION") == "a\nb;c")
  }

  @Test func `The same library gives the same bytes, and a change a greater number`() throws {
    let first = text(Samples.slime)
    #expect(text(Samples.slime) == first)
    let later = try CalendarReader(text(Samples.slime, changed: Samples.instant("2026-08-01T00:05:00Z"))).events[0]
    let before = try #require(Int(try CalendarReader(first).events[0]["SEQUENCE"] ?? ""))
    #expect(Int(later["SEQUENCE"] ?? "") == before + 5)
    #expect(later["DTSTAMP"] == "20260801T000500Z")
  }

  @Test(arguments: 0..<40)
  func `What a reader makes of the events are the airings, whatever is noted`(_ seed: Int) throws {
    var generator = SeededGenerator(state: UInt64(seed))
    var show = Samples.slime
    let period = ["P7D", "P1D", "P2D", "P1M", "P14D"].randomElement(using: &generator) ?? "P7D"
    show.broadcast = Broadcast("R/2026-0\(Int.random(in: 4...9, using: &generator))-30T14:30:00Z/\(period)")
    show.end = Bool.random(using: &generator) ? Samples.instant("2027-03-30T14:30:00Z") : nil
    let delays = (0..<12).map { _ in
      Delay(
        of: CivilDate(year: 2026, month: 7, day: 1).adding(days: .random(in: 0..<300, using: &generator)),
        by: [nil, 45, -30, 1440, 7 * 1440, 14 * 1440, 5 * 1440].randomElement(using: &generator) ?? nil)
    }
    let notes = ShowNotes(delays: Delay.sorted(delays))
    let airings = Catalogue(shows: [show], sites: []).airings(
      in: year, now: year.lowerBound, notes: AiringNotes([show.id: notes]))
    let times = try CalendarReader(text(show, notes)).times(of: "\(show.id)-tv@yozakura", in: year)
    #expect(times == airings.map(\.at))
    #expect(!times.isEmpty)
  }
}
