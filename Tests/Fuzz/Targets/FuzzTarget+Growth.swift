internal import Anime

@testable internal import Danmaku

extension FuzzTarget {
  /// How long an input is made, in bytes.
  private static let length = 1 << 16

  /// Work grows as the bytes do, and not as their square, whatever a file repeats.
  ///
  /// No clock is read here: the fuzzer is told how long an input may take, and who works with the square of so many
  /// bytes takes many times as long.
  @Sendable static func checkGrowth(_ bytes: [UInt8]) throws(BrokenPromise) {
    let long = repeating(bytes)
    if let file = try? DanmakuFile(reading: long) {
      try promise("no comment takes less than a byte: \(file.total) of \(long.count)", file.total <= long.count)
    }
    let text = String(decoding: long, as: UTF8.self)
    _ = PositionedComment(code: text)
    _ = Sanitiser.clean(text)
  }

  /// A beginning, a part again and again, and an end; the first two bytes tell how long beginning and end are.
  private static func repeating(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > 2 else { return bytes }
    let rest = bytes.dropFirst(2)
    let head = rest.prefix(Int(bytes[0]))
    let tail = rest.dropFirst(head.count).suffix(Int(bytes[1]))
    let unit = rest.dropFirst(head.count).dropLast(tail.count)
    guard !unit.isEmpty else { return Array(rest) }
    var long = Array(head)
    while long.count + unit.count + tail.count <= length { long += unit }
    return long + tail
  }
}
