import Danmaku
import Testing

@Suite struct `Reading Bilibili's segments` {
  /// A reply with one element, which has mode 1, white, one second and a text unless `write` says otherwise.
  static func reply(
    time: Int? = 1000, mode: Int? = 1, color: Int? = 0xFFFFFF, text: String? = "x",
    _ write: (inout WireMessage) -> Void = { _ in }
  ) -> [UInt8] {
    WireMessage { reply in
      reply.message(
        1,
        WireMessage { element in
          if let time { element.number(2, time) }
          if let mode { element.number(3, mode) }
          if let color { element.number(5, color) }
          if let text { element.text(7, text) }
          write(&element)
        })
    }.bytes
  }
  static func says(_ text: String) -> [Danmaku.Comment] { [Comment(time: 1000, text: text)] }

  static let fields: [Reading] = [
    Reading(
      "Every field has its place",
      bytes: reply(time: 360_500, mode: 5, color: 255) {
        $0.number(1, 1_234_567_890_123_456_789)
        $0.number(4, 36)
        $0.number(8, 1_584_268_892)
        $0.number(9, 11)
        $0.number(11, 1)
      },
      [
        Comment(
          time: 360_500, mode: .top, size: 36, color: CommentColor(255), text: "x", id: 1_234_567_890_123_456_789,
          sent: 1_584_268_892, pool: 1, weight: 11)
      ], format: .bilibiliProtobuf),
    Reading("No time is the start", bytes: reply(time: nil), [Comment(time: 0, text: "x")]),
    Reading("A negative time is the start", bytes: reply(time: -1), [Comment(time: 0, text: "x")]),
    Reading("A time beyond weeks is skipped", bytes: reply(time: 1 << 40), [], skipped: [.badTime: 1]),
    Reading("No colour is black", bytes: reply(color: nil), [Comment(time: 1000, color: CommentColor(0), text: "x")]),
    Reading("A negative colour is white", bytes: reply(color: -1), says("x")),
    Reading("Colours that run into each other are white", bytes: reply(color: nil) { $0.number(24, 60001) }, says("x")),
    Reading(
      "They may have a colour of their own", bytes: reply(color: 255) { $0.number(24, 60001) },
      [Comment(time: 1000, color: CommentColor(255), text: "x")]),
    Reading("No size is the ordinary one", bytes: reply(), says("x")),
    Reading("No weight is none", bytes: reply { $0.number(9, 0) }, says("x")),
    Reading("No mode is none of Bilibili's", bytes: reply(mode: nil), [], skipped: [.unknownMode: 1]),
    Reading("Mode 2 scrolls", bytes: reply(mode: 2), says("x")),
    Reading("Mode 4 is the bottom", bytes: reply(mode: 4), [Comment(time: 1000, mode: .bottom, text: "x")]),
    Reading("Mode 6 is reverse", bytes: reply(mode: 6), [Comment(time: 1000, mode: .reverse, text: "x")]),
    Reading(
      "Mode 7 keeps its array", bytes: reply(mode: 7, text: "[\"a/nb\"]"),
      [Comment(time: 1000, mode: .positioned, text: "[\"a/nb\"]")]),
    Reading("Mode 9 is animated", bytes: reply(mode: 9), [Comment(time: 1000, mode: .animated, text: "x")]),
    Reading("No text is skipped", bytes: reply(text: nil), [], skipped: [.emptyText: 1]),
    Reading("Blank text is skipped", bytes: reply(text: " \u{3000}"), [], skipped: [.emptyText: 1]),
    Reading("/n breaks the line", bytes: reply(text: "a/nb"), says("a\nb")),
    Reading("Entities are text", bytes: reply(text: "&lt;"), says("&lt;")),
    Reading("Controls go", bytes: reply(text: "a\u{1B}\u{202E}b"), says("ab")),
    Reading("The id as text stands in", bytes: reply { $0.text(12, "77") }, [Comment(time: 1000, text: "x", id: 77)]),
    Reading(
      "The id as a number wins",
      bytes: reply {
        $0.number(1, 5); $0.text(12, "77")
      }, [Comment(time: 1000, text: "x", id: 5)]),
  ]

  static let wire: [Reading] = [
    Reading(
      "Fields that are not known are passed",
      bytes: reply {
        $0.text(10, "airborne:60000")
        $0.fixed(40, [1, 2, 3, 4])
        $0.fixed(41, [1, 2, 3, 4, 5, 6, 7, 8])
        $0.number(99_999, -1)
        $0.text(22, "{}")
      }, says("x")),
    Reading(
      "Order does not matter",
      bytes: WireMessage { reply in
        reply.message(
          1,
          WireMessage {
            $0.text(7, "x"); $0.number(5, 0xFFFFFF); $0.number(3, 1); $0.number(2, 1000)
          })
      }.bytes, says("x")),
    Reading("The last of two values counts", bytes: reply { $0.text(7, "y") }, says("y")),
    Reading(
      "Segments may follow one another", bytes: reply(text: "x") + reply(time: 500, text: "y"),
      [Comment(time: 500, text: "y")] + says("x")),
    Reading(
      "Other fields of a reply are passed",
      bytes: reply()
        + WireMessage {
          $0.number(2, 1); $0.bytes(4, [0, 0xC0, 0xFC, 0x15]); $0.message(5, WireMessage())
        }.bytes,
      says("x")),
    Reading("A reply may hold no comment", bytes: WireMessage { $0.number(2, 1) }.bytes, [], format: .bilibiliProtobuf),
    Reading(
      "An element that makes no sense costs itself alone",
      bytes: reply() + [0x0A, 2, 0xFF, 0xFF] + reply(time: 2000, text: "y"),
      says("x") + [Comment(time: 2000, text: "y")], skipped: [.broken: 1]),
    Reading(
      "A field of another type makes no sense", bytes: reply() + reply { $0.text(3, "1") }, says("x"),
      skipped: [.broken: 1]),
    Reading("A torn element is counted", bytes: reply() + reply().dropLast(), says("x"), skipped: [.broken: 1]),
    Reading(
      "A number of eleven bytes ends the message", bytes: reply() + [0x10] + Array(repeating: 0xFF, count: 10) + [1],
      says("x"), skipped: [.broken: 1]),
    Reading(
      "A length beyond the end ends the message", bytes: reply() + [0x0A] + Array(repeating: 0xFF, count: 9) + [1],
      says("x"), skipped: [.broken: 1]),
  ]

  @Test(arguments: fields) func `A field means what Bilibili says`(_ row: Reading) throws { try row.check() }
  @Test(arguments: wire) func `The wire is read as it is`(_ row: Reading) throws { try row.check() }

  @Test func `A sender is the same as in XML`() throws {
    let file = try DanmakuFile(reading: Self.reply { $0.text(6, "a16fe0dd") })

    #expect(try file.comments[0].sender == Senders.named("a16fe0dd"))
  }

  @Test(
    arguments: [[0x01, 0x02], [0x0A], [0x0A, 0x05, 0x01], [0x10], [0x89, 0x50, 0x4E, 0x47], [0x0A, 0x00, 0x00]]
      as [[UInt8]])
  func `Other binary files are refused`(_ bytes: [UInt8]) {
    #expect(throws: DanmakuError.self) { try DanmakuFile(reading: bytes) }
  }

  @Test func `Any torn file is read or refused, and nothing is read twice`() {
    let whole =
      Self.reply { $0.number(1, 1 << 60) } + Self.reply(time: -1, text: "夜") + WireMessage { $0.number(2, 1) }.bytes
    for length in 0...whole.count {
      let file = try? DanmakuFile(reading: Array(whole.prefix(length)))
      #expect(file?.total ?? 0 <= 3)
      #expect(file?.comments.count ?? 0 <= 2)
    }
  }
}
