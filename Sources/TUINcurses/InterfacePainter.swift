import CNcurses
import TUI

/// Hands cells to ncurses. Belongs to the UI thread.
final class InterfacePainter {
  private let depth: ColorDepth
  private let isDirectColor: Bool
  private var pairs: [UInt64: Int32] = [:]
  private let pairLimit: Int32

  /// What stands under cells that ncurses does not draw.
  ///
  /// Not a blank: ncurses clears to the end of a row that it believes blank, and would clear those cells too.
  /// And not the same in any two rows: where rows beside the stage move up or down, ncurses finds the same rows
  /// elsewhere and scrolls the terminal, stage and all; `idlok` does not keep it from that.
  private static func placeholder(column: Int, row: Int) -> Unicode.Scalar {
    let spaces = Self.spaces
    return spaces[(column % 2 == 0 ? row : row / spaces.count) % spaces.count]
  }

  /// Characters of one cell in which nothing is seen.
  private static let spaces: [Unicode.Scalar] = [
    "\u{A0}", "\u{2000}", "\u{2001}", "\u{2002}", "\u{2003}", "\u{2004}", "\u{2005}", "\u{2006}", "\u{2007}",
    "\u{2008}", "\u{2009}", "\u{200A}", "\u{202F}", "\u{205F}",
  ]

  /// A painter for the terminal that ncurses has opened, with at most `depth` colours.
  init(depth: ColorDepth) {
    self.depth = depth
    isDirectColor = depth == .trueColor
    pairLimit = nc_pairs()
  }

  /// How many cells of the lower right corner ncurses never gets.
  ///
  /// Where terminfo cannot turn wrapping off, as in tmux and screen, ncurses puts a character there by inserting it
  /// one column before; and it takes the second half of a wide character for that one. The row grows by a column.
  private static let cornerColumns = 3

  /// The cells that are painted past ncurses when something in them changes: the corner, and the one before, which
  /// may be the first half of a character in it.
  static func corner(of buffer: Buffer) -> BufferDiff.Run {
    let (columns, row) = (buffer.size.columns, buffer.size.rows - 1)
    var start = max(0, columns - cornerColumns - 1)
    if start > 0, buffer[start, row].width == 0 { start -= 1 }
    return BufferDiff.Run(row: row, columns: start..<columns)
  }

  /// Whether a character can stand in the corner without scrolling the terminal.
  static var canFillCorner: Bool { tigetflag("am") != 1 || tigetflag("xenl") == 1 }

  /// Puts the cells of `columns` into ncurses' window; those that `isOurs` become placeholders.
  func paint(_ buffer: Buffer, row: Int, columns: Range<Int>, isOurs: (Int) -> Bool) {
    let isLast = row == buffer.size.rows - 1
    let columns = isLast ? columns.clamped(to: 0..<max(0, buffer.size.columns - Self.cornerColumns)) : columns
    guard !columns.isEmpty else { return }
    var characters: [cchar_t] = []
    characters.reserveCapacity(columns.count)
    var column = columns.lowerBound
    while column < columns.upperBound {
      let cell = buffer[column, row]
      if isOurs(column) {
        characters.append(character([Self.placeholder(column: column, row: row)], style: .plain))
        column += 1
      } else if cell.width == 0 || column + cell.width > columns.upperBound || (cell.width == 2 && isOurs(column + 1)) {
        characters.append(character([" "], style: cell.style))
        column += 1
      } else {
        characters.append(character(cell.glyph.scalars, style: cell.style))
        column += cell.width
      }
    }
    _ = mvadd_wchnstr(Int32(row), Int32(columns.lowerBound), characters, Int32(characters.count))
  }

  private func character(_ scalars: [Unicode.Scalar], style: Style) -> cchar_t {
    var character = cchar_t()
    let text = scalars.map { wchar_t($0.value) } + [0]
    _ = nc_setcchar(&character, text, attributes(of: style), pair(for: style))
    return character
  }

  private func attributes(of style: Style) -> attr_t {
    var attributes: attr_t = 0
    if style.attributes.contains(.bold) { attributes |= NC_BOLD }
    if style.attributes.contains(.dim) { attributes |= NC_DIM }
    if style.attributes.contains(.italic) { attributes |= NC_ITALIC }
    if style.attributes.contains(.underline) { attributes |= NC_UNDERLINE }
    if style.attributes.contains(.reverse) { attributes |= NC_REVERSE }
    return attributes
  }

  /// The pair of a style's colours, defined when it is first used.
  private func pair(for style: Style) -> Int32 {
    let foreground = number(style.foreground)
    let background = number(style.background)
    guard foreground >= 0 || background >= 0 else { return 0 }
    let key = UInt64(UInt32(bitPattern: foreground)) << 32 | UInt64(UInt32(bitPattern: background))
    if let pair = pairs[key] { return pair }
    let pair = Int32(pairs.count + 1)
    guard pair < pairLimit, init_extended_pair(pair, foreground, background) == OK else {
      // Eight-colour terminals have 64 pairs: what comes too late keeps its foreground at best.
      return style.background == .terminal ? 0 : self.pair(for: Style(foreground: style.foreground))
    }
    pairs[key] = pair
    return pair
  }

  private func number(_ color: Color) -> Int32 {
    switch color.reduced(to: depth) {
    case .terminal: return -1
    case .indexed(let index) where !isDirectColor || index < 8: return Int32(index)
    case let color:
      guard let (red, green, blue) = color.components else { return -1 }
      return Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
    }
  }
}
