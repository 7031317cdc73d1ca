extension StringProtocol {
  /// The text broken into lines of at most `columns` cells.
  ///
  /// Latin words stay whole where they fit; between Chinese and Japanese
  /// characters a line may break anywhere, but none begins with `。、」` and
  /// none ends with `「（`. A line break in the text ends a line.
  public func wrapped(to columns: Int, ambiguity: TextWidth.Ambiguity = .narrow) -> [String] {
    let columns = Swift.max(2, columns)
    return split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { paragraph in
      var wrapper = Wrapper(columns: columns)
      for glyph in Glyphs(paragraph, ambiguity: ambiguity) { wrapper.take(glyph) }
      return wrapper.finish()
    }
  }
}

extension StringProtocol {
  /// The text broken into at most `rows` lines of at most `columns` cells; where more follows, the last one ends with
  /// an ellipsis.
  public func wrapped(to columns: Int, rows: Int, ambiguity: TextWidth.Ambiguity = .narrow) -> [String] {
    let lines = wrapped(to: columns, ambiguity: ambiguity)
    guard lines.count > rows, rows > 0 else { return Array(lines.prefix(Swift.max(0, rows))) }
    let last = lines[rows - 1] + ambiguity.ellipsis
    guard TextWidth.of(last, ambiguity: ambiguity) > columns else { return lines.prefix(rows - 1) + [last] }
    return lines.prefix(rows - 1) + [last.truncated(to: columns, ambiguity: ambiguity)]
  }
}

/// Fills lines glyph by glyph.
private struct Wrapper {
  let columns: Int
  private var lines: [String] = []
  private var line: [Glyph] = []
  private var width = 0

  init(columns: Int) { self.columns = columns }

  mutating func take(_ glyph: Glyph) {
    if width + glyph.width > columns {
      if glyph == .blank { return breakLine(at: line.count) }
      breakLine(at: lastBreak(before: glyph))
    }
    if glyph == .blank, line.isEmpty, !lines.isEmpty { return }
    line.append(glyph)
    width += glyph.width
  }

  mutating func finish() -> [String] {
    if !line.isEmpty || lines.isEmpty { breakLine(at: line.count) }
    return lines
  }

  /// Ends the line before the glyph at `index`; the rest begins the next one.
  private mutating func breakLine(at index: Int) {
    var ended = line[..<index]
    while ended.last == .blank { ended.removeLast() }
    var text = String.UnicodeScalarView()
    for glyph in ended { glyph.forEachScalar { text.append($0) } }
    lines.append(String(text))
    line = Array(line[index...].drop { $0 == .blank })
    width = line.reduce(0) { $0 + $1.width }
  }

  /// The last place where the line may break before `next`; its end where there is none.
  private func lastBreak(before next: Glyph) -> Int {
    var following = next
    for index in line.indices.reversed() {
      if allowsBreak(after: line[index], before: following) { return index + 1 }
      following = line[index]
    }
    return line.count
  }

  private func allowsBreak(after glyph: Glyph, before next: Glyph) -> Bool {
    if glyph == .blank { return true }
    if next == .blank { return false }
    if LineEdge.neverBegins(next) || LineEdge.neverEnds(glyph) { return false }
    return glyph.width == 2 || next.width == 2 || glyph.character == "-"
  }
}

/// Japanese and Chinese typesetting's rule for the edges of a line (kinsoku), its lightest form.
private enum LineEdge {
  private static let never = (
    begins: Set<Character>("、。，．・：；？！」』）】〕〉》”’…‥ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々,.:;?!)]}%"),
    ends: Set<Character>("「『（【〔〈《“‘([{")
  )

  static func neverBegins(_ glyph: Glyph) -> Bool { never.begins.contains(glyph.character) }
  static func neverEnds(_ glyph: Glyph) -> Bool { never.ends.contains(glyph.character) }
}
