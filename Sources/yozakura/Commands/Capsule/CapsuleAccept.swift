internal import App
internal import ArgumentParser
internal import Capsule
internal import Library

/// `capsule accept [PROVIDER] [--dry-run]`
struct CapsuleAccept: Command {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Apply an answer that lacked too many shows and was set aside.",
    discussion: """
      With --dry-run it is said what that would remove and change. What you follow or list stays in any case. `undo` \
      takes it back.
      """)
  static let schema = "capsule-accept"
  static let lists = ["shows"]

  @Argument(help: "The provider; can be left out where only one has something set aside.")
  var provider: String?
  @Flag(name: .customLong("dry-run"), help: "Say what it would do.")
  var isDryRun = false
  @OptionGroup var limits: LimitOptions
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let library = try session.library
    let name = try wanted(library.snapshot())
    let all = try library.setAsideDifferences(of: name)
    let done = isDryRun ? nil : try library.accept(name)
    let shown = Array(all.prefix(limits.limit ?? .max))
    return Answer(
      fields: {
        [
          ("provider", .string(name)), ("applied", .bool(done != nil)), ("catalogue", done?.json ?? .null),
          ("shows", .array(shown.map(\.json))),
        ]
      },
      hint: isDryRun ? "`yozakura capsule accept \(name)` does it." : nil,
      say: { page in
        guard let done else { return DifferenceRows(session: session).say(shown, of: all, to: &page) }
        page.line(
          Page.Piece("● ", .good), Page.Piece("\(name)  ", .strong), Page.Piece(session.text(done.difference)),
          Page.Piece("  commit \(done.commit.sequence)", .faint))
      })
  }

  private func wanted(_ snapshot: Snapshot) throws -> String {
    if let provider { return provider }
    let names = snapshot.providers.filter { $0.setAside != nil }.map(\.name)
    guard let first = names.first else { throw Failure(.failed, "Nothing is set aside.") }
    guard names.count == 1 else {
      throw Failure(
        .ambiguous, "Several providers have something set aside; name one: \(names.joined(separator: ", ")).")
    }
    return first
  }
}

/// `capsule restore COMMIT`
struct CapsuleRestore: Command {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Make what a commit says the present catalogue again.",
    discussion: """
      It is a new commit; nothing of what came between is lost, your list stays as it is, and `undo` takes it back. \
      The next sync goes on from there, unless `provider disable` keeps it from doing so.
      """)
  static let schema = "capsule-restore"

  @Argument(help: .init("A number, the beginning of a name, or a date.", valueName: "commit"))
  var commit: String
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    guard let wanted = try session.commit(commit) else {
      throw Failure(.failed, "The starter catalogue is no commit and cannot be restored. Nothing was changed.")
    }
    let done = try session.library.restore(wanted)
    return Answer(
      fields: { [("restored", wanted.json), ("catalogue", done.json)] },
      say: { page in
        page.line(
          Page.Piece("● ", .good),
          Page.Piece("commit \(wanted.sequence) is the present again, as \(done.commit.sequence)  "),
          Page.Piece(session.text(done.difference), .faint))
      })
  }
}
