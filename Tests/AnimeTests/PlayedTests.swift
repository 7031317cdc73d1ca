import Anime
import Testing

@Suite struct PlayedTests {
  private static let show = ShowIdentity(id: ShowID(bits: 7), title: "夜桜")

  private static func operation(_ number: Int, _ changes: [Change], isImport: Bool = false) -> Operation {
    Operation(
      id: "a:\(number)", clock: HybridClock(wall: Instant(seconds: Int64(number * 86_400)), counter: 0, device: "a"),
      edits: [.init(show: show, changes: changes)], isImport: isImport)
  }

  private static func played(_ episode: Int, _ seconds: Int, at position: Int = 600_000) -> Change {
    .played(Played(episode: episode, position: position, duration: 1_420_000, seconds: seconds))
  }

  @Test func `Times of playing add up, also those of other devices, and imported ones do not`() {
    let watchlist = Watchlist([
      Self.operation(1, [Self.played(1, 600)]), Self.operation(2, [Self.played(1, 700), .progress(1)]),
      Self.operation(3, [Self.played(2, 900)], isImport: true),
    ])

    #expect(watchlist.playedTimes(in: .utc).map(\.seconds) == [600, 700])
    let statistics = Statistics(
      of: watchlist.viewings(in: .utc), played: watchlist.playedTimes(in: .utc), list: watchlist.entries.values,
      minutes: { _ in nil }, show: { _ in nil })
    #expect(statistics.playedSeconds == 1300)
    #expect(statistics.episodes == 1)
  }

  @Test func `Undo takes back that an episode counts as watched, not that it was played`() throws {
    var watchlist = Watchlist([
      Self.operation(1, [.progress(1), Self.played(1, 600)]), Self.operation(2, [Self.played(1, 90)]),
    ])

    let undo = try #require(watchlist.undo(device: "a", id: "a:3", now: Instant(seconds: 999_999)))
    #expect(undo.cause == .undo(of: "a:1"))
    watchlist.apply(undo)
    #expect(watchlist.entries[Self.show.id]?.progress ?? 0 == 0)
    #expect(watchlist.undo(device: "a", id: "a:4", now: Instant(seconds: 999_999)) == nil)
  }

  @Test func `What was undone can be redone after something was played`() throws {
    var watchlist = Watchlist([Self.operation(1, [.progress(1)])])
    watchlist.apply(try #require(watchlist.undo(device: "a", id: "a:2", now: Instant(seconds: 90_000))))
    watchlist.apply(Self.operation(3, [Self.played(1, 90)]))

    #expect(watchlist.redo(device: "a", id: "a:4", now: Instant(seconds: 999_999))?.cause == .redo(of: "a:1"))
  }

  @Test(arguments: [(0, nil), (14_999, nil), (15_000, 15_000), (842_000, 842_000), (1_410_000, nil)])
  func `An episode goes on where it was left, but for its edges`(_ position: Int, _ resumed: Int?) {
    var entry = ListEntry(show: Self.show.id)
    entry.apply(Self.played(3, 60, at: position))

    #expect(entry.resumePosition(of: 3) == resumed)
    #expect(entry.resumePosition(of: 4) == nil)
  }

  @Test func `A part that nobody can mean is not skipped`() {
    let entry = ListEntry(show: Self.show.id)

    #expect(entry.skipping(.opening, 45_000..<135_000) == .skips([.opening: 45_000..<135_000]))
    #expect(entry.skipping(.opening, 5..<5) == .skips([:]))
    #expect(entry.skipping(.ending, -5..<5) == .skips([:]))
  }
}
