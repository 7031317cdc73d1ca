/// What a drill found out about one promise.
struct DrillVerdict: Sendable {
  /// How the promise stands.
  enum State: String, Sendable {
    case kept, broken, notBuilt
  }

  /// The promise.
  var promise: DrillPromise
  /// How it stands.
  var state: State
  /// What was seen, with figures.
  var facts: [String]
  /// How long it took.
  var took = Duration.zero

  /// The verdict as JSON has it.
  var json: JSON {
    .object([
      ("scenario", .string(promise.rawValue)), ("promise", .string(promise.sentence)),
      ("state", .string(state.rawValue)), ("evidence", .string(facts.joined(separator: "; "))),
      ("milliseconds", .number(Int(took / .milliseconds(1)))),
    ])
  }

  /// The verdict for people.
  func say(to page: inout Page) {
    let (mark, tone, word): (String, Page.Tone, String) =
      switch state {
      case .kept: ("●", .good, "kept")
      case .broken: ("✗", .bad, "broken")
      case .notBuilt: ("◌", .faint, "not built yet")
      }
    page.line(
      Page.Piece("\(mark) ", tone), Page.Piece(promise.sentence, .strong), Page.Piece("  \(word)", tone),
      Page.Piece("  \(promise.rawValue)", .faint))
    for fact in facts { page.line(Page.Piece("  \(fact)")) }
  }
}

extension Duration {
  /// `12 ms`, `5.4 s`, `3.9 min` or `5.4 h`: as exact as anybody wants to know.
  var inWords: String {
    let milliseconds = Int((self / .milliseconds(1)).rounded())
    return switch milliseconds {
    case ..<1: "less than 1 ms"
    case ..<1000: "\(milliseconds) ms"
    case ..<120_000: "\(Self.tenths(milliseconds, of: 1000)) s"
    case ..<7_200_000: "\(Self.tenths(milliseconds, of: 60_000)) min"
    default: "\(Self.tenths(milliseconds, of: 3_600_000)) h"
    }
  }

  private static func tenths(_ milliseconds: Int, of unit: Int) -> String {
    "\(milliseconds / unit).\(milliseconds * 10 / unit % 10)"
  }
}
