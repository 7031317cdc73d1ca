/// A score is kept as 0 to 100, and typed and shown as 0 to 10 with one decimal.
enum Score {
  /// `9.0`
  static func text(_ score: Int) -> String {
    "\(score / 10).\(score % 10)"
  }

  /// Reads `9`, `9.5` or `10.0`. Nil for anything else.
  static func read(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      (1...2).contains(parts[0].utf8.count), let whole = Int(parts[0])
    else { return nil }
    var tenths = 0
    if parts.count == 2 {
      guard parts[1].utf8.count == 1, let digit = Int(parts[1]) else { return nil }
      tenths = digit
    }
    let score = whole * 10 + tenths
    return score <= 100 ? score : nil
  }
}
