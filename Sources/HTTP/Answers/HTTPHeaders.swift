/// The header lines of one answer, counted.
struct HTTPHeaders: Sendable {
  private(set) var status = 0
  private(set) var byteCount = 0
  private var values: [String: String] = [:]

  subscript(name: String) -> String? {
    values[name.lowercased()]
  }

  /// Takes in one line as it came, line break included.
  ///
  /// A status line begins a new answer (after "100 Continue"); the bytes are counted on, or endless
  /// interim answers would be free.
  mutating func add(line: UnsafeBufferPointer<UInt8>) {
    byteCount += line.count
    let text = String(decoding: line, as: UTF8.self)
    if text.hasPrefix("HTTP/") {
      values = [:]
      status = text.split(separator: " ", maxSplits: 2).dropFirst().first.flatMap { Int($0.trimmed) } ?? 0
    } else if let colon = text.firstIndex(of: ":") {
      values[text[..<colon].trimmed.lowercased()] = text[text.index(after: colon)...].trimmed
    }
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

extension StringProtocol {
  /// Without white space and line breaks at both ends.
  var trimmed: String {
    let isInk = { (character: Character) in !character.isWhitespace }
    guard let first = firstIndex(where: isInk), let last = lastIndex(where: isInk) else { return "" }
    return String(self[first...last])
  }
}
