internal import Markup

/// The text of an element as it stands in the file.
struct EncodedText {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether entities stand for themselves.
  let isVerbatim: Bool
  /// Whether it is a program or an array, in which `/n` is not a line break.
  let isCode: Bool

  init(bytes: Slice<UnsafeBufferPointer<UInt8>>, isVerbatim: Bool, isCode: Bool) {
    self.bytes = UnsafeBufferPointer(rebasing: bytes)
    self.isVerbatim = isVerbatim
    self.isCode = isCode
  }

  /// Appends the text, decoded and clean.
  func write(to arena: inout [UInt8]) {
    let start = arena.count
    if bytes.contains(anyOf: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "/") }) {
      decode(to: &arena)
    } else {
      arena.append(contentsOf: bytes)
    }
    TextCleaner.clean(&arena, from: start, isCode: isCode)
  }

  /// The text alone, decoded and clean.
  var decoded: String {
    var decoded: [UInt8] = []
    write(to: &decoded)
    return String(decoding: decoded, as: UTF8.self)
  }

  private func decode(to arena: inout [UInt8]) {
    var place = 0
    while place < bytes.count {
      if !isVerbatim, let reference = CharacterReference(UnsafeBufferPointer(rebasing: bytes[place...])) {
        arena.append(utf8: reference.scalar)
        place += reference.length
      } else if isLineBreak(at: place) {
        arena.append(UInt8(ascii: "\n"))
        place += 2
      } else {
        arena.append(bytes[place])
        place += 1
      }
    }
  }

  /// Whether `/n` stands here and means the end of a line.
  private func isLineBreak(at place: Int) -> Bool {
    !isCode && bytes[place] == UInt8(ascii: "/") && place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "n")
  }
}
