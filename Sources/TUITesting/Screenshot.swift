public import TUI

/// A buffer as an SVG picture: what the README shows is what the tests saw.
///
/// Each run of cells is one `text` whose length is fixed to its cells, so that
/// every character stands in its column whatever fonts the reader has.
/// Box-drawing characters and blocks are drawn as shapes: fonts leave gaps.
public struct Screenshot: Sendable {
  /// The picture's colours where a cell has the terminal's own.
  public struct Palette: Hashable, Sendable {
    /// The text's colour, `#rrggbb`.
    public var foreground: String
    /// The window's colour, `#rrggbb`.
    public var background: String

    /// A palette of two colours, `#rrggbb` each.
    public init(foreground: String = "#d0d0d0", background: String = "#1c1c1c") {
      self.foreground = foreground
      self.background = background
    }
  }

  private let buffer: Buffer
  private let palette: Palette
  private let title: String?
  private let cursor: Position?

  static let cellWidth = 9.0
  static let cellHeight = 20.0
  private static let margin = 12.0
  private static let barHeight = 34.0

  /// A picture of `buffer`, in a window with three dots where there is a `title`.
  public init(_ buffer: Buffer, title: String? = nil, cursor: Position? = nil, palette: Palette = Palette()) {
    self.buffer = buffer
    self.title = title
    self.cursor = cursor
    self.palette = palette
  }

  /// The picture of what `frame` shows.
  public init(_ frame: Frame, title: String? = nil, palette: Palette = Palette()) {
    self.init(frame.buffer, title: title, cursor: frame.cursor, palette: palette)
  }

  /// The SVG document.
  public var svg: String {
    let width = Double(buffer.size.columns) * Self.cellWidth + 2 * Self.margin
    let bar = title == nil ? 0 : Self.barHeight
    let height = Double(buffer.size.rows) * Self.cellHeight + 2 * Self.margin + bar
    var parts = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width.svg) \(height.svg)" width="\(width.svg)" \
      height="\(height.svg)" xml:space="preserve">
      <style>text{font-family:"JetBrains Mono","Cascadia Mono","DejaVu Sans Mono",Menlo,Consolas,"Sarasa Mono SC",\
      "Noto Sans Mono CJK SC","Noto Sans CJK SC","Hiragino Sans","PingFang SC","Yu Gothic",monospace;font-size:15px;\
      white-space:pre}.w{font-size:16px;letter-spacing:2px}.m{text-anchor:middle}.b{font-weight:bold}\
      .i{font-style:italic}.u{text-decoration:underline}g rect{shape-rendering:crispEdges}</style>
      <rect x="0.5" y="0.5" width="\((width - 1).svg)" height="\((height - 1).svg)" rx="9" fill="\(palette.background)" \
      stroke="\(palette.foreground)" stroke-opacity="0.2"/>
      """
    ]
    if let title { parts.append(Self.bar(title: title, width: width, color: palette.foreground)) }
    parts.append("<g transform=\"translate(\(Self.margin.svg) \((Self.margin + bar).svg))\">")
    for row in 0..<buffer.size.rows { parts += self.row(row) }
    if let cursor { parts.append(cursorMark(at: cursor)) }
    parts.append("</g>\n</svg>\n")
    return parts.joined(separator: "\n")
  }

  private static func bar(title: String, width: Double, color: String) -> String {
    let dots = zip(["#ff5f57", "#febc2e", "#28c840"], [20.0, 40.0, 60.0]).map { fill, x in
      "<circle cx=\"\(x.svg)\" cy=\"19\" r=\"6\" fill=\"\(fill)\"/>"
    }
    let text =
      "<text x=\"\((width / 2).svg)\" y=\"24\" text-anchor=\"middle\" fill=\"\(color)\" opacity=\"0.6\">"
      + title.escapedForXML + "</text>"
    return dots.joined() + text
  }

  private func cursorMark(at position: Position) -> String {
    rect(column: position.column, row: position.row, columns: 1, fill: palette.foreground, opacity: 0.6)
  }
}

// MARK: Rows

extension Screenshot {
  /// Backgrounds first, then what stands on them: a glyph may lean over its cell.
  private func row(_ row: Int) -> [String] {
    let cells = (0..<buffer.size.columns).map { column in
      let isRightHalf = buffer[column, row].width == 0
      return Look(buffer[isRightHalf ? column - 1 : column, row], isRightHalf: isRightHalf, palette: palette)
    }
    let backgrounds = Self.runs(cells) { $0.background == $1.background }.compactMap { columns in
      let fill = cells[columns.lowerBound].background
      return fill == palette.background
        ? nil : rect(column: columns.lowerBound, row: row, columns: columns.count, fill: fill)
    }
    let texts = Self.runs(cells) { $0.isSameText(as: $1) }.flatMap { text(cells, columns: $0, row: row) }
    return backgrounds + texts
  }

  private static func runs(_ cells: [Look], together: (Look, Look) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for column in cells.indices {
      if let last = runs.last, together(cells[column - 1], cells[column]) {
        runs[runs.count - 1] = last.lowerBound..<column + 1
      } else {
        runs.append(column..<column + 1)
      }
    }
    return runs
  }

  private func rect(column: Int, row: Int, columns: Int, fill: String, opacity: Double = 1) -> String {
    let x = Double(column) * Self.cellWidth
    let y = Double(row) * Self.cellHeight
    let width = Double(columns) * Self.cellWidth
    let faded = opacity < 1 ? " opacity=\"\(opacity.svg)\"" : ""
    return
      "<rect x=\"\(x.svg)\" y=\"\(y.svg)\" width=\"\(width.svg)\" height=\"\(Self.cellHeight.svg)\" fill=\"\(fill)\"\(faded)/>"
  }

  /// One text for the run, or a shape for each of its characters that lines up with its neighbours.
  private func text(_ cells: [Look], columns: Range<Int>, row: Int) -> [String] {
    let look = cells[columns.lowerBound]
    let y = Double(row) * Self.cellHeight
    if let shape = CellShape(look.character) {
      let parts = shape.continuesAcross ? [columns] : columns.map { $0..<$0 + 1 }
      return parts.map { part in
        shape.svg(
          x: Double(part.lowerBound) * Self.cellWidth, y: y, columns: part.count, fill: look.foreground,
          opacity: look.opacity)
      }
    }
    let characters = columns.compactMap { cells[$0].isRightHalf ? nil : cells[$0].character }
    guard characters.contains(where: { $0 != " " }) || look.style.attributes.contains(.underline) else { return [] }
    let place = Place(characters, columns: columns, isFullWidth: look.isFullWidth)
    let classes = (place.classes + look.classes).joined(separator: " ")
    let attributes = (classes.isEmpty ? "" : " class=\"\(classes)\"") + look.fade
    return [
      "<text \(place.attributes) y=\"\((y + 15).svg)\" fill=\"\(look.foreground)\"\(attributes)>"
        + String(characters).escapedForXML + "</text>"
    ]
  }
}

/// Where a run of text stands, so that its characters meet their cells whatever fonts there are.
private struct Place {
  let attributes: String
  let classes: [String]

  init(_ characters: [Character], columns: Range<Int>, isFullWidth: Bool) {
    let x = Double(columns.lowerBound) * Screenshot.cellWidth
    let width = Double(columns.count) * Screenshot.cellWidth
    if characters.allSatisfy(\.isASCII) {
      attributes = "x=\"\(x.svg)\" textLength=\"\(width.svg)\""
      classes = []
    } else if isFullWidth {
      // A full-width character is as wide as the font is high: 16 and 2 between make two cells.
      attributes = "x=\"\((x + 1).svg)\""
      classes = ["w"]
    } else {
      attributes = "x=\"\((x + width / 2).svg)\""
      classes = ["m"]
    }
  }
}

/// How one cell looks in the picture.
private struct Look {
  let character: Character
  let isRightHalf: Bool
  let isWide: Bool
  let foreground: String
  let background: String
  let style: Style

  init(_ cell: Cell, isRightHalf: Bool, palette: Screenshot.Palette) {
    self.isRightHalf = isRightHalf
    character = cell.character
    isWide = cell.width == 2
    style = cell.style
    let foreground = cell.style.foreground.hex ?? palette.foreground
    let background = cell.style.background.hex ?? palette.background
    let isReversed = cell.style.attributes.contains(.reverse)
    self.foreground = isReversed ? background : foreground
    self.background = isReversed ? foreground : background
  }

  var opacity: Double { style.attributes.contains(.dim) ? 0.6 : 1 }
  var fade: String { opacity < 1 ? " opacity=\"\(opacity.svg)\"" : "" }

  /// Classes of the `text` element.
  var classes: [String] {
    let names: [(Style.Attributes, String)] = [(.bold, "b"), (.italic, "i"), (.underline, "u")]
    return names.filter { style.attributes.contains($0.0) }.map(\.1)
  }

  /// Whether fonts draw it exactly as wide as they are high: Chinese, Japanese, Korean; not emoji.
  var isFullWidth: Bool {
    isWide && character.unicodeScalars.count == 1 && character.utf16.count == 1
      && !(character.unicodeScalars.first?.properties.isEmojiPresentation ?? true)
  }

  /// Whether the next cell belongs to the same text: one look, one kind of character.
  ///
  /// Symbols and emoji stand alone, since fonts give them any width.
  func isSameText(as next: Look) -> Bool {
    guard foreground == next.foreground, style.attributes == next.style.attributes else { return false }
    if next.isRightHalf { return true }
    if CellShape(character) != nil || CellShape(next.character) != nil { return character == next.character }
    return isFullWidth && next.isFullWidth || character.isASCII && next.character.isASCII
  }
}

extension Color {
  /// `#rrggbb`; nil for the terminal's own.
  fileprivate var hex: String? {
    guard let (red, green, blue) = components else { return nil }
    return "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension Double {
  /// The number as short as it can be written.
  var svg: String {
    let hundredths = (self * 100).rounded() / 100
    return hundredths == hundredths.rounded() ? String(Int(hundredths)) : String(hundredths)
  }
}

extension String {
  fileprivate var escapedForXML: String {
    map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: String(character)
      }
    }.joined()
  }
}
