/// What readers of every shape fill: comments, and how many could not be read.
struct CommentCollector {
  private(set) var comments = Comments()
  private(set) var skipped: [SkipReason: Int] = [:]

  /// Makes room for the comments of a file of `bytes` bytes; more costs nothing that is not used.
  init(fileOf bytes: Int) { comments.reserve(bytes / 96, bytes: bytes / 4) }

  /// Counts a comment that cannot be read.
  mutating func skip(_ reason: SkipReason) { skipped[reason, default: 0] += 1 }

  /// Adds the comment whose numbers are `row`, and whose text `write` appends as its sender wrote it.
  mutating func add(_ row: Comments.Row, text write: (inout [UInt8]) -> Void) {
    let isCode = !row.mode.isText
    let isAdded = comments.append(row) { arena in
      let start = arena.count
      write(&arena)
      TextCleaner.clean(&arena, from: start, isCode: isCode)
    }
    if !isAdded { skip(.emptyText) }
  }

  /// Adds the comment whose numbers are `row`, and whose text `write` appends when it is clean already.
  mutating func addClean(_ row: Comments.Row, text write: (inout [UInt8]) -> Void) {
    if !comments.append(row, text: write) { skip(.emptyText) }
  }

  /// The file that held them.
  func file(_ format: DanmakuFormat) -> DanmakuFile {
    var comments = comments
    comments.sortByTime()
    return DanmakuFile(format, comments: comments, skipped: skipped)
  }
}
