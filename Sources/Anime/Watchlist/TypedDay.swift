/// A day as people type it, or that there is none.
///
///     2026-07-04   today   yesterday   none
public struct TypedDay: Hashable, Sendable {
  /// The day; nil where there is to be none.
  public let day: CivilDate?

  /// Reads `text` as it is meant on `today`. Nil for what is no day in the years of ``ListEntry/yearRange``.
  public init?(_ text: some StringProtocol, today: CivilDate) {
    switch text {
    case "none": day = nil
    case "today": day = today
    case "yesterday": day = today.adding(days: -1)
    default:
      guard let date = CivilDate(iso8601: text), ListEntry.yearRange.contains(date.year) else { return nil }
      day = date
    }
  }
}
