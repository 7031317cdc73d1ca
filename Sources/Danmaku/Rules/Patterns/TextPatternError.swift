/// Why a pattern is refused, and where.
public struct TextPatternError: Error, Hashable, Sendable {
  /// What is wrong.
  public let reason: Reason
  /// How many Unicode scalars stand before the place where it is wrong.
  public let position: Int

  /// An error of this reason at this place.
  public init(reason: Reason, position: Int) {
    self.reason = reason
    self.position = position
  }

  /// What can be wrong.
  public enum Reason: Hashable, Sendable {
    /// No automaton can look ahead or behind: `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)`.
    case lookAround
    /// No automaton remembers what a group matched: `\1`, `\k<…>`.
    case backReference
    /// This escape, with a backslash before it, is not known.
    case escape(String)
    /// This kind of group, `(?` and what follows it, is not known.
    case group(String)
    /// `(` without `)`.
    case openGroup
    /// `)` without `(`.
    case strayParenthesis
    /// `[` without `]`.
    case openClass
    /// `[]`, which means different things elsewhere.
    case emptyClass
    /// The range ends before it begins.
    case range
    /// `*`, `+`, `?` or `{…}` with nothing before it, or after another one.
    case nothingToRepeat
    /// `{n,m}` with n above m.
    case repetition
    /// Written out, it has more steps than any pattern that people write.
    case tooLarge
    /// Nothing at all fits it, and so it is found in every text: `a*`, `a|`, `^`.
    case everything
  }
}
