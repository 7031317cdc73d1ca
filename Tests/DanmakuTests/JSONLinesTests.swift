import Danmaku
import Testing

@Suite struct `JSON Lines` {
  static let header = "{\"schema\":\"yozakura.danmaku/1\"}\n"

  static func read(_ text: String) throws -> DanmakuFile { try DanmakuFile(reading: Array(text.utf8)) }
  static func written(_ comments: Comments) -> String {
    String(decoding: JSONLinesOutput().bytes(of: comments), as: UTF8.self)
  }

  @Test func `A plain comment is its time and its text`() {
    #expect(
      Self.written(Comments([Comment(time: 12_900, text: "感动")]))
        == Self.header + "{\"time\":12900,\"text\":\"感动\"}\n")
  }

  @Test func `What is not ordinary follows in one order`() throws {
    let file = try DanmakuFile(
      reading: Array("<i><d p=\"1.5,5,36,255,1307940958,1,d263bd64,1234567890123456789,11\">a</d></i>".utf8))

    #expect(
      Self.written(file.comments) == Self.header
        + "{\"time\":1500,\"text\":\"a\",\"mode\":\"top\",\"color\":\"#0000ff\",\"size\":36,\"weight\":11,\"pool\":1,"
        + "\"sent\":1307940958,\"id\":\"1234567890123456789\",\"sender\":\"6432363362643634\"}\n")
  }

  @Test func `Only what JSON cannot hold is escaped`() throws {
    let text = "say \"夜\\桜\"/\nnext 🌸"

    #expect(
      Self.written(Comments([Comment(time: 0, text: text)])).hasSuffix(
        "{\"time\":0,\"text\":\"say \\\"夜\\\\桜\\\"/\\nnext 🌸\"}\n"))
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func `What is written is read back`(_ seed: UInt64) throws {
    let comments = anyComments(seed: seed, count: 250)
    let file = try DanmakuFile(reading: JSONLinesOutput().bytes(of: comments))

    #expect(file.format == .jsonLines)
    #expect(file.skipped.isEmpty)
    #expect(Array(file.comments) == Array(comments))
    #expect(JSONLinesOutput().bytes(of: file.comments) == JSONLinesOutput().bytes(of: comments))
  }

  @Test func `A file without comments is one all the same`() throws {
    let file = try Self.read(Self.written(Comments()))

    #expect(file.format == .jsonLines)
    #expect(file.total == 0)
  }

  static let table: [Reading] = [
    Reading("Lines come in any order", line(2000, "b") + line(1000, "a"), [says(1000, "a"), says(2000, "b")]),
    Reading("The first line may be missing", "{\"time\":1,\"text\":\"x\"}", [says(1, "x")]),
    Reading("Joined files are one", header + line(1, "a") + header + line(2, "b"), [says(1, "a"), says(2, "b")]),
    Reading("Blank lines are none", header + "\n \r\n" + line(1, "a") + "\n", [says(1, "a")]),
    Reading("A byte order mark does not matter", "\u{FEFF}" + header + line(1, "a"), [says(1, "a")]),
    Reading("A last line needs no end", header + "{\"time\":1,\"text\":\"x\"}", [says(1, "x")]),
    Reading(
      "A torn line is skipped", header + line(1, "a") + "{\"time\":2,\"text\":\"b", [says(1, "a")],
      skipped: [.noParameters: 1]),
    Reading(
      "Comments whose line lost its end are two", header + "{\"time\":1,\"text\":\"a\"} {\"time\":2,\"text\":\"b\"}\n",
      [says(1, "a"), says(2, "b")]),
    Reading(
      "What stands behind a comment is counted", header + "{\"time\":1,\"text\":\"a\"},\n" + line(2, "b"),
      [says(1, "a"), says(2, "b")], skipped: [.noParameters: 1]),
    Reading(
      "Files are joined that do not end with a line", "{\"time\":1,\"text\":\"a\"}" + header + line(2, "b"),
      [says(1, "a"), says(2, "b")]),
    Reading(
      "A line of another kind is skipped", header + "[1,2]\n" + line(1, "a"), [says(1, "a")],
      skipped: [.noParameters: 1]),
    Reading("A line without a time is skipped", header + "{\"text\":\"x\"}\n", [], skipped: [.noParameters: 1]),
    Reading("A time beyond weeks is skipped", header + line(9_999_999_999, "x"), [], skipped: [.badTime: 1]),
    Reading(
      "A time that is no number is skipped", header + "{\"time\":\"x\",\"text\":\"x\"}\n", [], skipped: [.badTime: 1]),
    Reading("A negative time is before the start", header + line(-5, "x"), [says(-5, "x")]),
    Reading("Long before the start is never seen", header + line(-12_000, "x"), [], skipped: [.beforeStart: 1]),
    Reading(
      "A positioned comment is there for as long as its code says",
      header + positioned(-59_999), [Comment(time: -59_999, mode: .positioned, text: #"[0,0,"1-1",60,"x"]"#)]),
    Reading("And no longer", header + positioned(-60_000), [], skipped: [.beforeStart: 1]),
    Reading("A line without a text is skipped", header + "{\"time\":1}\n", [], skipped: [.emptyText: 1]),
    Reading("A text that is null is skipped", header + "{\"time\":1,\"text\":null}\n", [], skipped: [.emptyText: 1]),
    Reading("A blank text is skipped", header + line(1, " \u{3000}"), [], skipped: [.emptyText: 1]),
    Reading(
      "An unknown mode is skipped", header + "{\"time\":1,\"text\":\"x\",\"mode\":\"spiral\"}\n", [],
      skipped: [.unknownMode: 1]),
    Reading(
      "Members come in any order", header + "{ \"mode\" : \"top\" , \"text\" : \"x\" , \"time\" : 1 }\n",
      [Comment(time: 1, mode: .top, text: "x")]),
    Reading(
      "Members of a newer version are passed over",
      header + "{\"time\":1,\"new\":{\"a\":[1,\"]}\"]},\"text\":\"x\",\"newer\":true}\n", [says(1, "x")]),
    Reading(
      "An id may be a number", header + "{\"time\":1,\"text\":\"x\",\"id\":5}\n", [Comment(time: 1, text: "x", id: 5)]),
    Reading(
      "What makes no sense is not told",
      header + "{\"time\":1,\"text\":\"x\",\"color\":\"red\",\"size\":0,\"weight\":-1,\"sender\":\"nobody\"}\n",
      [says(1, "x")]),
    Reading(
      "Every escape is read", header + "{\"time\":1,\"text\":\"\\u591c\\ud83c\\udf38\\/\\\"\\\\\\n.\"}\n",
      [says(1, "夜🌸/\"\\\n.")]),
    Reading("Half a pair is repaired", header + "{\"time\":1,\"text\":\"a\\ud83cb\"}\n", [says(1, "a\u{FFFD}b")]),
    Reading("Controls go", header + "{\"time\":1,\"text\":\"a\\u001b[2Jb\\u202e\"}\n", [says(1, "a[2Jb")]),
    Reading(
      "An escape at the end is passed over", header + "{\"time\":1,\"text\":\"a\\u12\"}\n", [says(1, "a\u{FFFD}12")]),
    Reading(
      "An escape of a sign and three digits is none", header + "{\"time\":1,\"text\":\"a\\u+123\"}\n",
      [says(1, "a\u{FFFD}+123")]),
    Reading(
      "A line that only holds an object is skipped", header + "[{\"time\":1,\"text\":\"x\"}]\n", [],
      skipped: [.noParameters: 1]),
  ]

  private static func line(_ time: Int, _ text: String) -> String { "{\"time\":\(time),\"text\":\"\(text)\"}\n" }
  /// A comment whose code tells a life of a minute.
  private static func positioned(_ time: Int) -> String {
    #"{"time":\#(time),"mode":"positioned","text":"[0,0,\"1-1\",60,\"x\"]"}"# + "\n"
  }
  private static func says(_ time: Int, _ text: String) -> Comment { Comment(time: time, text: text) }

  @Test(arguments: table) func `Lines are read as they are meant`(_ row: Reading) throws {
    try row.check()
  }

  @Test(arguments: ["{\"a\":1}", "{\"schema\":\"yozakura.search/1\"}", "[{\"time\":1,\"text\":\"x\"}]", "{\"time\":1,"])
  func `Other JSON is not taken for ours`(_ text: String) {
    #expect(throws: DanmakuError.notDanmaku(.json)) { try Self.read(text) }
  }

  @Test func `A file of a newer version is refused, and the line named that says so`() {
    let newer = "{\"schema\":\"yozakura.danmaku/2\",\"by\":{\"name\":\"x\"}}\n"

    #expect(throws: DanmakuError.newerVersion(2, line: 1)) { try Self.read(newer + "{\"time\":1,\"text\":\"x\"}\n") }
    #expect(throws: DanmakuError.newerVersion(2, line: 3)) {
      try Self.read(Self.header + "{\"time\":1,\"text\":\"x\"}\n" + newer)
    }
  }

  @Test(arguments: ["yozakura.danmaku/", "yozakura.danmaku/0", "yozakura.danmaku/2x", "yozakura.danmaku/-2"])
  func `A version that is none is none of ours`(_ schema: String) {
    #expect(throws: DanmakuError.notDanmaku(.json)) { try Self.read("{\"schema\":\"\(schema)\"}\n") }
  }

  @Test func `No depth of brackets is too deep`() throws {
    let deep = String(repeating: "[", count: 1_000_000)
    let file = try Self.read(Self.header + "{\"time\":1,\"x\":\(deep)\n{\"time\":2,\"text\":\"b\"}\n")

    #expect(file.comments.map(\.text) == ["b"])
    #expect(file.skippedCount == 1)
  }
}

/// Comments in which every field takes every kind of value that a reader leaves.
func anyComments(seed: UInt64, count: Int) -> Comments {
  var random = SplitMix(state: seed)
  let texts = [
    "夜桜", "a\"b\\c", "two\nlines", "🌸👨‍👩‍👧", "e\u{301}", "</d>&<", "]]>", "/n", " edge ", "{\"x\":1}", "'", "，、", "\\u0041",
  ]
  let senders = (0..<20).map { _ in sender(UInt64.random(in: 1 ... .max, using: &random)) }
  func maybe<Value>(_ value: @autoclosure () -> Value?) -> Value? { Bool.random(using: &random) ? value() : nil }
  return Comments(
    (0..<count).map { _ in
      Comment(
        time: Int.random(in: 0..<3_600_000, using: &random),
        mode: Comment.Mode.allCases.randomElement(using: &random) ?? .scroll,
        size: Int.random(in: 1...255, using: &random),
        color: CommentColor(UInt32.random(in: 0...0xFFFFFF, using: &random)),
        text: (texts.randomElement(using: &random) ?? "") + (texts.randomElement(using: &random) ?? ""),
        id: maybe(Int64.random(in: 1 ... .max, using: &random)),
        sent: maybe(Int64.random(in: 1...Int64(UInt32.max), using: &random)),
        pool: Int.random(in: 0...3, using: &random),
        sender: maybe(senders.randomElement(using: &random) ?? nil),
        weight: maybe(Int.random(in: 0...11, using: &random)),
        life: maybe(Int.random(in: 1...6000, using: &random) * 10))
    })
}

/// The sender that a file of ours names with `number`.
func sender(_ number: UInt64) -> Comment.Sender? {
  let line = "{\"time\":0,\"text\":\"x\",\"sender\":\"\(String(number, radix: 16))\"}"
  return try? DanmakuFile(reading: Array(line.utf8)).comments.first?.sender
}
