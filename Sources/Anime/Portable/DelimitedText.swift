/// Tables as text: CSV after RFC 4180, and TSV as spreadsheets paste it.
public enum DelimitedText {
  /// Reads the rows of `text`; quoted cells may hold delimiters, quotes twice, and line ends.
  ///
  /// Every line end is understood, and so is a byte order mark; what is quoted wrongly is read as it stands.
  public static func rows(_ text: String, delimiter: Character) -> [[String]] {
    var reader = Reader(delimiter: delimiter)
    for character in text where character != "\u{FEFF}" { reader.take(character) }
    return reader.end()
  }

  /// `rows` as CSV: its line ends, its quotes; a cell that begins like a formula is text.
  public static func csv(_ rows: [[String]]) -> String {
    rows.map { $0.map(csvCell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// `rows` as TSV: no cell holds a tab or a line end, which it has no way to write.
  public static func tsv(_ rows: [[String]]) -> String {
    rows.map { $0.map(tsvCell).joined(separator: "\t") + "\n" }.joined()
  }

  /// The text of a cell without the apostrophe that `csv` and `tsv` put before a formula.
  public static func unguarded(_ cell: String) -> String {
    cell.first == "'" && needsGuard(cell.dropFirst()) ? String(cell.dropFirst()) : cell
  }

  /// Spreadsheets take an apostrophe for "this is text".
  private static func guarded(_ text: String) -> String {
    needsGuard(text[...]) ? "'" + text : text
  }

  /// Whether a spreadsheet takes `text` for a formula, or for a formula that was guarded already.
  private static func needsGuard(_ text: Substring) -> Bool {
    let rest = text.drop { $0 == "'" }
    guard Int(rest) == nil, let first = rest.unicodeScalars.first else { return false }
    return "=+-@\t\r".unicodeScalars.contains(first)
  }

  private static func csvCell(_ text: String) -> String {
    let safe = guarded(text)
    let needsQuotes = safe != text || safe.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return needsQuotes ? "\"\(safe.replacing("\"", with: "\"\""))\"" : safe
  }

  private static func tsvCell(_ text: String) -> String {
    guarded(String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 }))
  }
}

/// Reads a table character by character.
private struct Reader {
  let delimiter: Character
  private var rows: [[String]] = []
  private var row: [String] = []
  private var cell = ""
  private var state = State.start

  private enum State {
    /// Nothing of the cell was read.
    case start
    /// Within a cell without quotes.
    case plain
    /// Within quotes.
    case quoted
    /// Behind a quote within quotes: the end of them, or the first of two.
    case quote
  }

  init(delimiter: Character) {
    self.delimiter = delimiter
  }

  mutating func take(_ character: Character) {
    switch (state, character) {
    case (.quoted, "\""): state = .quote
    case (.quoted, _): cell.append(character)
    case (.quote, "\""):
      cell.append(character)
      state = .quoted
    case (.start, "\""): state = .quoted
    case (_, delimiter): endCell()
    case (_, "\n"), (_, "\r\n"), (_, "\r"): endRow()
    default:
      cell.append(character)
      state = .plain
    }
  }

  mutating func end() -> [[String]] {
    if !cell.isEmpty || !row.isEmpty || state != .start { endRow() }
    return rows
  }

  private mutating func endCell() {
    row.append(cell)
    cell = ""
    state = .start
  }

  private mutating func endRow() {
    endCell()
    // A line with nothing on it is no row.
    if row != [""] { rows.append(row) }
    row = []
  }
}
