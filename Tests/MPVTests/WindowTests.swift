import Foundation
import Glibc
import MPV
import Playback
import TestSupport
import Testing

@Suite(.enabled(if: TestMedia.canOpenWindow, Comment(rawValue: TestMedia.windowAbsence)), .playing, .serialized)
final class WindowTests {
  private let folder: String
  private var path: String { folder + "/episode.mkv" }

  init() throws { folder = try Window.makeFolder() }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A window in which a clip of so many seconds is played.
  private func playing(seconds: Int = 20, start: Int = 0, isPaused: Bool = false) throws -> Window {
    try TestMedia.makeClip(at: path, seconds: seconds)
    let window = try Window()
    window.window.send(.load(MediaRequest(.file(path: path), start: start, isPaused: isPaused)))
    return window
  }

  @Test func `Media are described once they are open`() throws {
    let description = try #require(try playing().description())

    #expect((19_500...20_500).contains(description.duration ?? 0))
    #expect(description.picture == PixelSize(width: 320, height: 180))
    #expect(description.tracks.map(\.kind) == [.video, .audio])
    #expect(description.isSeekable)
  }

  @Test func `Playing begins where it is asked to, and goes on`() throws {
    let window = try playing(start: 5000)
    let first = try #require(window.position { $0.time >= 5000 })

    #expect(first.time < 7000)
    #expect(window.position { $0.time > first.time + 500 } != nil)
  }

  @Test func `Pause, seeking and speed are told as they are`() throws {
    let window = try playing()
    _ = window.description()

    window.window.send(.pause)
    #expect(window.position { $0.isPaused } != nil)
    window.window.send(.seek(to: 12_000))
    #expect(window.position { abs($0.time - 12_000) < 100 && $0.isPaused } != nil)
    window.window.send(.setRate(200))
    window.window.send(.resume)
    #expect(window.position { !$0.isPaused && $0.rate == 200 } != nil)
    window.window.send(.seekBy(-5000))
    #expect(window.position { $0.time < 11_000 } != nil)
  }

  @Test func `A position is that of its moment`() throws {
    let window = try playing()
    _ = window.position { $0.time > 1000 }
    let first = try #require(window.position())
    let later = try #require(window.position { $0.time > first.time + 2000 })

    #expect(abs(first.time(at: later.moment) - later.time) < 150)
  }

  @Test func `Volume and silence are told`() throws {
    let window = try playing()
    window.window.send(.setVolume(40))
    window.window.send(.setMuted(true))

    let isTold = window.wait { if case .player(.volume(40, isMuted: true)) = $0 { true } else { nil } }
    #expect(isTold == true)
  }

  @Test func `The end is told, and another file is played in the same window`() throws {
    let window = try playing(seconds: 1)
    #expect(window.wait { $0 == .player(.ended) ? true : nil } == true)

    window.window.send(.load(MediaRequest(.file(path: path))))
    #expect(window.description() != nil)
  }

  @Test func `A picture is written to a file`() throws {
    let window = try playing()
    _ = window.position { $0.time > 200 }
    let picture = folder + "/picture.png"
    window.window.send(.takeScreenshot(path: picture))

    #expect(window.wait { if case .player(.screenshot(picture)) = $0 { true } else { nil } } == true)
    #expect(FileManager.default.fileExists(atPath: picture))
  }

  @Test func `Whoever closes the window is heard`() throws {
    let window = try playing()
    _ = window.description()
    window.window.send(.quit)

    #expect(window.wait { $0 == .closed ? true : nil } == true)
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `A window that a thread has opened without signals ends by them all the same`(_ signal: Int32) throws {
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let window = try playing()
    _ = window.description()
    kill(try #require(window.process), signal)

    // Without a terminal mpv leaves such signals to the system.
    #expect(window.failure() == .playerLost(signal: Int(signal)))
  }

  @Test func `A word of the user's own configuration is heard`() throws {
    let script = folder + "/word.lua"
    try "mp.register_event('file-loaded', function() mp.commandv('script-message', 'yozakura', 'next') end)".write(
      toFile: script, atomically: true, encoding: .utf8)
    try TestMedia.makeClip(at: path, seconds: 5)
    let window = try Window(["mpv", "--no-config", "--vo=null", "--ao=null", "--script=\(script)"])
    window.window.send(.load(MediaRequest(.file(path: path))))

    #expect(window.wait { $0 == .word("next") ? true : nil } == true)
  }

  // MARK: Hostile media

  private func failure(_ bytes: [UInt8]) throws -> PlayerFailure? {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let window = try Window()
    window.window.send(.load(MediaRequest(.file(path: path))))
    return window.failure()
  }

  @Test func `What is not there cannot be read`() throws {
    let window = try Window()
    window.window.send(.load(MediaRequest(.file(path: "/nowhere.mkv"))))
    #expect(window.failure() == .unreadable)
  }

  @Test func `Text is no media, whatever its name is`() throws {
    let text = String(repeating: "Frieren walks on. 葬送のフリーレン\n", count: 500)
    #expect(try failure(Array(text.utf8)) == .unknownFormat)
    #expect(try failure([]) != nil)
  }

  @Test func `A list that names other files is not followed`() throws {
    for list in ["#EXTM3U\n/etc/passwd\n", "#EXTM3U\nepisode.mkv\n"] {
      #expect(try failure(Array(list.utf8)) == .leadsElsewhere)
    }
  }

  /// Two kinds of lists that are followed by FFmpeg, and not by mpv itself.
  @Test(arguments: ["ffconcat version 1.0\nfile 'inner.mp4'\n", MediaLists.dash(naming: "inner.mp4")])
  func `A file that a list names is not opened in its place`(_ list: String) throws {
    try TestMedia.makeClip(at: folder + "/inner.mp4", seconds: 2)
    #expect(try failure(Array(list.utf8)) == .unknownFormat)
  }

  @Test func `A film that breaks off ends or fails, and the window takes another`() throws {
    try TestMedia.makeClip(at: path, seconds: 5)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    try whole.prefix(whole.count / 3).write(to: URL(fileURLWithPath: path))
    let window = try Window()
    window.window.send(.load(MediaRequest(.file(path: path))))
    let isOver = window.wait {
      switch $0 {
      case .player(.ended), .player(.failed): true
      default: nil
      }
    }
    #expect(isOver == true)

    try whole.write(to: URL(fileURLWithPath: path))
    window.window.send(.load(MediaRequest(.file(path: path))))
    #expect(window.description() != nil)
  }

  // MARK: A player that does not do its part

  @Test func `A program that is not there is named`() {
    #expect(throws: PlayerFailure.playerMissing(name: "no-such-player")) { try Window(["no-such-player"]) }
  }

  @Test func `A program that ends at once is told`() {
    #expect(throws: PlayerFailure.playerLost(signal: 0)) { try Window(["false"]) }
  }

  @Test func `A program that never listens is ended`() {
    let patience = MPVPatience(opening: 300)
    #expect(throws: PlayerFailure.timedOut(after: 300)) { try Window(["sh", "-c", "sleep 60"], patience: patience) }
  }

  @Test func `A player that is killed is told with the signal`() throws {
    let window = try playing()
    _ = window.description()
    kill(try #require(window.process), SIGKILL)

    #expect(window.failure() == .playerLost(signal: Int(SIGKILL)))
    #expect(window.window.events(within: 0).isEmpty)
  }

  @Test func `A player that hangs is ended`() throws {
    try TestMedia.makeClip(at: path, seconds: 20)
    let window = try Window(patience: MPVPatience(silence: 800))
    window.window.send(.load(MediaRequest(.file(path: path))))
    _ = window.description()
    kill(try #require(window.process), SIGSTOP)

    #expect(window.failure() == .playerLost(signal: Int(SIGKILL)))
  }
}
