import Anime
import App
import Danmaku
import Picture
import Playback
import TUI
import TUITesting
import Testing

@Suite struct TheatreTests {
  static let request = MediaRequest(.file(path: "/films/EP01.mkv"))
  static let size = PixelSize(width: 1280, height: 720)

  static func comments() throws -> StageContent {
    let file = try BilibiliXML.read(
      Array(
        """
        <?xml version="1.0" encoding="UTF-8"?><i>
        <d p="10.0,5,25,16777215,0,0,a,1">夜桜がきれい</d>
        <d p="9.0,1,25,16777215,0,0,a,3">飛ぶ</d>
        <d p="1200.0,1,25,16777215,0,0,a,2">late</d>
        </i>
        """.utf8))
    return StageContent(title: "EP01.mkv", file: file)
  }

  /// A theatre that was opened, and what was asked of the player for that.
  static func opened(
    screen: Screening = Screening(), request: MediaRequest = request, opacity: Int = 100
  ) throws -> (model: Model, asked: [Effect]) {
    var start = Samples.start()
    start.configuration.danmakuOpacity = opacity
    start.isTheatre = true
    start.stageDepth = .trueColor
    var model = Model(start)
    let asked = model.update(.theatre(TheatreContent(request, stage: try comments(), screen: screen)))
    return (model, asked)
  }

  /// A theatre whose film plays, and was at `time` now.
  static func playing(
    at time: Int = 10_500, duration: Int? = 1_420_000, tracks: [MediaTrack] = [], chapters: [MediaChapter] = []
  ) throws -> Model {
    var model = try opened().model
    _ = model.update(
      .player(.loaded(MediaDescription(duration: duration, picture: size, tracks: tracks, chapters: chapters))))
    _ = model.update(.player(position(time)))
    return model
  }

  static func position(
    _ time: Int, after delay: Int = 0, isPaused: Bool = false, isStalled: Bool = false, rate: Int = 100
  ) -> PlayerEvent {
    let moment = Int(Samples.now.milliseconds) + delay
    return .position(
      PlaybackPosition(time: time, moment: moment, isPaused: isPaused, isStalled: isStalled, rate: rate))
  }

  /// A picture of one colour.
  static func picture(_ red: UInt8, _ green: UInt8, _ blue: UInt8) throws -> PixelFrame {
    let pixel = Pixel(red: red, green: green, blue: blue).packed
    return try #require(
      PixelFrame(size: PixelSize(width: 16, height: 10), pixels: Array(repeating: pixel, count: 160)))
  }

  func text(_ model: Model) -> String { ScreenPicture(model.frame.buffer).text }

  @Test func `A film is asked for at once, and then pictures of the size that fits`() throws {
    let asked = try Self.opened().asked
    #expect(asked.first == .player(.load(Self.request)))
    guard case .player(.resize(let size))? = asked.last else {
      Issue.record("no size was asked for")
      return
    }
    #expect(abs(Double(size.width) / Double(size.height) - 16.0 / 9) < 0.1)
  }

  @Test func `A picture of another shape is asked for in another size`() throws {
    var model = try Self.opened().model
    let square = PixelSize(width: 500, height: 500)
    let asked = model.update(.player(.loaded(MediaDescription(duration: 1000, picture: square))))
    guard case .player(.resize(let size))? = asked.first else {
      Issue.record("no size was asked for")
      return
    }
    #expect(abs(size.width - size.height) <= 1)
  }

  @Test func `Another size of the terminal is another size of the picture`() throws {
    var model = try Self.playing()
    let asked = model.update(.input(.resize(Size(columns: 200, rows: 60))))
    #expect(asked.contains { if case .player(.resize) = $0 { true } else { false } })
  }

  @Test func `The picture is shown, and comments above it`() throws {
    var model = try Self.playing()
    _ = model.update(.picture(try Self.picture(40, 0, 60)))
    let buffer = model.frame.buffer
    let backgrounds = buffer.cells.filter { $0.style.background == .rgb(40, 0, 60) }
    #expect(backgrounds.count > 500)
    #expect(backgrounds.contains { $0.character == "夜" })
  }

  @Test func `The stage's time is the film's, and goes on between what the player tells`() throws {
    var model = try Self.playing(at: 61_000)
    #expect(text(model).contains("01:01"))
    _ = model.update(.tick(Samples.now + .seconds(3)))
    #expect(text(model).contains("01:04"))
    #expect(text(model).contains("23:40"))
  }

  @Test func `For an hour the comments keep step with the sound, whose clock is another one`() throws {
    // A sound card that is two seconds an hour too fast, told of ten times a second, some of it late.
    let marks = (1..<60).map { Character(Unicode.Scalar(0x5000 + UInt32($0)) ?? "?") }
    let rows = marks.enumerated().map {
      "<d p=\"\(($0.offset + 1) * 60).0,5,25,16777215,0,0,a,\($0.offset)\">\($0.element)</d>"
    }
    let file = try BilibiliXML.read(Array("<i>\(rows.joined())</i>".utf8))
    var start = Samples.start()
    start.isTheatre = true
    var model = Model(start)
    let content = StageContent(title: "hour", file: file)
    _ = model.update(.theatre(TheatreContent(Self.request, stage: content)))
    _ = model.update(.player(.loaded(MediaDescription(duration: 3_700_000, picture: Self.size))))

    var seen: Set<Int> = []
    func sound(at passed: Int) -> Int { passed + passed * 2 / 3600 }
    for tenth in 0..<35_950 {
      let passed = tenth * 100
      let late = tenth % 7 * 9
      _ = model.update(.tick(Samples.now + Instant.Span(milliseconds: Int64(passed + late))))
      _ = model.update(.player(Self.position(sound(at: passed), after: passed)))
      let minute = (sound(at: passed) + 200) / 60_000
      let rest = minute * 60_000 - sound(at: passed)
      guard marks.indices.contains(minute - 1), 40...139 ~= rest else { continue }
      // The last that was told is up to 140 ms old when the comment is due: nearest to it from both sides.
      for (moment, isShown) in [(passed + rest - 40, false), (passed + rest + 40, true)] {
        _ = model.update(.tick(Samples.now + Instant.Span(milliseconds: Int64(moment))))
        #expect(text(model).contains(marks[minute - 1]) == isShown, "minute \(minute)")
      }
      seen.insert(minute)
    }
    #expect(seen == Set(1..<60))
  }

  @Test func `While the film waits for more its time stands, and that is said`() throws {
    var model = try Self.playing(at: 61_000)
    _ = model.update(.player(Self.position(61_000, isStalled: true)))
    _ = model.update(.tick(Samples.now + .seconds(3)))
    #expect(text(model).contains("01:01"))
    #expect(text(model).contains("waiting for more"))
  }

  @Test func `Space pauses the film, and again lets it go on`() throws {
    var model = try Self.playing()
    #expect(model.type("<Space>") == [.player(.pause)])
    #expect(text(model).contains("paused"))
    #expect(model.type("<Space>") == [.player(.resume)])
  }

  @Test func `Keys that seek move the film, and what it tells of before is passed over`() throws {
    var model = try Self.playing(at: 100_000)
    #expect(model.type("L") == [.player(.seek(to: 160_000))])
    _ = model.update(.player(Self.position(100_050, after: 50)))
    #expect(text(model).contains("02:40"))
    _ = model.update(.player(Self.position(160_100, after: 100)))
    _ = model.update(.tick(Samples.now + Instant.Span(milliseconds: 100)))
    #expect(text(model).contains("02:40"))
  }

  @Test func `The speed of the film is changed, and comments follow it`() throws {
    var model = try Self.playing()
    #expect(model.type(">") == [.player(.setRate(125))])
    #expect(text(model).contains("1.25×"))
  }

  @Test func `The volume is changed and told`() throws {
    var model = try Self.playing()
    #expect(model.type("(") == [.player(.setVolume(95))])
    #expect(text(model).contains("volume 95 %"))
    #expect(model.type("M") == [.player(.setMuted(true))])
    #expect(text(model).contains("muted"))
  }

  @Test func `Subtitles go from track to track, and off`() throws {
    var tracks = [
      MediaTrack(kind: .subtitles, number: 1, language: "jpn", isSelected: true),
      MediaTrack(kind: .subtitles, number: 2, language: "chi"),
    ]
    var model = try Self.playing(tracks: tracks)
    #expect(model.type("S") == [.player(.selectSubtitles(.track(2)))])
    tracks[0].isSelected = false
    tracks[1].isSelected = true
    _ = model.update(.player(.tracks(tracks)))
    #expect(model.type("S") == [.player(.selectSubtitles(.none))])
  }

  @Test func `The next sound is taken, and after the last the first`() throws {
    let tracks = [
      MediaTrack(kind: .audio, number: 1), MediaTrack(kind: .audio, number: 2, isSelected: true),
    ]
    var model = try Self.playing(tracks: tracks)
    #expect(model.type("#") == [.player(.selectAudio(.track(1)))])
  }

  @Test func `Chapters are gone to by their beginnings`() throws {
    var model = try Self.playing(
      at: 95_000, chapters: [MediaChapter(start: 0), MediaChapter(start: 90_000), MediaChapter(start: 600_000)])
    #expect(model.type("n") == [.player(.seek(to: 600_000))])
    #expect(model.type("N") == [.player(.seek(to: 90_000))])
    #expect(model.type("N") == [.player(.seek(to: 0))])
  }

  @Test func `Subtitles stand at the bottom of the picture`() throws {
    var model = try Self.playing()
    _ = model.update(.player(.subtitles("夜桜の下で\n待っている")))
    let rows = ScreenPicture(model.frame.buffer).text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(rows.firstIndex { $0.contains("夜桜の下で") })
    #expect(rows[first + 1].contains("待っている"))
    #expect(first > rows.count / 2)
    _ = model.update(.player(.subtitles("")))
    #expect(!text(model).contains("待っている"))
  }

  @Test func `Comments can be switched off, and the picture stays`() throws {
    var model = try Self.playing()
    _ = model.update(.picture(try Self.picture(40, 0, 60)))
    _ = model.type("D")
    #expect(!text(model).contains("夜桜がきれい"))
    #expect(model.frame.buffer.cells.contains { $0.style.background == .rgb(40, 0, 60) })
  }

  @Test func `Comments can let the film shine through`() throws {
    var model = try Self.playing()
    _ = model.update(.picture(try Self.picture(0, 0, 0)))
    _ = model.type("OO")
    #expect(model.frame.buffer.cells.contains { $0.character == "夜" && $0.style.foreground == .rgb(127, 127, 127) })
  }

  /// What is wanted of the picture by a key.
  private func screenshot(_ model: inout Model) -> ScreenshotWish? {
    model.type("C").lazy.compactMap { if case .takeScreenshot(let wish) = $0 { wish } else { nil } }.first
  }

  @Test func `A screenshot is of this moment, with the comments that are seen in it`() throws {
    var model = try Self.playing(at: 10_500)
    _ = model.update(.picture(try Self.picture(40, 0, 60)))
    let wish = try #require(screenshot(&model))
    #expect(wish.title == "EP01.mkv")
    #expect(wish.time == 10_500)
    #expect(wish.overlay?.size == Self.size)
    let lines = try #require(wish.overlay?.lines.split(separator: "\n"))
    #expect(lines.count == 2)
    #expect(lines.contains { $0.hasSuffix("}夜桜がきれい") })
    #expect(lines.contains { $0.hasSuffix("}飛ぶ") })
  }

  @Test func `A screenshot follows what is switched on the stage`() throws {
    var model = try Self.playing(at: 10_500)
    _ = model.update(.picture(try Self.picture(40, 0, 60)))
    _ = model.type("OO")
    #expect(try #require(screenshot(&model)).overlay?.lines.contains("\\alpha&H7F&") == true)
    _ = model.type("t")
    #expect(try #require(screenshot(&model)).overlay?.lines.contains("夜桜") == false)
    _ = model.type("D")
    #expect(try #require(screenshot(&model)).overlay == nil)
  }

  @Test func `Where no picture is seen there is no screenshot`() throws {
    var model = try Self.playing()
    #expect(screenshot(&model) == nil)
    #expect(model.text.contains("No picture is seen"))
    _ = model.update(.picture(try Self.picture(40, 0, 60)))
    _ = model.type("V")
    #expect(screenshot(&model) == nil)
  }

  @Test func `Comments shine through from the beginning as the user wants, and the key changes that for the film`()
    throws
  {
    var model = try Self.opened(opacity: 60).model
    _ = model.update(.player(.loaded(MediaDescription(duration: 1_420_000, picture: Self.size))))
    _ = model.update(.player(Self.position(10_500)))
    _ = model.update(.picture(try Self.picture(0, 0, 0)))
    func shades() -> Set<Color> {
      let film = model.frame.buffer.cells.filter { $0.style.background == .rgb(0, 0, 0) }
      return Set(film.filter { $0.character == "夜" }.map(\.style.foreground))
    }
    #expect(shades() == [.rgb(153, 153, 153)])
    _ = model.type("O")
    #expect(shades() == [.rgb(127, 127, 127)])
    _ = model.type("OO")
    #expect(shades() == [.rgb(255, 255, 255)])
  }

  @Test func `What a key changes and nobody sees by itself is said`() throws {
    let tracks = [
      MediaTrack(kind: .subtitles, number: 1, language: "jpn", isSelected: true),
      MediaTrack(kind: .audio, number: 1, language: "jpn", isSelected: true),
      MediaTrack(kind: .audio, number: 2, title: "Commentary", language: "eng"),
    ]
    var model = try Self.playing(
      tracks: tracks, chapters: [MediaChapter(start: 0), MediaChapter(start: 90_000, title: "Opening")])
    for (key, words) in [
      ("O", "Comments at 75 %"), ("#", "Sound 2 · eng · Commentary"), ("S", "No subtitles"),
      ("z", "Picture: quarters of cells"), ("n", "Chapter 2/2 · Opening"),
    ] {
      _ = model.type(key)
      #expect(text(model).contains(words))
    }
  }

  @Test func `A film that goes on where it was left says so`() throws {
    let model = try Self.opened(request: MediaRequest(.file(path: "/films/EP01.mkv"), start: 723_000)).model
    #expect(text(model).contains("Goes on at 12:03"))
  }

  @Test func `Without a picture nothing is decoded, and comments fly`() throws {
    var model = try Self.playing()
    _ = model.update(.picture(try Self.picture(40, 0, 60)))
    #expect(model.type("V") == [.player(.resize(PixelSize(width: 0, height: 0)))])
    #expect(text(model).contains("夜桜がきれい"))
    #expect(!model.frame.buffer.cells.contains { $0.style.background == .rgb(40, 0, 60) })
  }

  @Test func `A theatre that is to have no picture never asks for one`() throws {
    let asked = try Self.opened(screen: Screening(showsPicture: false)).asked
    #expect(!asked.contains { if case .player(.resize) = $0 { true } else { false } })
  }

  @Test func `Another form of cells is another number of pixels`() throws {
    var model = try Self.playing()
    guard case .player(.resize(let size))? = model.type("z").first else {
      Issue.record("no size was asked for")
      return
    }
    #expect(size.width > 100)
  }

  @Test func `What cannot be played is said on the stage, and the interface lives`() throws {
    var model = try Self.opened().model
    _ = model.update(.player(.failed(.leadsElsewhere)))
    #expect(text(model).contains("names other files"))
    #expect(model.type("q").contains(.quit))
  }

  @Test func `A player that was lost is told of, and the film goes on where it was`() throws {
    var model = try Self.playing(at: 61_000)
    _ = model.update(.player(.restarted(after: .playerLost(signal: 9), at: 61_500)))
    #expect(text(model).contains("it goes on at 01:01"))
    _ = model.update(.player(Self.position(61_600, after: 900)))
    _ = model.update(.tick(Samples.now + .seconds(2)))
    #expect(text(model).contains("01:02"))
  }

  @Test func `At its end the film stands, and plays again from the start`() throws {
    var model = try Self.playing(at: 1_419_000)
    _ = model.update(.player(.ended))
    #expect(text(model).contains("at the end"))
    #expect(model.type("<Space>") == [.player(.seek(to: 0)), .player(.resume)])
  }

  @Test func `Leaving the theatre ends the film`() throws {
    var model = try Self.playing()
    #expect(model.type("q") == [.player(.quit), .quit])
    var other = try Self.playing()
    #expect(other.type("2").contains(.player(.quit)))
  }

  @Test func `A stream that tells no length goes on for as long as it does`() throws {
    var model = try Self.playing(at: 5_000_000, duration: nil)
    #expect(text(model).contains("1:23:20"))
    _ = model.update(.player(Self.position(6_000_000)))
    #expect(text(model).contains("1:40:00"))
  }

  @Test func `Pictures alone say when to draw while they come`() throws {
    var model = try Self.playing()
    _ = model.update(.picture(try Self.picture(0, 0, 0)))
    #expect(model.nextTick - Samples.now > Instant.Span(milliseconds: 100))
    _ = model.update(.tick(Samples.now + Instant.Span(milliseconds: 300)))
    #expect(model.nextTick - Samples.now < Instant.Span(milliseconds: 340))
  }

  @Test(arguments: Action.allCases)
  func `Every action is harmless in the theatre`(_ action: Action) throws {
    var model = try Self.playing()
    _ = model.update(.picture(try Self.picture(40, 0, 60)))
    model.type(":\(action.rawValue)<Enter>")
    #expect(!text(model).isEmpty)
  }
}
