public import TUI

/// Turns cells into the fewest bytes that paint them: the stage's renderer.
///
/// It moves the cursor only over what stays as it is, and changes the pen
/// only where the next cell needs another one. It knows nothing of what is on
/// screen; the frame's diff tells it which cells to paint.
public struct CellPainter: Sendable {
  /// The bytes so far.
  public private(set) var bytes: [UInt8] = []
  private let depth: ColorDepth
  private var place: Position?
  private var pen: Style?

  /// A painter for a terminal of `depth`; it assumes nothing about cursor and pen.
  public init(depth: ColorDepth) {
    self.depth = depth
    bytes.reserveCapacity(4_096)
  }

  /// Paints the cells of `columns` in `row`.
  public mutating func paint(_ buffer: Buffer, row: Int, columns: Range<Int>) {
    var column = columns.lowerBound
    while column < columns.upperBound {
      let cell = buffer[column, row]
      let fits = cell.width > 0 && column + cell.width <= columns.upperBound
      let glyph = fits ? cell.glyph : .blank
      move(to: Position(column: column, row: row), on: buffer)
      use(cell.style, for: glyph)
      put(glyph)
      column += glyph.width
      advance(past: glyph, to: column, row: row, on: buffer)
    }
  }

  private mutating func put(_ glyph: Glyph) {
    glyph.forEachScalar { scalar in
      if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value))
      } else if let encoded = UTF8.encode(scalar) {
        bytes.append(contentsOf: encoded)
      }
    }
  }

  /// Where the cursor is trusted to be after `glyph`.
  private mutating func advance(past glyph: Glyph, to column: Int, row: Int, on buffer: Buffer) {
    // At the edge terminals wait for the next character before they wrap; and
    // where ambiguous characters are wide, this one may not be.
    let isTrusted = column < buffer.size.columns && (buffer.ambiguity == .narrow || !glyph.isAmbiguous)
    place = isTrusted ? Position(column: column, row: row) : nil
  }
}

// MARK: Cursor

extension CellPainter {
  private mutating func move(to target: Position, on buffer: Buffer) {
    defer { place = target }
    guard let place, place.row == target.row, place.column <= target.column else {
      return append("\u{1B}[\(target.row + 1);\(target.column + 1)H")
    }
    let distance = target.column - place.column
    guard distance > 0, !rewrite(from: place, count: distance, on: buffer) else { return }
    append(distance == 1 ? "\u{1B}[C" : "\u{1B}[\(distance)C")
  }

  /// Paints up to three cells again where that is shorter than moving over them.
  private mutating func rewrite(from place: Position, count: Int, on buffer: Buffer) -> Bool {
    guard count <= 3 else { return false }
    let cells = (0..<count).map { buffer[place.column + $0, place.row] }
    guard cells.allSatisfy({ $0.glyph.packedScalars < 0x80 && $0.width == 1 && reduced($0.style) == pen }) else {
      return false
    }
    for cell in cells { put(cell.glyph) }
    return true
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

// MARK: Pen

extension CellPainter {
  private mutating func use(_ style: Style, for glyph: Glyph) {
    var style = reduced(style)
    // Nothing is seen of a blank's foreground: the pen keeps the one it has.
    let lines: Style.Attributes = [.underline, .reverse]
    if glyph == .blank, let pen, style.attributes.isDisjoint(with: lines), pen.attributes.isDisjoint(with: lines) {
      style.foreground = pen.foreground
      style.attributes = pen.attributes
    }
    guard style != pen else { return }
    append("\u{1B}[")
    if pen == nil { code(0) }
    addChanges(from: pen ?? .plain, to: style)
    // In the place of the last semicolon.
    bytes[bytes.count - 1] = UInt8(ascii: "m")
    pen = style
  }

  private mutating func addChanges(from old: Style, to new: Style) {
    if old.attributes != new.attributes { addChanges(from: old.attributes, to: new.attributes) }
    if old.foreground != new.foreground { code(new.foreground, base: 30) }
    if old.background != new.background { code(new.background, base: 40) }
  }

  private mutating func addChanges(from old: Style.Attributes, to new: Style.Attributes) {
    let removed = old.subtracting(new)
    var added = new.subtracting(old)
    if !removed.isDisjoint(with: [.bold, .dim]) {
      code(22)
      added.formUnion(new.intersection([.bold, .dim]))
    }
    if removed.contains(.italic) { code(23) }
    if removed.contains(.underline) { code(24) }
    if removed.contains(.reverse) { code(27) }
    if added.contains(.bold) { code(1) }
    if added.contains(.dim) { code(2) }
    if added.contains(.italic) { code(3) }
    if added.contains(.underline) { code(4) }
    if added.contains(.reverse) { code(7) }
  }

  private mutating func code(_ color: Color, base: Int) {
    switch color {
    case .terminal: code(base + 9)
    case .indexed(let index) where index < 8: code(base + Int(index))
    case .indexed(let index) where index < 16: code(base + 52 + Int(index))
    case .indexed(let index):
      code(base + 8)
      code(5)
      code(Int(index))
    case .rgb(let red, let green, let blue):
      code(base + 8)
      code(2)
      code(Int(red))
      code(Int(green))
      code(Int(blue))
    }
  }

  /// Writes a code below a thousand and a semicolon, digit by digit: a film has hundreds of thousands a second.
  private mutating func code(_ number: Int) {
    let zero = UInt8(ascii: "0")
    if number >= 100 { bytes.append(zero + UInt8(number / 100)) }
    if number >= 10 { bytes.append(zero + UInt8(number / 10 % 10)) }
    bytes.append(zero + UInt8(number % 10))
    bytes.append(UInt8(ascii: ";"))
  }

  /// The style as this terminal shows it; a true colour that the 256 have is named by its shorter number.
  private func reduced(_ style: Style) -> Style {
    Style(
      foreground: reduced(style.foreground), background: reduced(style.background), attributes: style.attributes)
  }

  private func reduced(_ color: Color) -> Color {
    guard depth == .trueColor, case .rgb(let red, let green, let blue) = color else { return color.reduced(to: depth) }
    let near = color.reduced(to: .palette256)
    guard let same = near.components, same == (red, green, blue) else { return color }
    return near
  }
}
