/// Tables as text: CSV after RFC 4180, and TSV as spreadsheets paste it.
public enum DelimitedText {
  /// Reads the rows of `text`; quoted cells may hold delimiters, quotes twice, and line ends.
  ///
  /// Every line end is understood, and so is a byte order mark; what is quoted wrongly is read as it stands.
  ///
  /// What a table is made of are scalars: a mark that joins a quote or a delimiter makes another character of it.
  public static func rows(_ text: String, delimiter: Unicode.Scalar) -> [[String]] {
    var reader = Reader(delimiter: delimiter)
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" { reader.take(scalar) }
    return reader.end()
  }

  /// `rows` as CSV: its line ends, its quotes; a cell that begins like a formula is text.
  public static func csv(_ rows: [[String]]) -> String {
    var table: [UInt8] = []
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { table.append(UInt8(ascii: ",")) }
        // Most cells are plain, and a list has a hundred thousand.
        table += isPlain(cell) ? cell.utf8 : csvCell(cell).utf8
      }
      table += "\r\n".utf8
    }
    return String(decoding: table, as: UTF8.self)
  }

  /// `rows` as TSV: no cell holds a tab or a line end, which it has no way to write, and one that begins with a quote has
  /// its own.
  public static func tsv(_ rows: [[String]]) -> String {
    rows.map { $0.map(tsvCell).joined(separator: "\t") + "\n" }.joined()
  }

  /// The text of a cell without the apostrophe that `csv` and `tsv` put before a formula.
  public static func unguarded(_ cell: String) -> String {
    let rest = cell.unicodeScalars.dropFirst()
    return cell.unicodeScalars.first == "'" && needsGuard(rest) ? String(rest) : cell
  }

  /// Spreadsheets take an apostrophe for "this is text".
  private static func guarded(_ text: String) -> String {
    needsGuard(text.unicodeScalars[...]) ? "'" + text : text
  }

  /// Whether a spreadsheet takes `text` for a formula, or for a formula that was guarded already.
  private static func needsGuard(_ text: Substring.UnicodeScalarView) -> Bool {
    let rest = text.drop { $0 == "'" }
    guard let first = rest.first, "=+-@\t\r".unicodeScalars.contains(first) else { return false }
    return Int(String(rest)) == nil
  }

  /// Whether `cell` can stand as it is: it neither begins like a formula nor holds what stands between cells.
  private static func isPlain(_ cell: String) -> Bool {
    let isPlain = cell.utf8.withContiguousStorageIfAvailable { bytes in
      switch bytes.first {
      case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "'"): return false
      default: break
      }
      return bytes.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: "\t"): false
        default: true
        }
      }
    }
    return isPlain ?? false
  }

  private static func csvCell(_ text: String) -> String {
    let safe = guarded(text)
    let needsQuotes = safe != text || safe.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return needsQuotes ? quoted(safe) : safe
  }

  private static func tsvCell(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { line.append(breaks.contains(scalar) ? " " : scalar) }
    let safe = guarded(String(line))
    return safe.unicodeScalars.first == "\"" ? quoted(safe) : safe
  }

  /// What a cell of TSV cannot hold: the tab, and every line end of Unicode.
  private static let breaks: Set<Unicode.Scalar> = [
    "\t", "\n", "\u{0B}", "\u{0C}", "\r", "\u{85}", "\u{2028}", "\u{2029}",
  ]

  /// `text` within quotes, its own ones twice.
  private static func quoted(_ text: String) -> String {
    var cell = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "\"" { cell.append(scalar) }
      cell.append(scalar)
    }
    return String(cell) + "\""
  }
}

/// Reads a table scalar by scalar.
private struct Reader {
  let delimiter: Unicode.Scalar
  private var rows: [[String]] = []
  private var row: [String] = []
  private var cell = String.UnicodeScalarView()
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

  init(delimiter: Unicode.Scalar) {
    self.delimiter = delimiter
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    switch (state, scalar) {
    case (.quoted, "\""): state = .quote
    case (.quoted, _): cell.append(scalar)
    case (.quote, "\""):
      cell.append(scalar)
      state = .quoted
    case (.start, "\""): state = .quoted
    case (_, delimiter): endCell()
    // Of a line end of two the second is a line with nothing on it.
    case (_, "\n"), (_, "\r"): endRow()
    default:
      cell.append(scalar)
      state = .plain
    }
  }

  mutating func end() -> [[String]] {
    if !cell.isEmpty || !row.isEmpty || state != .start { endRow() }
    return rows
  }

  private mutating func endCell() {
    row.append(String(cell))
    cell = String.UnicodeScalarView()
    state = .start
  }

  private mutating func endRow() {
    endCell()
    // A line with nothing on it is no row.
    if row != [""] { rows.append(row) }
    row = []
  }
}
