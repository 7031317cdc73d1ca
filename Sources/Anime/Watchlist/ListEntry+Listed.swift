extension ListEntry {
  /// Whether more is kept than that the show is followed.
  public var isListed: Bool {
    status != nil || progress > 0 || rewatches > 0 || score != nil || started != nil || finished != nil
      || priority != nil || !note.isEmpty || !tags.isEmpty
  }

  /// Reads a score as it is typed, `9`, `9.5` or `10.0`, as 0 to 100. Nil for anything else.
  public static func score(_ text: String) -> Int? {
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
    return scoreRange.contains(score) ? score : nil
  }
}
