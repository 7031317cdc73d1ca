import Danmaku
import Testing

/// The lines of the file that `comments` become.
func assLines(_ comments: [Comment], ruling: Ruling? = nil, _ change: (inout ASSOptions) -> Void = { _ in })
  -> [Substring]
{
  assText(Comments(comments), ruling: ruling, change).split(separator: "\n").filter { $0.hasPrefix("Dialogue:") }
}

/// The file that `comments` become, without its byte order mark.
func assText(_ comments: Comments, ruling: Ruling? = nil, _ change: (inout ASSOptions) -> Void = { _ in }) -> String {
  var options = ASSOptions()
  change(&options)
  var bytes: [UInt8] = []
  ASSFile(comments, ruling: ruling, options: options).write { bytes += $0 }
  return String(decoding: bytes.dropFirst(3), as: UTF8.self)
}

/// What stands behind the last comma that belongs to no text: commands and text of the one comment.
func assEvent(_ comment: Comment, _ change: (inout ASSOptions) -> Void = { _ in }) -> String {
  let line = assLines([comment], change).first ?? ""
  return String(line.split(separator: ",", maxSplits: 9, omittingEmptySubsequences: false).last ?? "")
}

@Suite struct `Writing ASS` {
  @Test func `A file begins with a byte order mark`() {
    var bytes: [UInt8] = []
    ASSFile(Comments(), options: ASSOptions()).write { bytes += $0 }

    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF] + Array("[Script Info]\n".utf8)))
  }

  @Test func `The head names the picture, plain colours, and no wrapping`() {
    let text = assText(Comments()) { ($0.width, $0.height) = (1280, 720) }

    for line in ["PlayResX: 1280", "PlayResY: 720", "WrapStyle: 2", "YCbCr Matrix: None"] {
      #expect(text.split(separator: "\n").contains(Substring(line)))
    }
  }

  @Test func `The style has font, size, opacity and outline`() {
    let text = assText(Comments()) {
      ($0.fontName, $0.fontSize, $0.opacity, $0.outline) = ("Some, Font\n", 50, 0.8, 2.25)
    }

    #expect(text.contains("Style: Danmaku,Some Font,50,&H33FFFFFF,&H33FFFFFF,&H33000000,&H33000000,0,0,0,0,"))
    #expect(text.contains(",1,2.25,0,7,0,0,0,1\n"))
  }

  @Test func `A scrolling comment crosses the picture with all of its width`() {
    let line = assLines([Comment(time: 12_900, text: "感动")]).first

    #expect(line == "Dialogue: 0,0:00:12.90,0:00:24.90,Danmaku,,0,0,0,,{\\move(1920,0,-53,0)}感动")
  }

  @Test func `A reverse comment goes the other way, in the lowest lane`() {
    #expect(assEvent(Comment(time: 0, mode: .reverse, text: "感动")) == "{\\move(-53,1041,1920,1041)}感动")
  }

  @Test func `Still comments stand in the middle, over the moving ones`() {
    #expect(
      assLines([Comment(time: 0, mode: .top, text: "上")])
        == ["Dialogue: 1,0:00:00.00,0:00:05.00,Danmaku,,0,0,0,,{\\an8\\pos(960,0)}上"])
    #expect(assEvent(Comment(time: 0, mode: .bottom, text: "下")) == "{\\an2\\pos(960,1080)}下")
  }

  @Test(arguments: [
    // 12 s for 1973 pixels: 3 s before the film are 493 of them.
    (Comment.Mode.scroll, "Dialogue: 0,0:00:00.00,0:00:09.00,Danmaku,,0,0,0,,{\\move(1427,0,-53,0)}感动"),
    (.reverse, "Dialogue: 0,0:00:00.00,0:00:09.00,Danmaku,,0,0,0,,{\\move(440,1041,1920,1041)}感动"),
    (.top, "Dialogue: 1,0:00:00.00,0:00:02.00,Danmaku,,0,0,0,,{\\an8\\pos(960,0)}感动"),
  ])
  func `What appeared before the film is where it would be when that begins`(_ mode: Comment.Mode, _ line: String) {
    #expect(assLines([Comment(time: -3000, mode: mode, text: "感动")]) == [Substring(line)])
  }

  @Test func `A path that began before the film goes on where it would be`() {
    let code = #"["0","0","1-1","4","夜","0","0","0.5","0","4000","0"]"#
    let lines = assLines([Comment(time: -1000, mode: .positioned, text: code)])

    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("Dialogue: 2,0:00:00.00,0:00:03.00,") == true)
    #expect(lines.first?.contains("\\move(240,0,960,0)") == true)
    #expect(assLines([Comment(time: -4000, mode: .positioned, text: code)]).isEmpty)
  }

  @Test func `Hours are counted`() {
    #expect(assLines([Comment(time: 36_061_230, text: "a")])[0].hasPrefix("Dialogue: 0,10:01:01.23,10:01:13.23,"))
  }

  @Test func `Times are cut to hundredths before lanes are given, so that followers never meet`() {
    let lines = assLines([Comment(time: 1009, mode: .top, text: "a"), Comment(time: 6005, mode: .top, text: "b")])

    #expect(lines.map { $0.hasSuffix("pos(960,0)}a") || $0.hasSuffix("pos(960,0)}b") } == [true, true])
    #expect(lines[0].hasPrefix("Dialogue: 1,0:00:01.00,0:00:06.00,"))
    #expect(lines[1].hasPrefix("Dialogue: 1,0:00:06.00,0:00:11.00,"))
  }

  @Test func `A comment stays as long as it wants to`() {
    let line = assLines([Comment(time: 0, mode: .top, text: "a", life: 2340)])[0]

    #expect(line.hasPrefix("Dialogue: 1,0:00:00.00,0:00:02.34,"))
  }

  @Test func `Repeats are counted behind the text, and in its width`() {
    var ruling = Ruling(count: 1)
    ruling.setCount(12, at: 0)

    #expect(assLines([Comment(time: 0, text: "草")], ruling: ruling)[0].hasSuffix("{\\move(1920,0,-100,0)}草 ×12"))
  }

  @Test func `What rules hide is not written`() {
    var ruling = Ruling(count: 2)
    ruling.hide(0, .text)

    #expect(assLines([Comment(time: 0, text: "a"), Comment(time: 1, text: "b")], ruling: ruling).count == 1)
  }

  @Test func `Larger comments take the lanes that they need`() {
    let lines = assLines([Comment(time: 0, size: 36, text: "a"), Comment(time: 1, text: "b")])

    #expect(lines[0].contains("\\fs55}"))
    #expect(lines[1].contains(",77,"))
  }

  @Test func `The display area and the subtitles' share leave lanes free, and say so`() {
    let comments = Comments((0..<30).map { Comment(time: $0, text: "夜桜\($0)") })
    var options = ASSOptions()
    (options.area, options.subtitleSafe) = (75, 50)
    let file = ASSFile(comments, options: options)

    #expect(file.layout.placed.count == 14)
    #expect(comments.indices.filter { file.placement(at: $0) == .hidden(.area) }.count == 14)
    #expect(comments.indices.filter { file.placement(at: $0) == .hidden(.lanesFull) }.count == 2)
  }

  @Test func `A part of the picture that is smaller than a lane is one lane`() {
    var options = ASSOptions()
    options.area = 3

    #expect(ASSFile(Comments([Comment(time: 0, text: "夜桜")]), options: options).layout.placed.count == 1)
  }

  @Test(arguments: [(100, 15), (50, 0), (33, 0), (75, 50), (1, 1), (0, 0), (100, 100)])
  func `A picture leaves as many lanes free as a stage with the same rules`(area: Int, safe: Int) {
    var options = ASSOptions()
    (options.area, options.subtitleSafe) = (area, safe)
    let stage = LaneRules(
      columns: 120, rows: 28,
      rules: rules {
        $0.area = area
        $0.subtitleSafe = safe
      })

    #expect((options.laneRules.lanes, options.laneRules.spareLanes) == (stage.lanes, stage.spareLanes))
  }

  @Test func `Nothing is dropped where comments may overlap`() {
    let comments = Comments((0..<100).map { Comment(time: $0, mode: [.scroll, .top][$0 % 2], text: "夜桜\($0)") })
    var options = ASSOptions()
    options.whenFull = .overlap

    #expect(ASSFile(comments, options: options).layout.placed.count == 100)
  }

  @Test func `A large file comes in blocks`() {
    var sizes: [Int] = []
    let comments = Comments((0..<5000).map { Comment(time: $0 * 1000, text: "夜桜") })
    ASSFile(comments, options: ASSOptions()).write { sizes.append($0.count) }

    #expect(sizes.count > 3)
    #expect(sizes.allSatisfy { $0 < 1 << 17 })
  }

  @Test func `A file that is written in parts is the same`() {
    let code = #"["0.1","0.2","1-0.5","4.5","夜"]"#
    let comments = Comments(
      (0..<500).map {
        Comment(time: $0 * 1000, mode: $0 % 7 == 0 ? .positioned : .scroll, text: $0 % 7 == 0 ? code : "夜桜")
      })
    let file = ASSFile(comments)
    var whole: [UInt8] = []
    file.write { whole += $0 }

    var parts: [UInt8] = []
    file.writeHeader { parts += $0 }
    for start in stride(from: 0, to: file.lineCount, by: 37) {
      file.writeLines(start..<min(file.lineCount, start + 37)) { parts += $0 }
    }

    #expect(file.lineCount == 500)
    #expect(parts == whole)
  }

  @Test func `A positioned comment moves, fades and turns as its code says`() {
    let code = #"["0.1","0.2","1-0.5","4.5","夜","30","0","0.5","0.2","2000","1000",false,"黑体",1]"#

    let events = assLines([Comment(time: 1230, mode: .positioned, color: CommentColor(0xFF), text: code)])
    let look = #"\fs89\c&HFF0000&\bord0\frz-30\fn黑体"#
    let expected = [
      ("0:00:01.23,0:00:02.23", "pos(192,216)", "fade(0,28,28,0,1000,1000,1000)"),
      ("0:00:02.23,0:00:04.23", "move(192,216,960,216)", "fade(28,85,85,0,2000,2000,2000)"),
      ("0:00:04.23,0:00:05.73", "pos(960,216)", "fade(85,127,127,0,1500,1500,1500)"),
    ].map { times, place, fade in #"Dialogue: 2,\#(times),Danmaku,,0,0,0,,{\an7\\#(place)\#(look)\\#(fade)}夜"# }

    #expect(events.map(String.init) == expected)
  }

  @Test func `Code that means nothing is hidden, with the reason`() {
    let comments = Comments([Comment(time: 0, mode: .positioned, text: "[1,2")])

    #expect(ASSFile(comments).placement(at: 0) == .hidden(.unsupported))
  }

  @Test func `The text and the font of a positioned comment cannot break out`() {
    let code = #"[0,0,"1","2","{\\b1}",0,0,0,0,0,0,true,"a}{\\i1,b\n"]"#
    let event = assEvent(Comment(time: 0, mode: .positioned, text: code))

    #expect(event.hasSuffix("\\fnai1b}\\{\\\u{2060}b1\\}"))
  }
}
