/// Finds the title of a web page.
///
///     <HTML><Title lang="en">Down &amp; out &#8211; 503</title>   →   Down & out – 503
enum PageTitle {
  /// The text of the first title, its references resolved; nil where there is none, or where it is cut.
  static func find(in page: String) -> String? {
    // Bytes, because a title is found by ASCII alone, and upper case of other letters may change their length.
    let bytes = Array(page.utf8)
    let small = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard let start = startOfTitle(in: small), let end = small[start...].firstRange(of: Array("</title".utf8)) else {
      return nil
    }
    return resolve(String(decoding: bytes[start..<end.lowerBound], as: UTF8.self))
  }

  /// Where the text of the first title begins: behind `<title …>`, not behind `<titles>`.
  private static func startOfTitle(in page: [UInt8]) -> Int? {
    var rest = page[...]
    while let tag = rest.firstRange(of: Array("<title".utf8)) {
      rest = rest[tag.upperBound...]
      guard let next = rest.first else { return nil }
      if next == UInt8(ascii: ">") || next <= 0x20 || next == UInt8(ascii: "/") {
        return rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
      }
    }
    return nil
  }

  /// `text` with its character references resolved, once: `&amp;lt;` is `&lt;`.
  private static func resolve(_ text: String) -> String {
    var resolved = ""
    var rest = text[...]
    while let ampersand = rest.firstIndex(of: "&") {
      resolved += rest[..<ampersand]
      rest = rest[ampersand...]
      // The longest reference that we know has nine characters, such as &#x10FFFF;.
      if let end = rest.prefix(11).firstIndex(of: ";"), let character = character(named: rest[..<end].dropFirst()) {
        resolved.append(character)
        rest = rest[rest.index(after: end)...]
      } else {
        resolved.append("&")
        rest = rest.dropFirst()
      }
    }
    return resolved + rest
  }

  private static func character(named name: Substring) -> Character? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return " "
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.map { Character(Unicode.Scalar($0) ?? "\u{FFFD}") }
  }
}
