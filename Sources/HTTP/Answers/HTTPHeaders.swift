/// The header lines of one answer, counted.
///
/// They are taken apart as bytes, and not as characters: white space of other scripts is none to HTTP, and asking
/// Unicode about each letter took as long as everything else that is done with a small answer.
struct HTTPHeaders: Sendable {
  /// One line, its name in lower case.
  private struct Field {
    let name: String
    let value: String
  }

  private(set) var status = 0
  private(set) var byteCount = 0
  private var fields: [Field] = []

  /// The value of the last line with this name, whatever its case.
  subscript(name: String) -> String? {
    fields.last { $0.name.utf8.elementsEqual(name.utf8.lazy.map(lowercased)) }?.value
  }

  /// Takes in one line as it came, line break included.
  ///
  /// A status line begins a new answer (after "100 Continue"); the bytes are counted on, or endless
  /// interim answers would be free.
  mutating func add(line: UnsafeBufferPointer<UInt8>) {
    byteCount += line.count
    if line.starts(with: "HTTP/".utf8) {
      fields = []
      status = Self.status(in: line)
    } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
      let name = trimmed(line[..<colon]).map(lowercased)
      let value = trimmed(line[(colon + 1)...])
      fields.append(Field(name: String(decoding: name, as: UTF8.self), value: String(decoding: value, as: UTF8.self)))
    }
  }

  /// The number in a status line, `HTTP/1.1 200 OK`; 0 where there is none.
  private static func status(in line: UnsafeBufferPointer<UInt8>) -> Int {
    let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
    guard words.count > 1 else { return 0 }
    return Int(String(decoding: trimmed(words[1]), as: UTF8.self)) ?? 0
  }

  /// Where a redirect points, as written by the server.
  var location: String? {
    [301, 302, 303, 307, 308].contains(status) ? self["Location"] : nil
  }

  /// The announced length of the body on the wire. A chunked body has none, whatever else is said.
  var length: Int? {
    guard self["Transfer-Encoding"] == nil, let length = self["Content-Length"].flatMap({ Int($0) }), length >= 0 else {
      return nil
    }
    return length
  }
}

/// `bytes` without blanks, tabs and line breaks at both ends.
private func trimmed(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
  let isInk = { (byte: UInt8) in byte != 0x20 && !(0x09...0x0D).contains(byte) }
  guard let first = bytes.firstIndex(where: isInk), let last = bytes.lastIndex(where: isInk) else {
    return bytes[bytes.endIndex...]
  }
  return bytes[first...last]
}

/// The small letter of a capital one in ASCII, which is all that a name is made of; other bytes as they are.
private func lowercased(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}
