/// Writes text so that markup keeps it.
public enum MarkupEscapes {
  /// `text` where text or a quoted value stands: `a < b` → `a &lt; b`.
  public static func escape(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var escaped: [UInt8] = []
    append(text, to: &escaped)
    return String(decoding: escaped, as: UTF8.self)
  }

  /// Adds the same to `markup`.
  public static func append(_ text: String, to markup: inout [UInt8]) {
    guard text.utf8.contains(where: isSpecial) else { return markup += text.utf8 }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): markup += "&amp;".utf8
      case UInt8(ascii: "<"): markup += "&lt;".utf8
      case UInt8(ascii: ">"): markup += "&gt;".utf8
      case UInt8(ascii: "\""): markup += "&quot;".utf8
      default: markup.append(byte)
      }
    }
  }

  /// Adds `text` to `markup` as a CDATA section; one that holds the end of a section becomes two: `]]>` →
  /// `]]]]><![CDATA[>`.
  public static func append(section text: String, to markup: inout [UInt8]) {
    markup += "<![CDATA[".utf8
    defer { markup += "]]>".utf8 }
    guard text.utf8.contains(UInt8(ascii: ">")) else { return markup += text.utf8 }
    let start = markup.count
    for byte in text.utf8 {
      // Byte by byte: a mark that joins the bracket before it makes another character of it.
      if byte == UInt8(ascii: ">"), markup[start...].suffix(2) == [UInt8(ascii: "]"), UInt8(ascii: "]")] {
        markup += "]]><![CDATA[".utf8
      }
      markup.append(byte)
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
    default: false
    }
  }
}
