/// Reads a filter piece by piece; what a piece is depends on what is known before it, so a parser asks for each.
struct FilterReader {
  /// The text, with the signs of full width that an input method writes in the place of ours.
  let text: [Character]
  private(set) var position = 0

  init(_ text: String) {
    self.text = text.map { Self.narrow[$0] ?? $0 }
  }

  /// One piece between two terms.
  enum Piece: Hashable {
    case open, close, end
    case and, or, not
    case quoted(String)
    case mark(FilterMark)
    case saved(String)
    /// A field; its comparison comes next.
    case field(FilterField)
    /// The name of a site whose id comes next.
    case idSite(String)
    /// What stands where a field should.
    case unknownField(String)
    case word(String)
  }

  private static let narrow: [Character: Character] = [
    "：": ":", "＝": "=", "＜": "<", "＞": ">", "！": "!", "（": "(", "）": ")", "，": ",", "、": ",", "＠": "@", "“": "\"",
    "”": "\"", "＂": "\"",
  ]
  private static let signs: Set<Character> = [":", "=", "<", ">"]
  static let keywords: [String: Piece] = ["and": .and, "or": .or, "not": .not]

  /// The next piece, and where it stands.
  mutating func next() throws(FilterError) -> (piece: Piece, range: Range<Int>) {
    skipSpaces()
    let start = position
    let piece = try piece()
    return (piece, start..<position)
  }

  /// Passes over spaces.
  mutating func skipSpaces() {
    while position < text.count, text[position].isWhitespace { position += 1 }
  }

  /// Takes `sign` where it is next.
  mutating func take(_ sign: String) -> Bool {
    guard text[position...].starts(with: Array(sign)) else { return false }
    position += sign.count
    return true
  }

  /// A value: quoted, or up to a space, a comma, a quotation mark or a parenthesis; nil where none stands here.
  mutating func value() throws(FilterError) -> (text: String, isQuoted: Bool, range: Range<Int>)? {
    skipSpaces()
    let start = position
    if position < text.count, text[position] == "\"" {
      return (try quoted(), true, start..<position)
    }
    let value = run(upTo: [","])
    return value.isEmpty ? nil : (value, false, start..<position)
  }

  private mutating func piece() throws(FilterError) -> Piece {
    guard position < text.count else { return .end }
    switch text[position] {
    case "\"": return .quoted(try quoted())
    case "(", ")":
      position += 1
      return text[position - 1] == "(" ? .open : .close
    default: return word()
    }
  }

  private mutating func word() -> Piece {
    let start = position
    let run = run()
    if let name = fieldName(at: start) {
      position = start + name.count
      if let field = FilterField(name) { return .field(field) }
      return FilterField.idSites.contains(name.lowercased()) ? .idSite(name.lowercased()) : .unknownField(name)
    }
    if let field = FilterField(run), isComparison(at: afterSpaces) { return .field(field) }
    if let keyword = Self.keywords[run.lowercased()] { return keyword }
    if let mark = FilterMark(run) { return .mark(mark) }
    return run.first == "@" && run.count > 1 ? .saved(String(run.dropFirst())) : .word(run)
  }

  /// The letters at `start` before the sign of a comparison; nil where no such sign follows letters.
  private func fieldName(at start: Int) -> String? {
    let letters = text[start...].prefix { $0.isASCII && $0.isLetter }
    guard !letters.isEmpty, isComparison(at: letters.endIndex) else { return nil }
    return String(letters)
  }

  private func isComparison(at index: Int) -> Bool {
    guard index < text.count else { return false }
    return Self.signs.contains(text[index])
      || text[index] == "!" && index + 1 < text.count && text[index + 1] == "="
  }

  private var afterSpaces: Int {
    text[position...].firstIndex { !$0.isWhitespace } ?? text.count
  }

  /// The characters up to a space, a quotation mark, a parenthesis or one of `ends`.
  private mutating func run(upTo ends: Set<Character> = []) -> String {
    let run = text[position...].prefix { character in
      !character.isWhitespace && character != "\"" && character != "(" && character != ")" && !ends.contains(character)
    }
    position = run.endIndex
    return String(run)
  }

  /// What stands between quotation marks; a backslash takes the meaning from a mark or a backslash behind it.
  private mutating func quoted() throws(FilterError) -> String {
    let start = position
    var quoted = ""
    position += 1
    while position < text.count {
      let character = text[position]
      position += 1
      if character == "\"" { return quoted }
      if character == "\\", position < text.count, text[position] == "\"" || text[position] == "\\" {
        quoted.append(text[position])
        position += 1
      } else {
        quoted.append(character)
      }
    }
    throw FilterError(start..<start + 1, .openQuotation)
  }
}
