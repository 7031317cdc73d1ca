/// Reads sizes of files as sites of releases write them.
enum FileSize {
  private static let units = ["b": 0, "k": 10, "m": 20, "g": 30, "t": 40]

  /// `1.4 GiB` → 1503238553; nil for anything else.
  ///
  /// `MB` is a power of two too: what a site calls 283.06 MB has 296,809,920 bytes.
  static func read(_ text: String) -> Int? {
    let words = text.filter { !$0.isWhitespace && $0 != "," }.lowercased()
    let number = words.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = words.dropFirst(number.count)
    guard let value = Double(String(number)), let power = unit.first.map({ units[String($0)] }) ?? 0,
      ["", "b", "ib", "ytes"].contains(unit.dropFirst())
    else { return nil }
    let bytes = value * Double(1 << power)
    return bytes < Double(1 << 50) ? Int(bytes) : nil
  }
}
