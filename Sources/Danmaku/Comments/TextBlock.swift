/// The lines of a comment as bytes, without the empty ones above and below.
///
/// Bilibili's users push text down with empty lines; here each would cost other comments a lane.
struct TextBlock: Sequence, IteratorProtocol {
  private var rest: UnsafeBufferPointer<UInt8>?
  /// How many lines there are.
  private(set) var count: Int

  /// The lines of `text`, which is UTF-8 with `\n` between them.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    rest = text
    count = 1
    guard text.position(of: Self.lineBreak, from: 0, to: text.count) != nil else { return }
    guard let kept = Self.withoutEmptyLines(text) else {
      (rest, count) = (nil, 0)
      return
    }
    rest = kept
    count = kept.reduce(1) { $0 + ($1 == Self.lineBreak ? 1 : 0) }
  }

  /// The next line.
  mutating func next() -> UnsafeBufferPointer<UInt8>? {
    guard let rest else { return nil }
    guard let end = rest.position(of: Self.lineBreak, from: 0, to: rest.count) else {
      self.rest = nil
      return rest
    }
    self.rest = UnsafeBufferPointer(rebasing: rest[(end + 1)...])
    return UnsafeBufferPointer(rebasing: rest[..<end])
  }

  private static let lineBreak = UInt8(ascii: "\n")

  /// From the first line that is not empty to the last one; nil where all are.
  private static func withoutEmptyLines(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    let lines = text.split(separator: lineBreak, omittingEmptySubsequences: false)
    let isSeen = { (line: Slice<UnsafeBufferPointer<UInt8>>) in !UnsafeBufferPointer(rebasing: line).isBlankText }
    guard let first = lines.first(where: isSeen), let last = lines.last(where: isSeen) else { return nil }
    return UnsafeBufferPointer(rebasing: text[first.startIndex..<last.endIndex])
  }
}

extension Comments {
  /// The lines of the comment at `position`, without the empty ones above and below.
  public func lines(at position: Int) -> [String] {
    bytes(at: position).withUnsafeBufferPointer { text in
      TextBlock(text).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
