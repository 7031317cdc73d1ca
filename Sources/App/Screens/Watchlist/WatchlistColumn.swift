import Anime
import TUI

/// A column of the watchlist, in the order in which they stand.
enum WatchlistColumn: CaseIterable, Hashable, Sendable {
  /// Whether the show is followed, and its status, by their marks.
  case marks
  case title
  /// The status in words, where the tab does not tell it.
  case status
  /// The progress as a bar.
  case gauge
  case progress
  /// The day and the time of the next airing.
  case airs
  /// How long it is until then.
  case next
  case score, priority, tags, started, finished, rewatches, note, changed

  /// The higher, the longer it stays where there is little room.
  var importance: Int {
    switch self {
    case .title: 15
    case .marks: 14
    case .progress: 13
    case .next: 12
    case .score: 11
    case .priority: 10
    case .tags: 9
    case .status: 8
    case .airs: 7
    case .started: 6
    case .finished: 5
    case .rewatches: 4
    case .note: 3
    case .gauge: 2
    case .changed: 1
    }
  }

  /// Numbers and what is counted stand at the right.
  var alignment: Alignment {
    switch self {
    case .progress, .next, .score, .rewatches: .right
    default: .left
    }
  }

  /// Whether the list can be sorted by it; what says the same as another column cannot.
  var isSortable: Bool { ![.marks, .gauge, .airs, .note].contains(self) }

  /// Whether the first look at it goes from the least to the greatest: titles from A, the next airing from the soonest.
  var beginsAscending: Bool { [.title, .status, .next, .tags].contains(self) }

  /// What stands above it; "" where nothing needs to.
  func head(_ strings: EntryStrings) -> String {
    switch self {
    case .marks, .gauge: ""
    case .title: strings.title
    case .airs: strings.airs
    case .next: strings.next
    case .changed: strings.changed
    case .status: strings.field(.status)
    case .progress: strings.field(.progress)
    case .score: strings.field(.score)
    case .priority: strings.field(.priority)
    case .tags: strings.field(.tags)
    case .started: strings.field(.started)
    case .finished: strings.field(.finished)
    case .rewatches: strings.field(.rewatches)
    case .note: strings.field(.note)
    }
  }
}
