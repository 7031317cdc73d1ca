/// Bilibili's segments: messages `DmSegMobileReply`, each with the comments of six minutes.
///
///     1 repeated DanmakuElem   2 state   3 AI flag   4 the segment's times   5 repeated DmColorful
///
/// Messages that follow one another are one message with the comments of all: segments can be joined with
/// `cat`. Fields that are not known are passed over; an element that cannot be read is counted.
enum BilibiliProtobuf {
  /// The comments that `bytes` hold; nil where they are no such message.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> DanmakuFile? {
    guard begins(bytes) else { return nil }
    let collector = collect(bytes)
    return collector.skipped[.broken] == nil || !collector.comments.isEmpty ? collector.file(.bilibiliProtobuf) : nil
  }

  /// The comments of a message, or of the part of one between two fields.
  static func collect(_ bytes: UnsafeBufferPointer<UInt8>) -> CommentCollector {
    var collector = CommentCollector(fileOf: bytes.count)
    var message = ProtobufFields(bytes, in: bytes.indices)
    while let (number, value) = message.next() {
      guard number == 1, case .bytes(let range) = value else { continue }
      add(BilibiliElement(bytes, in: range), of: bytes, to: &collector)
    }
    if message.isTorn { collector.skip(.broken) }
    return collector
  }

  /// Where the field begins that is the last one in `bytes`, or that goes on beyond them.
  static func lastBorder(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var message = ProtobufFields(bytes, in: bytes.indices)
    var border = 0
    var end = 0
    while message.next() != nil { (border, end) = (end, message.position) }
    return message.isTorn ? end : border
  }

  /// Whether the first field is one of a reply, and of its type; of an element, whether it begins as one does.
  static func begins(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let tag = bytes.first else { return false }
    var message = ProtobufFields(bytes, in: bytes.indices)
    switch (tag, message.next()?.value) {
    case (0x10, .number), (0x18, .number), (0x22, .bytes), (0x2A, .bytes): return true
    case (0x0A, .bytes(let range)): return BilibiliElement(bytes, in: range) != nil
    // The first element may be all that a torn file has of it.
    case (0x0A, nil): return bytes.dropFirst().prefix(4).contains(0x08)
    default: return false
    }
  }

  private static func add(
    _ element: BilibiliElement?, of bytes: UnsafeBufferPointer<UInt8>, to collector: inout CommentCollector
  ) {
    guard let element else { return collector.skip(.broken) }
    do throws(SkipReason) {
      let row = try element.row()
      collector.add(row) { arena in
        let start = arena.count
        arena.append(contentsOf: bytes[element.text])
        if row.mode.isText { arena.breakLines(at: "/n", from: start) }
      }
    } catch {
      collector.skip(error)
    }
  }
}

/// One `DanmakuElem`; a field that is absent is zero.
private struct BilibiliElement {
  var text = 0..<0
  private var progress = 0
  private var mode = 0
  private var isColorful = false
  private var details = Comments.Row(time: 0, mode: .scroll)

  /// The element in `range` of `bytes`; nil where it is torn or its fields have other types.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    details.color = CommentColor(0)
    var fields = ProtobufFields(bytes, in: range)
    while let (number, value) = fields.next() {
      switch value {
      case .number(let value): take(number, Int(truncatingIfNeeded: value))
      case .bytes(let range): guard take(number, bytes[range]) else { return nil }
      case .fixed: break
      }
    }
    if fields.isTorn { return nil }
  }

  /// The numbers of the comment.
  func row() throws(SkipReason) -> Comments.Row {
    let moving = try Comments.Row(milliseconds: progress, mode: mode)
    var row = details
    row.time = moving.time
    row.mode = moving.mode
    // Colours that run into each other have no colour of their own.
    if isColorful, row.color == CommentColor(0) { row.color = .white }
    return row
  }

  private mutating func take(_ number: Int, _ value: Int) {
    switch number {
    case 1: details.id = Int64(value)
    case 2: progress = value
    case 3: mode = value
    case 4 where value > 0: details.size = UInt8(clamping: value)
    case 5: details.color = CommentColor(number: value)
    case 8: details.sent = UInt32(clamping: value)
    case 9 where value > 0: details.weight = UInt8(clamping: min(value, 254) + 1)
    case 11: details.pool = UInt8(clamping: value)
    case 24: isColorful = value == 60001
    default: break
    }
  }

  /// False where the field is one that holds a number.
  private mutating func take(_ number: Int, _ value: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    switch number {
    case 1...5, 8, 9, 11: return false
    case 6: details.sender = Comment.Sender.number(of: value)
    case 7: text = value.startIndex..<value.endIndex
    case 12 where details.id == 0: details.id = Int64(NumberField.integer(value) ?? 0)
    default: break
    }
    return true
  }
}
