extension PictureOverlay: WireValue {
  func write(to writer: inout WireWriter) {
    writer.text(lines)
    writer.value(size)
  }

  init(from reader: inout WireReader) throws(WireError) {
    self.init(lines: try reader.text(), size: try PixelSize(from: &reader))
  }
}

extension MediaTrack: WireValue {
  func write(to writer: inout WireWriter) {
    writer.tag(kind.rawValue)
    writer.number(number)
    writer.text(title)
    writer.text(language)
    writer.flag(isSelected)
  }

  init(from reader: inout WireReader) throws(WireError) {
    let tag = try reader.tag()
    guard let kind = Kind(rawValue: tag) else { throw .unknownTag(tag) }
    self.init(
      kind: kind, number: try reader.number(), title: try reader.text(), language: try reader.text(),
      isSelected: try reader.flag())
  }
}

extension MediaChapter: WireValue {
  func write(to writer: inout WireWriter) {
    writer.number(start)
    writer.text(title)
  }

  init(from reader: inout WireReader) throws(WireError) {
    self.init(start: try reader.number(), title: try reader.text())
  }
}

extension MediaDescription: WireValue {
  func write(to writer: inout WireWriter) {
    writer.optional(duration)
    writer.list(picture.map { [$0] } ?? [])
    writer.list(tracks)
    writer.list(chapters)
    writer.flag(isSeekable)
  }

  init(from reader: inout WireReader) throws(WireError) {
    let duration = try reader.optional()
    let pictures: [PixelSize] = try reader.list()
    self.init(
      duration: duration, picture: pictures.first, tracks: try reader.list(), chapters: try reader.list(),
      isSeekable: try reader.flag())
  }
}

extension PlaybackPosition: WireValue {
  func write(to writer: inout WireWriter) {
    writer.number(time)
    writer.number(moment)
    writer.flag(isPaused)
    writer.flag(isStalled)
    writer.number(rate)
  }

  init(from reader: inout WireReader) throws(WireError) {
    self.init(
      time: try reader.number(), moment: try reader.number(), isPaused: try reader.flag(),
      isStalled: try reader.flag(), rate: try reader.number())
  }
}

extension PlayerFailure: WireValue {
  func write(to writer: inout WireWriter) {
    switch self {
    case .playerMissing(let name):
      writer.tag(0)
      writer.text(name)
    case .playerUnusable(let errno):
      writer.tag(1)
      writer.number(errno)
    case .playerLost(let signal):
      writer.tag(2)
      writer.number(signal)
    case .unreadable: writer.tag(3)
    case .unknownFormat: writer.tag(4)
    case .nothingToPlay: writer.tag(5)
    case .timedOut(let milliseconds):
      writer.tag(6)
      writer.number(milliseconds)
    case .leadsElsewhere: writer.tag(7)
    case .pictureTooLarge(let size):
      writer.tag(8)
      writer.value(size)
    case .screenshotFailed: writer.tag(9)
    case .garbled: writer.tag(10)
    case .noPictureOutput: writer.tag(11)
    case .noSoundOutput: writer.tag(12)
    }
  }

  init(from reader: inout WireReader) throws(WireError) {
    switch try reader.tag() {
    case 0: self = .playerMissing(name: try reader.text())
    case 1: self = .playerUnusable(errno: try reader.number())
    case 2: self = .playerLost(signal: try reader.number())
    case 3: self = .unreadable
    case 4: self = .unknownFormat
    case 5: self = .nothingToPlay
    case 6: self = .timedOut(after: try reader.number())
    case 7: self = .leadsElsewhere
    case 8: self = .pictureTooLarge(try PixelSize(from: &reader))
    case 9: self = .screenshotFailed
    case 10: self = .garbled
    case 11: self = .noPictureOutput
    case 12: self = .noSoundOutput
    case let other: throw .unknownTag(other)
    }
  }
}
