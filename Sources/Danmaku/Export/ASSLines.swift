/// Writes placed comments as the lines of a file of the format ASS.
struct ASSLines {
  private let options: ASSOptions

  init(_ options: ASSOptions) { self.options = options }

  /// Adds the line of one comment, which stands for `count`.
  func append(
    _ placed: PlacedComment, _ row: Comments.Row, text: UnsafeBufferPointer<UInt8>, count: Int,
    to block: inout ByteBlock
  ) {
    let isStill = placed.mode.isStill
    let start = max(0, placed.start)
    Self.appendStart(layer: isStill ? 1 : 0, from: start, to: placed.start + placed.life, to: &block)
    block.append(UInt8(ascii: "{"))
    appendMotion(of: placed, to: &block)
    Self.appendColor(row.color, to: &block)
    let size = Comment.pixels(of: Int(row.size), fontSize: options.fontSize)
    if size != options.fontSize {
      block.append("\\fs")
      block.append(size)
    }
    block.append(UInt8(ascii: "}"))
    ASSText.append(text, to: &block)
    if count > 1 { block.append(RepeatMark.text(count)) }
    block.append(UInt8(ascii: "\n"))
  }

  /// Still comments lie over the others: they are few, and do not come back.
  static func appendStart(layer: Int, from start: Int, to end: Int, to block: inout ByteBlock) {
    block.append("Dialogue: ")
    block.append(layer)
    block.append(UInt8(ascii: ","))
    append(time: start, to: &block)
    block.append(UInt8(ascii: ","))
    append(time: end, to: &block)
    block.append(",Danmaku,,0,0,0,,")
  }

  private func appendMotion(of placed: PlacedComment, to block: inout ByteBlock) {
    let top = options.top(ofLane: placed.lane)
    switch placed.mode {
    case .top:
      block.append("\\an8")
      Self.append("\\pos(", options.width / 2, top, to: &block)
    case .bottom:
      block.append("\\an2")
      Self.append("\\pos(", options.width / 2, options.top(ofLane: placed.lane + placed.rows), to: &block)
    case .reverse:
      Self.append("\\move(", gone(placed) - placed.columns, top, options.width, top, to: &block)
    default:
      Self.append("\\move(", options.width - gone(placed), top, -placed.columns, top, to: &block)
    }
  }

  /// How many pixels a moving comment has gone when the film begins, before which no line can begin.
  private func gone(_ placed: PlacedComment) -> Int {
    placed.start < 0 ? -placed.start * (options.width + placed.columns) / placed.life : 0
  }

  /// Adds `name` and the numbers behind it: `\pos(960,38)`.
  ///
  /// Each line has one: the numbers come without an array, which would be an allocation.
  static func append<each Number: BinaryInteger>(
    _ name: StaticString, _ numbers: repeat each Number, to block: inout ByteBlock
  ) {
    block.append(name)
    var isFirst = true
    for number in repeat each numbers {
      if !isFirst { block.append(UInt8(ascii: ",")) }
      isFirst = false
      block.append(Int(number))
    }
    block.append(UInt8(ascii: ")"))
  }

  /// Adds the colour where it is not white, blue first, and a white outline where black would hide it.
  static func appendColor(_ color: CommentColor, to block: inout ByteBlock) {
    guard color != .white else { return }
    block.append("\\c&H")
    block.append(hexadecimal: color.blue)
    block.append(hexadecimal: color.green)
    block.append(hexadecimal: color.red)
    block.append("&")
    if color.isDark { block.append("\\3c&HFFFFFF&") }
  }

  /// Adds how much of a comment covers the picture: from 0, invisible, to 1.
  static func append(opacity: Double, to block: inout ByteBlock) {
    block.append("\\alpha&H")
    block.append(hexadecimal: UInt8(255 - Int((max(0, min(opacity, 1)) * 255).rounded())))
    block.append("&")
  }

  /// Adds a time in milliseconds as `0:00:12.90`.
  private static func append(time: Int, to block: inout ByteBlock) {
    let seconds = time / 1000
    block.append(seconds / 3600)
    block.append(UInt8(ascii: ":"))
    block.append(twoDigits: seconds / 60 % 60)
    block.append(UInt8(ascii: ":"))
    block.append(twoDigits: seconds % 60)
    block.append(UInt8(ascii: "."))
    block.append(twoDigits: time / 10 % 100)
  }
}

extension CommentColor {
  /// Whether it is black or nearly so, and a black outline would hide it.
  var isDark: Bool { max(red, green, blue) < 0x40 }
}
