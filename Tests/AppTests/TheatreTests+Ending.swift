import Anime
import App
import Danmaku
import Picture
import Playback
import TUI
import TUITesting
import Testing

/// How a film ends, and what can be taken back then.
extension TheatreTests {
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
}
