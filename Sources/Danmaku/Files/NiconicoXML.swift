/// Niconico's comments as XML.
///
///     <packet><thread …/><chat no="1" vpos="1290" date="1511111111" mail="ue big" user_id="…">感動</chat></packet>
///
/// `vpos` counts hundredths of a second.
enum NiconicoXML {
  /// The comments that `bytes` hold.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> DanmakuFile {
    var collector = CommentCollector(fileOf: bytes.count)
    var scanner = ChatScanner(bytes)
    while let chat = scanner.next() {
      do throws(SkipReason) {
        let text = EncodedText(bytes: bytes[chat.text], isVerbatim: false, isCode: true)
        let row = try comment(chat).row(text: text.decoded)
        collector.add(row) { text.write(to: &$0) }
      } catch {
        collector.skip(error)
      }
    }
    return collector.file(.niconicoXML)
  }

  private static func comment(_ chat: ChatScanner.Chat) -> NiconicoComment {
    var comment = NiconicoComment()
    comment.time = chat.vpos.flatMap(NumberField.thousandths).map { $0 / 100 }
    comment.commands = chat.mail.map(NiconicoCommands.init(mail:)) ?? NiconicoCommands()
    let fork = chat.fork.flatMap(NumberField.integer) ?? 0
    // Who runs a live stream has 2 and more here.
    comment.isOwners = fork == 1 || chat.premium.flatMap(NumberField.integer) ?? 0 > 1
    comment.isDeleted = chat.deleted.flatMap(NumberField.integer) ?? 0 != 0
    comment.sender = chat.sender.map { Comment.Sender.number(of: $0) } ?? 0
    comment.sent = chat.date.flatMap(NumberField.integer) ?? 0
    comment.id = NiconicoComment.id(
      number: chat.number.flatMap(NumberField.integer), fork: fork, thread: chat.thread.flatMap(NumberField.integer))
    return comment
  }
}
