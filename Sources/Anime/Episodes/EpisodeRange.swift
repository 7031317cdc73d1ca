/// Episodes as a rule names them: `14`, `14-25`, `14-?`.
struct EpisodeRange: Hashable, Sendable {
  /// The first.
  var first: Int
  /// The last; nil where it is not known.
  var last: Int?

  /// Reads one number, or two with a hyphen between. Nil for anything else, and where the second is smaller.
  init?(_ text: Substring) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = Self.number(parts[0]) else { return nil }
    self.first = first
    guard parts.count == 2, parts[1] != "?" else {
      last = parts.count == 2 ? nil : first
      return
    }
    guard let last = Self.number(parts[1]), last >= first else { return nil }
    self.last = last
  }

  private static func number(_ text: Substring) -> Int? {
    guard text.utf8.allSatisfy({ 48...57 ~= $0 }), let number = Int(text), number <= 100_000 else { return nil }
    return number
  }

  /// Whether `episode` is one of them.
  func contains(_ episode: Int) -> Bool {
    episode >= first && last.map { episode <= $0 } ?? true
  }
}
