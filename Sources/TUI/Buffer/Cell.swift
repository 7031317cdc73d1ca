/// What stands in one place of the screen.
///
/// A wide character is a cell with its text and `width` 2, followed by a
/// cell of `width` 0 that is its right half.
public struct Cell: Hashable, Sendable {
  /// The character with its combining marks; a space where nothing stands.
  public var character: Character
  /// How it looks.
  public var style: Style
  /// Cells taken: 1, 2, or 0 for the right half of a wide character.
  public var width: UInt8

  /// A cell.
  public init(_ character: Character = " ", style: Style = .plain, width: UInt8 = 1) {
    self.character = character
    self.style = style
    self.width = width
  }

  /// An empty cell.
  public static let blank = Cell()
}
