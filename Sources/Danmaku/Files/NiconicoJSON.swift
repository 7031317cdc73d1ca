/// Niconico's comments in JSON, which has had many shapes.
///
///     {"chat": {"no": 1, "vpos": 1290, "date": …, "mail": "ue big", "user_id": "…", "content": "…"}}    legacy
///     {"id": "…", "no": 1, "vposMs": 12900, "body": "…", "commands": ["ue"], "postedAt": "…", …}            v1
///     {"id": 1, "vpos": 1290, "content": "…", "owner": false, "mail": ["ue"], "date": …}       niconicomments
///     {"time": "0:12.90", "command": "ue big", "comment": "…"}                             the owner's editor
enum NiconicoJSON {
  /// Whether `object` is a comment.
  static func isComment(_ object: JSONWalker) -> Bool {
    if object.isValue(of: "chat") || object["vpos"] != nil || object["vposMs"] != nil { return true }
    return object["command"] != nil && object["comment"] != nil
  }

  /// Whether `object` is a list of comments, with or without any, or what stands before one.
  static func isThread(_ object: JSONWalker) -> Bool {
    object["fork"] != nil || object.isValue(of: "ping") || object.isValue(of: "thread")
  }

  /// Adds the comment that `object` is, if it is one.
  static func add(_ object: JSONWalker, to collector: inout CommentCollector) {
    guard isComment(object) else { return }
    let text = object["content"] ?? object["body"] ?? object["comment"]
    do throws(SkipReason) {
      let row = try comment(object).row(text: text?.string ?? "")
      collector.add(row) { text?.write(to: &$0) }
    } catch {
      collector.skip(error)
    }
  }

  private static func comment(_ object: JSONWalker) -> NiconicoComment {
    var comment = NiconicoComment()
    comment.time = time(object)
    comment.commands = commands(object["mail"] ?? object["commands"] ?? object["command"])
    let fork = fork(object["fork"] ?? object.outer("fork"))
    // Who runs a live stream has 2 and more here.
    comment.isOwners = fork == 1 || object["owner"]?.isTrue == true || object["premium"]?.integer ?? 0 > 1
    if object["command"] != nil { comment.isOwners = true }
    comment.isDeleted = object["deleted"]?.integer ?? 0 != 0
    let sender = object["userId"] ?? object["user_id"]
    comment.sender = sender?.field.map { Comment.Sender.number(of: $0) } ?? 0
    comment.sent = object["date"]?.integer ?? object["postedAt"]?.field.flatMap(TimestampField.seconds) ?? 0
    comment.id =
      object["id"]?.integer
      ?? NiconicoComment.id(number: object["no"]?.integer, fork: fork, thread: object["thread"]?.integer)
    return comment
  }

  private static func time(_ object: JSONWalker) -> Int? {
    if let milliseconds = object["vposMs"] { return milliseconds.integer }
    if let hundredths = object["vpos"]?.field { return NumberField.thousandths(hundredths).map { $0 / 100 } }
    return object["time"]?.field.flatMap(TimestampField.clock)
  }

  private static func commands(_ value: JSONValue?) -> NiconicoCommands {
    switch value {
    case .container(let list): NiconicoCommands(mail: list)
    case let value?: value.withDecodedField(NiconicoCommands.init(mail:))
    case nil: NiconicoCommands()
    }
  }

  /// 0 what viewers wrote, 1 what the owner wrote, 2 what a button wrote.
  private static func fork(_ value: JSONValue?) -> Int {
    guard let field = value?.field else { return 0 }
    if field.equals("owner") { return 1 }
    return field.equals("easy") ? 2 : NumberField.integer(field) ?? 0
  }
}
