/// How many cells text takes on a terminal.
///
/// What is measured is what `Buffer` would draw: text is cleaned as it is
/// read (see `Glyphs`), so that no terminal can disagree with the sum.
public enum TextWidth {
  /// How wide characters of East Asian width "ambiguous" are: `★ ● … ① ─`.
  ///
  /// Western terminals draw them in one cell; many Chinese and Japanese ones are set to two.
  public enum Ambiguity: UInt8, Hashable, Sendable {
    case narrow = 1
    case wide = 2
  }

  /// The width of `character`: 0 where it is rewritten to nothing, else usually 1 or 2.
  public static func of(_ character: Character, ambiguity: Ambiguity = .narrow) -> Int {
    of(String(character), ambiguity: ambiguity)
  }

  /// The width of `text`.
  public static func of(_ text: some StringProtocol, ambiguity: Ambiguity = .narrow) -> Int {
    Glyphs(text, ambiguity: ambiguity).reduce(0) { $0 + $1.width }
  }
}
