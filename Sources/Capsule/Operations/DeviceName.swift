/// What a device is called in the capsule: 10 base32 digits, drawn once.
enum DeviceName {
  static let length = 10
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  static func draw(_ random: () -> UInt64) -> String {
    var bits = random()
    let digits = (0..<length).map { _ in
      defer { bits >>= 5 }
      return alphabet[Int(bits & 31)]
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Reads a name: the first line of `ops/device`, or a log's file name without its ending.
  static func parse(_ text: some StringProtocol) -> String? {
    let name = text.prefix { $0 != "\n" }
    guard name.utf8.count == length, name.utf8.allSatisfy({ alphabet.contains($0) }) else { return nil }
    return String(name)
  }
}
