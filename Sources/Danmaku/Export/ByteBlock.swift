/// Bytes on their way out: collected, and passed on in blocks.
///
/// A file of comments is a million small pieces, so that what an array checks for each of them would take longer than
/// the pieces do: here the room behind the last byte is asked for once per piece, and bytes are stored as they come.
public struct ByteBlock: ~Copyable {
  private static let size = 1 << 16

  private var bytes: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  /// A block with room for so many bytes; it grows as it has to.
  init(capacity: Int = size * 2) { bytes = .allocate(capacity: capacity) }

  deinit { bytes.deallocate() }

  /// Makes room for `more` bytes, without which none of what follows may add them.
  private mutating func makeRoom(for more: Int) {
    guard count + more > bytes.count else { return }
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count * 2, count + more))
    _ = larger[..<count].initialize(fromContentsOf: bytes[..<count])
    bytes.deallocate()
    bytes = larger
  }

  private mutating func store(_ byte: UInt8) {
    bytes.initializeElement(at: count, to: byte)
    count += 1
  }

  private mutating func store(_ more: UnsafeBufferPointer<UInt8>) {
    makeRoom(for: more.count)
    _ = bytes[count...].initialize(fromContentsOf: more)
    count += more.count
  }
}

extension ByteBlock {
  /// Adds one byte.
  mutating func append(_ byte: UInt8) {
    makeRoom(for: 1)
    store(byte)
  }

  /// Adds `more`.
  mutating func append(_ more: UnsafeBufferPointer<UInt8>) { store(more) }

  /// Adds `more`.
  mutating func append(_ more: ArraySlice<UInt8>) { more.withUnsafeBufferPointer { store($0) } }

  /// Adds the UTF-8 of `text`.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { store($0) }
  }

  /// Adds `text`.
  mutating func append(_ text: StaticString) {
    store(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Adds `number` in decimal digits.
  mutating func append(_ number: Int) {
    // 19 digits and a sign.
    makeRoom(for: 20)
    if number < 0 { store(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var unit: UInt = 1
    while rest / unit >= 10 { unit *= 10 }
    while unit > 0 {
      store(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / unit))
      rest %= unit
      unit /= 10
    }
  }

  /// Adds `number`, which has at most two digits, as two.
  mutating func append(twoDigits number: Int) {
    makeRoom(for: 2)
    store(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
    store(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  /// Adds `byte` as two hexadecimal digits, with capital letters as ASS has them.
  mutating func append(hexadecimal byte: UInt8) {
    makeRoom(for: 2)
    store(Self.digit(byte >> 4, ten: UInt8(ascii: "A")))
    store(Self.digit(byte & 0xF, ten: UInt8(ascii: "A")))
  }

  /// Adds the last `digits` hexadecimal digits of `number`, with leading zeros and small letters.
  mutating func append(hexadecimal number: UInt64, digits: Int) {
    makeRoom(for: digits)
    for place in (0..<digits).reversed() {
      store(Self.digit(UInt8(truncatingIfNeeded: number >> UInt64(4 * place) & 0xF), ten: UInt8(ascii: "a")))
    }
  }

  private static func digit(_ half: UInt8, ten: UInt8) -> UInt8 {
    half < 10 ? UInt8(ascii: "0") + half : ten + half - 10
  }
}

extension ByteBlock {
  /// Passes what there is to `sink` once it is a block.
  mutating func pass(to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    if count >= Self.size { try passAll(to: sink) }
  }

  /// Whether nothing was added.
  var isEmpty: Bool { count == 0 }

  /// What there is as text.
  var text: String { String(decoding: bytes[..<count], as: UTF8.self) }

  /// Passes all there is to `sink`.
  mutating func passAll(to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    try sink(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[..<count]))
    count = 0
  }
}
