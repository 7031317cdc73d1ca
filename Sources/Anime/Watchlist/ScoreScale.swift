/// The scale in which the user types and reads scores; the raw values are those of `score.scale`.
///
/// Inside, a score is 0 to 100. A value that was typed in a scale is shown as it was typed in that scale; narrowing
/// from a finer one rounds half up and changes nothing of what is kept.
public enum ScoreScale: String, CaseIterable, Sendable {
  /// 0 to 100.
  case hundred = "100"
  /// 0 to 10.
  case ten = "10"
  /// 0 to 10 with one decimal.
  case decimal = "10.0"
  /// None to five stars.
  case stars = "5"
  /// `:(`, `:|` and `:)`, as AniList has them.
  case smileys = "3"

  /// What can be typed, for people.
  public var range: String {
    switch self {
    case .hundred: "0–100"
    case .ten, .decimal: "0–10"
    case .stars: "0–5 ★"
    case .smileys: "1–3, :( :| :)"
    }
  }

  /// `score` in this scale: `86`, `9`, `8.6`, `★★★★☆`, `:)`.
  public func text(_ score: Int) -> String {
    switch self {
    case .hundred: "\(score)"
    case .ten: "\((score + 5) / 10)"
    case .decimal: "\(score / 10).\(score % 10)"
    case .stars: Self.stars((score + 10) / 20)
    case .smileys: Self.faces[Self.smiley(nearest: score)].text
    }
  }

  /// `score` in this scale as it is typed most easily: stars and smileys by their number.
  public func typed(_ score: Int) -> String {
    switch self {
    case .hundred, .ten, .decimal: text(score)
    case .stars: "\((score + 10) / 20)"
    case .smileys: "\(Self.smiley(nearest: score) + 1)"
    }
  }

  /// Reads what is typed in this scale, as 0 to 100. Nil for what is no score in it.
  public func read(_ text: String) -> Int? {
    switch self {
    case .hundred: Self.number(text, atMost: 100)
    case .ten: Self.number(text, atMost: 10).map { $0 * 10 }
    case .decimal: Self.tenths(text)
    case .stars: Self.readStars(text).map { $0 * 20 }
    case .smileys: Self.readSmiley(text).map { Self.faces[$0].score }
    }
  }

  /// The values of the three smileys; AniList keeps them so among its 100 points.
  private static let faces: [(text: String, score: Int)] = [(":(", 35), (":|", 60), (":)", 85)]

  /// Between two smileys stands the one that is nearer, the happier one where both are as near.
  private static func smiley(nearest score: Int) -> Int {
    if score * 2 >= faces[1].score + faces[2].score { return 2 }
    return score * 2 >= faces[0].score + faces[1].score ? 1 : 0
  }

  private static func stars(_ count: Int) -> String {
    String(repeating: "★", count: count) + String(repeating: "☆", count: 5 - count)
  }

  /// `4`, `4★`, `★★★★` or `★★★★☆`.
  private static func readStars(_ text: String) -> Int? {
    let digits = text.last == "★" ? String(text.dropLast()) : text
    if let count = number(digits, atMost: 5) { return count }
    let filled = text.prefix { $0 == "★" }.count
    let rest = text.dropFirst(filled)
    let isWhole = rest.isEmpty ? (1...5).contains(filled) : filled + rest.count == 5
    return isWhole && rest.allSatisfy { $0 == "☆" } ? filled : nil
  }

  private static func readSmiley(_ text: String) -> Int? {
    if let index = faces.firstIndex(where: { $0.text == text }) { return index }
    return number(text, atMost: 3).flatMap { $0 > 0 ? $0 - 1 : nil }
  }

  /// `9`, `9.5`, `9,5` or `10.0`, in tenths.
  private static func tenths(_ text: String) -> Int? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard (1...2).contains(parts.count), let whole = number(String(parts[0]), atMost: 10) else { return nil }
    guard parts.count == 2 else { return whole * 10 }
    guard parts[1].utf8.count == 1, let tenth = number(String(parts[1]), atMost: 9) else { return nil }
    return whole * 10 + tenth <= 100 ? whole * 10 + tenth : nil
  }

  private static func number(_ text: String, atMost limit: Int) -> Int? {
    guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text).flatMap { $0 <= limit ? $0 : nil }
  }
}
