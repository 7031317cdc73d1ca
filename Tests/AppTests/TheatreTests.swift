import Anime
import App
import Danmaku
import Picture
import Playback
import TUI
import TUITesting
import Testing

@Suite struct TheatreTests {
  private static let request = MediaRequest(.file(path: "/films/EP01.mkv"))
  private static let size = PixelSize(width: 1280, height: 720)

  private static func comments() throws -> StageContent {
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
  private static func opened(
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
  private static func playing(
    at time: Int = 10_500, duration: Int? = 1_420_000, tracks: [MediaTrack] = [], chapters: [MediaChapter] = []
  ) throws -> Model {
    var model = try opened().model
    _ = model.update(
      .player(.loaded(MediaDescription(duration: duration, picture: size, tracks: tracks, chapters: chapters))))
    _ = model.update(.player(position(time)))
    return model
  }

  private static func position(
    _ time: Int, after delay: Int = 0, isPaused: Bool = false, isStalled: Bool = false, rate: Int = 100
  ) -> PlayerEvent {
    let moment = Int(Samples.now.milliseconds) + delay
    return .position(
      PlaybackPosition(time: time, moment: moment, isPaused: isPaused, isStalled: isStalled, rate: rate))
  }

  /// A picture of one colour.
  private static func picture(_ red: UInt8, _ green: UInt8, _ blue: UInt8) throws -> PixelFrame {
    let pixel = Pixel(red: red, green: green, blue: blue).packed
    return try #require(
      PixelFrame(size: PixelSize(width: 16, height: 10), pixels: Array(repeating: pixel, count: 160)))
  }

  private func text(_ model: Model) -> String { ScreenPicture(model.frame.buffer).text }

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

  /// A theatre on a terminal that takes pixels of `answer`, whose film plays and shows a picture of the size asked for.
  private static func pixels(_ answer: TerminalAnswer) throws -> (model: Model, size: PixelSize) {
    var model = try playing()
    _ = model.update(.cell(PixelSize(width: 8, height: 16)))
    let asked = model.update(.input(.answer(answer)))
    let size = try #require(
      asked.compactMap { if case .player(.resize(let size)) = $0 { size } else { nil } }.last)
    let pixel = Pixel(red: 40, green: 0, blue: 60).packed
    let count = size.width * size.height
    _ = model.update(
      .picture(try #require(PixelFrame(size: size, pixels: Array(repeating: pixel, count: count)))))
    return (model, size)
  }

  @Test(arguments: [TerminalAnswer.kittyGraphics, .attributes([62, 4])])
  func `A terminal that takes pixels gets them, beneath the comments`(
    _ answer: TerminalAnswer
  ) throws {
    let (model, size) = try Self.pixels(answer)
    let frame = model.frame
    let picture = try #require(frame.picture)

    #expect(abs(Double(size.width) / Double(size.height) - 16.0 / 9) < 0.1)
    if answer == .kittyGraphics {
      #expect(size.width * size.height <= 480 * 270)
      #expect(picture.bytes.starts(with: "\u{1B}_G".utf8) && !picture.removal.isEmpty)
    } else {
      #expect(size == PixelSize(width: picture.area.columns * 8, height: picture.area.rows * 16))
      #expect(picture.bytes.starts(with: "\u{1B}P".utf8) && picture.coversText)
    }
    for row in picture.area.row..<picture.area.endRow {
      for column in picture.area.column..<picture.area.endColumn {
        // Kitty's pixels are seen through the terminal's own background; sixels lie above any, and text is written
        // over them.
        let background = frame.buffer[column, row].style.background
        #expect(background == (answer == .kittyGraphics ? .terminal : .rgb(0, 0, 0)))
      }
    }
    #expect(text(model).contains("夜桜がきれい"))
  }

  @Test func `Sixels are no more than can be handed over, however large the terminal is`() throws {
    var model = try Self.playing()
    _ = model.update(.cell(PixelSize(width: 40, height: 80)))
    let asked = model.update(.input(.answer(.attributes([62, 4]))))
    let sizes = asked.compactMap { if case .player(.resize(let size)) = $0 { size } else { nil } }
    let size = try #require(sizes.last)
    #expect(size.width * size.height <= 1_000_000)
    #expect(abs(Double(size.width) / Double(size.height) - 16.0 / 9) < 0.2)
  }

  @Test func `What is drawn above the stage is above the film too`() throws {
    var (model, _) = try Self.pixels(.kittyGraphics)
    #expect(hasPicture(model))
    _ = model.update(.input(.key(.character("?"))))
    #expect(!hasPicture(model))
    _ = model.update(.input(.key(.escape)))
    #expect(hasPicture(model))
    _ = model.update(.input(.key(.character(":"))))
    #expect(hasPicture(model))
    _ = model.update(.input(.key(.tab)))
    #expect(!hasPicture(model))
    #expect(model.frame.buffer.cells.contains { $0.style.background == .rgb(40, 0, 60) })
  }

  /// Whether the film is shown in pixels.
  private func hasPicture(_ model: Model) -> Bool { model.frame.picture != nil }

  @Test func `Pixels and each form of cells come in turn, and only what the terminal has`() throws {
    var (model, _) = try Self.pixels(.kittyGraphics)
    var sizes: [PixelSize] = []
    for _ in 0..<4 {
      let asked = model.update(.input(.key(.character("z"))))
      for case .player(.resize(let size)) in asked { sizes.append(size) }
    }
    #expect(sizes.count == 4)
    // Half blocks, quadrants, sextants, and pixels again.
    #expect(sizes[1].width == 2 * sizes[0].width && sizes[1].height == sizes[0].height)
    #expect(2 * sizes[2].height == 3 * sizes[0].height && sizes[3].height > sizes[2].height)

    var plain = try Self.playing()
    _ = plain.update(.input(.answer(.attributes([62]))))
    _ = plain.update(.picture(try Self.picture(40, 0, 60)))
    #expect(!hasPicture(plain))
    // Sixels of cells of unknown size would fill nobody knows how many.
    _ = plain.update(.input(.answer(.attributes([62, 4]))))
    _ = plain.update(.picture(try Self.picture(40, 0, 60)))
    #expect(!hasPicture(plain))
  }

  @Test func `Who wants cells gets cells on every terminal`() throws {
    for cells in [TheatreCells.half, .quadrant, .sextant] {
      var model = try Self.opened(screen: cells.screening(isRemote: false)).model
      _ = model.update(.input(.answer(.kittyGraphics)))
      _ = model.update(.picture(try Self.picture(40, 0, 60)))
      #expect(!hasPicture(model))
    }
    #expect(TheatreCells.auto.screening(isRemote: false).usesPixels)
    #expect(!TheatreCells.auto.screening(isRemote: true).usesPixels)
    #expect(TheatreCells.pixels.screening(isRemote: true).usesPixels)
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

  // MARK: How it ends

  @Test func `A film that breaks off stands there, and that is said`() throws {
    var model = try Self.playing(at: 6000)
    _ = model.update(.player(.ended))
    _ = model.update(.player(Self.position(6000, after: 10, isStalled: true)))
    #expect(text(model).contains("breaks off at 00:06"))
    #expect(text(model).contains("paused") && !text(model).contains("waiting for more"))
    #expect(!text(model).contains("at the end"))
  }

  @Test func `A film that is over is at its end, whatever its player still says`() throws {
    var model = try Self.playing(at: 1_410_000)
    _ = model.update(.player(.ended))
    _ = model.update(.player(Self.position(1_410_000, after: 10, isStalled: true)))
    #expect(!text(model).contains("waiting for more") && !text(model).contains("breaks off"))
  }

  @Test func `A player that says nothing any more lets the time stand`() throws {
    var model = try Self.playing(at: 61_000)
    _ = model.update(.tick(Samples.now + .seconds(30)))
    #expect(text(model).contains("01:05"))
  }

  @Test func `The next film takes the place of this one, whatever is read above it`() throws {
    var model = try Self.playing()
    _ = model.type("?")
    let next = MediaRequest(.file(path: "/films/EP02.mkv"))
    let content = StageContent(title: "EP02.mkv", file: DanmakuFile(.jsonLines, comments: Comments()))
    let asked = model.update(.theatre(TheatreContent(next, stage: content)))
    #expect(asked.starts(with: [.player(.quit), .player(.load(next))]))
    #expect(text(model).contains("play or pause"))
    _ = model.type("q")
    #expect(text(model).contains("EP02.mkv"))
    _ = model.type("q")
    #expect(!text(model).contains("EP01.mkv"))
  }

  @Test func `Another screen ends the film, whatever is read above it`() throws {
    var model = try Self.playing()
    _ = model.type("?")
    #expect(model.type("2").contains(.player(.quit)))
  }

  @Test func `A program that is stopped pauses its film`() throws {
    var model = try Self.playing()
    let asked = model.type("<C-z>")
    #expect(asked == [.player(.pause), .suspend])
  }

  @Test func `What is read ahead is seen on the time line, without colours too`() throws {
    var model = try Self.playing(at: 61_000)
    #expect(!text(model).contains("═"))
    _ = model.update(.player(.buffered(until: 500_000)))
    #expect(text(model).contains("●═"))
    #expect(text(model).contains("═─"))
  }

  // MARK: What can be taken back

  @Test func `What was written down last is taken back first, and the key for it is named`() throws {
    var model = try Self.playing()
    _ = model.update(.watched([ShowEdit(Samples.frieren.id, [.progress(7)])]))
    #expect(text(model).contains("u undoes it"))
    _ = model.update(.skipped(.opening, from: 62_000))
    #expect(text(model).contains("Opening skipped · u goes back"))
    _ = model.update(.marked(.kept(.ending)))
    #expect(text(model).contains("u undoes it"))

    #expect(model.type("u") == [.takeBack(.note)])
    #expect(model.type("u") == [.player(.seek(to: 62_000))])
    #expect(model.type("u") == [.takeBack(.note)])
    #expect(model.type("u").isEmpty)
    #expect(text(model).contains("Nothing happened here"))
  }

  @Test func `A comment that was blocked since is taken back before that`() throws {
    var model = try Self.playing()
    _ = model.update(.watched([ShowEdit(Samples.frieren.id, [.progress(7)])]))
    _ = model.type("cggB<Enter>")
    #expect(text(model).contains("1 hidden by rules"))
    #expect(!model.type("u").contains(.takeBack(.note)))
    #expect(!text(model).contains("hidden by rules"))
    #expect(model.type("u") == [.takeBack(.note)])
  }

  @Test func `The next episode is counted down to, kept away by a key, and said no more then`() throws {
    var model = try Self.playing()
    for seconds in [10, 9, 8] {
      _ = model.update(.upNext(UpNext("Frieren · 2", seconds: seconds)))
      #expect(text(model).contains("Next: Frieren · 2 in \(seconds) s · Ctrl-N now · u stay"))
    }
    #expect(model.type("u") == [.takeBack(.next)])
    _ = model.update(.upNext(UpNext("Frieren · 2", seconds: 7)))
    _ = model.update(.upNext(nil))
    #expect(!text(model).contains("Frieren · 2"))
    #expect(model.type("u").isEmpty)
    _ = model.update(.upNext(UpNext("Frieren · 2")))
    #expect(text(model).contains("Next: Frieren · 2 · Ctrl-N"))
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

  // MARK: Openings and endings

  @Test func `A part of the film is marked where it stands, and another press says where it ends`() throws {
    var model = try Self.playing()
    let asked = model.update(.input(.key(.control("o"))))
    #expect(asked == [.markPart(.opening, at: 10_500)])
    _ = model.update(.marked(.begun(.opening)))
    #expect(text(model).contains("Opening begins here · Ctrl-O where it ends"))
    _ = model.update(.marked(.kept(.opening)))
    #expect(text(model).contains("The opening will be skipped."))
    #expect(model.update(.input(.key(.control("e")))) == [.markPart(.ending, at: 10_500)])
  }

  @Test func `Where nobody knows the show nothing is marked, and that is said`() throws {
    var model = try Self.playing()
    _ = model.update(.marked(.unknownShow))
    #expect(text(model).contains("nobody knows"))
  }

  // MARK: Comments that come later

  private static let wanted = WantedComments(
    of: request.source, title: "EP01.mkv", show: Samples.frieren.id, episode: 1)

  /// A theatre without comments, whose film plays and was at `time` now; they were asked for with `asked`.
  private static func waiting(at time: Int = 10_500) throws -> (model: Model, asked: [Effect]) {
    var start = Samples.start()
    start.isTheatre = true
    var model = Model(start)
    let bare = StageContent(title: "EP01.mkv", file: DanmakuFile(.jsonLines, comments: Comments()))
    let asked = model.update(.theatre(TheatreContent(request, stage: bare, wanted: wanted)))
    _ = model.update(.player(.loaded(MediaDescription(duration: 1_420_000, picture: size))))
    _ = model.update(.player(position(time)))
    return (model, asked)
  }

  @Test func `Comments that are not here are asked for when the film is`() throws {
    let asked = try Self.waiting().asked
    #expect(asked.first == .player(.load(Self.request)))
    #expect(asked.contains(.fetchComments(Self.wanted)))
    #expect(try Self.opened().asked.allSatisfy { if case .fetchComments = $0 { false } else { true } })
  }

  @Test func `Comments that come later fly where the film is, and the film knows nothing of them`() throws {
    var (model, _) = try Self.waiting()
    _ = model.update(.input(.key(.character("+"))))
    let before = text(model)
    #expect(!before.contains("夜桜がきれい") && before.contains("00:10"))
    let asked = model.update(.comments(.found(try Self.comments(), source: "mine"), of: Self.request.source))

    #expect(asked.isEmpty)
    // The comments come a second later, as was asked for before they were here.
    #expect(!text(model).contains("夜桜がきれい"))
    _ = model.update(.player(Self.position(11_500)))
    let after = text(model)
    #expect(after.contains("夜桜がきれい") && after.contains("00:11") && after.contains("23:40"))
    #expect(after.contains("3 comments · mine"))
  }

  @Test func `Comments of a film that is no longer played are not shown`() throws {
    var (model, _) = try Self.waiting()
    let other = MediaSource.file(path: "/films/EP02.mkv")
    _ = model.update(.comments(.found(try Self.comments(), source: "mine"), of: other))
    #expect(!text(model).contains("夜桜がきれい"))
  }

  @Test func `A server that gives no comments is named, and the film goes on`() throws {
    var (model, _) = try Self.waiting()
    let asked = model.update(.comments(.failed("mine: connection refused"), of: Self.request.source))
    #expect(asked.isEmpty)
    #expect(text(model).contains("No comments came: mine: connection refused"))
    #expect(text(model).contains("00:10"))
  }
}
