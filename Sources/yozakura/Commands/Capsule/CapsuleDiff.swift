internal import Anime
internal import App
internal import ArgumentParser
internal import Library

/// `capsule diff A [B]`
struct CapsuleDiff: Command {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Print what two commits say differently, show by show and field by field.",
    discussion: "A commit is named by its number, the beginning of its name, or a date; 0 is the starter catalogue.")
  static let schema = "capsule-diff"
  static let lists = ["shows"]

  @Argument(help: .init("The earlier one.", valueName: "a"))
  var old: String
  @Argument(help: .init("The later one; the present where none is named.", valueName: "b"))
  var new: String?
  @OptionGroup var limits: LimitOptions
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let library = try session.library
    let before = try session.commit(old)
    let after = try new.map(session.commit) ?? library.commits.first
    let all = try library.differences(from: before, to: after)
    let shown = Array(all.prefix(limits.limit ?? .max))
    return Answer(
      fields: {
        [
          ("from", before?.json ?? .null), ("to", after?.json ?? .null),
          ("shows", .array(shown.map(\.json))),
        ]
      },
      hint: all.isEmpty ? "Both say the same." : nil,
      say: { page in
        DifferenceRows(session: session).say(shown, of: all, to: &page)
      })
  }
}

/// Differences as lines for people.
struct DifferenceRows {
  let session: Session

  /// Says `shown`, and how many there are of each sort among `all`.
  func say(_ shown: [ShowDifference], of all: [ShowDifference], to page: inout Page) {
    guard !all.isEmpty else { return }
    let added = all.count { $0.before == nil }
    let removed = all.count { $0.after == nil }
    page.line(Page.Piece(session.strings.difference(added, all.count - added - removed, removed), .strong))
    for difference in shown { say(difference, to: &page) }
  }

  private func say(_ difference: ShowDifference, to page: inout Page) {
    let (mark, tone): (String, Page.Tone) =
      difference.before == nil ? ("+", .good) : difference.after == nil ? ("−", .bad) : ("~", .new)
    let title = (difference.after ?? difference.before)?.titles.display(session.titles) ?? ""
    page.line(
      Page.Piece("\(mark) ", tone), Page.Piece(difference.show.description, .faint), Page.Piece("  \(title)", .strong))
    for change in difference.changes {
      page.line(
        Page.Piece("    \(change.field.rawValue)  ", .faint), Page.Piece(change.before.isEmpty ? "–" : change.before),
        Page.Piece(" → ", .faint), Page.Piece(change.after.isEmpty ? "–" : change.after))
    }
  }
}

extension ShowDifference {
  /// The difference as JSON has it.
  var json: JSON {
    let event = before == nil ? "added" : after == nil ? "removed" : "changed"
    return .object([
      ("id", .string(show.description)),
      ("provider", .string(provider)),
      ("title", .string(title)),
      ("event", .string(event)),
      ("changes", .array(changes.map(\.json))),
    ])
  }
}

extension ShowFieldChange {
  /// The change as JSON has it.
  var json: JSON {
    .object([
      ("field", .string(field.rawValue)), ("before", .string(orNull: before.isEmpty ? nil : before)),
      ("after", .string(orNull: after.isEmpty ? nil : after)),
    ])
  }
}
