import Testing

@testable import Danmaku

@Suite struct `Cleaning texts` {
  /// What is read, and what of it is kept.
  static let table: [(claim: String, read: [UInt8], kept: String)] = [
    ("What no character begins with is replaced", Array("a".utf8) + [0xFF] + Array("b".utf8), "a\u{FFFD}b"),
    ("A stray continuation is replaced", [0x61, 0x80, 0x62], "a\u{FFFD}b"),
    ("A character that breaks off is replaced", [0x61, 0xE5, 0xA4, 0x62], "a\u{FFFD}b"),
    ("One that breaks off at the end is replaced", [0x61, 0xE5, 0xA4], "a\u{FFFD}"),
    ("Two bytes that break off are replaced", [0xC3, 0x78], "\u{FFFD}x"),
    ("Half of a surrogate pair is replaced", [0xED, 0xA0, 0x80, 0x78], "\u{FFFD}\u{FFFD}\u{FFFD}x"),
    ("An ordinary text stays", Array("夜桜 yozakura 🌸 ｶﾞ é ￥".utf8), "夜桜 yozakura 🌸 ｶﾞ é ￥"),
    ("Rare ideographs stay", Array("𠮷𩸽".utf8), "𠮷𩸽"),
    ("A filler of Hangul shows nothing", Array("a\u{3164}\u{FFA0}b".utf8), "ab"),
    (
      "Four voice marks are enough", Array("か\(String(repeating: "\u{3099}", count: 9))".utf8),
      "か\u{3099}\u{3099}\u{3099}\u{3099}"
    ),
    ("A format of music goes", Array("a\u{1D173}b".utf8), "ab"),
    ("What is no character goes", Array("a\u{1FFFE}b".utf8), "ab"),
  ]

  @Test(arguments: table.indices) func `Keeps what can be read and shown`(_ row: Int) {
    let row = Self.table[row]
    var bytes = Array("x".utf8) + row.read
    TextCleaner.clean(&bytes, from: 1, isCode: false)

    #expect(String(validating: bytes, as: UTF8.self) == "x" + row.kept, "\(row.claim)")
  }

  @Test func `A file with broken characters gives subtitles without any`() throws {
    let file = try DanmakuFile(reading: Array("<d p=\"1,1\">a".utf8) + [0xE5, 0xA4] + Array("b</d>".utf8))
    var bytes: [UInt8] = []
    ASSFile(file.comments).write { bytes.append(contentsOf: $0) }

    #expect(String(validating: bytes, as: UTF8.self)?.hasSuffix("a\u{FFFD}b\n") == true)
  }
}
