/// A character that must meet its neighbours at the edges of its cell, as a shape.
enum CellShape: Hashable {
  /// A part of the cell, in fractions of it.
  case block(x: Double, y: Double, width: Double, height: Double)
  /// Lines from the centre; a rounded corner is an arc.
  case lines(Set<Side>, isHeavy: Bool, isRounded: Bool)

  enum Side: Hashable { case left, right, up, down }

  init?(_ character: Character) {
    guard let scalar = character.unicodeScalars.first, (0x2500...0x259F).contains(scalar.value) else { return nil }
    switch character {
    case "▀": self = .block(x: 0, y: 0, width: 1, height: 0.5)
    case "▐": self = .block(x: 0.5, y: 0, width: 0.5, height: 1)
    case "▁"..."█":
      let height = Double(scalar.value - 0x2580) / 8
      self = .block(x: 0, y: 1 - height, width: 1, height: height)
    case "▉"..."▏": self = .block(x: 0, y: 0, width: Double(0x2590 - scalar.value) / 8, height: 1)
    case "─": self = .lines([.left, .right], isHeavy: false, isRounded: false)
    case "━": self = .lines([.left, .right], isHeavy: true, isRounded: false)
    case "╸": self = .lines([.left], isHeavy: true, isRounded: false)
    case "╺": self = .lines([.right], isHeavy: true, isRounded: false)
    case "│": self = .lines([.up, .down], isHeavy: false, isRounded: false)
    case "╭": self = .lines([.right, .down], isHeavy: false, isRounded: true)
    case "╮": self = .lines([.left, .down], isHeavy: false, isRounded: true)
    case "╯": self = .lines([.left, .up], isHeavy: false, isRounded: true)
    case "╰": self = .lines([.right, .up], isHeavy: false, isRounded: true)
    case "┌": self = .lines([.right, .down], isHeavy: false, isRounded: false)
    case "┐": self = .lines([.left, .down], isHeavy: false, isRounded: false)
    case "┘": self = .lines([.left, .up], isHeavy: false, isRounded: false)
    case "└": self = .lines([.right, .up], isHeavy: false, isRounded: false)
    case "├": self = .lines([.right, .up, .down], isHeavy: false, isRounded: false)
    case "┤": self = .lines([.left, .up, .down], isHeavy: false, isRounded: false)
    case "┬": self = .lines([.left, .right, .down], isHeavy: false, isRounded: false)
    case "┴": self = .lines([.left, .right, .up], isHeavy: false, isRounded: false)
    case "┼": self = .lines([.left, .right, .up, .down], isHeavy: false, isRounded: false)
    case "╋": self = .lines([.left, .right, .up, .down], isHeavy: true, isRounded: false)
    default: return nil
    }
  }

  /// Whether side by side it is one longer shape.
  var continuesAcross: Bool {
    switch self {
    case .block(let x, _, let width, _): x == 0 && width == 1
    case .lines(let sides, _, _): sides == [.left, .right]
    }
  }

  /// The shape in the cell whose top left corner is at (`x`, `y`), or across `columns` cells.
  func svg(x: Double, y: Double, columns: Int, fill: String, opacity: Double) -> String {
    let faded = opacity < 1 ? " opacity=\"\(opacity.svg)\"" : ""
    let width = Screenshot.cellWidth
    let height = Screenshot.cellHeight
    switch self {
    case .block(let left, let top, let part, let rise):
      return """
        <rect x="\((x + left * width).svg)" y="\((y + top * height).svg)" width="\((part * width * Double(columns)).svg)" \
        height="\((rise * height).svg)" fill="\(fill)"\(faded)/>
        """
    case .lines(let sides, let isHeavy, let isRounded):
      let line = "M\(x.svg) \((y + height / 2).svg)h\((width * Double(columns)).svg)"
      let path = columns > 1 ? line : isRounded ? Self.arc(sides, x: x, y: y) : Self.straight(sides, x: x, y: y)
      return
        "<path d=\"\(path)\" stroke=\"\(fill)\" stroke-width=\"\(isHeavy ? "2.6" : "1.2")\" fill=\"none\"\(faded)/>"
    }
  }

  private static func end(_ side: Side, x: Double, y: Double) -> String {
    let width = Screenshot.cellWidth
    let height = Screenshot.cellHeight
    return switch side {
    case .left: "\(x.svg) \((y + height / 2).svg)"
    case .right: "\((x + width).svg) \((y + height / 2).svg)"
    case .up: "\((x + width / 2).svg) \(y.svg)"
    case .down: "\((x + width / 2).svg) \((y + height).svg)"
    }
  }

  private static func centre(x: Double, y: Double) -> String {
    "\((x + Screenshot.cellWidth / 2).svg) \((y + Screenshot.cellHeight / 2).svg)"
  }

  private static func straight(_ sides: Set<Side>, x: Double, y: Double) -> String {
    let order: [Side] = [.left, .right, .up, .down]
    return order.filter(sides.contains).map { "M\(centre(x: x, y: y))L\(end($0, x: x, y: y))" }.joined()
  }

  private static func arc(_ sides: Set<Side>, x: Double, y: Double) -> String {
    let across: Side = sides.contains(.left) ? .left : .right
    let along: Side = sides.contains(.up) ? .up : .down
    return "M\(end(across, x: x, y: y))Q\(centre(x: x, y: y)) \(end(along, x: x, y: y))"
  }
}
