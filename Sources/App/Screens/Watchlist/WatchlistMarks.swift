import Anime

/// The shows that are marked, to be changed together; they stay marked wherever their rows go.
struct WatchlistMarks: Sendable {
  private(set) var shows: Set<ShowID> = []
  /// Where a range begins that is being marked; it ends at the selected row.
  private(set) var anchor: ShowID?

  /// Whether nothing is marked, nor about to be.
  var isEmpty: Bool { shows.isEmpty && anchor == nil }

  /// What is marked, with the range from its beginning to `selected` among `rows`.
  func marked(in rows: [ShowID], selected: ShowID?) -> Set<ShowID> {
    shows.union(range(in: rows, to: selected))
  }

  private func range(in rows: [ShowID], to selected: ShowID?) -> ArraySlice<ShowID> {
    guard let anchor, let selected, let first = rows.firstIndex(of: anchor), let last = rows.firstIndex(of: selected)
    else { return [] }
    return rows[min(first, last)...max(first, last)]
  }

  mutating func toggle(_ show: ShowID) {
    if shows.remove(show) == nil { shows.insert(show) }
  }

  /// Begins a range at `selected`; where one has begun, marks it.
  mutating func toggleRange(in rows: [ShowID], selected: ShowID?) {
    shows = marked(in: rows, selected: selected)
    anchor = anchor == nil ? selected : nil
  }

  /// Marks all of `rows`; where all are marked, none of them any more.
  mutating func toggleAll(_ rows: [ShowID]) {
    anchor = nil
    shows = shows.isSuperset(of: rows) ? shows.subtracting(rows) : shows.union(rows)
  }

  mutating func clear() { self = WatchlistMarks() }

  /// Forgets a range that has begun.
  mutating func leaveRange() { anchor = nil }

  /// Forgets what is no longer in the list.
  mutating func keep(_ listed: some Collection<ShowID>) {
    guard !isEmpty else { return }
    shows.formIntersection(listed)
    if let start = anchor, !listed.contains(start) { anchor = nil }
  }
}
