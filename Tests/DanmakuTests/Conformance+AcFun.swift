import Danmaku
import Testing

@Suite struct `Reading AcFun's lists` {
  static func comment(_ parameters: String, _ text: String = "x") -> String {
    "[{\"c\":\"\(parameters)\",\"m\":\"\(text)\"}]"
  }
  static func says(_ text: String) -> [Danmaku.Comment] { [Comment(time: 1000, text: text)] }

  static let table: [Reading] = [
    Reading(
      "The colour stands before the mode", comment("98.2,255,5,36,671152,1315564729.0,13862283462"),
      [
        Comment(
          time: 98_200, mode: .top, size: 36, color: CommentColor(255), text: "x", id: 13_862_283_462,
          sent: 1_315_564_729)
      ], format: .acfun),
    Reading("Mode 1 scrolls", comment("1,16777215,1,25,guest,0"), says("x")),
    Reading("Mode 2 scrolls", comment("1,16777215,2,25,guest,0"), says("x")),
    Reading(
      "Mode 4 is the bottom", comment("1,16777215,4,25,guest,0"), [Comment(time: 1000, mode: .bottom, text: "x")]),
    Reading("Mode 5 is the top", comment("1,16777215,5,25,guest,0"), [Comment(time: 1000, mode: .top, text: "x")]),
    Reading("Mode 8 is none of AcFun's", comment("1,16777215,8,25,guest,0"), [], skipped: [.unknownMode: 1]),
    Reading(
      "Mode 7 keeps its object, and its life", comment("1,16777215,7,25,guest,0", #"{\"n\":\"x\",\"l\":3}"#),
      [Comment(time: 1000, mode: .positioned, text: "{\"n\":\"x\",\"l\":3}", life: 3000)]),
    Reading("Three fields are enough", comment("1,16777215,1"), says("x")),
    Reading("Two fields are not", comment("1,16777215"), [], skipped: [.noParameters: 1]),
    Reading(
      "No field is none", "[{\"c\":\"1,2,1\",\"m\":\"x\"},{\"m\":\"y\"}]",
      [Comment(time: 1000, color: CommentColor(2), text: "x")], skipped: [.noParameters: 1]),
    Reading("A time that is no number is skipped", comment("x,16777215,1"), [], skipped: [.badTime: 1]),
    Reading("No text is skipped", comment("1,16777215,1", ""), [], skipped: [.emptyText: 1]),
    Reading("Size 0 is the ordinary one", comment("1,16777215,1,0"), says("x")),
    Reading(#"\r breaks the line"#, comment("1,16777215,1", #"a\rb"#), says("a\nb")),
    Reading(#"A literal \r breaks the line"#, comment("1,16777215,1", #"a\\rb"#), says("a\nb")),
    Reading("/n is text", comment("1,16777215,1", "a/nb"), says("a/nb")),
    Reading(
      "The third of three lists holds the comments", "[[],[],\(comment("1,16777215,1"))]", says("x"), format: .acfun),
    Reading("Three lists may be empty", "[[],[],[]]", [], format: .acfun),
  ]

  @Test(arguments: table) func `A row of the table holds`(_ row: Reading) throws { try row.check() }

  @Test func `Guests are nobody, all others somebody`() throws {
    let guest = try DanmakuFile(reading: Array(Self.comment("1,0,1,25,guest,0").utf8))
    let member = try DanmakuFile(reading: Array(Self.comment("1,0,1,25,671152,0").utf8))

    #expect(guest.comments[0].sender == nil)
    #expect(member.comments[0].sender != nil)
  }
}
