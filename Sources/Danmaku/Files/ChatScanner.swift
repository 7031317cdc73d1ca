/// Finds the `<chat …>…</chat>` of a file, whatever lies between them.
struct ChatScanner {
  /// The parts of one comment; what is not there is nil.
  struct Chat {
    var vpos, mail, date, sender, number, thread, fork, premium, deleted: Slice<UnsafeBufferPointer<UInt8>>?
    /// Where the text stands, still encoded.
    var text = 0..<0
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next comment; nil behind the last one.
  mutating func next() -> Chat? {
    while let open = find(UInt8(ascii: "<")) {
      position = open + 1
      guard isChat(at: position) else { continue }
      position += 4
      var chat = Chat()
      if readAttributes(of: &chat) { chat.text = text() }
      return chat
    }
    return nil
  }

  /// Reads the attributes; false where the element has no text.
  private mutating func readAttributes(of chat: inout Chat) -> Bool {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "<") { return true }
      position += 1
      if byte == UInt8(ascii: ">") { return bytes[position - 2] != UInt8(ascii: "/") }
      guard byte == UInt8(ascii: "="), position < bytes.count else { continue }
      let quote = bytes[position]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { continue }
      let name = name(before: position - 1)
      position += 1
      let start = position
      // A lost quote is found again before the next tag.
      while position < bytes.count, bytes[position] != quote, bytes[position] != UInt8(ascii: "<") { position += 1 }
      chat.take(bytes[name], bytes[start..<position])
      if position < bytes.count, bytes[position] == quote { position += 1 }
    }
    return false
  }

  private func name(before end: Int) -> Range<Int> {
    var start = end
    while start > 0, bytes[start - 1] > 0x20, bytes[start - 1] != UInt8(ascii: "\""),
      bytes[start - 1] != UInt8(ascii: "'")
    { start -= 1 }
    return start..<end
  }

  /// Reads up to `</chat>`, the next comment, the end of the list, or that of the file.
  private mutating func text() -> Range<Int> {
    let start = position
    while let open = find(UInt8(ascii: "<")) {
      position = open + 1
      if has("/chat", at: position) || isChat(at: position) || has("/packet>", at: position) {
        position = open
        return start..<open
      }
    }
    position = bytes.count
    return start..<position
  }

  private func isChat(at place: Int) -> Bool {
    guard has("chat", at: place), place + 4 < bytes.count else { return false }
    return bytes[place + 4] <= 0x20 || bytes[place + 4] == UInt8(ascii: ">") || bytes[place + 4] == UInt8(ascii: "/")
  }

  private func has(_ text: StaticString, at place: Int) -> Bool {
    place + text.utf8CodeUnitCount <= bytes.count && bytes[place..<place + text.utf8CodeUnitCount].equals(text)
  }

  private func find(_ byte: UInt8) -> Int? {
    var place = position
    while place < bytes.count {
      if bytes[place] == byte { return place }
      place += 1
    }
    return nil
  }
}

extension ChatScanner.Chat {
  fileprivate mutating func take(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ value: Slice<UnsafeBufferPointer<UInt8>>)
  {
    switch name {
    case _ where name.equals("vpos"): vpos = value
    case _ where name.equals("mail"): mail = value
    case _ where name.equals("date"): date = value
    case _ where name.equals("user_id"): sender = value
    case _ where name.equals("no"): number = value
    case _ where name.equals("thread"): thread = value
    case _ where name.equals("fork"): fork = value
    case _ where name.equals("premium"): premium = value
    case _ where name.equals("deleted"): deleted = value
    default: break
    }
  }
}
