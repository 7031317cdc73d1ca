import Anime

/// By which column the list is sorted, and in which direction.
struct WatchlistOrder: Hashable, Sendable {
  var column = WatchlistColumn.changed
  var isAscending = false

  /// What rows are compared by.
  private enum Value: Comparable {
    case number(Int64)
    case text(String)
  }

  /// `entries` in this order. Where nothing is known an entry stands last, whatever the direction; where two are the
  /// same, the ids decide.
  func sorted(_ entries: [ListEntry], _ world: Surroundings) -> [ListEntry] {
    let rows = entries.map { (value: value(of: $0, world), entry: $0) }
    return rows.sorted { left, right in
      guard let first = left.value, let second = right.value, first != second else {
        if (left.value == nil) != (right.value == nil) { return left.value != nil }
        return left.entry.show < right.entry.show
      }
      return isAscending ? first < second : second < first
    }.map(\.entry)
  }

  private func value(of entry: ListEntry, _ world: Surroundings) -> Value? {
    switch column {
    case .title: .text(world.title(of: entry.show))
    case .status: entry.status.flatMap(WatchStatus.allCases.firstIndex).map { .number(Int64($0)) }
    case .progress: .number(Int64(entry.progress))
    case .next: world.nextTime(of: entry.show).map { .number($0.at.milliseconds) }
    case .score: entry.score.map { .number(Int64($0)) }
    case .priority: entry.priority.flatMap(Priority.allCases.firstIndex).map { .number(Int64($0)) }
    case .tags: entry.tags.first.map { .text($0) }
    case .started: entry.started.map { .number(Int64($0.daysSince1970)) }
    case .finished: entry.finished.map { .number(Int64($0.daysSince1970)) }
    case .rewatches: entry.rewatches > 0 ? .number(Int64(entry.rewatches)) : nil
    case .changed: entry.changed.map { .number($0.milliseconds) }
    case .marks, .gauge, .airs, .note: preconditionFailure("the watchlist is not sorted by \(column)")
    }
  }
}

extension Surroundings {
  /// When something of a show comes next: an episode, or its beginning.
  struct NextTime {
    let at: Instant
    /// Whether the hour is known; else only the day is.
    let isExact: Bool
    /// Whether it comes at another time than planned.
    let isMoved: Bool
  }

  /// When a show is on next, at whatever place, or begins; nil where that is not known, or over.
  func nextTime(of show: ShowID) -> NextTime? {
    guard let position = catalogue.position(of: show) else { return nil }
    if let airing = catalogue.nextAirings(at: position, now: shown, notes: notes).first {
      return NextTime(at: airing.at, isExact: airing.isExact, isMoved: airing.isMoved)
    }
    let begin = catalogue.summary(at: position).begin
    return begin > shown ? NextTime(at: begin, isExact: false, isMoved: false) : nil
  }
}
