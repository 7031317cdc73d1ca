import Foundation
import Playback
import Player
import TestSupport
import Testing

/// Media that are meant to do harm, or are broken: each ends in a fact that can be told.
@Suite(.enabled(if: TestMedia.canPlay, Comment(rawValue: TestMedia.absence)), .playing, .serialized)
final class HostileMediaTests {
  private let folder = NSTemporaryDirectory() + "yozakura-hostile-\(UUID().uuidString)"
  private var path: String { folder + "/episode.mkv" }

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// What playing the file ends in.
  private func failure() -> PlayerFailure? {
    let playing = Playing()
    playing.load(.file(path: path))
    return playing.failure(within: 30)
  }

  private func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

  @Test func `A file that is not there cannot be read`() {
    #expect(failure() == .unreadable)
  }

  @Test func `A folder cannot be read`() {
    let playing = Playing()
    playing.load(.file(path: folder))
    #expect(playing.failure() == .unreadable)
  }

  @Test func `An empty file is no media`() throws {
    try write([])
    #expect(failure() == .unknownFormat)
  }

  @Test func `Text is no media, whatever its name is`() throws {
    try write(Array(String(repeating: "Frieren walks on. 葬送のフリーレン\n", count: 500).utf8))
    #expect(failure() == .unknownFormat)
  }

  @Test func `Noise is no media`() throws {
    try write((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7 ^ $0) })
    let failure = failure()
    #expect(failure == .unknownFormat || failure == .unreadable || failure == .nothingToPlay)
  }

  @Test func `A pipe that nobody writes to is not waited for`() {
    mkfifo(path, 0o600)
    #expect(failure() == .unreadable)
  }

  @Test(arguments: [
    "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nepisode.mkv\n", "#EXTM3U\n/etc/passwd\n",
    "ffconcat version 1.0\nfile /etc/passwd\n", "# mpv EDL v0\n/etc/passwd\n",
    "<?xml version=\"1.0\"?><MPD></MPD>",
  ])
  func `A list of other media is not followed`(_ list: String) throws {
    try write(Array(list.utf8))
    #expect(failure() == .leadsElsewhere)
  }

  @Test func `A file that is cut short plays as far as it goes, and ends`() throws {
    try TestMedia.makeClip(at: path, seconds: 4)
    try write(Array(try Data(contentsOf: URL(fileURLWithPath: path))).dropLast(100_000))
    let playing = Playing()
    playing.load(.file(path: path))
    #expect(playing.event { $0 == .ended || $0.isFailure } != nil)
  }

  @Test func `A picture of a hundred thousand columns is refused`() throws {
    try TestMedia.makeClip(
      at: path, seconds: 1, picture: "color=s=64x64:r=5", hasSound: false,
      coding: ["ffv1", "-pix_fmt", "bgr0", "-vf", "scale=100000:1"])
    #expect(failure() == .pictureTooLarge(PixelSize(width: 100_000, height: 1)))
  }
}
