/// dandanplay's comments, and those of servers that speak like it.
///
///     {"count": 1, "comments": [{"cid": 123, "p": "12.90,1,16777215,[BiliBili]d263bd64", "m": "感动"}]}
///
/// `p` holds time, mode, colour and sender. Compatible servers write Bilibili's order instead, with the size in
/// third place, ids as strings, and a `shift` of so many seconds.
enum Dandanplay {
  /// What stands before the senders of comments that come from Bilibili.
  private static let origin: StaticString = "[BiliBili]"

  /// Whether `object` is a comment, or would be one with a member more.
  static func isComment(_ object: JSONWalker) -> Bool {
    let members = [object["cid"] != nil, object["p"] != nil, object["m"] != nil]
    return members.count(where: \.self) > 1
  }

  /// Adds the comment that `object` is, if it is one.
  static func add(_ object: JSONWalker, to collector: inout CommentCollector) {
    guard isComment(object) else { return }
    guard let parameters = object["p"] else { return collector.skip(.noParameters) }
    do throws(SkipReason) {
      var (row, isBilibilis) = try parameters.withDecodedField(numbers)
      if let id = object["cid"]?.integer { row.id = Int64(id) }
      if let shift = object["shift"]?.field.flatMap(NumberField.thousandths) {
        try row.move(by: shift)
      }
      collector.add(row) { arena in
        let start = arena.count
        object["m"]?.write(to: &arena)
        if isBilibilis, row.mode.isText { arena.breakLines(at: "/n", from: start) }
      }
    } catch {
      collector.skip(error)
    }
  }

  /// The numbers of `p`, and whether the comment is one of Bilibili's, whose line breaks are `/n`.
  private static func numbers(
    _ parameters: Slice<UnsafeBufferPointer<UInt8>>
  ) throws(SkipReason) -> (row: Comments.Row, isBilibilis: Bool) {
    guard !isBilibilisOrder(parameters) else { return (try BilibiliXML.row(parameters), true) }
    var fields = Fields(parameters)
    guard let time = fields.next(), let mode = fields.next() else { throw .noParameters }
    var row = try Comments.Row(time: time, mode: mode)
    row.color = CommentColor(number: fields.next().flatMap(NumberField.integer))
    guard let sender = fields.next() else { return (row, false) }
    let isBilibilis = sender.prefix(origin.utf8CodeUnitCount).equals(origin)
    // The same sender is the same in Bilibili's own files.
    row.sender = Comment.Sender.number(of: isBilibilis ? sender.dropFirst(origin.utf8CodeUnitCount) : sender)
    return (row, isBilibilis)
  }

  /// Whether a number stands in fourth place and more behind it; a name may hold commas, but is none.
  private static func isBilibilisOrder(_ parameters: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var fields = Fields(parameters)
    for _ in 0..<3 where fields.next() == nil { return false }
    guard let fourth = fields.next(), fields.next() != nil else { return false }
    return NumberField.integer(fourth) != nil
  }
}

/// The lists that web players take.
///
///     {"danmuku": [[12.9, "right", "#ffffff", "", "感动"]]}
///
/// Time, place, colour, sender and text. The place is a word or, in DPlayer's lists, its number: 0 scrolling,
/// 1 top, 2 bottom.
enum DanmukuList {
  /// Whether `array` is a comment.
  static func isComment(_ array: JSONWalker) -> Bool {
    let values = array.values
    guard values.count >= 5, case .string = values.dropFirst(4).first else { return false }
    return values.first?.decimal != nil && mode(values.dropFirst().first) != nil
  }

  /// Adds the comment that `array` is, if it is one.
  static func add(_ array: JSONWalker, to collector: inout CommentCollector) {
    guard isComment(array) else { return }
    let values = Array(array.values)
    guard let mode = mode(values[1]) else { return }
    do throws(SkipReason) {
      let time = values[0].field.flatMap(NumberField.thousandths)
      var row = try Comments.Row(milliseconds: time, mode: Int(mode.rawValue))
      if let color = values[2].field { row.color = CommentColor(field: color) }
      if let sender = values[3].field, !sender.isEmpty { row.sender = Comment.Sender.number(of: sender) }
      collector.add(row) { values[4].write(to: &$0) }
    } catch {
      collector.skip(error)
    }
  }

  private static func mode(_ place: JSONValue?) -> Comment.Mode? {
    switch place?.field.map({ String(decoding: $0, as: UTF8.self) }) {
    case "right", "0": .scroll
    case "top", "1": .top
    case "bottom", "2": .bottom
    default: nil
    }
  }
}
