/// Puts values into bytes, least significant byte first.
///
///     a number   8 bytes, two's complement
///     a tag      1 byte
///     a text     its length in UTF-8 as a number, then that
///     a list     its count as a number, then each
struct WireWriter {
  /// The bytes so far.
  private(set) var bytes: [UInt8] = []

  /// Which of several things follows.
  mutating func tag(_ tag: UInt8) { bytes.append(tag) }

  /// One of several things that says more.
  mutating func tagged(_ tag: UInt8, _ write: (inout WireWriter) -> Void) {
    self.tag(tag)
    write(&self)
  }

  mutating func number(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    for _ in 0..<8 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  mutating func flag(_ flag: Bool) { tag(flag ? 1 : 0) }

  mutating func text(_ text: String) {
    number(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// A number that may be missing: a flag, then the number where it is there.
  mutating func optional(_ value: Int?) {
    flag(value != nil)
    if let value { number(value) }
  }

  mutating func value(_ value: some WireValue) { value.write(to: &self) }

  mutating func list(_ values: [some WireValue]) {
    number(values.count)
    for value in values { value.write(to: &self) }
  }
}
