/// AcFun's comments: a flat list, or the third of three lists.
///
///     {"c": "98.2,16777215,1,25,guest,1315564729.0,13862283462", "m": "我要了你的爱"}
///
/// `c` holds time, colour, mode, size, sender, moment of sending and id: the colour stands before the mode.
enum AcFun {
  /// Adds the comment that `object` is, if it is one.
  static func add(_ object: JSONWalker, to collector: inout CommentCollector) {
    guard object["c"] != nil || object["m"] != nil else { return }
    guard let parameters = object["c"] else { return collector.skip(.noParameters) }
    do throws(SkipReason) {
      var row = try parameters.withDecodedField(row)
      if row.mode == .positioned { row.life = UInt16(clamping: (object["m"]?.positioned?.life ?? 0) / 10) }
      collector.add(row) { arena in
        let start = arena.count
        object["m"]?.write(to: &arena)
        if row.mode.isText { arena.breakLines(at: "\\r", from: start) }
      }
    } catch {
      collector.skip(error)
    }
  }

  private static func row(_ parameters: Slice<UnsafeBufferPointer<UInt8>>) throws(SkipReason) -> Comments.Row {
    var fields = Fields(parameters)
    guard let time = fields.next(), let color = fields.next(), let mode = fields.next() else { throw .noParameters }
    var row = try Comments.Row(time: time, mode: mode)
    guard row.mode != .scripted, row.mode != .animated else { throw .unknownMode }
    row.color = CommentColor(number: NumberField.integer(color))
    row.readDetails(&fields)
    return row
  }
}

extension Comments.Row {
  /// Reads what follows time, colour and mode; nothing of it is worth losing a comment for.
  fileprivate mutating func readDetails(_ fields: inout Fields) {
    if let size = fields.next().flatMap(NumberField.integer), size > 0 { self.size = UInt8(clamping: size) }
    // Guests have no account: all of them together are not one sender.
    if let sender = fields.next(), !sender.equals("guest") { self.sender = Comment.Sender.number(of: sender) }
    if let sent = fields.next().flatMap(NumberField.integer) { self.sent = UInt32(clamping: sent) }
    if let id = fields.next().flatMap(NumberField.integer) { self.id = Int64(id) }
  }
}
