import Danmaku
import Foundation
import FoundationXML
import Testing

/// One row of the conformance table of outputs: what is written, and what must stand there.
struct Writing: Sendable, CustomTestStringConvertible {
  var claim: String
  var comment: Comment
  var written: String

  init(_ claim: String, _ comment: Comment, _ written: String) {
    self.claim = claim
    self.comment = comment
    self.written = written
  }

  var testDescription: String { claim }
}

@Suite struct `Writing what appears before the film` {
  private static let comments = Comments([Comment(time: -3500, text: "来了"), Comment(time: 0, text: "夜")])

  @Test(arguments: [BilibiliXMLOutput() as any DanmakuOutput, DandanplayOutput()])
  func `Forms that know no such time leave it out and count it`(_ output: any DanmakuOutput) {
    var text = ""
    output.write(Self.comments) { text += String(decoding: $0, as: UTF8.self) }

    #expect(Self.comments.indices.map { output.holds(Self.comments, at: $0) } == [false, true])
    #expect(text.contains("夜") && !text.contains("来了"))
  }

  @Test func `Our own form gives it back as it was`() throws {
    #expect(try DanmakuFile(reading: JSONLinesOutput().bytes(of: Self.comments)).comments == Self.comments)
  }
}

@Suite struct `Writing Bilibili's XML` {
  static func text(_ text: String, mode: Comment.Mode = .scroll) -> Comment {
    Comment(time: 1000, mode: mode, text: text)
  }

  static let table: [Writing] = [
    Writing(
      "Every field has its place",
      Comment(
        time: 12_345, mode: .bottom, size: 36, color: CommentColor(0xFF), text: "夜桜", id: 1_234_567_890_123_456_789,
        sent: 1_307_940_958, pool: 1, sender: sender(0x6432_3633_6264_3634), weight: 11),
      "<d p=\"12.345,4,36,255,1307940958,1,d263bd64,1234567890123456789,11\">夜桜</d>"),
    Writing("What is not known is nothing", text("x"), "<d p=\"1.000,1,25,16777215,0,0,,0\">x</d>"),
    Writing(
      "A weight of 0 is one", Comment(time: 1000, text: "x", weight: 0), "<d p=\"1.000,1,25,16777215,0,0,,0,0\">x</d>"),
    Writing("Black is 0", Comment(time: 5, color: CommentColor(0), text: "x"), "<d p=\"0.005,1,25,0,0,0,,0\">x</d>"),
    Writing(
      "A salted sender has sixteen digits", Comment(time: 1000, text: "x", sender: sender(0xAB)),
      "<d p=\"1.000,1,25,16777215,0,0,00000000000000ab,0\">x</d>"),
    Writing("Top is 5", text("x", mode: .top), "<d p=\"1.000,5,25,16777215,0,0,,0\">x</d>"),
    Writing("Reverse is 6", text("x", mode: .reverse), "<d p=\"1.000,6,25,16777215,0,0,,0\">x</d>"),
    Writing("Markup is text", text("<b>&amp;</b>"), says("&lt;b&gt;&amp;amp;&lt;/b&gt;")),
    Writing("The end of a section is text", text("]]>"), says("]]&gt;")),
    Writing("Quotes stay", text("\"'"), says("\"'")),
    Writing("A line break is /n", text("a\nb"), says("a/nb")),
    Writing("A slash before an n is no line break", text("and/nor"), says("and/\u{2060}nor")),
    Writing("Controls are blanks", text("a\u{1B}b\u{7F}c"), says("a b c")),
    Writing("Edges stay", text(" x "), says(" x ")),
    Writing(
      "Code keeps its lines and its /n", text("[\"a/nb\",\n1]", mode: .positioned),
      "<d p=\"1.000,7,25,16777215,0,0,,0\">[\"a/nb\",\n1]</d>"),
  ]

  private static func says(_ text: String) -> String { "<d p=\"1.000,1,25,16777215,0,0,,0\">\(text)</d>" }

  @Test(arguments: table) func `An element is written as Bilibili means it`(_ row: Writing) {
    let text = String(decoding: BilibiliXMLOutput().bytes(of: Comments([row.comment])), as: UTF8.self)

    #expect(text.hasSuffix("<source>yozakura</source>\n" + row.written + "\n</i>\n"))
  }

  @Test(arguments: 0..<20 as Range<UInt64>) func `What is written is read back`(_ seed: UInt64) throws {
    let comments = Comments(anyComments(seed: seed, count: 250).map(Self.withoutLife))
    let file = try DanmakuFile(reading: BilibiliXMLOutput().bytes(of: comments))

    #expect(file.format == .bilibiliXML)
    #expect(file.skipped.isEmpty)
    #expect(Array(file.comments) == Array(comments))
  }

  @Test(arguments: 0..<5 as Range<UInt64>) func `A strict reader finds every text`(_ seed: UInt64) throws {
    let comments = anyComments(seed: seed, count: 250)
    let texts = try #require(Elements.texts(of: BilibiliXMLOutput().bytes(of: comments)))

    #expect(texts.map { $0.replacingOccurrences(of: "\u{2060}", with: "") } == comments.map(Self.asWritten))
  }

  private static func asWritten(_ comment: Comment) -> String {
    comment.mode.isText ? comment.text.replacingOccurrences(of: "\n", with: "/n") : comment.text
  }

  private static func withoutLife(_ comment: Comment) -> Comment {
    var comment = comment
    comment.life = nil
    return comment
  }
}

@Suite struct `Writing dandanplay's JSON` {
  static let table: [Writing] = [
    Writing(
      "Time, mode, colour and sender are what it knows",
      Comment(
        time: 12_340, mode: .top, size: 36, color: CommentColor(0xFF), text: "夜桜", id: 30_725_023, sent: 1_307_940_958,
        pool: 1, sender: sender(0x6432_3633_6264_3634), weight: 11),
      "{\"cid\":30725023,\"p\":\"12.340,5,255,d263bd64\",\"m\":\"夜桜\"}"),
    Writing(
      "One without an id has its place", Comment(time: 0, text: "x"),
      "{\"cid\":1,\"p\":\"0.000,1,16777215\",\"m\":\"x\"}"),
    Writing(
      "Lines and quotes are escaped", Comment(time: 0, mode: .bottom, text: "a\n\"b\"\\", id: 5),
      "{\"cid\":5,\"p\":\"0.000,4,16777215\",\"m\":\"a\\n\\\"b\\\"\\\\\"}"),
  ]

  @Test(arguments: table) func `An object is written as its servers do`(_ row: Writing) {
    let text = String(decoding: DandanplayOutput().bytes(of: Comments([row.comment])), as: UTF8.self)

    #expect(text == "{\"count\":1,\"comments\":[\n" + row.written + "\n]}\n")
  }

  @Test(arguments: [([nil, 2, nil], [3, 2, 5]), ([nil, 9, nil], [1, 9, 3]), ([3, .max, nil], [3, .max, 6])])
  func `Nobody's place is another one's id`(_ ids: [Int64?], _ written: [Int64]) throws {
    let comments = Comments(ids.enumerated().map { Comment(time: $0, text: "x", id: $1) })
    let read = try DanmakuFile(reading: DandanplayOutput().bytes(of: comments)).comments

    #expect(read.map(\.id) == written)
  }

  @Test func `What it cannot hold is counted`() throws {
    let comments = Comments(Comment.Mode.allCases.map { Comment(time: 0, mode: $0, text: "x") })
    var bytes: [UInt8] = []
    DandanplayOutput().write(comments) { bytes.append(contentsOf: $0) }
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])

    #expect(comments.indices.count { DandanplayOutput().holds(comments, at: $0) } == 4)
    #expect(object["count"] as? Int == 4)
    #expect((object["comments"] as? [Any])?.count == 4)
  }

  @Test func `A list without comments is JSON`() throws {
    let bytes = DandanplayOutput().bytes(of: Comments())

    #expect(try JSONSerialization.jsonObject(with: Data(bytes)) is [String: Any])
  }
}

@Suite struct `Every output` {
  static let outputs: [any DanmakuOutput] = [JSONLinesOutput(), BilibiliXMLOutput(), DandanplayOutput()]

  @Test(arguments: outputs.indices) func `Leaves out what rules hide, and tells how often the rest stands`(_ index: Int)
  {
    let comments = Comments([
      Comment(time: 1, text: "one"), Comment(time: 2, text: "two"), Comment(time: 3, text: "three"),
    ])
    var ruling = Ruling(count: 3)
    ruling.hide(1, .user)
    ruling.setCount(12, at: 2)
    var bytes: [UInt8] = []
    Self.outputs[index].write(comments, ruling: ruling) { bytes.append(contentsOf: $0) }
    let text = String(decoding: bytes, as: UTF8.self)

    #expect(text.contains("one"))
    #expect(!text.contains("two"))
    #expect(text.contains("three ×12"))
  }

  @Test(arguments: outputs.indices) func `Hands on blocks that are the whole`(_ index: Int) {
    let comments = anyComments(seed: 7, count: 8000)
    var blocks = 0
    var bytes: [UInt8] = []
    Self.outputs[index].write(comments) { block in
      blocks += 1
      bytes.append(contentsOf: block)
    }

    #expect(blocks > 1)
    #expect(bytes == Self.outputs[index].bytes(of: comments))
  }
}

/// The texts of the elements `d`, as a strict reader of XML finds them.
private final class Elements: NSObject, XMLParserDelegate {
  private var texts: [String] = []
  private var isInside = false

  /// The texts in `bytes`; nil where they are no XML.
  static func texts(of bytes: [UInt8]) -> [String]? {
    let parser = XMLParser(data: Data(bytes))
    let elements = Elements()
    parser.delegate = elements
    return parser.parse() ? elements.texts : nil
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    isInside = name == "d"
    if isInside { texts.append("") }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    if isInside { texts[texts.count - 1] += characters }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    isInside = false
  }
}
