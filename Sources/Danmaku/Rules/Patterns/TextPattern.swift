/// A regular expression that is searched for in linear time, whoever wrote it.
///
/// Lists of rules come from strangers, and with the usual engines a pattern such as `(a+)+$` can hold a program up
/// for hours. Here a text is read once, from left to right, whatever the pattern: see `PatternMatcher`. The price
/// is that what no automaton can do, such as back-references and looking around, is refused.
///
///     literals   . ^ $   [a-z] [^…]   \d \D \w \W \s \S   \n \t \r \f \v \0 \xHH \uHHHH \u{…}
///     a|b   (…) (?:…) (?<name>…)   * + ? {n} {n,} {n,m}, also lazy   (?i) (?i:…)
///
/// `.` is anything but a line break; `^` and `$` are the ends of the text; `\d` and `\w` are ASCII, as in
/// JavaScript, whose dialect most lists are written in.
public struct TextPattern: Hashable, Sendable {
  /// The pattern as it was written.
  public let source: String
  let program: PatternProgram
  /// Folded texts of which each match holds at least one; nil where there is no such list.
  let literals: [[UInt8]]?

  /// The pattern that `source` writes down; none that every text has, such as `a*`, which would hide all there is.
  public init(_ source: String) throws(TextPatternError) {
    let node = try PatternParser.parse(source)
    self.source = source
    program = try PatternProgram(node)
    literals = node.requiredLiterals
    guard !PatternMatcher(program).findsEverything else { throw TextPatternError(reason: .everything, position: 0) }
  }

  /// Whether the pattern is found anywhere in `text`.
  public func matches(_ text: String) -> Bool {
    var matcher = PatternMatcher(program)
    var text = text
    return text.withUTF8 { matcher.matches($0) }
  }

  /// Whether both are written the same.
  public static func == (one: TextPattern, other: TextPattern) -> Bool { one.source == other.source }
  /// Takes in what is written.
  public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
