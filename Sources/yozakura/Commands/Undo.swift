internal import Anime
internal import ArgumentParser
internal import Library

/// `undo`
struct Undo: Command {
  static let configuration = CommandConfiguration(abstract: "Take the last change to your list back.")

  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    guard let edited = try session.library.undo() else { throw Failure(.failed, "There is nothing to undo.") }
    return try session.report(edited, session.speech.undone)
  }
}

/// `redo`
struct Redo: Command {
  static let configuration = CommandConfiguration(abstract: "Make the last change that was taken back again.")

  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    guard let edited = try session.library.redo() else { throw Failure(.failed, "There is nothing to redo.") }
    return try session.report(edited, session.speech.redone)
  }
}

extension Session {
  /// Says what an undo or a redo did.
  fileprivate func report(_ edited: Edited, _ done: String) throws -> Answer {
    let snapshot = try library.snapshot()
    let changed = edited.differences
    return Answer(
      fields: {
        [
          ("show", snapshot.json(edited.show)),
          (
            "changes",
            .array(
              changed.map {
                .object([("field", .string($0.field)), ("before", $0.before), ("after", $0.after)])
              })
          ),
        ]
      },
      say: { page in
        let title = snapshot.catalogue.show(edited.show)?.titles.display(self.titles) ?? edited.show.description
        page.line(Page.Piece("\(done) ", .faint), Page.Piece(title, .strong))
        page.table(
          changed.map {
            [
              Page.Piece("  \($0.field)", .faint), Page.Piece("\($0.before.text) → \($0.after.text)"),
            ]
          })
      })
  }
}

extension Edited {
  /// The fields that differ.
  fileprivate var differences: [(field: String, before: JSON, after: JSON)] {
    let fields: [(String, (ListEntry) -> JSON)] = [
      ("followed", { .bool($0.isFollowed) }), ("status", { .string(orNull: $0.status?.rawValue) }),
      ("progress", { .number($0.progress) }), ("score", { .number(orNull: $0.score) }),
      ("note", { .string($0.note) }),
    ]
    return fields.map { ($0.0, $0.1(before), $0.1(after)) }.filter { $0.1.text != $0.2.text }
  }
}
