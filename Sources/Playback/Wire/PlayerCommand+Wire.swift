extension PlayerCommand: WireMessage {
  /// The command without its length.
  public var payload: [UInt8] {
    var writer = WireWriter()
    write(to: &writer)
    return writer.bytes
  }

  private func write(to writer: inout WireWriter) {
    switch self {
    case .load(let request): writer.tagged(0) { $0.value(request) }
    case .pause: writer.tag(1)
    case .resume: writer.tag(2)
    case .seek(let time): writer.tagged(3) { $0.number(time) }
    case .seekBy(let distance): writer.tagged(4) { $0.number(distance) }
    case .setRate(let percent): writer.tagged(5) { $0.number(percent) }
    case .setVolume(let percent): writer.tagged(6) { $0.number(percent) }
    case .setMuted(let isMuted): writer.tagged(7) { $0.flag(isMuted) }
    case .selectAudio(let choice): writer.tagged(8) { $0.value(choice) }
    case .selectSubtitles(let choice): writer.tagged(9) { $0.value(choice) }
    case .selectChapter(let index): writer.tagged(10) { $0.number(index) }
    case .takeScreenshot(let path, let overlay):
      writer.tagged(11) {
        $0.text(path)
        $0.list(overlay.map { [$0] } ?? [])
      }
    case .resize(let size): writer.tagged(12) { $0.value(size) }
    case .quit: writer.tag(13)
    }
  }

  /// The command in `payload`.
  public init(payload: ArraySlice<UInt8>) throws(WireError) {
    var reader = WireReader(payload)
    self = try Self.read(from: &reader)
    try reader.end()
  }

  private static func read(from reader: inout WireReader) throws(WireError) -> PlayerCommand {
    switch try reader.tag() {
    case 0: .load(try MediaRequest(from: &reader))
    case 1: .pause
    case 2: .resume
    case 3: .seek(to: try reader.number())
    case 4: .seekBy(try reader.number())
    case 5: .setRate(try reader.number())
    case 6: .setVolume(try reader.number())
    case 7: .setMuted(try reader.flag())
    case 8: .selectAudio(try TrackChoice(from: &reader))
    case 9: .selectSubtitles(try TrackChoice(from: &reader))
    case 10: .selectChapter(try reader.number())
    case 11: .takeScreenshot(path: try reader.text(), overlay: (try reader.list() as [PictureOverlay]).first)
    case 12: .resize(try PixelSize(from: &reader))
    case 13: .quit
    case let other: throw WireError.unknownTag(other)
    }
  }
}
