/// Writes text so that markup keeps it.
public enum MarkupEscapes {
  /// `text` where text or a quoted value stands: `a < b` → `a &lt; b`.
  public static func escape(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// `text` as a CDATA section; one that holds the end of a section becomes two: `]]>` → `]]]]><![CDATA[>`.
  public static func section(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ">")) else { return "<![CDATA[\(text)]]>" }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      // Byte by byte: a mark that joins the bracket before it makes another character of it.
      if byte == UInt8(ascii: ">"), bytes.suffix(2) == [UInt8(ascii: "]"), UInt8(ascii: "]")] {
        bytes += "]]><![CDATA[".utf8
      }
      bytes.append(byte)
    }
    return "<![CDATA[\(String(decoding: bytes, as: UTF8.self))]]>"
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
    default: false
    }
  }
}
