/// Comments in our own shape: one JSON object per line, and nothing lost.
///
///     {"schema":"yozakura.danmaku/1"}
///     {"time":12900,"text":"感动"}
///     {"time":15000,"text":"来了","mode":"top","color":"#ff0000","weight":5,"id":"1234567890123456789"}
///
/// Members stand in the order of `Key`; one of ordinary value is left out. Times are whole milliseconds. An
/// id is a string because nineteen digits are more than a double holds, a sender sixteen hexadecimal digits.
/// The line that names the schema may stand anywhere, so that files can be joined with `cat` and picked
/// from with `grep`; a line that cannot be read costs itself alone.
public enum JSONLines {
  /// What the first line names, so that content alone tells what the others are.
  static let schema: StaticString = "yozakura.danmaku/1"

  /// The members of a comment in the order in which they are written, behind that of the first line.
  enum Key: String, CaseIterable {
    case schema, time, text, mode, color, size, life, weight, pool, sent, id, sender

    private static let names = allCases.map { (Array($0.rawValue.utf8), $0) }

    /// The key that is called `name`; nil where none is.
    init?(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
      guard let known = Self.names.first(where: { $0.0.count == name.count && name.elementsEqual($0.0) }) else {
        return nil
      }
      self = known.1
    }
  }

  /// Why a line makes no comment.
  struct Refusal: Error {
    var reason: SkipReason
  }

  /// Whether the first line of `bytes` is one of ours.
  static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var lines = Lines(bytes)
    guard let first = lines.next(), let line = JSONLine(bytes, in: first) else { return false }
    return line.isHeader || (line.isWhole && line.time != nil && line.text != nil)
  }

  /// The comments that `bytes` hold; refused is only what holds none and is no list of them either.
  public static func read(_ bytes: [UInt8]) throws(DanmakuError) -> DanmakuFile {
    try bytes.withUnsafeBufferPointer { bytes throws(DanmakuError) in
      guard let kind = FileKind(bytes) else { throw .empty }
      guard recognises(bytes) else { throw .notDanmaku(kind) }
      return collect(bytes)
    }
  }

  private static func collect(_ bytes: UnsafeBufferPointer<UInt8>) -> DanmakuFile {
    var comments = Comments()
    comments.reserve(bytes.count / 96, bytes: bytes.count / 4)
    var skipped: [SkipReason: Int] = [:]
    var lines = Lines(bytes)
    while let range = lines.next() {
      if let reason = add(JSONLine(bytes, in: range), to: &comments) { skipped[reason, default: 0] += 1 }
    }
    comments.sortByTime()
    return DanmakuFile(.jsonLines, comments: comments, skipped: skipped)
  }

  /// Adds the comment that `line` is; else tells why it cannot be read.
  private static func add(_ line: JSONLine?, to comments: inout Comments) -> SkipReason? {
    guard let line, line.isWhole else { return .noParameters }
    if line.isHeader { return nil }
    switch line.row {
    case .failure(let refusal): return refusal.reason
    case .success(let row):
      guard let text = line.text else { return .emptyText }
      let decoded = JSONText(bytes: text, isCode: !row.mode.isText)
      return comments.append(row) { decoded.write(to: &$0) } ? nil : .emptyText
    }
  }
}

/// The lines of a file that are not blank.
private struct Lines: IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> Range<Int>? {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    guard position < bytes.count else { return nil }
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    return start..<position
  }
}
