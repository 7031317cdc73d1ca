/// What Niconico tells of a comment, whichever of its shapes told it.
struct NiconicoComment {
  /// When it appears, in milliseconds; it may lie before the start.
  var time: Int?
  /// What its sender asked for.
  var commands = NiconicoCommands()
  /// Whether the owner of the video wrote it, or who runs a live stream.
  var isOwners = false
  /// Whether Niconico deleted it.
  var isDeleted = false
  /// The number of who wrote it; 0 where nothing tells.
  var sender: UInt64 = 0
  /// Seconds since 1970; 0 where nothing tells.
  var sent = 0
  /// Its own number; 0 where nothing tells.
  var id = 0

  /// For how many milliseconds a comment is shown: what begins earlier before the start is never seen.
  private static let life = 3000

  /// The number of the comment that `fork` of `thread` counts as `number`, from one on in each; 0 where nothing tells.
  ///
  /// The fork stands above 48 bits, and 16 bits of the thread's number, multiplied after Fibonacci, between it and the
  /// comment's own. A thread that is not told counts as none.
  static func id(number: Int?, fork: Int, thread: Int?) -> Int {
    guard let number else { return 0 }
    let mixed = UInt64(bitPattern: Int64(thread ?? 0)) &* 0x9E37_79B9_7F4A_7C15
    return number &+ (fork & 0xFF) << 48 &+ Int(mixed >> 48) << 32
  }

  /// The numbers of the comment that says `text`, which is asked for only where it matters.
  ///
  /// Texts of owners that begin with `/` are programs, and those that begin with `@` or `＠` are commands to the
  /// player; neither is ever shown.
  func row(text: @autoclosure () -> String) throws(SkipReason) -> Comments.Row {
    if isDeleted { throw .deleted }
    guard let time else { throw .badTime }
    if time <= -Self.life { throw .beforeStart }
    let isScript = isOwners && text().unicodeScalars.first.map { "/@＠".unicodeScalars.contains($0) } ?? false
    let mode = isScript ? Comment.Mode.scripted : commands.mode ?? .scroll
    if commands.isInvisible, !isScript { throw .invisible }
    var row = try Comments.Row(milliseconds: time, mode: Int(mode.rawValue))
    row.size = commands.size ?? row.size
    row.color = commands.color ?? .white
    row.life = commands.life ?? 0
    row.sender = sender
    row.sent = UInt32(clamping: sent)
    row.id = Int64(id)
    return row
  }
}
