internal import Anime
internal import App
internal import ArgumentParser
internal import Library

/// `undo`
struct Undo: Command {
  static let configuration = CommandConfiguration(abstract: "Take the last change to your list back.")

  static let lists = ["shows", "changes"]

  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let edited = try session.library.undo()
    guard !edited.isEmpty else { throw Failure(.failed, "There is nothing to undo.") }
    return try session.report(edited, session.strings.undone)
  }
}

/// `redo`
struct Redo: Command {
  static let configuration = CommandConfiguration(abstract: "Make the last change that was taken back again.")

  static let lists = ["shows", "changes"]

  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let edited = try session.library.redo()
    guard !edited.isEmpty else { throw Failure(.failed, "There is nothing to redo.") }
    return try session.report(edited, session.strings.redone)
  }
}

extension Session {
  /// Says what an undo or a redo did.
  fileprivate func report(_ edited: [Edited], _ done: @escaping (_ title: String, _ change: String) -> String) throws
    -> Answer
  {
    let snapshot = try library.snapshot()
    return Answer(
      fields: {
        [
          ("shows", .array(edited.map { snapshot.json($0.show) })),
          ("changes", .array(edited.flatMap(\.json))),
        ]
      },
      say: { page in
        for step in edited {
          let title = snapshot.catalogue.show(step.show)?.titles.display(self.titles) ?? step.show.description
          let changes = step.changes.map(self.strings.change).joined(separator: ", ")
          page.line(Page.Piece(done(title, changes)))
        }
      })
  }
}

extension Edited {
  /// The fields that differ, as JSON has them.
  fileprivate var json: [JSON] {
    differences.map {
      .object([
        ("show", .string(show.description)), ("field", .string($0.field)), ("before", $0.before), ("after", $0.after),
      ])
    }
  }

  /// The fields that differ.
  fileprivate var differences: [(field: String, before: JSON, after: JSON)] {
    let fields: [(String, (ListEntry) -> JSON)] = [
      ("followed", { .bool($0.isFollowed) }), ("status", { .string(orNull: $0.status?.rawValue) }),
      ("progress", { .number($0.progress) }), ("score", { .number(orNull: $0.score) }),
      ("note", { .string($0.note) }), ("pinned", { .bool($0.isPinned) }),
    ]
    return fields.map { ($0.0, $0.1(before), $0.1(after)) }.filter { $0.1.text != $0.2.text }
  }
}
