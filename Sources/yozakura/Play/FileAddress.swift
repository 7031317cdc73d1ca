/// Addresses of files on this machine (RFC 8089): `file:///home/me/%E5%A4%9C.mkv`.
enum FileAddress {
  /// The path that `address` names.
  static func path(of address: String) throws -> String {
    let rest = address.drop { $0 != "/" }.dropFirst(2)
    let host = rest.prefix { $0 != "/" }.lowercased()
    guard host.isEmpty || host == "localhost" else {
      throw Failure.usage("\(address) is a file of another machine, \(host), and not of this one.")
    }
    guard let path = decoded(rest.dropFirst(host.count)), !path.isEmpty, !path.contains("\0") else {
      throw Failure(.invalid, "\(address) names no file, or one whose name is not UTF-8.")
    }
    return path
  }

  /// `text` with the bytes that stand in it as `%E5`; nil where that is no UTF-8. A percent sign that stands for none is
  /// one.
  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      guard byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      else {
        bytes.append(byte)
        continue
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
