import Anime
import TUI

/// What is being asked on the bottom line. It takes the keys, and nothing else waits for it.
enum Prompt: Hashable, Sendable {
  case command(CommandLine)
  case score([ShowID], TextField)
  case note([ShowID], TextField)
  /// A choice among the statuses, and none of them; the index is the one that Enter takes.
  case status([ShowID], Int)
  /// A question of which only `y` does something.
  case confirm(Question)

  /// What needs a yes first.
  enum Question: Hashable, Sendable {
    case accept(CapsuleOverview.SetAside)
    case restore(CapsuleOverview.CommitLine)
    case align(SourceAlignment)
  }

  /// What can be chosen as a status, in the order of the digits.
  static let statuses: [WatchStatus?] = WatchStatus.allCases.map { $0 } + [nil]

  /// The field that is typed into; nil where something is chosen.
  var field: TextField? {
    get {
      switch self {
      case .command(let line): line.field
      case .score(_, let field), .note(_, let field): field
      case .status, .confirm: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .command(var line):
        line.field = newValue
        line.completion = nil
        self = .command(line)
      case .score(let shows, _): self = .score(shows, newValue)
      case .note(let shows, _): self = .note(shows, newValue)
      case .status, .confirm: break
      }
    }
  }
}

/// The line behind `:`, with its completion and its history.
struct CommandLine: Hashable, Sendable {
  var field = TextField()
  var completion: Completion?
  /// Which line of the history is shown, from the newest; nil for the one that is being typed.
  var recalled: Int?
  /// What was typed before the history was asked.
  var typed = ""

  /// The words that fit at the end of the line, and the one that stands there.
  struct Completion: Hashable, Sendable {
    var candidates: [String]
    var index: Int
    /// The line before the word.
    var head: String
  }

  /// Puts the next word that fits at the end of the line.
  mutating func complete(by step: Int, candidates: (_ head: String, _ word: String) -> [String]) {
    if var known = completion, !known.candidates.isEmpty {
      known.index = (known.index + step + known.candidates.count) % known.candidates.count
      field.set(known.head + known.candidates[known.index])
      completion = known
      return
    }
    let start = field.text.lastIndex(of: " ").map { field.text.index(after: $0) } ?? field.text.startIndex
    let head = String(field.text[..<start])
    let found = candidates(head, String(field.text[start...]))
    guard let first = found.first else { return }
    completion = found.count == 1 ? nil : Completion(candidates: found, index: 0, head: head)
    field.set(head + first + (found.count == 1 ? " " : ""))
  }

  /// Shows an older line of `history` (newest last), or a newer one.
  mutating func recall(older: Bool, history: [String]) {
    completion = nil
    if recalled == nil { typed = field.text }
    let next = (recalled ?? -1) + (older ? 1 : -1)
    guard next < history.count else { return }
    recalled = next < 0 ? nil : next
    field.set(next < 0 ? typed : history[history.count - 1 - next])
  }
}
