/// How senders stand in files of others, where they are words.
///
/// Sites write a hash of at most eight hexadecimal digits, or a short name: its bytes are the number, so that it can be
/// written again as it stood. A number of ours, such as a salted one, is written with sixteen digits and read back as
/// what it was; and so is what a longer name was folded into.
extension Comment.Sender {
  /// The sender that a file or a rule calls `name`; nil where that names nobody.
  public init?(name: String) {
    let number = Self.number(of: name.utf8)
    guard number != 0 else { return nil }
    self.init(number: number)
  }

  /// What `init(name:)` reads this sender from: for the user's own rules, never for a screen.
  public var name: String {
    var block = ByteBlock(capacity: 16)
    appendName(to: &block)
    return block.text
  }

  /// The number of the sender that a file calls `name`; 0, which stands for nobody, where that is empty.
  static func number(of name: some Collection<UInt8>) -> UInt64 {
    if name.count == 16, let number = UInt64(hexadecimal: name) { return number }
    return name.reduce(0) { $0 << 8 ^ $0 >> 56 ^ UInt64($1) }
  }

  /// Adds what `number(of:)` reads this number from.
  func appendName(to block: inout ByteBlock) {
    let length = 8 - number.leadingZeroBitCount / 8
    withUnsafeBytes(of: number.bigEndian) { bytes in
      let hash = bytes.suffix(length)
      if hash.allSatisfy(\.isNamePart) {
        for byte in hash { block.append(byte) }
      } else {
        block.append(hexadecimal: number, digits: 16)
      }
    }
  }
}

extension UInt8 {
  /// Whether it stands in names and has no meaning in any file that names are written to.
  fileprivate var isNamePart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

extension UInt64 {
  /// The number that one to sixteen hexadecimal digits are; nil for anything else.
  init?(hexadecimal digits: some Collection<UInt8>) {
    guard 1...16 ~= digits.count else { return nil }
    self = 0
    for byte in digits {
      let (decimal, letter) = (byte &- UInt8(ascii: "0"), byte | 0x20 &- UInt8(ascii: "a"))
      guard decimal < 10 || letter < 6 else { return nil }
      self = self << 4 | UInt64(decimal < 10 ? decimal : letter + 10)
    }
  }
}
