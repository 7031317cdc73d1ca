/// Walks over the members of one JSON object, without a value made of any.
///
/// A value that is a list or an object is stepped over by counting brackets, so that no depth costs a stack.
struct JSONMembers {
  /// What stands behind a name.
  enum Value {
    /// A string, between its quotes and still escaped.
    case text(Slice<UnsafeBufferPointer<UInt8>>)
    /// A number, or one of the words true, false and null.
    case word(Slice<UnsafeBufferPointer<UInt8>>)
    /// A list or an object.
    case nested
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var position: Int
  /// Whether the closing bracket was met: a torn object gives its members, but is never whole.
  private(set) var isWhole = false

  /// The members of the object that stands in `range` of `bytes`; nil where none begins there.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
    skipBlanks()
    guard take(UInt8(ascii: "{")) else { return nil }
  }

  /// The next member; nil behind the last one, and where the object is torn.
  mutating func next() -> (name: Slice<UnsafeBufferPointer<UInt8>>, value: Value)? {
    skipBlanks()
    if take(UInt8(ascii: ",")) { skipBlanks() }
    if take(UInt8(ascii: "}")) {
      isWhole = true
      return nil
    }
    guard let name = string() else { return nil }
    skipBlanks()
    guard take(UInt8(ascii: ":")) else { return nil }
    skipBlanks()
    guard let value = value() else { return nil }
    return (name, value)
  }

  private mutating func value() -> Value? {
    guard position < end else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "\""): return string().map(Value.text)
    case UInt8(ascii: "{"), UInt8(ascii: "["): return skipNested() ? .nested : nil
    default:
      let start = position
      while position < end, !bytes[position].endsWord { position += 1 }
      return position > start ? .word(bytes[start..<position]) : nil
    }
  }

  /// The inside of a string; nil where none begins here or it never ends.
  private mutating func string() -> Slice<UnsafeBufferPointer<UInt8>>? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = position
    while position < end, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard position < end else { return nil }
    position += 1
    return bytes[start..<position - 1]
  }

  private mutating func skipNested() -> Bool {
    var depth = 0
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        guard string() != nil else { return false }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      position += 1
      if depth == 0 { return true }
    }
    return false
  }

  private mutating func skipBlanks() {
    while position < end, bytes[position] <= 0x20 { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < end, bytes[position] == byte else { return false }
    position += 1
    return true
  }
}

extension UInt8 {
  /// Whether a number or a word ends before it.
  fileprivate var endsWord: Bool {
    self <= 0x20 || self == UInt8(ascii: ",") || self == UInt8(ascii: "}") || self == UInt8(ascii: "]")
  }
}
