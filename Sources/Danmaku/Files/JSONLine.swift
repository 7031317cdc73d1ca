/// What one line of `JSONLines` says.
struct JSONLine {
  /// When the comment appears, as it stands there.
  private(set) var time: Slice<UnsafeBufferPointer<UInt8>>?
  /// What it says, still escaped.
  private(set) var text: Slice<UnsafeBufferPointer<UInt8>>?
  /// Whether the line names the schema.
  private(set) var isHeader = false
  /// Whether the line ends with its object.
  private(set) var isWhole = false
  /// How it moves; nil where no mode has that name.
  private var mode: Comment.Mode? = .scroll
  private var details = Comments.Row(time: 0, mode: .scroll)

  /// The line that stands in `range` of `bytes`; nil where no object does.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    guard var members = JSONMembers(bytes, in: range) else { return nil }
    while let (name, value) = members.next() {
      // A member that is not known is for a newer reader.
      guard let key = JSONLines.Key(name) else { continue }
      switch value {
      case .text(let text): take(key, text, isText: true)
      case .word(let word): take(key, word, isText: false)
      case .nested: break
      }
    }
    isWhole = members.isWhole
  }

  /// The numbers of the comment, or why there are none.
  var row: Result<Comments.Row, JSONLines.Refusal> {
    guard let time else { return .failure(.init(reason: .noParameters)) }
    guard let milliseconds = NumberField.integer(time).flatMap({ Int32(exactly: max(0, $0)) }) else {
      return .failure(.init(reason: .badTime))
    }
    guard let mode else { return .failure(.init(reason: .unknownMode)) }
    var row = details
    row.time = milliseconds
    row.mode = mode
    return .success(row)
  }

  private mutating func take(_ key: JSONLines.Key, _ value: Slice<UnsafeBufferPointer<UInt8>>, isText: Bool) {
    switch key {
    case .schema: isHeader = value.equals(JSONLines.schema)
    case .time: time = value
    case .text: text = isText ? value : nil
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
