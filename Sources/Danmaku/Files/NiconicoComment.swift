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

  /// The number of the comment that its own `fork` counts as `number`, from one on in each; 0 where nothing tells.
  static func id(number: Int?, fork: Int) -> Int { number.map { $0 &+ (fork & 0xFF) << 48 } ?? 0 }

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
