/// Bytes that come in chunks, taken as one row.
struct ByteSource {
  /// How many zeros may follow what ends: tar(1) fills up to 10 KiB, tapes have had records of some MiB.
  private static let longestPadding = 16 * 1024 * 1024

  /// How many bytes were taken.
  private(set) var offset = 0

  /// What came and was not taken yet.
  private(set) var pending: ArraySlice<UInt8> = []

  private let next: () throws(CapsuleError) -> [UInt8]

  /// Reads what `next` gives, chunk by chunk; an empty one is the end.
  init(_ next: @escaping () throws(CapsuleError) -> [UInt8]) {
    self.next = next
  }

  /// Has at least `count` bytes pending; false if that many do not come any more.
  mutating func fill(_ count: Int) throws(CapsuleError) -> Bool {
    while pending.count < count {
      let chunk = try next()
      guard !chunk.isEmpty else { return false }
      if pending.isEmpty { pending = chunk[...] } else { pending += chunk }
    }
    return true
  }

  /// Takes at most `count` bytes; none only at the end.
  mutating func take(upTo count: Int) throws(CapsuleError) -> ArraySlice<UInt8> {
    _ = try fill(1)
    let taken = pending.prefix(count)
    drop(taken.count)
    return taken
  }

  /// Takes `count` of the pending bytes and forgets them.
  mutating func drop(_ count: Int) {
    pending = pending.dropFirst(count)
    offset += count
  }

  /// Takes zeros up to the end; false if something else follows, or more zeros than any program fills up with.
  mutating func takePadding() throws(CapsuleError) -> Bool {
    let start = offset
    while try fill(1) {
      drop(pending.prefix { $0 == 0 }.count)
      guard pending.isEmpty, offset - start <= Self.longestPadding else { return false }
    }
    return true
  }
}
