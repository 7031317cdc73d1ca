/// A line of text that is being typed.
///
/// The cursor stands between characters as a reader counts them: `か\u{3099}` is one.
public struct TextField: Hashable, Sendable {
  /// What was typed.
  public private(set) var text: String
  /// The characters before the cursor.
  public private(set) var cursor: Int

  /// A field with the cursor after `text`.
  public init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  /// Replaces the text, with the cursor at its end.
  public mutating func set(_ text: String) { self = TextField(text) }

  /// Inserts text at the cursor; line breaks become blanks.
  public mutating func insert(_ new: some StringProtocol) {
    let place = index
    let cleaned = String(new.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    // Typed marks may join the character before: count what stands before the cursor anew.
    let before = String(text[..<place]) + cleaned
    text = before + text[place...]
    cursor = before.count
  }

  /// Deletes the character before the cursor.
  public mutating func deleteBackward() { delete(from: cursor - 1, to: cursor) }
  /// Deletes the character after the cursor.
  public mutating func deleteForward() { delete(from: cursor, to: cursor + 1) }
  /// Deletes back to the start of the word before the cursor.
  public mutating func deleteWord() { delete(from: wordStart, to: cursor) }
  /// Deletes all before the cursor.
  public mutating func deleteToStart() { delete(from: 0, to: cursor) }
  /// Deletes all after the cursor.
  public mutating func deleteToEnd() { delete(from: cursor, to: text.count) }

  /// Moves the cursor one character to the left.
  public mutating func moveLeft() { cursor = max(0, cursor - 1) }
  /// Moves the cursor one character to the right.
  public mutating func moveRight() { cursor = min(text.count, cursor + 1) }
  /// Moves the cursor to the start.
  public mutating func moveToStart() { cursor = 0 }
  /// Moves the cursor to the end.
  public mutating func moveToEnd() { cursor = text.count }
  /// Moves the cursor to the start of the word before it.
  public mutating func moveWordLeft() { cursor = wordStart }

  /// Moves the cursor after the word that follows.
  public mutating func moveWordRight() {
    let rest = text[index...]
    let word = rest.drop { !$0.isWordPart }
    cursor = text.count - word.drop { $0.isWordPart }.count
  }

  private var index: String.Index { text.index(text.startIndex, offsetBy: cursor) }

  private var wordStart: Int {
    var before = text[..<index]
    while let last = before.last, !last.isWordPart { before.removeLast() }
    while let last = before.last, last.isWordPart { before.removeLast() }
    return before.count
  }

  private mutating func delete(from start: Int, to end: Int) {
    let start = max(0, start)
    let end = min(text.count, end)
    guard start < end else { return }
    let first = text.index(text.startIndex, offsetBy: start)
    text.removeSubrange(first..<text.index(first, offsetBy: end - start))
    cursor = start
  }
}

extension TextField {
  /// Changes the text or the cursor as `key` says in a line editor; false where it means nothing here.
  ///
  /// Enter, Escape, Tab, and the vertical arrows are the screen's.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace: deleteBackward()
    case .delete, .control("d"): deleteForward()
    case .left, .control("b"): moveLeft()
    case .right, .control("f"): moveRight()
    case .home, .control("a"): moveToStart()
    case .end, .control("e"): moveToEnd()
    case .control("w"), .alt("\u{7F}"): deleteWord()
    case .control("u"): deleteToStart()
    case .control("k"): deleteToEnd()
    case .alt("b"): moveWordLeft()
    case .alt("f"): moveWordRight()
    default: return false
    }
    return true
  }

  /// Draws the part around the cursor into the first row of `area` and returns the cursor's cell.
  ///
  /// Where the text is longer than the area, the cursor stays inside, with what it stands on.
  @discardableResult
  public func draw(in area: Rect, on buffer: inout Buffer, style: Style = .plain) -> Position {
    let before = buffer.width(of: text[..<index])
    let hidden = max(0, before - max(0, area.columns - 2))
    let row = Rect(column: area.column, row: area.row, columns: area.columns, rows: min(1, area.rows))
    buffer.fill(row, style: style)
    buffer.write(text, column: area.column - hidden, row: area.row, style: style, in: row)
    return Position(column: area.column + before - hidden, row: area.row)
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber }
}
