/// How soon a show is to be watched; the raw values are those of JSON and the command line.
///
/// Three steps, as the lists of MyAnimeList have them.
public enum Priority: String, CaseIterable, Comparable, Sendable {
  case low, medium, high

  /// Whether `left` can wait longer.
  public static func < (left: Priority, right: Priority) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
}
