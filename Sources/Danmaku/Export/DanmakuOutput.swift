/// A shape in which comments leave, written one after the other.
///
///     JSONLinesOutput().write(comments) { block in … }
///
/// The same comments give the same bytes, on every machine and at every time.
public protocol DanmakuOutput: Sendable {
  /// Whether the shape has a place for the comment at `position`.
  func holds(_ comments: Comments, at position: Int) -> Bool
  /// Appends what stands before the first one of `comments`, of which `count` will follow.
  func appendHead(count: Int, to bytes: inout [UInt8])
  /// Appends the comment at `position`; `repeats` tells for how many it stands, itself among them.
  func append(_ comments: Comments, at position: Int, repeats: Int, isFirst: Bool, to bytes: inout [UInt8])
  /// Appends what stands behind the last one.
  func appendTail(to bytes: inout [UInt8])
}

extension DanmakuOutput {
  /// Writes those of `comments` that `ruling` lets be shown, all where there is none, in blocks of bytes.
  public func write(
    _ comments: Comments, ruling: Ruling? = nil, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows -> OutputCount {
    let shown = comments.indices.filter { ruling?.reason(at: $0) == nil }
    let written = shown.filter { holds(comments, at: $0) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(outputBlock + 4096)
    appendHead(count: written.count, to: &bytes)
    for (index, position) in written.enumerated() {
      append(comments, at: position, repeats: ruling?.count(at: position) ?? 1, isFirst: index == 0, to: &bytes)
      guard bytes.count >= outputBlock else { continue }
      try bytes.withUnsafeBytes(sink)
      bytes.removeAll(keepingCapacity: true)
    }
    appendTail(to: &bytes)
    try bytes.withUnsafeBytes(sink)
    return OutputCount(
      written: written.count, hidden: comments.count - shown.count, unsupported: shown.count - written.count)
  }

  /// All of `comments` in one piece.
  public func bytes(of comments: Comments) -> [UInt8] {
    var whole: [UInt8] = []
    _ = write(comments) { whole.append(contentsOf: $0) }
    return whole
  }
}

/// How many bytes are handed on at once.
private let outputBlock = 256 << 10

/// What became of the comments of an output.
public struct OutputCount: Hashable, Sendable {
  /// Comments that were written.
  public let written: Int
  /// Comments that rules left out.
  public let hidden: Int
  /// Comments that the shape has no place for.
  public let unsupported: Int
}
