/// What can be part of a message.
protocol WireValue {
  func write(to writer: inout WireWriter)
  init(from reader: inout WireReader) throws(WireError)
}

extension PixelSize: WireValue {
  func write(to writer: inout WireWriter) {
    writer.number(width)
    writer.number(height)
  }

  init(from reader: inout WireReader) throws(WireError) {
    self.init(width: try reader.number(), height: try reader.number())
  }
}

extension MediaSource: WireValue {
  func write(to writer: inout WireWriter) {
    switch self {
    case .file(let path):
      writer.tag(0)
      writer.text(path)
    case .address(let address):
      writer.tag(1)
      writer.text(address)
    }
  }

  init(from reader: inout WireReader) throws(WireError) {
    switch try reader.tag() {
    case 0: self = .file(path: try reader.text())
    case 1: self = .address(try reader.text())
    case let other: throw .unknownTag(other)
    }
  }
}

extension TrackChoice: WireValue {
  func write(to writer: inout WireWriter) {
    switch self {
    case .automatic: writer.tag(0)
    case .none: writer.tag(1)
    case .track(let number):
      writer.tag(2)
      writer.number(number)
    }
  }

  init(from reader: inout WireReader) throws(WireError) {
    switch try reader.tag() {
    case 0: self = .automatic
    case 1: self = .none
    case 2: self = .track(try reader.number())
    case let other: throw .unknownTag(other)
    }
  }
}

extension MediaRequest: WireValue {
  func write(to writer: inout WireWriter) {
    writer.value(source)
    writer.number(start)
    writer.flag(isPaused)
    writer.number(rate)
    writer.number(volume)
    writer.flag(isMuted)
    writer.value(audio)
    writer.value(subtitles)
  }

  init(from reader: inout WireReader) throws(WireError) {
    self.init(
      try MediaSource(from: &reader), start: try reader.number(), isPaused: try reader.flag(),
      rate: try reader.number(), volume: try reader.number(), isMuted: try reader.flag(),
      audio: try TrackChoice(from: &reader), subtitles: try TrackChoice(from: &reader))
  }
}
