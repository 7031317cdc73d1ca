/// Finds the `<d …>…</d>` of a file, whatever lies between them.
struct ElementScanner {
  /// Where the parts of one comment stand.
  struct Element {
    /// The value of `p`; nil where there is none.
    var parameters: Range<Int>?
    /// The text, still encoded.
    var text: Range<Int>
    /// Whether the text is a CDATA section, which has no entities.
    var isVerbatim = false
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let endsFile: Bool
  /// Whether it met an XML comment or a CDATA section, in which a comment's tag means nothing.
  private(set) var hasSections = false
  private var position = 0
  /// The next `<` that is known.
  private var nextOpen = -1
  /// What was sought to the end of the file in vain: seeking it again for every comment would take hours.
  private var hasNoCommentEnd = false
  private var hasNoSectionEnd = false

  /// Scans `bytes`, a file or a piece of one; `endsFile` tells whether nothing follows.
  init(_ bytes: UnsafeBufferPointer<UInt8>, endsFile: Bool = true) {
    self.bytes = bytes
    self.endsFile = endsFile
  }

  /// The next comment; nil behind the last one.
  mutating func next() -> Element? {
    while let open = open(from: position) {
      position = open + 1
      if has("!--", at: position) {
        hasSections = true
        skipXMLComment()
      } else if isComment(at: position) {
        position += 1
        return element()
      }
    }
    return nil
  }

  /// Reads the tag behind `<d`, then the text.
  private mutating func element() -> Element {
    var parameters: Range<Int>?
    while position < bytes.count {
      skipBlanks()
      if has("/>", at: position) {
        position += 2
        return Element(parameters: parameters, text: position..<position)
      }
      if has(">", at: position) {
        position += 1
        break
      }
      // A tag that lost its end: what is no attribute is text already.
      guard let attribute = attribute() else { break }
      if attribute.isParameters { parameters = attribute.value }
    }
    return text(parameters)
  }

  /// Reads `name="value"`; moves nowhere and answers nil where there is none.
  private mutating func attribute() -> (isParameters: Bool, value: Range<Int>)? {
    var end = position
    while end < bytes.count, bytes[end].isNamePart { end += 1 }
    guard end > position, has("=", at: end) else { return nil }
    let isParameters = end == position + 1 && bytes[position] == UInt8(ascii: "p")
    position = end + 1
    return (isParameters, value(isParameters: isParameters))
  }

  /// A value between quotes of either kind, or without any up to a blank; it never reaches beyond a `<`.
  private mutating func value(isParameters: Bool) -> Range<Int> {
    let quote = position < bytes.count ? bytes[position] : 0
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return bareValue() }
    position += 1
    let start = position
    let limit = open(from: start) ?? bytes.count
    var end = bytes.position(of: quote, from: start, to: limit) ?? limit
    // Names of recorded users may hold one; in numbers it means that the quote was lost.
    if isParameters { end = bytes.position(of: UInt8(ascii: ">"), from: start, to: end) ?? end }
    position = end < bytes.count && bytes[end] == quote ? end + 1 : end
    return start..<end
  }

  private mutating func bareValue() -> Range<Int> {
    let start = position
    while position < bytes.count, bytes[position] > 0x20, !has(">", at: position), !has("<", at: position) {
      position += 1
    }
    return start..<position
  }

  /// Reads up to `</d>`; to the next comment or the end of the list where that was forgotten.
  private mutating func text(_ parameters: Range<Int>?) -> Element {
    if has("<![CDATA[", at: position) {
      hasSections = true
      if let section = section() { return Element(parameters: parameters, text: section, isVerbatim: true) }
    }
    let start = position
    var from = start
    while let open = open(from: from) {
      from = open + 1
      if has("/d", at: from), from + 2 == bytes.count || !bytes[from + 2].isNamePart {
        position = from + 2
        return Element(parameters: parameters, text: start..<open)
      }
      if isComment(at: from) || isEndOfList(at: from) {
        position = open
        return Element(parameters: parameters, text: start..<trimmed(start, open))
      }
    }
    position = bytes.count
    return Element(parameters: parameters, text: start..<trimmed(start, bytes.count))
  }

  /// Skips what XML calls a comment; one that never ends is none.
  private mutating func skipXMLComment() {
    guard !hasNoCommentEnd else { return }
    guard let end = end(of: "-->", from: position) else { return hasNoCommentEnd = true }
    position = end
  }

  /// Reads a CDATA section; nil where it never ends.
  private mutating func section() -> Range<Int>? {
    guard !hasNoSectionEnd else { return nil }
    guard let end = end(of: "]]>", from: position) else {
      hasNoSectionEnd = true
      return nil
    }
    defer { position = end }
    return position + 9..<end - 3
  }

  /// Whether `d` stands here, with an attribute or the end of its tag behind it.
  private func isComment(at place: Int) -> Bool {
    guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "d") else { return false }
    guard bytes[place + 1] <= 0x20 else { return bytes[place + 1] == UInt8(ascii: ">") }
    var next = place + 1
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    let name = next
    while next < bytes.count, bytes[next].isNamePart { next += 1 }
    return next > name ? has("=", at: next) : has(">", at: next) || has("/>", at: next)
  }

  /// Whether `/i>` stands here and nothing but white space follows.
  private func isEndOfList(at place: Int) -> Bool {
    endsFile && has("/i>", at: place) && bytes[(place + 3)...].allSatisfy { $0 <= 0x20 }
  }

  /// The end of the text without the white space before it, which belongs to the file's own lines.
  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return end
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }

  @inline(__always)
  private func has(_ text: StaticString, at place: Int) -> Bool {
    guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount where bytes[place + index] != text.utf8Start[index] { return false }
    return true
  }

  /// The place behind the next `text`.
  private func end(of text: StaticString, from place: Int) -> Int? {
    var place = place
    while let found = bytes.position(of: text.utf8Start[0], from: place, to: bytes.count) {
      if has(text, at: found) { return found + text.utf8CodeUnitCount }
      place = found + 1
    }
    return nil
  }

  /// The first `<` from `place` on. It is sought once: an element may have a million attributes before it.
  @inline(__always)
  private mutating func open(from place: Int) -> Int? {
    if nextOpen < place {
      nextOpen = bytes.position(of: UInt8(ascii: "<"), from: place, to: bytes.count) ?? bytes.count
    }
    return nextOpen < bytes.count ? nextOpen : nil
  }
}

extension UInt8 {
  /// Whether it may stand in the name of an element or attribute.
  fileprivate var isNamePart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
