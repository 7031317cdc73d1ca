/// Puts messages together from bytes that come in pieces of any size.
///
///     var buffer = WireBuffer()
///     buffer.append(bytes)
///     while let event: PlayerEvent = try buffer.next() { … }
public struct WireBuffer: Sendable {
  /// The bytes of the longest message: thousands of tracks and chapters with long names fit, a flood does not.
  public static let longest = 1 << 20

  private var bytes: [UInt8] = []
  private var start = 0

  /// A buffer without anything in it.
  public init() {}

  /// Takes in what came.
  public mutating func append(_ more: some Sequence<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// The next message; nil until all of it has come. After an error nothing more can be understood.
  public mutating func next<Message: WireMessage>() throws(WireError) -> Message? {
    guard bytes.count - start >= 4 else { return nil }
    let length = bytes[start..<start + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= Self.longest else { throw .oversized(length: length) }
    let end = start + 4 + length
    guard bytes.count >= end else { return nil }
    defer { consume(to: end) }
    return try Message(payload: bytes[start + 4..<end])
  }

  private mutating func consume(to end: Int) {
    start = end
    guard start == bytes.count else { return }
    bytes.removeAll(keepingCapacity: true)
    start = 0
  }
}
