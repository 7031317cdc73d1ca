/// Cuts a document into tags and texts, and leaves out what is neither.
///
/// It is as lenient as readers of feeds must be: a `<` that begins nothing is text, quotes and the ends of tags may be
/// missing. What declares entities is passed over, and no entity is ever expanded.
struct MarkupScanner {
  /// A piece of the document, as ranges of its bytes.
  enum Token {
    case open(name: Range<Int>, attributes: [(name: Range<Int>, value: Range<Int>)], isEmpty: Bool)
    case close(name: Range<Int>)
    /// Text; `isVerbatim` where references stand for themselves.
    case text(Range<Int>, isVerbatim: Bool)
  }

  let bytes: [UInt8]
  let limits: MarkupLimits
  /// Whether attributes are left out.
  var isSilent = false
  /// Whether the document ends within a tag, a section or a comment.
  private(set) var isTorn = false
  /// Where the last piece begins.
  private(set) var start = 0
  private var position = 0
  private var lines = MarkupPlace(offset: 0, line: 1)

  init(_ bytes: [UInt8], limits: MarkupLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// The next piece; nil at the end.
  mutating func next() throws(MarkupError) -> Token? {
    while position < bytes.count {
      start = position
      guard isMarkup(at: position) else { return text() }
      switch bytes[position + 1] {
      case UInt8(ascii: "!") where has("<![CDATA[", at: position): return section()
      case UInt8(ascii: "!") where has("<!--", at: position): skip(behind: "-->", from: position + 4)
      case UInt8(ascii: "!"): skipDeclaration()
      case UInt8(ascii: "?"): skip(behind: "?>", from: position + 2)
      case UInt8(ascii: "/"): return try close()
      default:
        if let tag = try open() { return tag }
      }
    }
    return nil
  }

  /// Where the last piece begins, with its line.
  mutating func place() -> MarkupPlace {
    for byte in bytes[lines.offset..<start] where byte == UInt8(ascii: "\n") { lines.line += 1 }
    lines.offset = start
    return lines
  }

  /// The error that the last piece goes beyond `limit`.
  mutating func beyond(_ limit: MarkupError.Limit) -> MarkupError {
    .beyond(limit, place())
  }
}

// MARK: - Texts

extension MarkupScanner {
  private mutating func text() -> Token {
    repeat { position += 1 } while position < bytes.count && !isMarkup(at: position)
    return .text(start..<position, isVerbatim: false)
  }

  private mutating func section() -> Token {
    let first = position + 9
    skip(behind: "]]>", from: first)
    return .text(first..<(isTorn ? position : position - 3), isVerbatim: true)
  }

  /// Goes behind the next `mark`; to the end of the document where there is none.
  private mutating func skip(behind mark: StaticString, from place: Int) {
    var place = place
    while place < bytes.count {
      if bytes[place] == mark.utf8Start[0], has(mark, at: place) {
        position = place + mark.utf8CodeUnitCount
        return
      }
      place += 1
    }
    position = bytes.count
    isTorn = true
  }

  /// Passes over `<!DOCTYPE …>`, with quotes and with declarations between brackets.
  private mutating func skipDeclaration() {
    var brackets = 0
    var quote: UInt8?
    position += 2
    while position < bytes.count {
      let byte = bytes[position]
      if quote == nil, byte == UInt8(ascii: "<"), has("<!--", at: position) {
        skip(behind: "-->", from: position + 4)
        continue
      }
      position += 1
      switch byte {
      case _ where quote != nil: if byte == quote { quote = nil }
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: "]"): brackets -= 1
      case UInt8(ascii: ">") where brackets <= 0: return
      default: continue
      }
    }
    isTorn = true
  }
}

// MARK: - Tags

extension MarkupScanner {
  private mutating func close() throws(MarkupError) -> Token {
    position += 2
    let name = try name()
    while position < bytes.count, bytes[position] != UInt8(ascii: ">"), bytes[position] != UInt8(ascii: "<") {
      position += 1
    }
    if position == bytes.count { isTorn = true } else { take(UInt8(ascii: ">")) }
    return .close(name: name)
  }

  /// Reads a tag; nil where the document ends within it.
  private mutating func open() throws(MarkupError) -> Token? {
    position += 1
    let name = try name()
    var attributes: [(name: Range<Int>, value: Range<Int>)] = []
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: ">"):
        position += 1
        return .open(name: name, attributes: attributes, isEmpty: bytes[position - 2] == UInt8(ascii: "/"))
      case UInt8(ascii: "<"):
        // A tag that lost its end.
        return .open(name: name, attributes: attributes, isEmpty: false)
      case let byte where byte.beginsName:
        let attribute = try attribute()
        guard !isSilent else { continue }
        guard attributes.count < limits.attributes else { throw beyond(.attributes) }
        attributes.append(attribute)
      default:
        position += 1
      }
    }
    isTorn = true
    return nil
  }

  /// Reads `name="value"`, `name=value` or `name`.
  private mutating func attribute() throws(MarkupError) -> (name: Range<Int>, value: Range<Int>) {
    let name = try name()
    skipBlanks()
    guard take(UInt8(ascii: "=")) else { return (name, position..<position) }
    skipBlanks()
    let value = value()
    guard isSilent || value.count <= limits.length else { throw beyond(.length) }
    return (name, value)
  }

  /// A value between quotes, or without any up to a blank; none reaches beyond a `<`, which no value may hold.
  private mutating func value() -> Range<Int> {
    let quote = position < bytes.count ? bytes[position] : 0
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { position += 1 }
    let first = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") {
      let byte = bytes[position]
      if isQuoted ? byte == quote : byte <= 0x20 || byte == UInt8(ascii: ">") { break }
      position += 1
    }
    let value = first..<position
    if isQuoted { take(quote) }
    return value
  }

  private mutating func name() throws(MarkupError) -> Range<Int> {
    let first = position
    while position < bytes.count, bytes[position].isInName { position += 1 }
    guard position - first <= limits.name else { throw beyond(.length) }
    return first..<position
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }

  @discardableResult
  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// Whether a `<` stands here that begins more than text.
  private func isMarkup(at place: Int) -> Bool {
    guard bytes[place] == UInt8(ascii: "<"), place + 1 < bytes.count else { return false }
    switch bytes[place + 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "/"): return place + 2 < bytes.count && bytes[place + 2].beginsName
    case let byte: return byte.beginsName
    }
  }

  private func has(_ text: StaticString, at place: Int) -> Bool {
    guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount where bytes[place + index] != text.utf8Start[index] { return false }
    return true
  }
}

extension UInt8 {
  /// Whether a name may begin with it (XML 1.0, section 2.3, without a look at what is beyond ASCII).
  fileprivate var beginsName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      UInt8(ascii: ":"), 0x80...0xFF:
      true
    default: false
    }
  }

  /// Whether it may stand in a name.
  fileprivate var isInName: Bool {
    beginsName || UInt8(ascii: "0")...UInt8(ascii: "9") ~= self || self == UInt8(ascii: "-")
      || self == UInt8(ascii: ".")
  }
}
