/// Reads short words from the left, without giving back what it took.
struct ByteScanner {
  private let bytes: [UInt8]
  /// How many bytes are taken.
  private(set) var position: Int

  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { position == bytes.count }

  /// The next byte, which stays.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Whether the bytes go on with `text`, which is then taken.
  mutating func takes(_ text: String) -> Bool {
    let end = position + text.utf8.count
    guard end <= bytes.count, bytes[position..<end].elementsEqual(text.utf8) else { return false }
    position = end
    return true
  }

  /// Takes a number of as many digits as `count` allows; nil, and nothing taken, where there are fewer or more.
  mutating func digits(_ count: ClosedRange<Int>) -> Int? {
    var end = position
    var value = 0
    while end < bytes.count, bytes[end].isDigit {
      guard end - position < count.upperBound else { return nil }
      value = value * 10 + Int(bytes[end] & 0x0F)
      end += 1
    }
    guard end - position >= count.lowerBound else { return nil }
    position = end
    return value
  }

  /// Takes the next byte.
  mutating func advance() {
    position = min(position + 1, bytes.count)
  }
}

extension UInt8 {
  /// Whether it is one of `0` to `9` in ASCII.
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  /// Whether it is a small letter in ASCII.
  var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}
