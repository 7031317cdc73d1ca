import Danmaku
import Testing

@Suite struct `Reading dandanplay's JSON` {
  static func list(_ comment: String) -> String { "{\"count\":1,\"comments\":[\(comment)]}" }
  static func comment(_ parameters: String, _ text: String = "x") -> String {
    list("{\"cid\":7,\"p\":\"\(parameters)\",\"m\":\"\(text)\"}")
  }
  static func says(_ text: String) -> [Danmaku.Comment] { [Comment(time: 1000, text: text, id: 7)] }

  static let fields: [Reading] = [
    Reading(
      "Time, mode and colour stand in this order", comment("12.90,1,255,a"),
      [Comment(time: 12_900, color: CommentColor(255), text: "x", id: 7)], format: .dandanplay),
    Reading("Mode 1 scrolls", comment("1,1,16777215,a"), says("x")),
    Reading("Mode 4 is the bottom", comment("1,4,16777215,a"), [Comment(time: 1000, mode: .bottom, text: "x", id: 7)]),
    Reading("Mode 5 is the top", comment("1,5,16777215,a"), [Comment(time: 1000, mode: .top, text: "x", id: 7)]),
    Reading("Mode 6 is reverse", comment("1,6,16777215,a"), [Comment(time: 1000, mode: .reverse, text: "x", id: 7)]),
    Reading("An unknown mode is skipped", comment("1,0,16777215,a"), [], skipped: [.unknownMode: 1]),
    Reading("A time that is no number is skipped", comment("x,1,16777215,a"), [], skipped: [.badTime: 1]),
    Reading("A negative time is the start", comment("-3,1,16777215,a"), [Comment(time: 0, text: "x", id: 7)]),
    Reading("The sender may be missing", comment("1,1,16777215"), says("x")),
    Reading("Two fields are enough", comment("1,1"), says("x")),
    Reading("One field is none", comment("1"), [], skipped: [.noParameters: 1]),
    Reading("No field is none", list("{\"cid\":7,\"m\":\"x\"}"), [], skipped: [.noParameters: 1], format: .dandanplay),
    Reading("No text is skipped", list("{\"cid\":7,\"p\":\"1,1,0\"}"), [], skipped: [.emptyText: 1]),
    Reading("Blank text is skipped", comment("1,1,0", " \\n"), [], skipped: [.emptyText: 1]),
    Reading("Text that cannot be seen is skipped", comment("1,1,0", "\\u00a0\\u2800"), [], skipped: [.emptyText: 1]),
    Reading("Colour -1 is white", comment("1,1,-1,a"), says("x")),
    Reading("Names may hold commas", comment("1,1,16777215,[Gamer]a,b,c"), says("x")),
    Reading("An id may be a string", list("{\"cid\":\"7\",\"p\":\"1,1\",\"m\":\"x\"}"), says("x")),
    Reading(
      "Ids of 19 digits keep every digit", list("{\"cid\":1234567890123456789,\"p\":\"1,1\",\"m\":\"x\"}"),
      [Comment(time: 1000, text: "x", id: 1_234_567_890_123_456_789)]),
    Reading("The order of members does not matter", list("{\"m\":\"x\",\"p\":\"1,1\",\"cid\":7}"), says("x")),
    Reading(
      "Members that are not known do not matter",
      list("{\"cid\":7,\"t\":{\"a\":[1,{\"p\":9}]},\"p\":\"1,1\",\"u\":null,\"m\":\"x\"}"), says("x")),
    Reading(
      "Members that matter may stand behind hundreds that do not",
      list("{" + (0..<500).map { "\"x\($0)\":0," }.joined() + "\"cid\":7,\"p\":\"1,1\",\"m\":\"x\"}"), says("x")),
    Reading(
      "A shift delays a comment", list("{\"cid\":7,\"p\":\"1,1\",\"m\":\"x\",\"shift\":2.5}"),
      [Comment(time: 3500, text: "x", id: 7)]),
    Reading(
      "A shift may be a string, and negative", list("{\"cid\":7,\"p\":\"1,1\",\"m\":\"x\",\"shift\":\"-0.25\"}"),
      [Comment(time: 750, text: "x", id: 7)]),
    Reading(
      "A shift to before the start is one to the start",
      list("{\"cid\":7,\"p\":\"1,1\",\"m\":\"x\",\"shift\":-9223372036854775.807}"),
      [Comment(time: 0, text: "x", id: 7)]),
    Reading(
      "A shift that ends beyond 64 bits leads to no time",
      list("{\"cid\":7,\"p\":\"1,1\",\"m\":\"x\",\"shift\":9223372036854775.807}"), [], skipped: [.badTime: 1]),
    Reading(
      "A shift by weeks leads to no time", list("{\"cid\":7,\"p\":\"1,1\",\"m\":\"x\",\"shift\":9999999}"), [],
      skipped: [.badTime: 1]),
  ]

  static let dialects: [Reading] = [
    Reading(
      "Eight fields are in Bilibili's order", comment("1,5,36,255,1584268892,0,a16fe0dd,9"),
      [
        Comment(
          time: 1000, mode: .top, size: 36, color: CommentColor(255), text: "x", id: 7, sent: 1_584_268_892)
      ]),
    Reading(
      "Five fields with a number in fourth place have the size in third", comment("1,1,25,255,[tencent]"),
      [Comment(time: 1000, color: CommentColor(255), text: "x", id: 7)]),
    Reading("A bare list is one", "[{\"cid\":7,\"p\":\"1,1\",\"m\":\"x\"}]", says("x"), format: .dandanplay),
    Reading("A wrapper is passed", "{\"success\":true,\"data\":\(comment("1,1"))}", says("x")),
    Reading("A list may be empty", "{\"count\":0,\"comments\":[]}", [], format: .dandanplay),
    Reading(
      "A list of lists scrolls from the right", "{\"danmuku\":[[1.5,\"right\",\"#ff0000\",\"\",\"x\"]]}",
      [Comment(time: 1500, color: CommentColor(0xFF0000), text: "x")], format: .dandanplay),
    Reading(
      "A list of lists has a top", "{\"danmuku\":[[1,\"top\",\"#FFFFFF\",\"\",\"x\"]]}",
      [Comment(time: 1000, mode: .top, text: "x")]),
    Reading(
      "A list of lists has a bottom", "{\"danmuku\":[[1,\"bottom\",\"\",\"\",\"x\",\"more\"]]}",
      [Comment(time: 1000, mode: .bottom, text: "x")]),
    Reading("A list of lists may be empty", "{\"code\":0,\"danmuku\":[]}", [], format: .dandanplay),
    Reading(
      "DPlayer's places are numbers",
      "{\"code\":0,\"data\":[[1,0,255,\"a\",\"x\"],[2,1,255,\"a\",\"y\"],[3,2,255,\"a\",\"z\"]]}",
      [
        Comment(time: 1000, color: CommentColor(255), text: "x"),
        Comment(time: 2000, mode: .top, color: CommentColor(255), text: "y"),
        Comment(time: 3000, mode: .bottom, color: CommentColor(255), text: "z"),
      ]),
  ]

  static let texts: [Reading] = [
    Reading("Escapes are decoded", comment("1,1", #"\"a\\b\/c\u4f60"#), says("\"a\\b/c你")),
    Reading("Pairs of surrogates are one character", comment("1,1", #"\ud83c\udf38"#), says("🌸")),
    Reading("Half a pair is replaced", comment("1,1", #"a\ud83cb"#), says("a\u{FFFD}b")),
    Reading(#"\n breaks the line"#, comment("1,1", #"a\nb"#), says("a\nb")),
    Reading("/n is text", comment("1,1", "and/nor"), says("and/nor")),
    Reading("/n breaks the line of Bilibili's", comment("1,1,16777215,[BiliBili]a", "a/nb"), says("a\nb")),
    Reading("/n breaks the line in Bilibili's order", comment("1,1,25,16777215,0,0,a,1", "a/nb"), says("a\nb")),
    Reading("Entities are text", comment("1,1", "&lt;b&gt;"), says("&lt;b&gt;")),
    Reading("Controls go", comment("1,1", #"a\u001b[0m\u202eb\#u{7}"#), says("a[0mb")),
  ]

  static let damages: [Reading] = [
    Reading("A mark of byte order does not matter", "\u{FEFF}" + comment("1,1"), says("x")),
    Reading("Raw controls are text", "[{\"p\":\"1,1\",\"m\":\"a\u{1}\nb\"}]", [Comment(time: 1000, text: "a\nb")]),
    Reading(
      "A torn comment is counted", "[{\"p\":\"1,1\",\"m\":\"x\"},{\"p\":\"2,1\",\"m\":\"y",
      [Comment(time: 1000, text: "x")],
      skipped: [.broken: 1]),
    Reading(
      "A list that ends after a comment is whole", "{\"count\":2,\"comments\":[{\"p\":\"1,1\",\"m\":\"x\"},",
      [Comment(time: 1000, text: "x")]),
    Reading(
      "A lost quote costs its comment alone", "[{\"p\":\"1,1\",\"m\":\"x},{\"p\":\"2,1\",\"m\":\"y\"}]",
      [Comment(time: 2000, text: "y")], skipped: [.broken: 1]),
    Reading(
      "A lost bracket costs its comment alone", "[{\"p\":\"1,1\",\"m\":\"x\",{\"p\":\"2,1\",\"m\":\"y\"}]",
      [Comment(time: 2000, text: "y")], skipped: [.broken: 1]),
    Reading(
      "Garbage costs its comment alone", "[{\"p\":\"1,1\" oops \"m\":\"x\"},{\"p\":\"2,1\",\"m\":\"y\"}]",
      [Comment(time: 2000, text: "y")], skipped: [.broken: 1]),
    Reading(
      "A lost comma does not matter", "[{\"p\":\"1,1\" \"m\":\"x\"}{\"p\":\"2,1\",\"m\":\"y\"}]",
      [Comment(time: 1000, text: "x"), Comment(time: 2000, text: "y")]),
    Reading("A comma too many does not matter", "[{\"p\":\"1,1\",\"m\":\"x\",},]", [Comment(time: 1000, text: "x")]),
    Reading(
      "A comment that is no object is none", "[null,5,\"x\",{\"p\":\"1,1\",\"m\":\"x\"}]",
      [Comment(time: 1000, text: "x")]),
  ]

  @Test(arguments: fields) func `A field means what dandanplay says`(_ row: Reading) throws { try row.check() }
  @Test(arguments: dialects) func `A server's own way is understood`(_ row: Reading) throws { try row.check() }
  @Test(arguments: texts) func `A text says what was typed`(_ row: Reading) throws { try row.check() }
  @Test(arguments: damages) func `Damage costs no more than what it hit`(_ row: Reading) throws { try row.check() }

  @Test func `A sender of Bilibili's is the same as in its own files`() throws {
    let file = try DanmakuFile(reading: Array(Self.comment("1,1,16777215,[BiliBili]a16fe0dd").utf8))

    #expect(try file.comments[0].sender == Senders.named("a16fe0dd"))
  }

  @Test func `Senders of two sites are two`() throws {
    let file = try DanmakuFile(reading: Array(Self.comment("1,1,16777215,[Gamer]a16fe0dd").utf8))

    #expect(file.comments[0].sender != nil)
    #expect(try file.comments[0].sender != Senders.named("a16fe0dd"))
  }
}
