import Danmaku
import Testing

@Suite struct `Reading Niconico's comments` {
  static func legacy(_ members: String, _ text: String = "x") -> String {
    "[{\"ping\":{\"content\":\"rs:0\"}},{\"chat\":{\(members),\"content\":\"\(text)\"}}]"
  }
  static func mail(_ words: String) -> String { legacy("\"vpos\":100,\"mail\":\"\(words)\"") }
  static func owner(_ text: String) -> String { legacy("\"vpos\":100,\"fork\":1", text) }
  static func v1(_ fork: String, _ members: String) -> String {
    "[{\"id\":\"1\",\"fork\":\"\(fork)\",\"commentCount\":1,\"comments\":[{\(members)}]}]"
  }
  static func xml(_ attributes: String, _ text: String = "x") -> String {
    "<?xml version=\"1.0\"?><packet><thread/><chat \(attributes)>\(text)</chat></packet>"
  }
  static func colored(_ rgb: UInt32) -> [Danmaku.Comment] { [Comment(time: 1000, color: CommentColor(rgb), text: "x")] }
  static let plain = [Comment(time: 1000, text: "x")]

  static let shapes: [Reading] = [
    Reading(
      "XML counts hundredths of a second",
      xml("thread=\"1\" no=\"5\" vpos=\"1290\" date=\"1511111111\" mail=\"ue\" user_id=\"a\" anonymity=\"1\""),
      [Comment(time: 12_900, mode: .top, text: "x", id: 0x9E37 << 32 + 5, sent: 1_511_111_111)], format: .niconicoXML),
    Reading(
      "Legacy JSON has the same members",
      legacy("\"thread\":\"1\",\"no\":5,\"vpos\":1290,\"date\":1511111111,\"mail\":\"184 shita\",\"user_id\":\"a\""),
      [Comment(time: 12_900, mode: .bottom, text: "x", id: 0x9E37 << 32 + 5, sent: 1_511_111_111)],
      format: .niconicoJSON),
    Reading(
      "v1 counts thousandths",
      v1(
        "main",
        """
        "id":"123456789012345678","no":5,"vposMs":12901,"body":"x","commands":["ue","184"],"userId":"a",
        "isPremium":true,"postedAt":"2022-03-04T05:06:07+09:00"
        """), [Comment(time: 12_901, mode: .top, text: "x", id: 123_456_789_012_345_678, sent: 1_646_337_967)],
      format: .niconicoJSON),
    Reading(
      "yt-dlp leaves the threads of v1 out", "[{\"id\": \"9\", \"vposMs\":1000,\"body\":\"x\",\"commands\":[]}]",
      [Comment(time: 1000, text: "x", id: 9)], format: .niconicoJSON),
    Reading(
      "yt-dlp leaves what is before the comments out", "[{\"chat\":{\"no\":9,\"vpos\":100,\"content\":\"x\"}}]",
      [Comment(time: 1000, text: "x", id: 9)]),
    Reading(
      "niconicomments has lists of words",
      "[{\"id\":9,\"vpos\":100,\"content\":\"x\",\"date\":5,\"owner\":false,\"premium\":true,\"mail\":[\"big\",\"red\"]}]",
      [Comment(time: 1000, size: 36, color: CommentColor(0xFF0000), text: "x", id: 9, sent: 5)]),
    Reading(
      "The owner's editor has a clock", "[{\"time\":\"1:02.34\",\"command\":\"ue big\",\"comment\":\"x\"}]",
      [Comment(time: 62_340, mode: .top, size: 36, text: "x")], format: .niconicoJSON),
    Reading(
      "A clock beyond 64 bits is none",
      "[{\"time\":\"1:9223372036854775\",\"command\":\"ue\",\"comment\":\"x\"}]", [], skipped: [.badTime: 1]),
    Reading("A file of XML may be empty", "<packet><thread/></packet>", [], format: .niconicoXML),
    Reading("A list may be empty", "[{\"ping\":{\"content\":\"rs:0\"}},{\"thread\":{\"thread\":\"1\"}}]", []),
    Reading("A thread may be empty", "[{\"id\":\"1\",\"fork\":\"owner\",\"commentCount\":0,\"comments\":[]}]", []),
    Reading("A live stream's root may be missing", "<chat vpos=\"100\">x</chat>", plain, format: .niconicoXML),
  ]

  static let fields: [Reading] = [
    Reading("A time that is none is skipped", xml("vpos=\"x\""), [], skipped: [.badTime: 1]),
    Reading("No time is skipped", xml("no=\"1\""), [], skipped: [.badTime: 1]),
    Reading("Just before the start is the start", xml("vpos=\"-100\""), [Comment(time: 0, text: "x")]),
    Reading("Long before the start is never seen", xml("vpos=\"-300\""), [], skipped: [.beforeStart: 1]),
    Reading("Deleted ones are skipped", legacy("\"vpos\":100,\"deleted\":1"), [], skipped: [.deleted: 1]),
    Reading(
      "Deleted ones have no text", "<packet><chat vpos=\"1\" deleted=\"2\"/></packet>", [], skipped: [.deleted: 1]),
    Reading("Not deleted is not", legacy("\"vpos\":100,\"deleted\":0"), plain),
    Reading(
      "Forks count for themselves", legacy("\"vpos\":100,\"no\":1,\"fork\":1"),
      [Comment(time: 1000, text: "x", id: 1 << 48 + 1)]),
    Reading(
      "Threads count for themselves", xml("thread=\"2\" no=\"5\" vpos=\"100\""),
      [Comment(time: 1000, text: "x", id: 0x3C6E << 32 + 5)]),
    Reading(
      "The moment of sending may be in UTC",
      v1("main", "\"vposMs\":1000,\"body\":\"x\",\"postedAt\":\"1970-01-02T00:00:00Z\""),
      [Comment(time: 1000, text: "x", sent: 86_400)]),
    Reading(
      "Text that cannot be seen is skipped", xml("vpos=\"1\"", "\u{A0}\u{3000}\n\u{2800}"), [], skipped: [.emptyText: 1]
    ),
    Reading("Blank text is skipped", xml("vpos=\"1\"", " \n"), [], skipped: [.emptyText: 1]),
    Reading("Entities are decoded in XML", xml("vpos='100'", "&lt;&#12354;&gt;"), [Comment(time: 1000, text: "<あ>")]),
    Reading("/n is text", xml("vpos='100'", "a/nb"), [Comment(time: 1000, text: "a/nb")]),
    Reading("Lines stay lines", xml("vpos='100'", "a\nb"), [Comment(time: 1000, text: "a\nb")]),
    Reading("Tabs are blanks", xml("vpos='100'", "a\tb"), [Comment(time: 1000, text: "a b")]),
    Reading(
      "An unclosed comment ends at the next", "<packet><chat vpos='100'>x<chat vpos='200'>y</chat>",
      [Comment(time: 1000, text: "x"), Comment(time: 2000, text: "y")]),
    Reading(
      "A quote that was lost ends with the tag", "<packet><chat vpos='100' mail=\"ue>x</chat></packet>", [],
      skipped: [.emptyText: 1]),
  ]

  static let words: [Reading] = [
    Reading("naka scrolls", mail("naka"), plain),
    Reading("ue is the top", mail("ue"), [Comment(time: 1000, mode: .top, text: "x")]),
    Reading("shita is the bottom", mail("shita"), [Comment(time: 1000, mode: .bottom, text: "x")]),
    Reading("small is small", mail("small"), [Comment(time: 1000, size: 16, text: "x")]),
    Reading("medium is ordinary", mail("medium"), plain),
    Reading("big is big", mail("big"), [Comment(time: 1000, size: 36, text: "x")]),
    Reading("The first place wins", mail("shita ue"), [Comment(time: 1000, mode: .bottom, text: "x")]),
    Reading("naka wins over what follows", mail("naka ue"), plain),
    Reading("The first size wins", mail("small big"), [Comment(time: 1000, size: 16, text: "x")]),
    Reading("The first colour wins", mail("red blue"), colored(0xFF0000)),
    Reading(
      "Case does not matter", mail("UE BIG Red"),
      [
        Comment(time: 1000, mode: .top, size: 36, color: CommentColor(0xFF0000), text: "x")
      ]),
    Reading(
      "Any white space divides words", mail(#"184\tue\n  big"#), [Comment(time: 1000, mode: .top, size: 36, text: "x")]),
    Reading("@5 is five seconds", mail("@5"), [Comment(time: 1000, text: "x", life: 5000)]),
    Reading("@1.5 is one and a half", mail("@1.5"), [Comment(time: 1000, text: "x", life: 1500)]),
    Reading("@1000 is as long as a row holds", mail("@1000"), [Comment(time: 1000, text: "x", life: 655_350)]),
    Reading("@ without a number is nothing", mail("@ @x @-1 @nan"), plain),
    Reading(
      "Fonts, frames and devices are passed", mail("184 gothic full ender _live ca patissier device:Switch"), plain),
    Reading("invisible is never seen", mail("invisible"), [], skipped: [.invisible: 1]),
    Reading(
      "Words beyond the 64th are not read",
      mail(Array(repeating: "184", count: 64).joined(separator: " ") + " ue"), plain),
    Reading(
      "The 64th is", mail(Array(repeating: "184", count: 63).joined(separator: " ") + " ue"),
      [Comment(time: 1000, mode: .top, text: "x")]),
    Reading("#rrggbb is a colour", mail("#12Ab9f"), colored(0x12AB9F)),
    Reading("#rgb is none", mail("#fff8 #xyzxyz"), plain),
  ]

  static let colors: [(String, UInt32)] = [
    ("white", 0xFFFFFF), ("red", 0xFF0000), ("pink", 0xFF8080), ("orange", 0xFFC000), ("yellow", 0xFFFF00),
    ("green", 0x00FF00), ("cyan", 0x00FFFF), ("blue", 0x0000FF), ("purple", 0xC000FF), ("black", 0x000000),
    ("white2", 0xCCCC99), ("niconicowhite", 0xCCCC99), ("red2", 0xCC0033), ("truered", 0xCC0033),
    ("pink2", 0xFF33CC), ("orange2", 0xFF6600), ("passionorange", 0xFF6600), ("yellow2", 0x999900),
    ("madyellow", 0x999900), ("green2", 0x00CC66), ("elementalgreen", 0x00CC66), ("cyan2", 0x00CCCC),
    ("blue2", 0x3399FF), ("marinblue", 0x3399FF), ("marineblue", 0x3399FF), ("purple2", 0x6633CC),
    ("nobleviolet", 0x6633CC), ("black2", 0x666666),
  ]

  static let owners: [Reading] = [
    Reading("What the owner says is shown", owner("hello"), [Comment(time: 1000, text: "hello")]),
    Reading("The owner's programs are not", owner("/show()"), [Comment(time: 1000, mode: .scripted, text: "/show()")]),
    Reading("The owner's commands are not", owner("@逆 投コメ"), [Comment(time: 1000, mode: .scripted, text: "@逆 投コメ")]),
    Reading(
      "The sign of a command may be the wide one", owner("＠逆 全"), [Comment(time: 1000, mode: .scripted, text: "＠逆 全")]),
    Reading(
      "An escaped sign is one", owner(#"\u0040ピザ"#), [Comment(time: 1000, mode: .scripted, text: "@ピザ")]),
    Reading(
      "An entity is the sign that it stands for", xml("vpos='100' fork='1'", "&#64;逆"),
      [Comment(time: 1000, mode: .scripted, text: "@逆")]),
    Reading(
      "A backslash before a stroke that is shown is text", owner(#"\\/a"#), [Comment(time: 1000, text: #"\/a"#)]),
    Reading("A viewer's wide sign is text", legacy("\"vpos\":100", "＠home"), [Comment(time: 1000, text: "＠home")]),
    Reading("An escaped stroke is one", owner(#"\/show()"#), [Comment(time: 1000, mode: .scripted, text: "/show()")]),
    Reading("A viewer's stroke is text", legacy("\"vpos\":100", "/show()"), [Comment(time: 1000, text: "/show()")]),
    Reading(
      "v1 tells owners by their fork", v1("owner", "\"vposMs\":1000,\"body\":\"/a\""),
      [Comment(time: 1000, mode: .scripted, text: "/a")]),
    Reading("v1's viewers are none", v1("main", "\"vposMs\":1000,\"body\":\"/a\""), [Comment(time: 1000, text: "/a")]),
    Reading(
      "XML tells owners by their fork", xml("vpos='100' fork='1'", "/a"),
      [Comment(time: 1000, mode: .scripted, text: "/a")]),
    Reading(
      "A live stream's staff has premium 3", xml("vpos='100' premium='3'", "/a"),
      [Comment(time: 1000, mode: .scripted, text: "/a")]),
    Reading("A viewer may be premium", xml("vpos='100' premium='1'", "/a"), [Comment(time: 1000, text: "/a")]),
    Reading(
      "An invisible program is one", legacy("\"vpos\":100,\"fork\":1,\"mail\":\"invisible\"", "/a"),
      [Comment(time: 1000, mode: .scripted, text: "/a")]),
    Reading(
      "The editor's are the owner's", "[{\"time\":\"0:01.00\",\"command\":\"\",\"comment\":\"/a\"}]",
      [Comment(time: 1000, mode: .scripted, text: "/a")]),
  ]

  @Test(arguments: shapes) func `A shape is told by its members`(_ row: Reading) throws { try row.check() }
  @Test(arguments: fields) func `A field means what Niconico says`(_ row: Reading) throws { try row.check() }
  @Test(arguments: words) func `A word beside the comment is obeyed`(_ row: Reading) throws { try row.check() }
  @Test(arguments: owners) func `An owner's comment is what it is`(_ row: Reading) throws { try row.check() }

  @Test(arguments: colors) func `A colour has a name`(_ name: String, _ rgb: UInt32) throws {
    try Reading(name, Self.mail(name), Self.colored(rgb)).check()
  }

  @Test func `Equal senders are equal in every shape`() throws {
    let senders = try [
      Self.xml("vpos='1' user_id='abc'"), Self.legacy("\"vpos\":1,\"user_id\":\"abc\""),
      Self.v1("main", "\"vposMs\":1,\"body\":\"x\",\"userId\":\"abc\""),
    ].map { try DanmakuFile(reading: Array($0.utf8)).comments[0].sender }

    #expect(senders[0] != nil)
    #expect(Set(senders).count == 1)
  }
}
