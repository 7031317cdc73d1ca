import Danmaku
import Testing

/// One row of the table of what files of comments become in ASS.
struct Subtitling: Sendable, CustomTestStringConvertible {
  /// What the row says, in one sentence.
  var claim: String
  /// The elements of a file of Bilibili's XML.
  var elements: String
  /// The lines without what stands before their layer, on a picture of 1920×1080 with lines of 38 pixels.
  var lines: [String]
  /// What is asked for besides.
  var change: @Sendable (inout ASSOptions) -> Void

  init(
    _ claim: String, _ elements: String, _ lines: [String],
    _ change: @escaping @Sendable (inout ASSOptions) -> Void = { _ in }
  ) {
    (self.claim, self.elements, self.lines, self.change) = (claim, elements, lines, change)
  }

  var testDescription: String { claim }
}

@Suite struct `Files of comments in ASS` {
  /// The line of one comment of one full-width character that begins at one second.
  static func line(_ commands: String, _ text: String = "夜", layer: Int = 0, until end: String = "0:00:13.00") -> String
  {
    "\(layer),0:00:01.00,\(end),Danmaku,,0,0,0,,{\(commands)}\(text)"
  }

  static let across = "\\move(1920,0,-27,0)"
  static let top = "\\an8\\pos(960,0)"

  static let kinds: [Subtitling] = [
    Subtitling("Mode 1 scrolls", #"<d p="1,1">夜</d>"#, [line(across)]),
    Subtitling("Mode 2 scrolls as mode 1 does", #"<d p="1,2">夜</d>"#, [line(across)]),
    Subtitling("Mode 3 scrolls as mode 1 does", #"<d p="1,3">夜</d>"#, [line(across)]),
    Subtitling(
      "Mode 4 is the bottom", #"<d p="1,4">夜</d>"#, [line("\\an2\\pos(960,1080)", layer: 1, until: "0:00:06.00")]),
    Subtitling("Mode 5 is the top", #"<d p="1,5">夜</d>"#, [line(top, layer: 1, until: "0:00:06.00")]),
    Subtitling("Mode 6 goes from left to right", #"<d p="1,6">夜</d>"#, [line("\\move(-27,1041,1920,1041)")]),
    Subtitling("Mode 8 is no text", #"<d p="1,8">夜</d>"#, []),
    Subtitling("Mode 9 is no text", #"<d p="1,9">夜</d>"#, []),
    Subtitling(
      "Blocking the top blocks no bottom", #"<d p="1,5">上</d><d p="1,4">夜</d>"#,
      [line("\\an2\\pos(960,1080)", layer: 1, until: "0:00:06.00")]
    ) { $0.modes.remove(.top) },
    Subtitling(
      "Blocking the bottom blocks no top", #"<d p="1,5">夜</d><d p="1,4">下</d>"#,
      [line(top, layer: 1, until: "0:00:06.00")]
    ) { $0.modes.remove(.bottom) },
  ]

  static let looks: [Subtitling] = [
    Subtitling("White is the style's", #"<d p="1,1,25,16777215">夜</d>"#, [line(across)]),
    Subtitling("Blue stands first in a colour", #"<d p="1,1,25,255">夜</d>"#, [line(across + "\\c&HFF0000&")]),
    Subtitling("Red stands last", #"<d p="1,1,25,16711680">夜</d>"#, [line(across + "\\c&H0000FF&")]),
    Subtitling("Black has a white outline", #"<d p="1,1,25,0">夜</d>"#, [line(across + "\\c&H000000&\\3c&HFFFFFF&")]),
    Subtitling("A negative colour is white", #"<d p="1,1,25,-1">夜</d>"#, [line(across)]),
    Subtitling(
      "Higher bits of a colour mean nothing", #"<d p="1,1,25,4278190335">夜</d>"#, [line(across + "\\c&HFF0000&")]),
    Subtitling("Small is in proportion", #"<d p="1,1,18">夜</d>"#, [line("\\move(1920,0,-19,0)\\fs27")]),
    Subtitling("Large is in proportion", #"<d p="1,1,36">夜</d>"#, [line("\\move(1920,0,-39,0)\\fs55")]),
    Subtitling("Size 0 is the ordinary one", #"<d p="1,1,0">夜</d>"#, [line(across)]),
    Subtitling(
      "Fields that are missing are the usual ones", #"<d p="1,1,25,255">夜</d>"#, [line(across + "\\c&HFF0000&")]),
    Subtitling(
      "A moment of sending with a fraction costs nothing", #"<d p="1,1,25,255,1.5,0,a,1">夜</d>"#,
      [line(across + "\\c&HFF0000&")]),
  ]

  static let texts: [Subtitling] = [
    Subtitling(
      "Braces hold no command", #"<d p="1,5">{\b1}</d>"#,
      [line(top, "\\{\\\u{2060}b1\\}", layer: 1, until: "0:00:06.00")]),
    Subtitling(
      "A backslash breaks no line", #"<d p="1,5">x\N</d>"#, [line(top, "x\\\u{2060}N", layer: 1, until: "0:00:06.00")]),
    Subtitling(
      "A backslash at the end stays alone", #"<d p="1,5">x\</d>"#,
      [line(top, "x\\\u{2060}", layer: 1, until: "0:00:06.00")]),
    Subtitling("/n breaks a line", #"<d p="1,5">x/ny</d>"#, [line(top, "x\\Ny", layer: 1, until: "0:00:06.00")]),
    Subtitling(
      "Blanks at both ends stay", #"<d p="1,5">  x </d>"#, [line(top, "\\h\\hx\\h", layer: 1, until: "0:00:06.00")]),
    Subtitling(
      "An empty line has its height", #"<d p="1,5">x/n/ny</d>"#,
      [line(top, "x\\N\\h\\Ny", layer: 1, until: "0:00:06.00")]),
    Subtitling(
      "Empty lines at both ends go", #"<d p="1,5">/nx/n</d>"#, [line(top, "x", layer: 1, until: "0:00:06.00")]),
    Subtitling(
      "Numbered entities are characters", #"<d p="1,5">&#34;&#x4F60;</d>"#,
      [line(top, "\"你", layer: 1, until: "0:00:06.00")]),
    Subtitling(
      "A raw & stands for itself", #"<d p="1,5">a & b</d>"#, [line(top, "a & b", layer: 1, until: "0:00:06.00")]),
    Subtitling("A comma ends no field", #"<d p="1,5">a,b</d>"#, [line(top, "a,b", layer: 1, until: "0:00:06.00")]),
    Subtitling("A comment without text has no line", #"<d p="1,5"></d>"#, []),
  ]

  static let times: [Subtitling] = [
    Subtitling(
      "A negative time is the start, and the life is whole", #"<d p="-1,1">夜</d>"#,
      ["0,0:00:00.00,0:00:12.00,Danmaku,,0,0,0,,{\(across)}夜"]),
    Subtitling(
      "Times are cut to hundredths, not to seconds", #"<d p="1.2399,1">夜</d>"#,
      ["0,0:00:01.24,0:00:13.24,Danmaku,,0,0,0,,{\(across)}夜"]),
    Subtitling(
      "Lines are in the order of time", #"<d p="5,5">b</d><d p="1,5">a</d>"#,
      [
        "1,0:00:01.00,0:00:06.00,Danmaku,,0,0,0,,{\(top)}a",
        "1,0:00:05.00,0:00:10.00,Danmaku,,0,0,0,,{\\an8\\pos(960,38)}b",
      ]),
    Subtitling(
      "Who stands is not run over by who stands after", #"<d p="1,5">a</d><d p="6,5">b</d>"#,
      ["1,0:00:01.00,0:00:06.00,Danmaku,,0,0,0,,{\(top)}a", "1,0:00:06.00,0:00:11.00,Danmaku,,0,0,0,,{\(top)}b"]),
    Subtitling(
      "Who comes where all lanes are taken is dropped",
      #"<d p="1,5,25,16777215,0,0,a,1">夜</d><d p="1,5,25,255,0,0,a,2">下</d>"#,
      [line(top, layer: 1, until: "0:00:06.00")]
    ) { $0.height = 38 },
    Subtitling(
      "Top and bottom have lanes of their own",
      #"<d p="1,4,25,16777215,0,0,a,1">下</d><d p="1,5,25,16777215,0,0,a,2">夜</d>"#,
      [line("\\an2\\pos(960,38)", "下", layer: 1, until: "0:00:06.00"), line(top, layer: 1, until: "0:00:06.00")]
    ) { $0.height = 38 },
  ]

  @Test(arguments: kinds + looks + texts + times) func `A row of the table holds`(_ row: Subtitling) throws {
    let file = try DanmakuFile(reading: Array("<i>\(row.elements)</i>".utf8))
    let lines = assText(file.comments, row.change).split(separator: "\n").compactMap { line in
      line.hasPrefix("Dialogue: ") ? String(line.dropFirst(10)) : nil
    }

    #expect(lines == row.lines)
  }
}
