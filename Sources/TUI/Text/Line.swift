/// Text of one style.
public struct Span: Hashable, Sendable {
  /// The text.
  public var text: String
  /// How it looks.
  public var style: Style

  /// `text` in `style`.
  public init(_ text: String, style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

/// One row of text in several styles.
///
///     Line([Span("● ", style: lantern), Span(title, style: moonlight)])
public struct Line: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Its parts, from left to right.
  public var spans: [Span]

  /// A line of these parts.
  public init(_ spans: [Span] = []) { self.spans = spans }

  /// A line of one style.
  public init(_ text: String, style: Style = .plain) { spans = [Span(text, style: style)] }

  /// A line in the terminal's own style.
  public init(stringLiteral text: String) { self.init(text) }

  /// Adds a part at the end.
  public mutating func append(_ text: String, style: Style = .plain) {
    spans.append(Span(text, style: style))
  }

  /// One line after the other.
  public static func + (left: Line, right: Line) -> Line { Line(left.spans + right.spans) }

  /// The text of all parts.
  public var text: String { spans.reduce(into: "") { $0 += $1.text } }

  /// The cells that it takes.
  public func width(ambiguity: TextWidth.Ambiguity = .narrow) -> Int {
    spans.reduce(0) { $0 + TextWidth.of($1.text, ambiguity: ambiguity) }
  }

  /// The line, cut to `columns` cells with an ellipsis in the style of the part that it cuts.
  public func truncated(to columns: Int, ambiguity: TextWidth.Ambiguity = .narrow) -> Line {
    guard width(ambiguity: ambiguity) > columns else { return self }
    var kept = Line()
    var room = columns
    for span in spans {
      let width = TextWidth.of(span.text, ambiguity: ambiguity)
      // A part that fits exactly leaves no room for the ellipsis, which is due since more follows.
      let isLast = width >= room
      let text = isLast ? Self.cut(span.text, to: room, ambiguity: ambiguity) : span.text
      kept.append(text, style: span.style)
      if isLast { break }
      room -= width
    }
    return kept
  }

  /// `text` with an ellipsis, in `columns` cells.
  private static func cut(_ text: String, to columns: Int, ambiguity: TextWidth.Ambiguity) -> String {
    // A blank more than fits makes `truncated` cut even what would just fit.
    (text + String(repeating: " ", count: max(1, columns))).truncated(to: columns, ambiguity: ambiguity)
  }
}

extension Buffer {
  /// Writes `line` from `column`, clipped to `area`, and returns the column after it.
  @discardableResult
  public mutating func write(_ line: Line, column: Int, row: Int, in area: Rect) -> Int {
    line.spans.reduce(column) { write($1.text, column: $0, row: row, style: $1.style, in: area) }
  }

  /// Writes `line` into the first row of `area`, cut with an ellipsis where it is longer.
  public mutating func write(_ line: Line, in area: Rect, alignment: Alignment = .left) {
    let line = line.truncated(to: area.columns, ambiguity: ambiguity)
    let room = max(0, area.columns - line.width(ambiguity: ambiguity))
    write(line, column: area.column + alignment.leading(of: room), row: area.row, in: area)
  }
}
