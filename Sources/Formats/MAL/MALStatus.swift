/// How far somebody is with an anime, in the words of MyAnimeList.
public enum MALStatus: String, CaseIterable, Hashable, Sendable {
  case watching = "Watching"
  case completed = "Completed"
  case onHold = "On-Hold"
  case dropped = "Dropped"
  case planToWatch = "Plan to Watch"

  /// Reads its words however they are written, `plan_to_watch` and `On Hold` too, or its number.
  public init?(_ text: String) {
    if let known = MALStatus(rawValue: text) {
      self = known
      return
    }
    let letters = text.lowercased().filter { $0.isLetter || $0.isNumber }
    switch letters {
    case "1": self = .watching
    case "2": self = .completed
    case "3": self = .onHold
    case "4": self = .dropped
    case "6": self = .planToWatch
    default:
      guard let known = Self.allCases.first(where: { $0.rawValue.lowercased().filter(\.isLetter) == letters }) else {
        return nil
      }
      self = known
    }
  }
}
