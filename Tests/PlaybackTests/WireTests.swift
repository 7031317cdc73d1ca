import Playback
import Testing

@Suite struct WireTests {
  static let commands: [PlayerCommand] = [
    .load(
      MediaRequest(
        .file(path: "/videos/夜桜 01.mkv"), start: 61_500, isPaused: true, rate: 125, volume: 80, isMuted: true,
        audio: .track(2), subtitles: .none)),
    .load(MediaRequest(.address("https://example.org/1.m3u8"))), .pause, .resume, .seek(to: 90_000), .seekBy(-5000),
    .setRate(50), .setVolume(130), .setMuted(true), .selectAudio(.automatic), .selectSubtitles(.track(1)),
    .selectChapter(3), .takeScreenshot(path: "a.png"),
    .takeScreenshot(
      path: "夜桜.png", overlay: PictureOverlay(lines: "飛ぶ\n{\\an8}上", size: PixelSize(width: 1280, height: 720))),
    .resize(PixelSize(width: 160, height: 90)), .quit,
  ]

  static let events: [PlayerEvent] = [
    .ready,
    .loaded(
      MediaDescription(
        duration: 1_420_000, picture: PixelSize(width: 1280, height: 720),
        tracks: [
          MediaTrack(kind: .video, number: 1, isSelected: true),
          MediaTrack(kind: .audio, number: 2, title: "日本語", language: "jpn"),
          MediaTrack(kind: .subtitles, number: 1),
        ], chapters: [MediaChapter(start: 0, title: "OP"), MediaChapter(start: 90_000)])),
    .loaded(MediaDescription(duration: nil, picture: nil, isSeekable: false)),
    .position(PlaybackPosition(time: -20, moment: .max, isPaused: true, isStalled: true, rate: 200)),
    .buffered(until: 70_000), .volume(100, isMuted: false), .tracks([]), .chapter(nil), .chapter(2),
    .picture(time: 41), .screenshot(path: "a.png"), .ended, .restarted(after: .playerLost(signal: 9), at: 5000),
    .alive, .subtitles("夜桜の下で"),
  ]

  static let failures: [PlayerFailure] = [
    .playerMissing(name: "libmpv.so.2"), .playerUnusable(errno: 2), .playerLost(signal: 11), .unreadable,
    .unknownFormat, .nothingToPlay, .timedOut(after: 10_000), .leadsElsewhere,
    .pictureTooLarge(PixelSize(width: 100_000, height: 1)), .screenshotFailed, .garbled,
    .noPictureOutput, .noSoundOutput,
  ]

  @Test(arguments: commands)
  func `A command arrives as it was sent`(_ command: PlayerCommand) throws {
    #expect(try PlayerCommand(payload: command.payload[...]) == command)
  }

  @Test(arguments: events + failures.map(PlayerEvent.failed))
  func `An event arrives as it was sent`(_ event: PlayerEvent) throws {
    #expect(try PlayerEvent(payload: event.payload[...]) == event)
  }

  @Test(arguments: [1, 3, 1000])
  func `Messages are put together whatever the pieces are in which they come`(_ size: Int) throws {
    var buffer = WireBuffer()
    var found: [PlayerEvent] = []
    let bytes = Self.events.flatMap(\.wireBytes)
    for start in stride(from: 0, to: bytes.count, by: size) {
      buffer.append(bytes[start..<min(bytes.count, start + size)])
      while let event: PlayerEvent = try buffer.next() { found.append(event) }
    }
    #expect(found == Self.events)
  }

  @Test(arguments: events)
  func `No part of an event is taken for the whole`(_ event: PlayerEvent) {
    let payload = event.payload
    for length in payload.indices {
      #expect(throws: WireError.truncated) { try PlayerEvent(payload: payload[..<length]) }
    }
  }

  @Test func `An event with more behind it is refused`() {
    #expect(throws: WireError.trailing(count: 1)) { try PlayerEvent(payload: PlayerEvent.ended.payload + [0]) }
  }

  @Test func `A message that says it is longer than any is refused at once`() {
    var buffer = WireBuffer()
    buffer.append([0xFF, 0xFF, 0xFF, 0x7F])
    #expect(throws: WireError.oversized(length: 0x7FFF_FFFF)) { try buffer.next() as PlayerEvent? }
  }

  @Test func `A list that says it is longer than its message is refused`() {
    #expect(throws: WireError.truncated) {
      try PlayerEvent(payload: [5, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F])
    }
  }

  @Test func `Whatever the bytes are, they are understood or refused`() {
    var generator = SplitMix(state: 1)
    for _ in 0..<20_000 {
      var bytes = Self.events.randomElement(using: &generator).map(\.payload) ?? []
      let index = Int.random(in: bytes.indices, using: &generator)
      bytes[index] = UInt8.random(in: 0...255, using: &generator)
      guard let event = try? PlayerEvent(payload: bytes[...]) else { continue }
      #expect((try? PlayerEvent(payload: event.payload[...])) == event)
    }
  }
}

/// Numbers that are the same in every run; Sebastiano Vigna's SplitMix64.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
