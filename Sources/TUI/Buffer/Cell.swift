/// What stands in one place of the screen.
///
/// A wide character is a cell with its glyph and `width` 2, followed by a
/// cell of `width` 0 that is its right half.
public struct Cell: Hashable, Sendable {
  /// The character with its combining marks; blank where nothing stands.
  public internal(set) var glyph: Glyph
  /// How it looks.
  public var style: Style

  /// A cell with the first glyph of `character`.
  public init(_ character: Character = " ", style: Style = .plain) {
    var glyphs = Glyphs(String(character))
    self.init(glyphs.next() ?? .blank, style: style)
  }

  /// A cell with `glyph`; one that takes two cells needs its right half in the next.
  public init(_ glyph: Glyph, style: Style) {
    self.glyph = glyph
    self.style = style
  }

  /// An empty cell.
  public static let blank = Cell(.blank, style: .plain)

  /// The character; a space for the right half of a wide one.
  public var character: Character { glyph.character }
  /// Cells taken: 1, 2, or 0 for the right half of a wide character.
  public var width: Int { glyph.width }
}
