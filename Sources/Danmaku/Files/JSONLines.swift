/// Comments in our own shape: one JSON object per line, and nothing lost.
///
///     {"schema":"yozakura.danmaku/1"}
///     {"time":12900,"text":"感动"}
///     {"time":15000,"text":"来了","mode":"top","color":"#ff0000","weight":5,"id":"1234567890123456789"}
///
/// Members stand in the order of `Key`; one of ordinary value is left out. Times are whole milliseconds,
/// negative ones before the film, which the comment is shown beyond. An id is a string because nineteen digits are more
/// than a double holds, a sender sixteen hexadecimal digits.
///
/// The line that names the schema may stand anywhere, so that files can be joined with `cat` and picked
/// from with `grep`; a line that cannot be read costs itself alone. Where the end of a line was lost, as when joined
/// files do not end with one, what stands behind its object is a line too. A newer version is refused: what its lines
/// mean is not known here.
public enum JSONLines {
  /// What the first line names, so that content alone tells what the others are; behind it stands the version.
  static let schema: StaticString = "yozakura.danmaku/"
  /// The version that is written, and the newest one that is read.
  public static let version = 1

  /// The version that `name` names; nil where it is no schema of comments.
  static func version(ofSchema name: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard name.prefix(schema.utf8CodeUnitCount).equals(schema) else { return nil }
    let digits = name.dropFirst(schema.utf8CodeUnitCount)
    guard digits.allSatisfy(\.isDigit), let version = NumberField.integer(digits), version > 0 else { return nil }
    return version
  }

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

  /// How many bytes tell whether a file is one of ours; nearly all that are not are one line of megabytes.
  private static let reach = 1 << 20

  /// Whether the first line of `bytes` is one of ours.
  static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(reach))
    var walker = JSONWalker(head)
    var lines = Lines(head)
    guard let first = lines.next(), let line = JSONLine(&walker, in: first) else { return false }
    return line.version != nil || line.isComment
  }

  /// The comments that `bytes` hold; refused is only what holds none and is no list of them either.
  public static func read(_ bytes: [UInt8]) throws(DanmakuError) -> DanmakuFile {
    try bytes.withUnsafeBufferPointer { bytes throws(DanmakuError) in
      guard let kind = FileKind(bytes) else { throw .empty }
      guard recognises(bytes) else { throw .notDanmaku(kind) }
      return try collect(bytes)
    }
  }

  private static func collect(_ bytes: UnsafeBufferPointer<UInt8>) throws(DanmakuError) -> DanmakuFile {
    var collector = CommentCollector(fileOf: bytes.count)
    var walker = JSONWalker(bytes)
    var lines = Lines(bytes)
    while let range = lines.next() {
      let line = JSONLine(&walker, in: range)
      if line != nil { lines.goOn(from: walker.position) }
      if let version = line?.version {
        guard version <= Self.version else { throw .newerVersion(version, line: number(ofLineAt: range, bytes)) }
      } else if let reason = add(line, to: &collector) {
        collector.skip(reason)
      }
    }
    return collector.file(.jsonLines)
  }

  /// Adds the comment that `line` is; else tells why it cannot be read.
  private static func add(_ line: JSONLine?, to collector: inout CommentCollector) -> SkipReason? {
    guard let line else { return .noParameters }
    do throws(SkipReason) {
      let row = try line.row()
      collector.add(row) { line.text?.write(to: &$0) }
      return nil
    } catch {
      return error
    }
  }

  private static func number(ofLineAt range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes[..<range.lowerBound].reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
  }
}

/// The lines of a file that are not blank.
private struct Lines: IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  /// Where the line ends that `position` is in, sought once however often its rest is a line too.
  private var end = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> Range<Int>? {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    guard position < bytes.count else { return nil }
    if position >= end { end = bytes.position(of: UInt8(ascii: "\n"), from: position, to: bytes.count) ?? bytes.count }
    defer { position = end }
    return position..<end
  }

  /// Takes what is left of the last line from `place` on for the next one.
  mutating func goOn(from place: Int) { position = place }
}
