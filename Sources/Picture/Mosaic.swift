import TUI

/// How the pixels of a picture are put into cells: two colours each, and a character that says where which one is.
public enum Mosaic: String, Hashable, Sendable, CaseIterable {
  /// Two pixels one above the other, which every terminal has the characters for, and every pixel its own colour.
  case halfBlocks
  /// Two times two pixels.
  case quadrants
  /// Two times three pixels, of Unicode 13's characters for legacy computing.
  case sextants

  /// Pixels of a cell from left to right.
  public var columns: Int { self == .halfBlocks ? 1 : 2 }
  /// Pixels of a cell from top to bottom.
  public var rows: Int { self == .sextants ? 3 : 2 }

  /// The characters, by the pixels that have the foreground's colour: bit 0 is the first of the top row, and so on
  /// row by row.
  var glyphs: [Glyph] {
    switch self {
    case .halfBlocks: Self.halfBlockGlyphs
    case .quadrants: Self.quadrantGlyphs
    case .sextants: Self.sextantGlyphs
    }
  }

  private static let halfBlockGlyphs = glyphs(of: " ▀▄█")
  private static let quadrantGlyphs = glyphs(of: " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")
  /// U+1FB00 is the first with any pixel; those that were in Unicode before are left out there.
  private static let sextantGlyphs = (0..<64).map { bits -> Glyph in
    switch bits {
    case 0: return .blank
    case 0b010101: return Cell("▌").glyph
    case 0b101010: return Cell("▐").glyph
    case 0b111111: return Cell("█").glyph
    default:
      let skipped = 1 + (bits > 0b010101 ? 1 : 0) + (bits > 0b101010 ? 1 : 0)
      guard let scalar = Unicode.Scalar(UInt32(0x1FB00 + bits - skipped)) else { return .blank }
      return Cell(Character(scalar)).glyph
    }
  }

  private static func glyphs(of characters: String) -> [Glyph] { characters.map { Cell($0).glyph } }
}
