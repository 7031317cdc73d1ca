import TUI

/// As much of a terminal as `CellPainter` uses: cursor moves, pens, characters.
struct MiniTerminal {
  let size: Size
  private(set) var cells: [Cell]
  private var place = Position(column: 0, row: 0)
  private var pen = Style.plain

  init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  mutating func feed(_ bytes: [UInt8]) {
    var scalars = Substring(String(decoding: bytes, as: UTF8.self)).unicodeScalars
    while let scalar = scalars.popFirst() {
      guard scalar == "\u{1B}" else {
        print(scalar)
        continue
      }
      precondition(scalars.popFirst() == "[", "an unknown sequence")
      var parameters = ""
      while let next = scalars.popFirst() {
        guard next.properties.isAlphabetic else {
          parameters.unicodeScalars.append(next)
          continue
        }
        run(next, parameters.split(separator: ";").compactMap { Int($0) })
        break
      }
    }
  }

  private mutating func run(_ final: Unicode.Scalar, _ parameters: [Int]) {
    switch final {
    case "H": place = Position(column: parameters[1] - 1, row: parameters[0] - 1)
    case "C": place.column += parameters.first ?? 1
    case "m": change(parameters[...])
    default: preconditionFailure("an unknown sequence: \(final)")
    }
  }

  private mutating func change(_ codes: ArraySlice<Int>) {
    var codes = codes
    while let code = codes.popFirst() {
      switch code {
      case 0: pen = .plain
      case 1: pen.attributes.insert(.bold)
      case 2: pen.attributes.insert(.dim)
      case 3: pen.attributes.insert(.italic)
      case 4: pen.attributes.insert(.underline)
      case 7: pen.attributes.insert(.reverse)
      case 22: pen.attributes.subtract([.bold, .dim])
      case 23: pen.attributes.remove(.italic)
      case 24: pen.attributes.remove(.underline)
      case 27: pen.attributes.remove(.reverse)
      case 38: pen.foreground = Self.color(&codes)
      case 48: pen.background = Self.color(&codes)
      case 30..<38: pen.foreground = .indexed(UInt8(code - 30))
      case 40..<48: pen.background = .indexed(UInt8(code - 40))
      case 90..<98: pen.foreground = .indexed(UInt8(code - 82))
      case 100..<108: pen.background = .indexed(UInt8(code - 92))
      case 39: pen.foreground = .terminal
      case 49: pen.background = .terminal
      default: preconditionFailure("an unknown pen: \(code)")
      }
    }
  }

  private static func color(_ codes: inout ArraySlice<Int>) -> Color {
    let isIndexed = codes.removeFirst() == 5
    let values = codes.prefix(isIndexed ? 1 : 3).map { UInt8($0) }
    codes.removeFirst(values.count)
    return isIndexed ? .indexed(values[0]) : .rgb(values[0], values[1], values[2])
  }

  /// Prints as terminals do: a mark joins the cell before; over half a wide character the other half goes blank.
  private mutating func print(_ scalar: Unicode.Scalar) {
    var buffer = Buffer(size: Size(columns: size.columns, rows: 1))
    let width = TextWidth.of(Character(scalar))
    guard width > 0 else { return }
    for column in 0..<size.columns {
      let cell = cells[place.row * size.columns + column]
      guard cell.width > 0 else { continue }
      buffer.write(String(cell.character), column: column, row: 0, style: cell.style, in: buffer.area)
    }
    buffer.write(String(Character(scalar)), column: place.column, row: 0, style: pen, in: buffer.area)
    for column in 0..<size.columns { cells[place.row * size.columns + column] = buffer[column, 0] }
    place.column += width
  }
}
