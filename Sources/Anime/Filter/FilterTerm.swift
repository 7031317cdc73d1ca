/// One question about a show.
public enum FilterTerm: Hashable, Sendable {
  /// Whether its titles hold each of these words, as a search takes them.
  case words(String)
  /// Whether one of its titles holds this text as it stands, written in quotation marks.
  case phrase(String)
  /// Whether this is true of it.
  case mark(FilterMark)
  /// Whether the saved filter of this name lets it pass, `@tonight`.
  case saved(String)
  /// How what it has of this compares to one of these values.
  case field(FilterField, FilterComparison, [FilterValue])
}

/// How a field is compared; the raw values are what is written.
public enum FilterComparison: String, CaseIterable, Sendable {
  case equal = ":"
  case less = "<"
  case atMost = "<="
  case more = ">"
  case atLeast = ">="

  /// Whether `left` compares so to `right`.
  func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .equal: left == right
    case .less: left < right
    case .atMost: left <= right
    case .more: left > right
    case .atLeast: left >= right
    }
  }
}

/// What a field is compared with.
public enum FilterValue: Hashable, Sendable {
  /// Anything at all, `*`.
  case anything
  /// Nothing, `none`.
  case nothing
  /// A whole number.
  case number(Int)
  /// A score, 0 to 100, written as 0 to 10 with one decimal.
  case score(Int)
  /// One of the field's words, as the field's table has it.
  case word(String)
  /// A text of the user's own.
  case text(String)
  /// A season.
  case season(Season)
  /// The four seasons of a year.
  case year(Int)
  /// A day, or several.
  case date(FilterDate)
}
