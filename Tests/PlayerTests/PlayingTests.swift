import Foundation
import Picture
import Playback
import Player
import TUI
import TestSupport
import Testing

/// What the helper plays, seen from the program: with real media, and nobody to hear.
@Suite(.enabled(if: TestMedia.canPlay, Comment(rawValue: TestMedia.absence)), .playing, .serialized)
final class PlayingTests {
  private let folder = NSTemporaryDirectory() + "yozakura-playing-\(UUID().uuidString)"
  private var clip: String { folder + "/clip.mkv" }

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  @Test func `What is opened is described`() throws {
    try TestMedia.makeClip(at: clip, seconds: 3)
    let playing = Playing()
    playing.load(.file(path: clip))
    guard case .loaded(let media)? = playing.event(where: \.isLoaded)?.event else {
      Issue.record("nothing was opened")
      return
    }
    #expect(abs((media.duration ?? 0) - 3000) < 100)
    #expect(media.picture == PixelSize(width: 320, height: 180))
    #expect(media.tracks.map(\.kind) == [.video, .audio])
    #expect(media.isSeekable)
  }

  @Test func `Pictures come one after the other, in the size that was asked for`() throws {
    try TestMedia.makeClip(at: clip, seconds: 5)
    let playing = Playing()
    playing.load(.file(path: clip))
    let first = try #require(playing.picture())
    #expect(first.size == PixelSize(width: 64, height: 36))
    let later = try #require(playing.position { $0.time > 1000 })
    #expect(try #require(playing.picture(after: later.number)) != first)
  }

  @Test func `Colours are those that FFmpeg scales to`() throws {
    try TestMedia.makeClip(at: clip, seconds: 4)
    let playing = Playing()
    playing.load(.file(path: clip), size: PixelSize(width: 64, height: 36), start: 2000, isPaused: true)
    let frame = try #require(playing.picture())
    let expected = try TestMedia.picture(of: clip, second: 2, width: 64, height: 36)
    var painted = Buffer(size: Size(columns: 64, rows: 18))
    PicturePainter().paint(frame, beneath: painted.area, on: &painted)
    let difference = (0..<64 * 36).reduce(0) { sum, index in
      let cell = painted[index % 64, index / 64 / 2]
      // A cell whose halves are the same is blank: its colour is the background's.
      let isUpper = index / 64 % 2 == 0 && cell.character != " "
      guard let color = (isUpper ? cell.style.foreground : cell.style.background).components else { return sum + 255 }
      let parts = [color.red, color.green, color.blue].enumerated().map { part, value in
        abs(Int(value) - Int(expected[index * 3 + part]))
      }
      return sum + parts.reduce(0, +) / 3
    }
    #expect(difference / (64 * 36) < 12, "they differ by \(difference / (64 * 36)) of 255 on average")
  }

  @Test func `Who pauses stands still, and goes on where it was`() throws {
    try TestMedia.makeClip(at: clip, seconds: 10)
    let playing = Playing()
    playing.load(.file(path: clip))
    _ = try #require(playing.position { $0.time > 500 })
    playing.player.send(.pause)
    let paused = try #require(playing.position(where: \.isPaused))
    let still = try #require(playing.position(after: paused.number + 1, where: \.isPaused))
    #expect(still.position.time == paused.position.time)
    playing.player.send(.resume)
    let resumed = try #require(playing.position(after: still.number + 1) { !$0.isPaused })
    #expect(abs(resumed.position.time - still.position.time) < 500)
  }

  @Test func `One can go to another moment`() throws {
    try TestMedia.makeClip(at: clip, seconds: 60)
    let playing = Playing()
    playing.load(.file(path: clip))
    _ = try #require(playing.position { $0.time > 0 })
    playing.player.send(.seek(to: 40_000))
    let there = try #require(playing.position { $0.time > 30_000 })
    #expect((40_000..<42_000).contains(there.position.time))
    playing.player.send(.seekBy(-20_000))
    #expect(playing.position(after: there.number) { (20_000..<24_000).contains($0.time) } != nil)
  }

  @Test func `Media go on as fast as is wanted`() throws {
    try TestMedia.makeClip(at: clip, seconds: 60)
    let playing = Playing()
    playing.load(.file(path: clip))
    playing.player.send(.setRate(200))
    let first = try #require(playing.position { $0.rate == 200 && $0.isMoving && $0.time > 1000 })
    let second = try #require(playing.position(after: first.number) { $0.time > first.position.time + 3000 })
    let passed = second.position.moment - first.position.moment
    #expect(abs(second.position.time - first.position.time - 2 * passed) < 400)
  }

  @Test func `Pictures have the new size after the terminal has another one`() throws {
    try TestMedia.makeClip(at: clip, seconds: 20)
    let playing = Playing()
    playing.load(.file(path: clip), isPaused: true)
    #expect(playing.picture()?.size == PixelSize(width: 64, height: 36))
    let count = playing.count
    playing.player.send(.resize(PixelSize(width: 100, height: 50)))
    // One of the size before may be on its way.
    #expect(playing.picture(after: count, of: PixelSize(width: 100, height: 50)) != nil)
  }

  @Test func `The end is told`() throws {
    try TestMedia.makeClip(at: clip, seconds: 2)
    let playing = Playing()
    playing.load(.file(path: clip))
    #expect(playing.event { $0 == .ended } != nil)
  }

  @Test func `Subtitles are told as text`() throws {
    try TestMedia.makeClip(at: clip, seconds: 5)
    try "1\n00:00:00,500 --> 00:00:04,000\n夜桜の下で\n".write(
      toFile: folder + "/clip.srt", atomically: true, encoding: .utf8)
    let playing = Playing()
    playing.load(.file(path: clip))
    #expect(playing.event { $0 == .subtitles("夜桜の下で") } != nil)
  }

  @Test func `Other subtitles are told while the film stands still`() throws {
    try TestMedia.makeClip(at: clip, seconds: 5)
    for (name, text) in [("clip.en.srt", "under the cherries"), ("clip.ja.srt", "夜桜の下で")] {
      try "1\n00:00:00,000 --> 00:00:04,900\n\(text)\n".write(
        toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
    let playing = Playing()
    playing.load(.file(path: clip), start: 1000, isPaused: true)
    let texts: Set = ["under the cherries", "夜桜の下で"]
    func told() -> String? {
      let told = playing.event { if case .subtitles(let text) = $0 { texts.contains(text) } else { false } }
      return told.flatMap { if case .subtitles(let text) = $0.event { text } else { nil } }
    }
    playing.player.send(.selectSubtitles(.track(1)))
    let first = try #require(told())
    playing.player.send(.selectSubtitles(.track(2)))
    let others = texts.subtracting([first])
    #expect(playing.event { if case .subtitles(let text) = $0 { others.contains(text) } else { false } } != nil)
  }

  @Test func `A helper that is killed is started anew where it was`() throws {
    try TestMedia.makeClip(at: clip, seconds: 60)
    let playing = Playing()
    playing.load(.file(path: clip), start: 20_000)
    _ = try #require(playing.position { $0.time > 20_500 })
    let count = playing.count
    for helper in playing.helpers { kill(helper, SIGKILL) }
    let restarted = try #require(playing.event(after: count, where: \.isRestarted))
    guard case .restarted(let failure, _) = restarted.event else { return }
    #expect(failure == .playerLost(signal: 9))
    let resumed = try #require(playing.position(after: restarted.number) { _ in true })
    #expect((20_000..<23_000).contains(resumed.position.time))
    #expect(playing.picture(after: restarted.number) != nil)
  }

  @Test func `A hundred helpers that are killed are a hundred recoveries`() throws {
    try TestMedia.makeClip(at: clip, seconds: 60)
    let playing = Playing()
    playing.load(.file(path: clip), start: 10_000)
    var place = try #require(playing.position { _ in true })
    for kills in 1...100 {
      for helper in playing.helpers { kill(helper, SIGKILL) }
      let restarted = try #require(playing.event(after: place.number, where: \.isRestarted), "after \(kills) kills")
      let next = try #require(playing.position(after: restarted.number) { _ in true }, "after \(kills) kills")
      #expect(next.position.time >= place.position.time - 200)
      place = next
    }
    #expect(playing.picture(after: place.number) != nil)
  }

  @Test func `A helper that hangs is started anew`() throws {
    try TestMedia.makeClip(at: clip, seconds: 60)
    let playing = Playing(silence: 1500)
    playing.load(.file(path: clip))
    _ = try #require(playing.position { $0.time > 500 })
    let count = playing.count
    for helper in playing.helpers { kill(helper, SIGSTOP) }
    let restarted = try #require(playing.event(after: count, where: \.isRestarted))
    #expect(playing.position(after: restarted.number) { _ in true } != nil)
  }

  @Test func `No helper is left when the player is`() throws {
    try TestMedia.makeClip(at: clip, seconds: 10)
    var playing: Playing? = Playing()
    playing?.load(.file(path: clip))
    _ = try #require(playing?.picture())
    let helpers = try #require(playing?.helpers)
    #expect(!helpers.isEmpty)
    playing = nil
    let deadline = Date(timeIntervalSinceNow: 10)
    while helpers.contains(where: { kill($0, 0) == 0 }), Date() < deadline { sched_yield() }
    #expect(helpers.allSatisfy { kill($0, 0) != 0 })
  }
}
