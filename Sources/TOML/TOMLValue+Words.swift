extension TOMLValue {
  /// The value of a word that is no string; nil where it is none.
  init?(word: String) {
    switch word {
    case "true": self = .boolean(true)
    case "false": self = .boolean(false)
    case "inf", "+inf": self = .number(.infinity)
    case "-inf": self = .number(-.infinity)
    case "nan", "+nan", "-nan": self = .number(.nan)
    default:
      if Self.isMoment(word) {
        self = .moment(word)
      } else if let number = Self.integer(word) {
        self = .integer(number)
      } else if let number = Self.number(word) {
        self = .number(number)
      } else {
        return nil
      }
    }
  }

  /// A date (`2026-11-27`), with a time or without, or a time (`07:32:00`), by its shape.
  private static func isMoment(_ word: String) -> Bool {
    guard word.utf8.count >= 8, word.utf8.first?.isDigit == true else { return false }
    let date = /[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})?)?/
    let time = /[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?/
    return word.wholeMatch(of: date) != nil || word.wholeMatch(of: time) != nil
  }

  /// `17`, `-1_000`, `0xff`, `0o17`, `0b11`
  private static func integer(_ word: String) -> Int? {
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where word.hasPrefix(prefix) {
      guard let digits = digits(word.dropFirst(2)), digits.first.map({ $0 != "+" && $0 != "-" }) == true else {
        return nil
      }
      return Int(digits, radix: radix)
    }
    let unsigned = word.first == "+" || word.first == "-" ? word.dropFirst() : word[...]
    guard unsigned.count == 1 || unsigned.first != "0", unsigned.first?.isNumber == true, let digits = digits(unsigned)
    else { return nil }
    return Int(word.first == "-" ? "-" + digits : digits)
  }

  /// `3.14`, `-2e10`, `6.6_26`
  private static func number(_ word: String) -> Double? {
    let unsigned = word.first == "+" || word.first == "-" ? word.dropFirst() : word[...]
    guard let digits = digits(unsigned), digits.allSatisfy({ "0123456789.eE+-".contains($0) }) else { return nil }
    let parts = digits.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard mantissa.count <= 2, mantissa.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }),
      mantissa[0].count == 1 || mantissa[0].first != "0", mantissa.count == 2 || parts.count == 2
    else { return nil }
    return Double(digits).map { word.first == "-" ? -$0 : $0 }
  }

  /// The digits without the underscores that part them; nil where one does not stand between two of them.
  private static func digits(_ word: Substring) -> String? {
    let parts = word.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    let isBetween = zip(parts, parts.dropFirst()).allSatisfy { left, right in
      left.last?.isHexDigit == true && right.first?.isHexDigit == true
    }
    return isBetween ? parts.joined() : nil
  }
}
