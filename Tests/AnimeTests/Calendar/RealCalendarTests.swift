import Anime
import TestSupport
import Testing

/// The calendar of a user who follows every show of the real catalogue.
@Suite(.enabled(if: TestData.hasCatalogue, Comment(rawValue: TestData.absence)))
struct RealCalendarTests {
  let year = Samples.instant("2026-07-01T00:00:00Z")..<Samples.instant("2027-07-01T00:00:00Z")

  /// Notes about every third show of those that are on in July: holidays, hours and weeks.
  func notes(_ catalogue: Catalogue) -> AiringNotes {
    let july = year.lowerBound..<year.lowerBound + .days(30)
    var generator = SeededGenerator(state: 7)
    let airings = catalogue.airings(in: july, now: year.lowerBound).filter { $0.position % 3 == 0 }
    let notes = airings.map { airing in
      let day = Zone.japan.civil(airing.at).date
      let delay = Delay(of: day, by: [nil, 90, 7 * 1440].randomElement(using: &generator) ?? nil)
      return (airing.show, ShowNotes(delays: [delay]))
    }
    return AiringNotes(Dictionary(notes) { first, _ in first })
  }

  @Test(arguments: [Airing.Kind.tv, .stream])
  func `For every show of the catalogue the events of a year are its airings`(_ kind: Airing.Kind) throws {
    let catalogue = try RealCatalogue.catalogue()
    let notes = notes(catalogue)
    let airings = catalogue.airings(in: year, now: year.lowerBound, notes: notes)
      .filter { $0.kind == kind && $0.isExact }
    let expected = Dictionary(grouping: airings) { "\($0.show)-\($0.site ?? $0.kind.rawValue)@yozakura" }
    let calendar = AiringCalendar(catalogue, notes: notes, places: PlaceFilter(kind: kind))
    let entries = Set(airings.map(\.show)).map { ListEntry(show: $0, isFollowed: true, changed: year.lowerBound) }
    let events = calendar.events(of: entries)
    let reader = try CalendarReader(CalendarFile(name: "x", events: events).text)
    let byUID = Dictionary(grouping: reader.events) { $0["UID"] ?? "" }
    #expect(expected.count > (kind == .tv ? 100 : 500))
    for (uid, airings) in expected {
      let times = try CalendarReader(events: byUID[uid] ?? []).times(of: uid, in: year)
      if times != airings.map(\.at) { Issue.record("\(uid): \(times.count) events, \(airings.count) airings") }
    }
    // And no event says more than the airings do.
    for uid in byUID.keys where expected[uid] == nil {
      let times = try CalendarReader(events: byUID[uid] ?? []).times(of: uid, in: year)
      let timed = byUID[uid]?.allSatisfy { $0.instant("DTSTART") != nil } ?? false
      if timed, !times.isEmpty { Issue.record("\(uid) has \(times.count) events and no airing") }
    }
  }

  @Test func `No two events of all shows that ever were have the same name`() throws {
    let catalogue = try RealCatalogue.catalogue()
    let entries = (0..<catalogue.count).map { ListEntry(show: catalogue.id(at: $0), isFollowed: true) }
    for places in [PlaceFilter.all, PlaceFilter(kind: .stream)] {
      let names = AiringCalendar(catalogue, places: places).events(of: entries).map(\.uid)
      #expect(Set(names).count == names.count)
    }
  }
}
