/// Bilibili's comments as XML, and what people and recorders make of it.
///
///     <i><d p="12.9,1,25,16777215,1307940958,0,d263bd64,30725023">感动</d>…</i>
///
/// `p` holds time, mode, size, colour, moment of sending, pool, sender, id and weight; from two fields on
/// a comment is read. The reader looks for comments and for nothing else, so that a raw `&` or `<`, an
/// unclosed element or a torn tag costs at most the comment that it is in: strict readers refuse such
/// files whole.
///
/// Recordings of live streams have the same elements. Their gifts, guards and superchats are left out: they are
/// receipts with a price, which their players show beside the picture and never among the comments.
///
/// What begins with `<?xml version="2.0"` is another shape of Bilibili's, whose `p` holds id, something unknown,
/// milliseconds, mode, size, colour and moment of sending.
public enum BilibiliXML {
  /// The comments that `bytes` hold; refused is only what holds none and is no list of them either.
  public static func read(_ bytes: [UInt8]) throws(DanmakuError) -> DanmakuFile {
    try bytes.withUnsafeBufferPointer { bytes throws(DanmakuError) in
      guard let kind = FileKind(bytes) else { throw .empty }
      let file = collect(bytes).file(.bilibiliXML)
      // An element `i` without comments is a video that nobody has commented yet.
      guard !file.comments.isEmpty || kind == .markup(root: "i") else { throw .notDanmaku(kind) }
      return file
    }
  }

  /// The comments of a whole file.
  private static func collect(_ bytes: UnsafeBufferPointer<UInt8>) -> CommentCollector {
    var collector = CommentCollector(fileOf: bytes.count)
    var scanner = ElementScanner(bytes)
    collect(&scanner, of: bytes, to: &collector, isSecondVersion(bytes) ? secondRow : row)
    return collector
  }

  /// The comments of a piece of a file; nil where it holds what may go on in others: sections and XML's comments.
  static func collect(_ bytes: UnsafeBufferPointer<UInt8>, endsFile: Bool) -> CommentCollector? {
    var collector = CommentCollector(fileOf: bytes.count)
    var scanner = ElementScanner(bytes, endsFile: endsFile)
    collect(&scanner, of: bytes, to: &collector, row)
    return scanner.hasSections ? nil : collector
  }

  /// Where the last comment begins that has its numbers first, as all do that Bilibili gives; 0 where there is none.
  static func lastBorder(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = bytes.endIndex
    while let open = bytes[..<end].lastIndex(of: UInt8(ascii: "<")) {
      let tag = bytes[open...].prefix(6)
      if tag.equals("<d p=\"") || tag.equals("<d p='") { return open }
      end = open
    }
    return 0
  }

  private static func collect(
    _ scanner: inout ElementScanner, of bytes: UnsafeBufferPointer<UInt8>, to collector: inout CommentCollector,
    _ row: (Slice<UnsafeBufferPointer<UInt8>>) throws(SkipReason) -> Comments.Row
  ) {
    while let element = scanner.next() {
      if let reason = add(element, of: bytes, to: &collector, row) { collector.skip(reason) }
    }
  }

  /// Adds the comment that `element` is; else tells why it cannot be read.
  private static func add(
    _ element: ElementScanner.Element, of bytes: UnsafeBufferPointer<UInt8>, to collector: inout CommentCollector,
    _ row: (Slice<UnsafeBufferPointer<UInt8>>) throws(SkipReason) -> Comments.Row
  ) -> SkipReason? {
    guard let parameters = element.parameters else { return .noParameters }
    do throws(SkipReason) {
      let row = try row(bytes[parameters])
      let text = EncodedText(bytes: bytes[element.text], isVerbatim: element.isVerbatim, isCode: !row.mode.isText)
      collector.addClean(row, text: text.write)
      return nil
    } catch {
      return error
    }
  }

  /// The numbers of `p`, defaults where there are fewer.
  static func row(_ parameters: Slice<UnsafeBufferPointer<UInt8>>) throws(SkipReason) -> Comments.Row {
    var fields = Fields(parameters)
    guard let time = fields.next(), let mode = fields.next() else { throw .noParameters }
    var row = try Comments.Row(time: time, mode: mode)
    row.readDetails(&fields)
    return row
  }

  static func isSecondVersion(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = bytes.prefix(64).firstIndex(of: UInt8(ascii: "<")) ?? 0
    return bytes[start...].prefix(19).equals("<?xml version=\"2.0\"")
  }

  /// The numbers of the second version's `p`.
  private static func secondRow(_ parameters: Slice<UnsafeBufferPointer<UInt8>>) throws(SkipReason) -> Comments.Row {
    var fields = Fields(parameters)
    guard let id = fields.next(), fields.next() != nil, let time = fields.next(), let mode = fields.next() else {
      throw .noParameters
    }
    var row = try Comments.Row(milliseconds: NumberField.integer(time), mode: NumberField.integer(mode))
    row.readLook(&fields)
    row.id = Int64(NumberField.integer(id) ?? 0)
    return row
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

extension Comments.Row {
  /// Reads what follows time and mode; nothing of it is worth losing a comment for.
  fileprivate mutating func readDetails(_ fields: inout Fields) {
    readLook(&fields)
    guard let pool = fields.next() else { return }
    self.pool = UInt8(clamping: NumberField.integer(pool) ?? 0)
    guard let sender = fields.next() else { return }
    self.sender = Comment.Sender.number(of: sender)
    guard let id = fields.next() else { return }
    self.id = Int64(NumberField.integer(id) ?? 0)
    guard let weight = fields.next(), let number = NumberField.integer(weight), number >= 0 else { return }
    self.weight = UInt8(clamping: min(number, 254) + 1)
  }

  /// Reads size, colour and moment of sending.
  fileprivate mutating func readLook(_ fields: inout Fields) {
    guard let size = fields.next() else { return }
    if let number = NumberField.integer(size), number > 0 { self.size = UInt8(clamping: number) }
    guard let color = fields.next() else { return }
    self.color = CommentColor(number: NumberField.integer(color))
    guard let sent = fields.next(), let number = NumberField.integer(sent) else { return }
    // Recorders of live streams write milliseconds.
    self.sent = UInt32(clamping: number > 100_000_000_000 ? number / 1000 : number)
  }
}
