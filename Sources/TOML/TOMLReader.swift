/// Reads a TOML file from its first byte to its last.
struct TOMLReader {
  /// No value lies in more tables and arrays than this: none needs to, and no stack holds any number of them.
  private static let deepest = 64

  let bytes: [UInt8]
  /// Where the next byte is.
  var place = 0
  /// How many tables and arrays are around what is read, that of the whole file left out.
  private var depth = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
    // Some editors begin every file with a byte order mark.
    if isAt("\u{FEFF}") { place = 3 }
  }

  /// The next byte; nil at the end.
  var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  /// Whether `word` stands here.
  func isAt(_ word: StaticString) -> Bool {
    bytes[place...].starts(with: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  /// Goes past `byte`, if it stands here.
  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    place += 1
    return true
  }

  /// An error that is about the byte at `place`, else about the next one.
  func error(_ reason: String, at place: Int? = nil) -> TOMLError {
    let before = bytes[..<min(place ?? self.place, bytes.count)]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    // Every byte but those that go on with a character begins one.
    return TOMLError(line: line, column: before[start...].count { $0 & 0xC0 != 0x80 } + 1, reason: reason)
  }

  /// The whole file.
  mutating func document() throws(TOMLError) -> [String: TOMLValue] {
    let root = TOMLTree(.header)
    var table = root
    while true {
      try skipBlank(overLines: true)
      guard let next else { return root.values }
      if next == UInt8(ascii: "[") { table = try header(in: root) } else { try pair(in: table) }
      try endLine()
    }
  }

  /// `[a.b]` or `[[a.b]]`
  private mutating func header(in root: TOMLTree) throws(TOMLError) -> TOMLTree {
    let start = place
    place += 1
    depth = 0
    let isArray = take(UInt8(ascii: "["))
    let path = try key()
    depth = path.count
    guard take(UInt8(ascii: "]")), !isArray || take(UInt8(ascii: "]")) else {
      throw error(isArray ? "expected ]] after the name of a table" : "expected ] after the name of a table")
    }
    guard let table = root.open(path, isArray: isArray) else {
      throw error("`\(path.joined(separator: "."))` is there already", at: start)
    }
    return table
  }

  /// `a.b = value`
  private mutating func pair(in table: TOMLTree) throws(TOMLError) {
    let start = place
    let path = try key()
    guard take(UInt8(ascii: "=")) else { throw error("expected = after a key") }
    try skipBlank(overLines: false)
    depth += path.count - 1
    defer { depth -= path.count - 1 }
    let value = try value()
    guard table.set(path, value) else {
      throw error("`\(path.joined(separator: "."))` is there already", at: start)
    }
  }

  /// Names with dots between them, and the blanks around.
  private mutating func key() throws(TOMLError) -> [String] {
    var path: [String] = []
    repeat {
      try skipBlank(overLines: false)
      guard depth + path.count <= Self.deepest else { throw error("nested too deep") }
      path.append(try name())
      try skipBlank(overLines: false)
    } while take(UInt8(ascii: "."))
    return path
  }

  private mutating func name() throws(TOMLError) -> String {
    if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") { return try shortString() }
    let start = place
    while let byte = next, byte.isBareKey { place += 1 }
    guard place > start else { throw error("expected a key") }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  /// Goes to the next byte that says something.
  private mutating func skipBlank(overLines: Bool) throws(TOMLError) {
    while let byte = next {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): place += 1
      case UInt8(ascii: "\n") where overLines: place += 1
      case UInt8(ascii: "\r") where overLines && isAt("\r\n"): place += 2
      case UInt8(ascii: "#") where overLines: try skipRemark()
      default: return
      }
    }
  }

  private mutating func skipRemark() throws(TOMLError) {
    while let byte = next, byte != UInt8(ascii: "\n"), !isAt("\r\n") {
      guard !byte.isControl else { throw error("a remark holds a control character") }
      place += 1
    }
  }

  /// Nothing but a remark may follow what was read.
  private mutating func endLine() throws(TOMLError) {
    try skipBlank(overLines: false)
    if next == UInt8(ascii: "#") { try skipRemark() }
    guard next == nil || next == UInt8(ascii: "\n") || isAt("\r\n") else { throw error("expected the end of the line") }
  }
}

// MARK: Values

extension TOMLReader {
  /// The value that begins here.
  private mutating func value() throws(TOMLError) -> TOMLValue {
    switch next {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try string())
    case UInt8(ascii: "["): return try nested { reader throws(TOMLError) in .array(try reader.array()) }
    case UInt8(ascii: "{"): return try nested { reader throws(TOMLError) in .table(try reader.inlineTable()) }
    default: return try scalar()
    }
  }

  private mutating func nested(
    _ read: (inout TOMLReader) throws(TOMLError) -> TOMLValue
  ) throws(TOMLError) -> TOMLValue {
    guard depth < Self.deepest else { throw error("nested too deep") }
    depth += 1
    defer { depth -= 1 }
    place += 1
    return try read(&self)
  }

  /// What stands behind `[`.
  private mutating func array() throws(TOMLError) -> [TOMLValue] {
    var values: [TOMLValue] = []
    while true {
      try skipBlank(overLines: true)
      if take(UInt8(ascii: "]")) { return values }
      values.append(try value())
      try skipBlank(overLines: true)
      guard take(UInt8(ascii: ",")) || next == UInt8(ascii: "]") else { throw error("expected , or ] in an array") }
    }
  }

  /// What stands behind `{`.
  private mutating func inlineTable() throws(TOMLError) -> [String: TOMLValue] {
    let table = TOMLTree(.inline)
    try skipBlank(overLines: false)
    if take(UInt8(ascii: "}")) { return [:] }
    repeat {
      try pair(in: table)
      try skipBlank(overLines: false)
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw error("expected , or } in a table") }
    return table.values
  }

  /// A word that is no string.
  private mutating func scalar() throws(TOMLError) -> TOMLValue {
    let start = place
    var word = word()
    guard !word.isEmpty else { throw error("expected a value") }
    if next == UInt8(ascii: " "), case .moment? = TOMLValue(word: word), !word.contains(":"),
      place + 1 < bytes.count, bytes[place + 1].isDigit
    {
      // A date may be parted from its time by a blank.
      place += 1
      word += "T" + self.word()
    }
    guard let value = TOMLValue(word: word) else { throw error("`\(word)` is no value", at: start) }
    return value
  }

  private mutating func word() -> String {
    let start = place
    while let byte = next, byte.isWord { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }
}

extension UInt8 {
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
  private var isLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 }
  /// Whether it may stand in a key without quotes.
  var isBareKey: Bool { isDigit || isLetter || self == UInt8(ascii: "_") || self == UInt8(ascii: "-") }
  /// Whether it may stand in a number, a moment, or `true`.
  var isWord: Bool { isBareKey || [UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ":")].contains(self) }
  /// Whether no text may hold it.
  var isControl: Bool { self < 0x20 && self != UInt8(ascii: "\t") || self == 0x7F }
}
