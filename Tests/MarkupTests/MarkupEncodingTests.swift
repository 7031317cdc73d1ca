import Markup
import Testing

@Suite struct `Encodings of markup` {
  private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { isBigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test(arguments: [true, false]) func `Of 16 bits are known by their mark or their zeros`(_ isBigEndian: Bool) throws {
    let expected = ["<a", "夜桜🌸", ">a"]

    #expect(try pieces(utf16("\u{FEFF}<a>夜桜🌸</a>", isBigEndian: isBigEndian)) == expected)
    #expect(try pieces(utf16("<a>夜桜🌸</a>", isBigEndian: isBigEndian)) == expected)
  }

  @Test func `Of 8 bits are what they declare`() throws {
    let head = Array("<?xml version=\"1.0\" encoding='ISO-8859-1'?><a>".utf8)

    #expect(try pieces(head + [0xE9, 0x80, 0x97] + Array("</a>".utf8)) == ["<a", "é€—", ">a"])
  }

  @Test func `Of which a document only boasts are not believed`() throws {
    #expect(try pieces("<?xml version=\"1.0\" encoding=\"utf-16\"?><a>夜</a>") == ["<a", "夜", ">a"])
    #expect(try pieces([0xEF, 0xBB, 0xBF] + Array("<a/>".utf8)) == ["<a", ">a"])
  }

  @Test func `That are not read are named`() {
    #expect(throws: MarkupError.unknownEncoding("Shift_JIS")) {
      try pieces("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><a/>")
    }
  }

  @Test func `That are broken cost the broken bytes alone`() throws {
    #expect(try pieces(Array("<a>x".utf8) + [0xFF] + Array("y</a>".utf8)) == ["<a", "x\u{FFFD}y", ">a"])
  }
}

@Suite struct `Escapes of markup` {
  @Test(arguments: ["a < b & c > \"d\"", "夜桜", "]]>", "&amp;", "a]]>\u{301}<evil>", "]]]>"])
  func `Are read back`(_ text: String) throws {
    let escaped = MarkupEscapes.escape(text)

    #expect(try pieces("<a b=\"\(escaped)\">\(escaped)</a>") == ["<a b=\(text)", text, ">a"])
    var section = Array("<a>".utf8)
    MarkupEscapes.append(section: text, to: &section)
    #expect(try pieces(section + "</a>".utf8).dropFirst().dropLast().joined() == text)
  }
}
