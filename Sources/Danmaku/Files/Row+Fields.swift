extension Comments.Row {
  /// A comment that appears so many `milliseconds` after the start, at the start where that is before it, and
  /// moves as Bilibili's `mode` does; nil stands for what is no number.
  init(milliseconds: Int?, mode: Int?) throws(SkipReason) {
    guard let milliseconds, let time = Int32(exactly: max(0, milliseconds)) else { throw .badTime }
    guard let mode = mode.flatMap(Comment.Mode.init(number:)) else { throw .unknownMode }
    self.init(time: time, mode: mode)
  }

  /// Moves the comment by `milliseconds`, to the start where that is before it.
  mutating func move(by milliseconds: Int) throws(SkipReason) {
    let (moved, overflows) = Int(time).addingReportingOverflow(milliseconds)
    guard !overflows, let time = Int32(exactly: max(0, moved)) else { throw .badTime }
    self.time = time
  }

  /// A comment whose `time` is in seconds.
  init(time: Slice<UnsafeBufferPointer<UInt8>>, mode: Slice<UnsafeBufferPointer<UInt8>>) throws(SkipReason) {
    try self.init(milliseconds: NumberField.thousandths(time), mode: NumberField.integer(mode))
  }
}

extension Comment.Mode {
  /// The mode that Bilibili calls `number`; 2 and 3 are older ways to say 1.
  init?(number: Int) { self.init(rawValue: number == 2 || number == 3 ? 1 : UInt8(clamping: number)) }
}

extension CommentColor {
  /// The colour that a decimal number is, its upper bits left out.
  ///
  /// Negative ones are found in files made by hand, and mean that none was chosen: white, as is no number.
  init(number: Int?) {
    self = number.map { $0 >= 0 ? CommentColor(UInt32(truncatingIfNeeded: $0)) : .white } ?? .white
  }

  /// The colour that `#rrggbb` or a decimal number is; white where it is neither.
  init(field: Slice<UnsafeBufferPointer<UInt8>>) {
    self = CommentColor(hexadecimal: field) ?? CommentColor(number: NumberField.integer(field))
  }
}
