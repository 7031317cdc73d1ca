import Foundation
import Picture
import Playback
import Player
import TUI
import TestSupport
import Testing

/// Pictures of a film that the helper writes, as FFmpeg reads them.
@Suite(.enabled(if: TestMedia.canPlay, Comment(rawValue: TestMedia.absence)), .playing, .serialized)
final class ScreenshotTests {
  private static let size = PixelSize(width: 642, height: 362)
  private static let overlay = PictureOverlay(
    lines: "{\\an7\\pos(40,40)\\fs120\\bord0\\c&H00FF00&}██", size: size)

  private let folder = NSTemporaryDirectory() + "yozakura-screenshots-\(UUID().uuidString)"
  private var clip: String { folder + "/clip.mkv" }
  private var picture: String { folder + "/picture.png" }

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try TestMedia.makeClip(at: clip, seconds: 20, picture: "color=c=0x204060:s=642x362:r=24")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A player that has shown a picture of the clip.
  private func playing(isPaused: Bool = false) throws -> Playing {
    let playing = Playing()
    playing.load(.file(path: clip), isPaused: isPaused)
    _ = try #require(playing.picture())
    return playing
  }

  /// Whether a picture was written with this over it.
  private func isTaken(by playing: Playing, _ overlay: PictureOverlay?) -> Bool {
    let count = playing.count
    playing.player.send(.takeScreenshot(path: picture, overlay: overlay))
    let told = playing.event(after: count) {
      switch $0 {
      case .screenshot, .failed(.screenshotFailed): true
      default: false
      }
    }
    return told?.event == .screenshot(path: picture)
  }

  /// How many pixels of the picture have about this colour.
  private func count(_ red: Int, _ green: Int, _ blue: Int) throws -> Int {
    let bytes = try TestMedia.picture(of: picture, second: 0, width: Self.size.width, height: Self.size.height)
    return stride(from: 0, to: bytes.count, by: 3).count { index in
      zip(bytes[index..<index + 3], [red, green, blue]).allSatisfy { abs(Int($0) - $1) <= 8 }
    }
  }

  @Test(arguments: [false, true])
  func `A screenshot is as large as the film, with its colours and what is over it`(_ isPaused: Bool) throws {
    #expect(isTaken(by: try playing(isPaused: isPaused), Self.overlay))
    #expect(try count(0x20, 0x40, 0x60) > 642 * 362 / 2)
    #expect(try count(0, 255, 0) > 1000)
  }

  @Test func `A screenshot that was asked for is written though the film is left at once`() throws {
    let playing = try playing()
    playing.player.send(.takeScreenshot(path: picture, overlay: nil))
    playing.player.finish()
    #expect(try count(0x20, 0x40, 0x60) == 642 * 362)
  }

  @Test func `A screenshot with nothing over it is the film alone`() throws {
    #expect(isTaken(by: try playing(), nil))
    #expect(try count(0x20, 0x40, 0x60) == 642 * 362)
  }

  @Test func `What is over a screenshot is in no picture that is shown`() throws {
    let playing = try playing()
    for name in 0..<5 {
      let count = playing.count
      playing.player.send(.takeScreenshot(path: "\(folder)/\(name).png", overlay: Self.overlay))
      _ = try #require(playing.event(after: count) { if case .screenshot = $0 { true } else { false } })
    }
    let last = try #require(playing.position { _ in true })
    let shown = (0..<playing.count).compactMap { _ in playing.player.takePicture() }
    let next = try #require(playing.picture(after: last.number))
    #expect((shown + [next]).allSatisfy { !hasGreen($0) })
  }

  /// Whether anything as green as the overlay is in `frame`.
  private func hasGreen(_ frame: PixelFrame) -> Bool {
    var painted = Buffer(size: Size(columns: 64, rows: 18))
    PicturePainter().paint(frame, beneath: painted.area, on: &painted)
    return painted.cells.contains { cell in
      [cell.style.foreground, cell.style.background].contains { color in
        color.components.map { $0.green > 150 && $0.red < 60 } ?? false
      }
    }
  }

  @Test func `Subtitles are in a screenshot`() throws {
    try "1\n00:00:00,000 --> 00:00:20,000\n<font color=\"#ffff00\">██████</font>\n".write(
      toFile: folder + "/clip.srt", atomically: true, encoding: .utf8)
    let playing = try playing()
    _ = try #require(playing.event { if case .subtitles(let text) = $0 { !text.isEmpty } else { false } })
    #expect(isTaken(by: playing, nil))
    #expect(try count(255, 255, 0) > 200)
  }

  @Test func `A file that is there is not written over`() throws {
    try Data("mine".utf8).write(to: URL(fileURLWithPath: picture))
    #expect(!isTaken(by: try playing(), nil))
    #expect(try String(contentsOfFile: picture, encoding: .utf8) == "mine")
  }

  @Test func `Where there is no picture no file is written`() throws {
    let playing = Playing()
    _ = try #require(playing.event { $0 == .ready })
    #expect(!isTaken(by: playing, Self.overlay))
    #expect(!FileManager.default.fileExists(atPath: picture))
  }
}
