import Anime
import App
import TUI
import TUITesting

/// A watchlist in which every field is used.
enum WatchlistSamples {
  static let entries: [ListEntry] = [
    entry(Samples.mushoku, .watching, 6, score: 85, followed: true, changed: "2026-08-09T12:00:00Z") {
      $0.started = CivilDate(year: 2026, month: 7, day: 4)
      $0.priority = .high
      $0.tags = ["isekai", "with Mika"]
      $0.note = "Sundays, with Mika"
    },
    entry(Samples.dandadan, .watching, 3, changed: "2026-08-14T12:00:00Z") {
      $0.started = CivilDate(year: 2026, month: 8, day: 1)
      $0.priority = .low
      $0.tags = ["癒し系ではない"]
    },
    entry(Samples.skeleton, .watching, 5, score: 60, followed: true, changed: "2026-08-10T12:00:00Z") {
      $0.tags = ["isekai"]
    },
    entry(Samples.ling, .watching, 120, score: 100, changed: "2026-08-12T12:00:00Z") { $0.rewatches = 2 },
    entry(Samples.emoji, .watching, 1, changed: "2026-08-11T12:00:00Z") { $0.note = "幅 👨‍👩‍👧 ok" },
    entry(Samples.frieren, .completed, 28, score: 100, changed: "2024-03-23T12:00:00Z") {
      $0.started = CivilDate(year: 2023, month: 9, day: 29)
      $0.finished = CivilDate(year: 2024, month: 3, day: 22)
      $0.rewatches = 1
    },
    entry(Samples.autumn, .planned, 0, followed: true, changed: "2026-08-01T12:00:00Z"),
    entry(Samples.bebop, .paused, 12, score: 90, changed: "2025-01-01T12:00:00Z"),
  ]

  static let library = LibraryState(
    catalogue: Samples.library.catalogue, entries: Dictionary(uniqueKeysWithValues: entries.map { ($0.show, $0) }))

  /// The watchlist, after `keys`.
  static func model(
    _ keys: String = "", columns: Int = 80, rows: Int = 24, language: InterfaceLanguage = .english,
    change: (inout Model.Start) -> Void = { _ in }
  ) -> Model {
    var start = Samples.start(library, columns: columns, rows: rows, language: language)
    change(&start)
    var model = Model(start)
    model.type("4" + keys)
    return model
  }

  private static func entry(
    _ show: Show, _ status: WatchStatus, _ progress: Int, score: Int? = nil, followed: Bool = false, changed: String,
    _ change: (inout ListEntry) -> Void = { _ in }
  ) -> ListEntry {
    var entry = ListEntry(
      show: show.id, isFollowed: followed, status: status, progress: progress, score: score,
      changed: Instant(iso8601: changed))
    change(&entry)
    return entry
  }
}

extension Model {
  /// The rows on screen.
  var rows: [String] { ScreenPicture(frame.buffer).rows }

  /// All that is on screen.
  var text: String { ScreenPicture(frame.buffer).text }

  /// The titles of the watchlist's rows from the top, by a part of each of them.
  func order(of titles: [String]) -> [String] {
    rows.compactMap { row in titles.first { row.contains($0) } }
  }

  /// Types letters and blanks as they are.
  mutating func write(_ text: String) {
    for letter in text { _ = update(.input(.key(.character(letter)))) }
  }
}
