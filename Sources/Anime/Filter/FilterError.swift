/// Why a text is no filter, and which characters of it are to blame.
public struct FilterError: Error, Hashable, Sendable {
  /// The characters that are wrong, counted from the beginning of the text; empty where something is missing.
  public var range: Range<Int>
  /// What is wrong with them.
  public var reason: Reason

  /// What can be wrong.
  public enum Reason: Hashable, Sendable {
    /// No field is called so; the nearest one.
    case unknownField(String, nearest: String?)
    /// The field knows no such word; the nearest one it knows.
    case unknownWord(FilterField, String, nearest: String?)
    /// No filter is saved under this name; the nearest one.
    case unknownFilter(String, nearest: String?)
    /// The field wants another sort of value than this text.
    case wrongValue(FilterField, String)
    /// Behind the field's comparison stands nothing.
    case missingValue(FilterField)
    /// The values of the field have no order, or several stand behind an order.
    case notComparable(FilterField)
    /// Behind `and`, `or`, `not` or `(` nothing is asked.
    case missingTerm
    /// This parenthesis is never closed.
    case openParenthesis
    /// This parenthesis was never opened.
    case closedParenthesis
    /// This quotation mark is never closed.
    case openQuotation
    /// Parentheses or `not` stand deeper in one another than this.
    case tooDeep(limit: Int)
    /// The text has more characters than this.
    case tooLong(limit: Int)
  }

  /// That `range` is wrong for `reason`.
  init(_ range: Range<Int>, _ reason: Reason) {
    self.range = range
    self.reason = reason
  }
}
