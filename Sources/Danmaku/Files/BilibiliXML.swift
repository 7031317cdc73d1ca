/// Bilibili's comments as XML, and what people and recorders make of it.
///
///     <i><d p="12.9,1,25,16777215,1307940958,0,d263bd64,30725023">感动</d>…</i>
///
/// `p` holds time, mode, size, colour, moment of sending, pool, sender, id and weight; from two fields on
/// a comment is read. The reader looks for comments and for nothing else, so that a raw `&` or `<`, an
/// unclosed element or a torn tag costs at most the comment that it is in: strict readers refuse such
/// files whole.
public enum BilibiliXML {
  /// The largest file that is read: more than ten million comments.
  static let limit = 1_400_000_000

  /// The comments that `bytes` hold; refused is only what holds none and is no list of them either.
  public static func read(_ bytes: [UInt8]) throws(DanmakuError) -> DanmakuFile {
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    return try bytes.withUnsafeBufferPointer { bytes throws(DanmakuError) in
      guard let kind = FileKind(bytes) else { throw .empty }
      let file = collect(bytes)
      // An element `i` without comments is a video that nobody has commented yet.
      guard !file.comments.isEmpty || kind == .markup(root: "i") else { throw .notDanmaku(kind) }
      return file
    }
  }

  private static func collect(_ bytes: UnsafeBufferPointer<UInt8>) -> DanmakuFile {
    var comments = Comments()
    comments.reserve(bytes.count / 96, bytes: bytes.count / 4)
    var skipped: [SkipReason: Int] = [:]
    var scanner = ElementScanner(bytes)
    while let element = scanner.next() {
      if let reason = add(element, of: bytes, to: &comments) { skipped[reason, default: 0] += 1 }
    }
    comments.sortByTime()
    return DanmakuFile(comments: comments, skipped: skipped)
  }

  /// Adds the comment that `element` is; else tells why it cannot be read.
  private static func add(
    _ element: ElementScanner.Element, of bytes: UnsafeBufferPointer<UInt8>, to comments: inout Comments
  ) -> SkipReason? {
    guard let parameters = element.parameters else { return .noParameters }
    switch row(bytes[parameters]) {
    case .failure(let refusal):
      return refusal.reason
    case .success(let row):
      let text = EncodedText(bytes: bytes[element.text], isVerbatim: element.isVerbatim, isCode: !row.mode.isText)
      return comments.append(row) { text.write(to: &$0) } ? nil : .emptyText
    }
  }

  /// The numbers of `p`, defaults where there are fewer.
  private static func row(_ parameters: Slice<UnsafeBufferPointer<UInt8>>) -> Result<Comments.Row, Refusal> {
    var fields = Fields(parameters)
    guard let time = fields.next(), let mode = fields.next() else { return .failure(Refusal(reason: .noParameters)) }
    guard let milliseconds = NumberField.thousandths(time).map({ Int32(exactly: max(0, $0)) }) ?? nil else {
      return .failure(Refusal(reason: .badTime))
    }
    guard let mode = Comment.Mode(field: mode) else { return .failure(Refusal(reason: .unknownMode)) }
    var row = Comments.Row(time: milliseconds, mode: mode)
    row.readDetails(&fields)
    return .success(row)
  }

  private struct Refusal: Error {
    var reason: SkipReason
  }
}

/// What stands between commas.
struct Fields: IteratorProtocol {
  private var rest: Slice<UnsafeBufferPointer<UInt8>>?

  init(_ parameters: Slice<UnsafeBufferPointer<UInt8>>) { rest = parameters }

  mutating func next() -> Slice<UnsafeBufferPointer<UInt8>>? {
    guard let rest else { return nil }
    let comma = rest.firstIndex(of: UInt8(ascii: ","))
    self.rest = comma.map { rest[rest.index(after: $0)...] }
    return rest[..<(comma ?? rest.endIndex)]
  }
}

extension Comment.Mode {
  /// The mode that a field holds; 2 and 3 are older ways to say 1.
  fileprivate init?(field: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let number = NumberField.integer(field) else { return nil }
    self.init(rawValue: number == 2 || number == 3 ? 1 : UInt8(clamping: number))
  }
}

extension Comments.Row {
  /// Reads what follows time and mode; nothing of it is worth losing a comment for.
  fileprivate mutating func readDetails(_ fields: inout Fields) {
    guard let size = fields.next() else { return }
    if let number = NumberField.integer(size), number > 0 { self.size = UInt8(clamping: number) }
    guard let color = fields.next() else { return }
    // Negative colours are found in files made by hand, and mean that none was chosen.
    if let number = NumberField.integer(color), number >= 0 {
      self.color = CommentColor(UInt32(truncatingIfNeeded: number))
    }
    guard let sent = fields.next() else { return }
    self.sent = UInt32(clamping: NumberField.integer(sent) ?? 0)
    guard let pool = fields.next() else { return }
    self.pool = UInt8(clamping: NumberField.integer(pool) ?? 0)
    guard let sender = fields.next() else { return }
    self.sender = Comment.Sender.number(of: sender)
    guard let id = fields.next() else { return }
    self.id = Int64(NumberField.integer(id) ?? 0)
    guard let weight = fields.next(), let number = NumberField.integer(weight), number >= 0 else { return }
    self.weight = UInt8(clamping: min(number, 254) + 1)
  }
}
