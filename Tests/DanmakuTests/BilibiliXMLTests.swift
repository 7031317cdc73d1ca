import Danmaku
import Testing

@Suite struct `Reading Bilibili's XML` {
  static func element(_ parameters: String, _ text: String = "x") -> String { "<d p=\"\(parameters)\">\(text)</d>" }
  static func text(_ encoded: String) -> String { "<i>" + element("1,1", encoded) + "</i>" }
  static func says(_ text: String) -> [Comment] { [Comment(time: 1000, text: text)] }

  static let table: [Reading] = [
    Reading(
      "Mode 1 scrolls", "<i>" + element("1.5,1,25,255"), [Comment(time: 1500, color: CommentColor(255), text: "x")]),
    Reading("Mode 2 scrolls", "<i>" + element("1,2"), says("x")),
    Reading("Mode 3 scrolls", "<i>" + element("1,3"), says("x")),
    Reading("Mode 4 is the bottom", "<i>" + element("1,4"), [Comment(time: 1000, mode: .bottom, text: "x")]),
    Reading("Mode 5 is the top", "<i>" + element("1,5"), [Comment(time: 1000, mode: .top, text: "x")]),
    Reading("Mode 6 is reverse", "<i>" + element("1,6"), [Comment(time: 1000, mode: .reverse, text: "x")]),
    Reading(
      "Mode 7 keeps its array", "<i>" + element("1,7", "[&quot;a/nb&quot;]"),
      [Comment(time: 1000, mode: .positioned, text: "[\"a/nb\"]")]),
    Reading("Mode 8 is scripted", "<i>" + element("1,8"), [Comment(time: 1000, mode: .scripted, text: "x")]),
    Reading("Mode 9 is animated", "<i>" + element("1,9"), [Comment(time: 1000, mode: .animated, text: "x")]),
    Reading("An unknown mode is skipped", "<i>" + element("1,12"), [], skipped: [.unknownMode: 1]),
    Reading("Mode 0 is skipped", "<i>" + element("1,0"), [], skipped: [.unknownMode: 1]),
    Reading("A mode that is no number is skipped", "<i>" + element("1,x"), [], skipped: [.unknownMode: 1]),

    Reading("Long decimals are rounded", "<i>" + element("74.599998474121,1"), [Comment(time: 74_600, text: "x")]),
    Reading("A time may begin with a point", "<i>" + element(".25,1"), [Comment(time: 250, text: "x")]),
    Reading("A time may be exponential", "<i>" + element("1.5e-1,1"), [Comment(time: 150, text: "x")]),
    Reading("A negative time is the start", "<i>" + element("-1,1"), [Comment(time: 0, text: "x")]),
    Reading("A time that is no number is skipped", "<i>" + element("x,1"), [], skipped: [.badTime: 1]),
    Reading("A time beyond weeks is skipped", "<i>" + element("9999999999,1"), [], skipped: [.badTime: 1]),
    Reading("An endless time is skipped", "<i>" + element("1e999,1"), [], skipped: [.badTime: 1]),

    Reading("Size 0 is the ordinary one", "<i>" + element("1,1,0"), says("x")),
    Reading("Sizes end at 255", "<i>" + element("1,1,999"), [Comment(time: 1000, size: 255, text: "x")]),
    Reading("Colour -1 is white", "<i>" + element("1,1,25,-1"), says("x")),
    Reading("A colour of 32 bits loses the upper ones", "<i>" + element("1,1,25,4294967295"), says("x")),
    Reading(
      "An opaque blue is blue", "<i>" + element("1,1,25,4278190335"),
      [Comment(time: 1000, color: CommentColor(0xFF), text: "x")]),
    Reading("Black stays black", "<i>" + element("1,1,25,0"), [Comment(time: 1000, color: CommentColor(0), text: "x")]),
    Reading("A colour that is no number is white", "<i>" + element("1,1,25,red"), says("x")),
    Reading(
      "The moment of sending may be decimal", "<i>" + element("1,1,25,0,1584268892.5"),
      [Comment(time: 1000, color: CommentColor(0), text: "x", sent: 1_584_268_892)]),
    Reading(
      "Pool 3 is read", "<i>" + element("1,1,25,0,0,3"),
      [Comment(time: 1000, color: CommentColor(0), text: "x", pool: 3)]),
    Reading(
      "Ids of 19 digits keep every digit", "<i>" + element("1,1,25,0,0,0,,1234567890123456789,11"),
      [Comment(time: 1000, color: CommentColor(0), text: "x", id: 1_234_567_890_123_456_789, weight: 11)]),
    Reading("Four fields are enough", "<i>" + element("11.0,1,25,16777215"), [Comment(time: 11_000, text: "x")]),
    Reading("Two fields are enough", "<i>" + element("1,1"), says("x")),
    Reading("More than nine fields are read", "<i>" + element("1,1,25,16777215,0,0,0,0,,10,11"), says("x")),
    Reading("One field is none", "<i>" + element("1"), [], skipped: [.noParameters: 1]),
    Reading("No field is none", "<i><d>x</d></i>", [], skipped: [.noParameters: 1]),
    Reading("Blanks around numbers do not matter", "<i>" + element(" 1 , 1 "), says("x")),

    Reading("Named entities are decoded", text("&lt;&gt;&amp;&quot;&apos;"), says("<>&\"'")),
    Reading("Decimal entities are decoded", text("&#34;q&#34;"), says("\"q\"")),
    Reading("Hexadecimal entities are decoded", text("&#x4F60;&#X597d;"), says("你好")),
    Reading("An entity is decoded once", text("&amp;lt;"), says("&lt;")),
    Reading("An unknown entity is text", text("&foo; &#xZZ; &;"), says("&foo; &#xZZ; &;")),
    Reading("An impossible scalar is text", text("&#xD800;"), says("&#xD800;")),
    Reading("A raw & is text", text("Tom & Jerry&"), says("Tom & Jerry&")),
    Reading("A raw < is text", text("1 < 2 <3"), says("1 < 2 <3")),
    Reading("Raw elements are text", text("a <b>c</b> <div>"), says("a <b>c</b> <div>")),
    Reading("An italic end is text", text("<i>a</i>"), says("<i>a</i>")),
    Reading("/n breaks the line", text("line1/nline2"), says("line1\nline2")),
    Reading("&#10; breaks the line", text("a&#10;b"), says("a\nb")),
    Reading("CR LF is one break", text("a\r\nb\rc"), says("a\nb\nc")),
    Reading("ASS codes are text", text("{\\b1}x\\N back\\slash"), says("{\\b1}x\\N back\\slash")),
    Reading("Blanks around a text stay", text("  lead trail  "), says("  lead trail  ")),
    Reading("CDATA has no entities", text("<![CDATA[<b>&amp;</b>]]>"), says("<b>&amp;</b>")),
    Reading("A CDATA section without an end is text", text("<![CDATA[a"), says("<![CDATA[a")),
    Reading("No text is skipped", text(""), [], skipped: [.emptyText: 1]),
    Reading("Blank text is skipped", text(" \u{3000}/n\t"), [], skipped: [.emptyText: 1]),
    Reading("Blanks that do not break are nothing", text("&nbsp;\u{A0}\u{202F}"), [], skipped: [.emptyText: 1]),
    Reading("Wide and narrow blanks are nothing", text("\u{2003}\u{200A}\u{205F}"), [], skipped: [.emptyText: 1]),
    Reading("Blanks without any width are nothing", text("\u{200B}\u{FEFF}\u{2060}"), [], skipped: [.emptyText: 1]),
    Reading("Joiners of nothing are nothing", text("\u{200D}\u{FE0F}"), [], skipped: [.emptyText: 1]),
    Reading("Braille without dots is nothing", text("\u{2800}/n\u{2800}"), [], skipped: [.emptyText: 1]),
    Reading("Braille with dots is text", text("\u{2800}⠁"), says("\u{2800}⠁")),
    Reading("An empty element is skipped", "<i><d p=\"1,1\"/></i>", [], skipped: [.emptyText: 1]),

    Reading("Controls go", text("a\u{0}b\u{8}\u{7F}\u{9B}c"), says("abc")),
    Reading("Escapes lose their teeth", text("\u{1B}[31mred\u{1B}[0m"), says("[31mred[0m")),
    Reading("Overrides of direction go", text("a\u{202E}b\u{2066}c\u{200F}"), says("abc")),
    Reading("A tab is a blank", text("a\tb"), says("a b")),
    Reading(
      "Four marks stay", text("a" + String(repeating: "\u{301}", count: 400)), says("a\u{301}\u{301}\u{301}\u{301}")),
    Reading(
      "A thousand scalars stay", text(String(repeating: "夜", count: 10_000)), says(String(repeating: "夜", count: 1000))),
    Reading("Families of emoji stay", text("👨‍👩‍👧❤️"), says("👨‍👩‍👧❤️")),
    Reading("Kana, kanji and punctuation stay", text("「が」……〜ｶﾞ！★"), says("「が」……〜ｶﾞ！★")),

    Reading("An unclosed comment ends at the next", "<i><d p=\"1,1\">x\n<d p=\"1,1\">y</d></i>", says("x") + says("y")),
    Reading("An unclosed comment ends with the list", "<i><d p=\"1,1\">x\n</i>\n", says("x")),
    Reading("An unclosed comment ends with the file", "<i><d p=\"1,1\">x", says("x")),
    Reading("A tag may lack its >", "<i><d p=\"1,1\"[4]x</d>", says("[4]x")),
    Reading("A tag may lack its quote", "<i><d p=\"1,1>x</d>", says("x")),
    Reading("A tag cut in two is a comment that is skipped", "<i><d p=\"1,1", [], skipped: [.emptyText: 1]),
    Reading("Quotes may be single", "<i><d p='1,1'>x</d>", says("x")),
    Reading("Quotes may be missing", "<i><d p=1,1>x</d>", says("x")),
    Reading("Attributes of recorders do not matter", "<i><d user=\"a>b\" p=\"1,1\" uid='1'>x</d>", says("x")),
    Reading(
      "Gifts of recordings are no comments", "<i><gift ts=\"1\"/><sc ts=\"2\">y</sc>" + element("1,1"), says("x")),
    Reading(
      "What an XML comment hides is no comment", "<i><!--" + element("1,1", "y") + "-->" + element("1,1"), says("x")),
    Reading("An XML comment without an end hides nothing", "<i><!-- " + element("1,1"), says("x")),
    Reading("Elements that begin with d are others", "<i><div p=\"1,1\">y</div><data/>" + element("1,1"), says("x")),

    Reading("A mark of byte order does not matter", "\u{FEFF}<i>" + element("1,1"), says("x")),
    Reading("A declaration may be odd", "<?xml version='1.1' encoding=\"gbk\" ?>\n\n<i>\n" + element("1,1"), says("x")),
    Reading("No root is needed", element("1,1"), says("x")),
    Reading("A list may be empty", "<?xml version=\"1.0\"?><i><chatid>1</chatid></i>", []),
    Reading(
      "Times sort, and equal ones keep their order",
      "<i>" + element("2,1", "c") + element("1,1", "a") + element("1,1", "b") + element("0.5,1", "z"),
      [Comment(time: 500, text: "z"), Comment(time: 1000, text: "a"), Comment(time: 1000, text: "b")]
        + [Comment(time: 2000, text: "c")]),
  ]

  static let relatives: [Reading] = [
    Reading(
      "A recorder's moment of sending is in milliseconds", "<i>" + element("1,1,25,16777215,1584268892123,0,7,0"),
      [Comment(time: 1000, text: "x", sent: 1_584_268_892)]),
    Reading(
      "A recording's gifts, guards and superchats are no comments",
      """
      <i><BililiveRecorder version="1"/><gift ts="1" user="a" giftname="b" giftcount="1"/>
      <sc ts="2" user="a" price="30" time="60">y</sc><guard ts="3" user="a" level="3" count="1"/>
      """ + element("1,1"), says("x")),
    Reading(
      "The second version counts thousandths behind two fields more",
      "<?xml version=\"2.0\" encoding=\"UTF-8\"?><i>" + element("77,0,1500,5,36,255,1584268892,a16fe0dd") + "</i>",
      [
        Comment(
          time: 1500, mode: .top, size: 36, color: CommentColor(255), text: "x", id: 77, sent: 1_584_268_892)
      ], format: .bilibiliXML),
    Reading(
      "The second version needs four fields", "<?xml version=\"2.0\"?><i>" + element("77,0,1500"), [],
      skipped: [.noParameters: 1]),
    Reading(
      "Controls among the first comments do not make it binary", "<i>" + element("1,1", "\u{1}") + element("x,1"), [],
      skipped: [.emptyText: 1, .badTime: 1]),
  ]

  @Test(arguments: relatives) func `A relative of Bilibili's XML is read`(_ row: Reading) throws { try row.check() }

  @Test(arguments: table) func `A row of the table holds`(_ row: Reading) throws {
    try row.check()
  }

  @Test func `Bytes that are no UTF-8 are repaired`() throws {
    let file = try DanmakuFile(reading: Array("<d p=\"1,1\">夜".utf8) + [0xE5, 0xFF] + Array("x</d>".utf8))

    #expect(file.comments[0].text.hasPrefix("夜"))
    #expect(file.comments[0].text.hasSuffix("x"))
  }

  @Test func `Equal senders are equal, and tell nothing else`() throws {
    let file = try DanmakuFile(
      reading:
        Array(
          """
          <d p="1,1,25,0,0,0,a16fe0dd">x</d><d p="2,1,25,0,0,0,a16fe0dd">x</d><d p="3,1,25,0,0,0,Da16fe0">x</d>
          """.utf8))

    #expect(file.comments[0].sender == file.comments[1].sender)
    #expect(file.comments[0].sender != file.comments[2].sender)
    #expect(file.comments[0].sender.map(String.init(describing:)) == "sender")
  }

  @Test(arguments: [
    ("", DanmakuError.empty), ("\u{FEFF} \n", .empty),
    ("<!DOCTYPE html><html><body>502</body></html>", .notDanmaku(.html)),
    ("<HTML><d>", .notDanmaku(.html)), ("{\"code\":0}", .notDanmaku(.json)), ("[[],[]]", .notDanmaku(.json)),
    ("[Script Info]\nTitle: x", .notDanmaku(.subtitles)),
    ("<img src=\"\" onerror=\"alert()\">", .notDanmaku(.markup(root: "img"))), ("hello", .notDanmaku(.text)),
    ("\u{1}\u{2}", .notDanmaku(.binary)), ("<rss><d>x</d></rss>", .notDanmaku(.markup(root: "rss"))),
  ])
  func `What holds no danmaku is refused as what it is`(_ text: String, _ error: DanmakuError) {
    #expect(throws: error) { try DanmakuFile(reading: Array(text.utf8)) }
  }

  @Test(
    arguments: [
      ([0x1F, 0x8B, 0x08], FileKind.compressed), ([0x78, 0x9C, 0x01], .compressed), ([0xFF, 0xFE, 0x3C, 0x00], .utf16),
    ] as [([UInt8], FileKind)])
  func `Files in wrappers are refused as such`(_ bytes: [UInt8], _ kind: FileKind) {
    #expect(throws: DanmakuError.notDanmaku(kind)) { try DanmakuFile(reading: bytes) }
  }

  @Test func `Sections and comments that never end cost one search`() throws {
    let hostile = String(repeating: "<d p=\"1,1\"><![CDATA[<!--", count: 40_000)

    #expect(try DanmakuFile(reading: Array(hostile.utf8)).total == 40_000)
  }

  @Test func `Of a torn file each comment whose tag began is read or counted, as far as its text goes`() throws {
    let (first, second) = (Self.element("1,7", "&#34;<b>/n&amp;"), "<d p='2,1' user=\"a>\">夜</d>")
    let whole = Array(("<i>" + first + second + "<!-- -->").utf8)
    let starts = [3, 3 + first.utf8.count]
    let texts = [
      starts[0] + Self.element("1,7", "").utf8.count - 4, starts[1] + second.utf8.count - "夜</d>".utf8.count,
    ]

    for length in 2...whole.count {
      let file = try DanmakuFile(reading: Array(whole.prefix(length)))
      // Five bytes of a tag, `<d p=`, are what tells a comment from other elements.
      #expect(file.total == starts.count { length >= $0 + 5 })
      #expect(file.total == file.comments.count + file.skippedCount)
      for (index, start) in texts.enumerated() where length > start {
        let closed = try DanmakuFile(reading: Array(whole.prefix(length)) + Array("</d></i>".utf8))
        #expect(file.comments.text(at: index) == closed.comments.text(at: index))
      }
    }
    #expect(try DanmakuFile(reading: whole).comments.map(\.text) == ["\"<b>/n&", "夜"])
  }

  @Test(arguments: ["", "<"])
  func `What is torn before anything tells that it is XML is refused`(_ start: String) {
    #expect(throws: DanmakuError.self) { try DanmakuFile(reading: Array(start.utf8)) }
  }
}
