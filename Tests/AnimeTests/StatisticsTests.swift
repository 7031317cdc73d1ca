import Anime
import Testing

struct StatisticsTests {
  let show = ShowIdentity(id: Samples.id("frieren"), title: "葬送のフリーレン")
  let start = Samples.instant("2026-08-15T12:00:00Z")

  func operation(
    _ id: String, day: Int64, _ changes: [Change], cause: Operation.Cause = .edit, isImport: Bool = false
  ) -> Operation {
    Operation(
      id: id, clock: HybridClock(wall: start + .days(day), counter: id.utf8.count, device: "laptop"), cause: cause,
      edits: [Operation.Edit(show: show, changes: changes)], isImport: isImport)
  }

  func day(_ offset: Int) -> CivilDate { CivilDate(year: 2026, month: 8, day: 15).adding(days: offset) }

  @Test func `What was watched is what progress gained, day by day`() {
    let list = Watchlist([
      operation("1", day: 0, [.progress(2)]), operation("2", day: 1, [.progress(3), .score(80)]),
      operation("3", day: 2, [.progress(1)]), operation("4", day: 3, [.progress(2)]),
    ])
    let expected = [(0, 2), (1, 1), (3, 1)].map { Viewing(show: show.id, day: day($0.0), episodes: $0.1) }
    #expect(list.viewings(in: .utc) == expected)
  }

  @Test func `What was undone was not watched, and what was redone was`() {
    let edits = [operation("1", day: 0, [.progress(2)]), operation("22", day: 1, [.progress(12)])]
    let undo = operation("333", day: 1, [.progress(2)], cause: .undo(of: "22"))
    #expect(Watchlist(edits + [undo]).viewings(in: .utc).map(\.episodes) == [2])
    let redo = operation("4444", day: 1, [.progress(12)], cause: .redo(of: "22"))
    #expect(Watchlist(edits + [undo, redo]).viewings(in: .utc).map(\.episodes) == [2, 10])
  }

  @Test func `An import is nothing that was watched at its moment`() {
    let list = Watchlist([
      operation("1", day: 0, [.progress(900)], isImport: true), operation("2", day: 1, [.progress(901)]),
    ])
    #expect(list.viewings(in: .utc) == [Viewing(show: show.id, day: day(1), episodes: 1)])
  }

  @Test func `Episodes are of the day on which the user says the show was finished`() {
    let list = Watchlist([operation("1", day: 0, [.progress(12), .finished(day(-40))])])
    #expect(list.viewings(in: .utc).map(\.day) == [day(-40)])
  }

  @Test func `The day is that of the user's zone`() {
    let list = Watchlist([operation("1", day: 0, [.progress(1)])])
    #expect(list.viewings(in: .fixed(hours: 13)).map(\.day) == [day(1)])
  }

  func statistics(_ days: [Int: Int], year: Int? = nil, minutes: Int? = 24) -> Statistics {
    var entry = ListEntry(show: show.id, status: .completed, score: 85)
    entry.finished = day(0)
    let show = Show(
      id: show.id, titles: Titles(native: show.title, nativeLanguage: .japanese), kind: .tv, begin: start,
      provider: "test")
    return Statistics(
      of: days.map { Viewing(show: show.id, day: day($0.key), episodes: $0.value) }, list: [entry], year: year,
      minutes: { _ in minutes }, show: { _ in show })
  }

  @Test func `Everything is counted`() {
    let found = statistics([0: 3, 1: 2])
    #expect(found.shows == 1 && found.completed == 1 && found.episodes == 5)
    #expect(found.minutes == 120 && found.episodesOfUnknownLength == 0)
    #expect(found.byMonth == [8: 5] && found.byKind == [.tv: 5])
    #expect(found.bySeason == [Season(year: 2026, quarter: .summer): 5])
    #expect(found.byScore == [85: 1] && found.meanScore == 850)
  }

  @Test func `A length that is not known is not guessed`() {
    let found = statistics([0: 3], minutes: nil)
    #expect(found.minutes == 0 && found.episodesOfUnknownLength == 3)
  }

  @Test func `Only what is of the year counts`() {
    let found = statistics([0: 3, -365: 9], year: 2026)
    #expect(found.episodes == 3 && found.completed == 1)
    #expect(statistics([0: 3], year: 2025).completed == 0)
  }

  @Test func `The longest streak and the busiest day are the first of their like`() throws {
    let found = statistics([-20: 5, -19: 1, -10: 5, -9: 1, 0: 1])
    #expect(found.longestStreak?.begin == day(-20) && found.longestStreak?.days == 2)
    #expect(found.busiest?.day == day(-20) && found.busiest?.episodes == 5)
  }

  @Test func `A streak goes on until a whole day has passed without it`() {
    let found = statistics([-2: 1, -1: 1])
    #expect(found.currentStreak(today: day(0))?.days == 2)
    #expect(found.currentStreak(today: day(1)) == nil)
    #expect(statistics([:]).longestStreak == nil)
  }
}
