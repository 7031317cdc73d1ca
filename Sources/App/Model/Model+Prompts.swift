import Anime
import TUI

/// The quick questions about shows on the bottom line: their status, score and note.
extension Model {
  mutating func askStatus(of shows: [ShowID]) {
    let common = world.common(of: shows) { $0.status }
    prompt = .status(shows, Prompt.statuses.firstIndex(of: common ?? nil) ?? 0)
  }

  mutating func askScore(of shows: [ShowID]) {
    prompt = .score(shows, TextField(scoreText(of: shows)))
  }

  mutating func askNote(of shows: [ShowID]) {
    prompt = .note(shows, TextField(world.common(of: shows) { $0.note } ?? ""))
  }

  /// The score as the prompt first shows it; empty where the shows differ in it.
  func scoreText(of shows: [ShowID]) -> String {
    (world.common(of: shows) { $0.score } ?? nil).map(world.configuration.scoreScale.typed) ?? ""
  }

  mutating func choose(_ shows: [ShowID], _ index: Int, _ key: Key) -> [Effect] {
    let choices = Prompt.statuses
    switch key {
    case .enter: return keep(.status(choices[index]), shows)
    case .left, .up, .backTab, .character("h"), .character("k"):
      prompt = .status(shows, (index + choices.count - 1) % choices.count)
    case .right, .down, .tab, .character("l"), .character("j"), .character("s"):
      prompt = .status(shows, (index + 1) % choices.count)
    case .character("0"): return keep(.status(nil), shows)
    case .character(let digit):
      guard let number = digit.wholeNumberValue, (1..<choices.count).contains(number) else { return [] }
      return keep(.status(choices[number - 1]), shows)
    default: break
    }
    return []
  }

  mutating func keep(score text: String, _ shows: [ShowID]) -> [Effect] {
    let text = text.filter { $0 != " " }
    let score = world.configuration.scoreScale.read(text)
    guard text.isEmpty || score != nil else {
      alarm(world.strings.badScore(world.configuration.scoreScale))
      return []
    }
    return keep(.score(score), shows)
  }

  mutating func keep(note text: String, _ shows: [ShowID]) -> [Effect] {
    keep(.note(Sanitiser.clean(text)), shows)
  }

  private mutating func keep(_ change: Change, _ shows: [ShowID]) -> [Effect] {
    prompt = nil
    return edit(shows.map { ShowEdit($0, [change]) })
  }
}
