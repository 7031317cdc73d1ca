extension PlayerEvent: WireMessage {
  /// The event without its length.
  public var payload: [UInt8] {
    var writer = WireWriter()
    write(to: &writer)
    return writer.bytes
  }

  private func write(to writer: inout WireWriter) {
    switch self {
    case .ready: writer.tag(0)
    case .loaded(let media): writer.tagged(1) { $0.value(media) }
    case .position(let position): writer.tagged(2) { $0.value(position) }
    case .buffered(let time): writer.tagged(3) { $0.number(time) }
    case .volume(let percent, let isMuted):
      writer.tagged(4) {
        $0.number(percent)
        $0.flag(isMuted)
      }
    case .tracks(let tracks): writer.tagged(5) { $0.list(tracks) }
    case .chapter(let index): writer.tagged(6) { $0.optional(index) }
    case .picture(let time): writer.tagged(7) { $0.number(time) }
    case .screenshot(let path): writer.tagged(8) { $0.text(path) }
    case .ended: writer.tag(9)
    case .failed(let failure): writer.tagged(10) { $0.value(failure) }
    case .restarted(let failure, let time):
      writer.tagged(11) {
        $0.value(failure)
        $0.number(time)
      }
    case .alive: writer.tag(12)
    case .subtitles(let text): writer.tagged(13) { $0.text(text) }
    }
  }

  /// The event in `payload`.
  public init(payload: ArraySlice<UInt8>) throws(WireError) {
    var reader = WireReader(payload)
    self = try Self.read(from: &reader)
    try reader.end()
  }

  private static func read(from reader: inout WireReader) throws(WireError) -> PlayerEvent {
    switch try reader.tag() {
    case 0: .ready
    case 1: .loaded(try MediaDescription(from: &reader))
    case 2: .position(try PlaybackPosition(from: &reader))
    case 3: .buffered(until: try reader.number())
    case 4: .volume(try reader.number(), isMuted: try reader.flag())
    case 5: .tracks(try reader.list())
    case 6: .chapter(try reader.optional())
    case 7: .picture(time: try reader.number())
    case 8: .screenshot(path: try reader.text())
    case 9: .ended
    case 10: .failed(try PlayerFailure(from: &reader))
    case 11: .restarted(after: try PlayerFailure(from: &reader), at: try reader.number())
    case 12: .alive
    case 13: .subtitles(try reader.text())
    case let other: throw WireError.unknownTag(other)
    }
  }
}
