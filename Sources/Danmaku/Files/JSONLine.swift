/// What one line of `JSONLines` says.
struct JSONLine {
  /// What it says; nil where that is no text.
  private(set) var text: JSONValue?
  /// The version of our form that the line names; nil where it names none.
  private(set) var version: Int?
  /// When the comment appears, as it stands there.
  private var time: Slice<UnsafeBufferPointer<UInt8>>?
  /// How it moves; nil where no mode has that name.
  private var mode: Comment.Mode? = .scroll
  private var details = Comments.Row(time: 0, mode: .scroll)

  /// The line that stands in `range` of what `walker` walks through; nil where it is no whole object.
  init?(_ walker: inout JSONWalker, in range: Range<Int>) {
    guard walker.bytes[range.lowerBound] == UInt8(ascii: "{"), walker.goes(throughObjectIn: range) else { return nil }
    walker.forEachMember { name, value in
      // A member that is not known is for a newer reader.
      guard let key = JSONLines.Key(name), let field = value.field else { return }
      if key == .text { text = value.isString ? value : nil } else { take(key, field) }
    }
  }

  /// Whether it is a comment, for files whose first line is missing.
  var isComment: Bool { time != nil && text != nil }

  /// The numbers of the comment, or why there are none.
  func row() throws(SkipReason) -> Comments.Row {
    guard let time else { throw .noParameters }
    guard let milliseconds = NumberField.integer(time).flatMap(Int32.init(exactly:)) else { throw .badTime }
    guard let mode else { throw .unknownMode }
    guard milliseconds > -Comments.longestLife || milliseconds > -ownLife(mode) else { throw .beforeStart }
    var row = details
    row.time = milliseconds
    row.mode = mode
    return row
  }

  /// For how many milliseconds the comment wants to be shown, as the line says, or its code where it is a positioned
  /// one; 0 where neither does.
  private func ownLife(_ mode: Comment.Mode) -> Int {
    guard mode == .positioned, details.life == 0 else { return Int(details.life) * 10 }
    return text?.positioned?.life ?? 0
  }

  private mutating func take(_ key: JSONLines.Key, _ value: Slice<UnsafeBufferPointer<UInt8>>) {
    switch key {
    case .schema: version = JSONLines.version(ofSchema: value)
    case .time: time = value
    case .mode: mode = Comment.Mode.allCases.first { value.equals($0.name) }
    case .color: details.color = CommentColor(hexadecimal: value) ?? .white
    case .sender: details.sender = UInt64(hexadecimal: value) ?? 0
    default: NumberField.integer(value).map { takeNumber(key, $0) }
    }
  }

  /// Nothing of this is worth losing a comment for: what makes no sense is as good as not told.
  private mutating func takeNumber(_ key: JSONLines.Key, _ number: Int) {
    switch key {
    case .size where number > 0: details.size = UInt8(clamping: number)
    case .life: details.life = UInt16(clamping: number / 10)
    case .weight where number >= 0: details.weight = UInt8(clamping: min(number, 254) + 1)
    case .pool: details.pool = UInt8(clamping: number)
    case .sent: details.sent = UInt32(clamping: number)
    case .id: details.id = Int64(number)
    default: break
    }
  }
}

extension CommentColor {
  /// The colour that `#rrggbb` names.
  init?(hexadecimal text: Slice<UnsafeBufferPointer<UInt8>>) {
    guard text.count == 7, text.first == UInt8(ascii: "#"), let rgb = UInt64(hexadecimal: text.dropFirst())
    else { return nil }
    self.init(UInt32(rgb))
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// Whether it is `text`, byte for byte.
  func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount
      && elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
