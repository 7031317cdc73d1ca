public import Anime

/// The phrases about filters in one language; the words of filters are the same in all.
public struct FilterStrings: Sendable {
  /// What is wrong with a filter, in a sentence without its full stop.
  public let problem: @Sendable (FilterError.Reason) -> String
  /// What a field is about.
  public let field: @Sendable (FilterField) -> String
  /// What a mark says of a show.
  public let mark: @Sendable (FilterMark) -> String
  /// What stands behind a field.
  public let form: @Sendable (FilterField.Form) -> String
  /// That a show passes a saved filter.
  let saved: String
}

extension FilterStrings {
  /// What a word means that completes a filter, `status:` or `airing`; nil for a value or a keyword.
  func meaning(of word: String) -> String? {
    if word.hasPrefix("@") { return saved }
    if let mark = FilterMark(rawValue: word) { return self.mark(mark) }
    guard word.hasSuffix(":") else { return nil }
    return FilterField(rawValue: String(word.dropLast())).map { field($0) }
  }
}
