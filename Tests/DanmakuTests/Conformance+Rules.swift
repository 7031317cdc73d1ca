import Danmaku
import Testing

/// What rules hide, row by row; several rows are faults that other programs have.
@Suite struct `Obeying rules` {
  struct Row: Sendable, CustomTestStringConvertible {
    var claim: String
    var file: String
    var rules: RuleSet
    var hidden: [HiddenReason?]

    init(_ claim: String, _ file: String, _ hidden: [HiddenReason?], _ change: (inout RuleSet) -> Void) {
      self.claim = claim
      self.file = file
      self.hidden = hidden
      rules = .none
      change(&rules)
    }

    var testDescription: String { claim }
  }

  /// A file of Bilibili's with a comment in each second: its mode, colour and text.
  static func xml(_ comments: (mode: Int, color: Int, text: String)...) -> String {
    let elements = comments.enumerated().map { number, comment in
      "<d p=\"\(number),\(comment.mode),25,\(comment.color),1,0,a\(number % 2),\(number + 1),\(number + 1)\">\(comment.text)</d>"
    }
    return "<i>\(elements.joined())</i>"
  }

  static let white = 16_777_215
  static let modes = xml((1, white, "a"), (4, white, "b"), (5, white, "c"), (6, white, "d"), (7, white, "[0,0]"))
  static let old = xml((1, white, "a"), (2, white, "b"), (3, white, "c"), (5, white, "d"))
  static let colors = xml((1, white, "a"), (1, 0xFF0000, "b"), (1, -1, "c"), (1, 0x1FF_FFFF, "d"))
  static let dandanplay = """
    {"count":2,"comments":[{"cid":1,"p":"0,4,255,a","m":"x"},{"cid":2,"p":"1,5,255,a","m":"y"}]}
    """

  static let rows: [Row] = [
    Row("Blocking the top hides the top", modes, [nil, nil, .mode, nil, nil]) { $0.modes = [.top] },
    Row("Blocking the bottom hides the bottom", modes, [nil, .mode, nil, nil, nil]) { $0.modes = [.bottom] },
    Row("Blocking reverse hides reverse", modes, [nil, nil, nil, .mode, nil]) { $0.modes = [.reverse] },
    Row("Blocking positioned ones hides nothing else", modes, [nil, nil, nil, nil, .mode]) { $0.modes = [.positioned] },
    Row("Modes 2 and 3 scroll, and go with those that scroll", old, [.mode, .mode, .mode, nil]) {
      $0.modes = [.scroll]
    },
    Row("dandanplay's 4 is the bottom when the bottom is blocked", dandanplay, [.mode, nil]) { $0.modes = [.bottom] },
    Row("dandanplay's 5 is the top when the top is blocked", dandanplay, [nil, .mode]) { $0.modes = [.top] },
    Row("White alone lets -1 and what is white below 32 bits through", colors, [nil, .color, nil, nil]) {
      $0.colors = .only([.white])
    },
    Row("A blocked colour is that colour", colors, [nil, .color, nil, nil]) {
      $0.colors = .allBut([CommentColor(0xFF0000)])
    },
    Row("A weight is a lower bound", modes, [.weight, .weight, nil, nil, nil]) { $0.minimumWeight = 3 },
    Row(
      "Files without weights stay whole", "<i><d p=\"0,1,25,1,1,0,a,1\">a</d><d p=\"1,1\">b</d></i>", [nil, nil]
    ) { $0.minimumWeight = 10 },
    Row(
      "Repeats in two kinds are no repeats", xml((1, white, "a"), (5, white, "a"), (1, white, "a")),
      [nil, nil, .repeated]
    ) {
      $0.mergeWindow = 5000
    },
    Row("Colours do not make two of one text", xml((1, white, "a"), (1, 255, "a")), [nil, .repeated]) {
      $0.mergeWindow = 5000
    },
    Row("A repeat at the very end of the window is one", xml((1, white, "a"), (1, white, "a")), [nil, .repeated]) {
      $0.mergeWindow = 1000
    },
    Row("A repeat behind the window is none", xml((1, white, "a"), (1, white, "a")), [nil, nil]) {
      $0.mergeWindow = 999
    },
    Row("A text with a line break is searched across it", xml((1, white, "a/nb")), [nil]) { $0.texts = ["ab"] },
    Row("An entity is what it stands for", xml((1, white, "a &amp; b"), (1, white, "&#x4F60;")), [.text, .text]) {
      $0.texts = ["&", "你"]
    },
    Row("Signs of patterns are signs in texts", xml((1, white, "a.c"), (1, white, "abc")), [.text, nil]) {
      $0.texts = ["a.c"]
    },
    Row("Zero at once is nobody", modes, [.density, .density, .density, .density, nil]) { $0.density = 0 },
  ]

  @Test(arguments: rows) func `Each row is as it says`(_ row: Row) throws {
    let comments = try DanmakuFile(reading: Array(row.file.utf8)).comments

    #expect(reasons(comments, row.rules) == row.hidden)
  }
}
