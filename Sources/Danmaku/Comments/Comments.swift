/// Comments in the order of their times, held compactly.
///
/// Those of one time are in the order of their ids, then of what else they hold: the same comments are the same
/// value, whatever order they came in.
///
/// The texts lie one after the other in one array of bytes, the numbers in rows of 48: a hundred thousand
/// comments are a handful of allocations, and what is not looked at is never decoded.
public struct Comments: RandomAccessCollection, Hashable, Sendable {
  private var rows: [Row] = []
  private var arena: [UInt8] = []

  /// `comments`, put into their order.
  public init(_ comments: some Sequence<Comment> = []) {
    for comment in comments {
      append(Row(comment)) { $0.append(contentsOf: comment.text.utf8) }
    }
    sortByTime()
  }

  /// How many bytes of UTF-8 the texts have together.
  public var textByteCount: Int { arena.count }

  /// The position of the first one.
  public var startIndex: Int { 0 }
  /// The position after the last one.
  public var endIndex: Int { rows.count }

  /// The comment at `position`.
  public subscript(position: Int) -> Comment {
    let row = rows[position]
    return Comment(
      time: Int(row.time), mode: row.mode, size: Int(row.size), color: row.color, text: text(at: position),
      id: id(at: position), sent: sent(at: position), pool: pool(at: position), sender: sender(at: position),
      weight: weight(at: position), life: life(at: position))
  }

  /// When the comment at `position` appears, in milliseconds.
  public func time(at position: Int) -> Int { Int(rows[position].time) }
  /// How the comment at `position` moves.
  public func mode(at position: Int) -> Comment.Mode { rows[position].mode }
  /// The colour of the comment at `position`.
  public func color(at position: Int) -> CommentColor { rows[position].color }
  /// The font size of the comment at `position`.
  public func size(at position: Int) -> Int { Int(rows[position].size) }
  /// For how many milliseconds the comment at `position` wants to be shown; nil where it leaves that to the stage.
  public func life(at position: Int) -> Int? { rows[position].life == 0 ? nil : Int(rows[position].life) * 10 }
  /// For how many milliseconds any stage might show the comment at `position`: where that is not known, none that is
  /// gone by then is missed.
  public func longestLife(at position: Int) -> Int {
    let own = life(at: position) ?? positioned(at: position)?.life ?? 0
    return Swift.max(own, Self.longestLife)
  }
  /// For how many milliseconds a comment is shown, at the longest, that leaves it to the stage.
  static let longestLife = 12_000
  /// Who sent the comment at `position`; nil where the file tells nothing.
  public func sender(at position: Int) -> Comment.Sender? {
    rows[position].sender == 0 ? nil : Comment.Sender(number: rows[position].sender)
  }
  /// The number that its site gave the comment at `position`; nil where the file tells none.
  public func id(at position: Int) -> Int64? { rows[position].id == 0 ? nil : rows[position].id }
  /// When the comment at `position` was sent, in seconds since 1970; nil where the file tells nothing.
  public func sent(at position: Int) -> Int64? { rows[position].sent == 0 ? nil : Int64(rows[position].sent) }
  /// The pool of the comment at `position`: 0 the ordinary one, 1 subtitles, 2 scripts.
  public func pool(at position: Int) -> Int { Int(rows[position].pool) }
  /// The site's judgement of the comment at `position`; nil where the file tells none.
  public func weight(at position: Int) -> Int? { rows[position].weight == 0 ? nil : Int(rows[position].weight) - 1 }
  /// What the comment at `position` says.
  public func text(at position: Int) -> String { String(decoding: bytes(at: position), as: UTF8.self) }

  /// The UTF-8 of what the comment at `position` says.
  func bytes(at position: Int) -> ArraySlice<UInt8> {
    let row = rows[position]
    return arena[Int(row.textStart)..<Int(row.textStart) + Int(row.textLength)]
  }

  /// The position of the first comment that appears after `time`; `count` where there is none.
  public func position(after time: Int) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].time <= time { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Comments {
  /// Whether both hold the same comments; where their texts lie does not matter.
  public static func == (one: Comments, other: Comments) -> Bool {
    guard one.rows.count == other.rows.count else { return false }
    return one.withRows { rows, texts in
      other.withRows { otherRows, otherTexts in
        zip(rows, otherRows).allSatisfy { row, other in
          row.withoutText == other.withoutText && row.text(in: texts).elementsEqual(other.text(in: otherTexts))
        }
      }
    }
  }

  /// Hashes the comments one by one.
  public func hash(into hasher: inout Hasher) {
    withRows { rows, texts in
      for row in rows {
        hasher.combine(row.withoutText)
        hasher.combine(bytes: UnsafeRawBufferPointer(row.text(in: texts)))
      }
    }
  }
}

extension Comments {
  /// The numbers of one comment; 0 stands for what the file does not tell.
  struct Row: Hashable, Sendable {
    var id: Int64 = 0
    var sender: UInt64 = 0
    var time: Int32
    var textStart: UInt32 = 0
    var textLength: UInt32 = 0
    var sent: UInt32 = 0
    var color: CommentColor = .white
    var mode: Comment.Mode
    var size: UInt8 = 25
    var pool: UInt8 = 0
    /// One more than the weight.
    var weight: UInt8 = 0
    /// Hundredths of a second.
    var life: UInt16 = 0
    /// The width of the text, measured when it was added: a layout of a million comments looks at no text.
    fileprivate(set) var textWidth: UInt16 = 0
    /// The lines of the text.
    fileprivate(set) var textLines: UInt8 = 0

    init(time: Int32, mode: Comment.Mode) {
      self.time = time
      self.mode = mode
    }

    init(_ comment: Comment) {
      self.init(time: Int32(clamping: comment.time), mode: comment.mode)
      id = comment.id ?? 0
      sender = comment.sender?.number ?? 0
      sent = UInt32(clamping: comment.sent ?? 0)
      color = comment.color
      size = UInt8(clamping: comment.size)
      pool = UInt8(clamping: comment.pool)
      weight = comment.weight.map { UInt8(clamping: $0 + 1) } ?? 0
      life = UInt16(clamping: (comment.life ?? 0) / 10)
    }
  }

  /// Makes room for `count` comments with `bytes` of text.
  mutating func reserve(_ count: Int, bytes: Int) {
    rows.reserveCapacity(count)
    arena.reserveCapacity(bytes)
  }

  /// Makes room for so many times as much as `part` holds as `whole` is more than `share`.
  mutating func reserve(like part: Comments, times whole: Int, over share: Int) {
    // A quarter more than that: where the guess is short all is copied once, and what is not used costs nothing.
    let factor = Double(whole) / Double(Swift.max(1, share)) * 1.25 + 1
    reserve(Int(Double(part.rows.count) * factor), bytes: Int(Double(part.arena.count) * factor))
  }

  /// Adds `others` as they are, behind what there is: the order is put right by ``sortByTime()``.
  mutating func append(contentsOf others: Comments) {
    let (first, start) = (rows.count, UInt32(arena.count))
    rows.append(contentsOf: others.rows)
    arena.append(contentsOf: others.arena)
    for index in first..<rows.count { rows[index].textStart += start }
  }

  /// Adds a comment whose text `write` appends; nothing is added where it appends nothing to see.
  @discardableResult
  mutating func append(_ row: Row, text write: (inout [UInt8]) -> Void) -> Bool {
    let start = arena.count
    write(&arena)
    let extent = arena.withUnsafeBufferPointer { arena -> TextExtent? in
      let text = UnsafeBufferPointer(rebasing: arena[start...])
      guard !text.isBlankText else { return nil }
      return row.mode.isText ? TextExtent(text) : TextExtent(width: 0, lines: 0)
    }
    guard let extent else {
      arena.removeSubrange(start...)
      return false
    }
    var row = row
    row.textStart = UInt32(start)
    row.textLength = UInt32(arena.count - start)
    row.extent = extent
    rows.append(row)
    return true
  }

  /// Adds all of `others`, moved by `milliseconds`; one that would be gone before the film begins is left out, where
  /// `life` tells for how many milliseconds the one at a position of `others` is shown.
  ///
  /// The order is the caller's business.
  mutating func append(_ others: Comments, movedBy milliseconds: Int, life: (Comments, Int) -> Int) {
    let start = UInt32(arena.count)
    arena.append(contentsOf: others.arena)
    rows.reserveCapacity(rows.count + others.count)
    for (position, row) in others.rows.enumerated() {
      let time = Int(row.time) + milliseconds
      guard time >= 0 || time > -life(others, position) else { continue }
      var row = row
      row.time = Int32(clamping: time)
      row.textStart += start
      rows.append(row)
    }
  }

  /// The positions in the order that `sortByTime` makes, for comments that are not in it yet.
  func positionsInOrder() -> [Int] {
    var order = TimeOrder.of(timesFromFirst).map { Int($0) }
    withRows { rows, texts in
      var start = 0
      for end in 1..<Swift.max(1, order.count + 1)
      where end == order.count || rows[order[end]].time != rows[order[start]].time {
        if end - start > 1 { order[start..<end].sort { rows[$0].precedes(rows[$1], in: texts) } }
        start = end
      }
    }
    return order
  }

  /// The comments at `positions`, whose order is kept.
  func picking(_ positions: [Int]) -> Comments {
    var picked = Comments()
    picked.reserve(positions.count, bytes: 0)
    picked.arena = arena
    for position in positions { picked.rows.append(rows[position]) }
    return picked
  }

  /// Gives each sender the number that `renumber` makes of the one it has.
  mutating func renumberSenders(_ renumber: (UInt64) -> UInt64) {
    for position in rows.indices where rows[position].sender != 0 {
      rows[position].sender = renumber(rows[position].sender)
    }
    sortEqualTimes()
  }

  /// Puts the comments into their order.
  mutating func sortByTime() {
    if !zip(rows, rows.dropFirst()).allSatisfy({ $0.time <= $1.time }) {
      var order = TimeOrder.of(timesFromFirst)
      rows.withUnsafeMutableBufferPointer { TimeOrder.move($0, into: &order) }
    }
    sortEqualTimes()
  }

  /// The times, counted from the start of the film, or from the first comment where that is earlier.
  private var timesFromFirst: [UInt32] {
    let first = Swift.min(0, rows.lazy.map(\.time).min() ?? 0)
    return rows.map { UInt32(bitPattern: $0.time &- first) }
  }

  /// Puts those of one time into the order of ``Row/precedes(_:in:)``.
  private mutating func sortEqualTimes() {
    arena.withUnsafeBufferPointer { texts in
      rows.withUnsafeMutableBufferPointer { rows in
        var start = 0
        for end in 1..<Swift.max(1, rows.count + 1) where end == rows.count || rows[end].time != rows[start].time {
          if end - start > 1 { rows[start..<end].sort { $0.precedes($1, in: texts) } }
          start = end
        }
      }
    }
  }

  /// Calls `body` with all rows, and with the bytes that their texts are parts of.
  func withRows<Result>(_ body: (UnsafeBufferPointer<Row>, UnsafeBufferPointer<UInt8>) throws -> Result) rethrows
    -> Result
  {
    try rows.withUnsafeBufferPointer { rows in
      try arena.withUnsafeBufferPointer { texts in try body(rows, texts) }
    }
  }
}

extension Comments.Row {
  /// How much room the text takes; none where it is code.
  fileprivate(set) var extent: TextExtent {
    get { TextExtent(width: Int(textWidth), lines: Int(textLines)) }
    set { (textWidth, textLines) = (UInt16(clamping: newValue.width), UInt8(clamping: newValue.lines)) }
  }

  /// The same numbers without the place of the text.
  fileprivate var withoutText: Self {
    var row = self
    row.textStart = 0
    return row
  }

  /// What it says, a part of `texts`.
  func text(in texts: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: texts[Int(textStart)..<Int(textStart) + Int(textLength)])
  }

  /// Whether it stands before `other`: by its time, its id, its other numbers, and what it says.
  ///
  /// Two of which neither precedes the other are equal.
  func precedes(_ other: Self, in texts: UnsafeBufferPointer<UInt8>) -> Bool {
    if time != other.time { return time < other.time }
    if id != other.id { return id < other.id }
    if sent != other.sent { return sent < other.sent }
    if color != other.color { return color.rgb < other.color.rgb }
    if details != other.details { return details < other.details }
    if sender != other.sender { return sender < other.sender }
    return text(in: texts).lexicographicallyPrecedes(other.text(in: texts))
  }

  /// The small numbers as one.
  private var details: UInt64 {
    UInt64(mode.rawValue) << 40 | UInt64(size) << 32 | UInt64(pool) << 24 | UInt64(weight) << 16 | UInt64(life)
  }
}
