/// A shape in which comments leave, written one after the other.
///
///     JSONLinesOutput().write(comments) { block in … }
///
/// The same comments give the same bytes, on every machine and at every time.
public protocol DanmakuOutput: Sendable {
  /// The output for `comments`, where it depends on all of them.
  func prepared(for comments: Comments) -> Self
  /// Whether the shape has a place for the comment at `position`.
  func holds(_ comments: Comments, at position: Int) -> Bool
  /// Adds what stands before the first one of `comments`, of which `count` will follow.
  func appendHead(count: Int, to block: inout ByteBlock)
  /// Adds the comment at `position`; `repeats` tells for how many it stands, itself among them.
  func append(_ comments: Comments, at position: Int, repeats: Int, isFirst: Bool, to block: inout ByteBlock)
  /// Adds what stands behind the last one.
  func appendTail(to block: inout ByteBlock)
}

extension DanmakuOutput {
  /// Most outputs look at one comment after the other.
  public func prepared(for comments: Comments) -> Self { self }

  /// Writes those of `comments` that `ruling` lets be shown, all where there is none, in blocks of bytes.
  public func write(
    _ comments: Comments, ruling: Ruling? = nil, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    let output = prepared(for: comments)
    let written = comments.indices.filter { ruling?.reason(at: $0) == nil && holds(comments, at: $0) }
    var block = ByteBlock()
    output.appendHead(count: written.count, to: &block)
    for (index, position) in written.enumerated() {
      output.append(comments, at: position, repeats: ruling?.count(at: position) ?? 1, isFirst: index == 0, to: &block)
      try block.pass(to: sink)
    }
    output.appendTail(to: &block)
    try block.passAll(to: sink)
  }

  /// All of `comments` in one piece.
  public func bytes(of comments: Comments) -> [UInt8] {
    var whole: [UInt8] = []
    write(comments) { whole.append(contentsOf: $0) }
    return whole
  }
}
