internal import Anime
internal import App
internal import ArgumentParser
internal import Capsule
internal import Library

/// `undo`
struct Undo: Command {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take the last change to your list back.")

  static let lists = ["shows", "changes"]

  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let revision = try session.library.undo()
    guard !revision.isEmpty else { throw Failure(.failed, "There is nothing to undo.") }
    return try session.report(revision, session.strings.undone)
  }
}

/// `redo`
struct Redo: Command {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Make the last change that was taken back again.")

  static let lists = ["shows", "changes"]

  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let revision = try session.library.redo()
    guard !revision.isEmpty else { throw Failure(.failed, "There is nothing to redo.") }
    return try session.report(revision, session.strings.redone)
  }
}

extension Session {
  /// Says what an undo or a redo did.
  fileprivate func report(
    _ revision: Revision, _ done: @escaping (_ title: String, _ change: String) -> String
  ) throws -> Answer {
    let snapshot = try library.snapshot()
    return Answer(
      fields: {
        [
          ("shows", .array(revision.edited.map { snapshot.json($0.show) })),
          ("changes", .array(revision.edited.flatMap(\.json))),
          ("catalogue", revision.catalogue?.json ?? .null),
        ]
      },
      say: { page in
        if let catalogue = revision.catalogue {
          page.line(Page.Piece(done(self.strings.catalogue, self.text(catalogue.difference))))
        }
        for step in revision.edited {
          let title = snapshot.catalogue.show(step.show)?.titles.display(self.titles) ?? step.show.description
          let changes = step.changes.map { self.strings.change($0, self.scoreScale) }.joined(separator: ", ")
          page.line(Page.Piece(done(title, changes)))
        }
      })
  }
}

extension Session {
  /// What a step with the catalogue changed, in words.
  func text(_ difference: Difference) -> String {
    strings.difference(difference.added, difference.changed, difference.removed)
  }
}

extension CatalogueRestored {
  /// The step as JSON has it.
  var json: JSON {
    .object([
      ("commit", .string(commit.description)), ("sequence", .number(commit.sequence)),
      ("added", .number(difference.added)), ("changed", .number(difference.changed)),
      ("removed", .number(difference.removed)),
    ])
  }
}

extension Edited {
  /// The fields that differ, as JSON has them.
  fileprivate var json: [JSON] {
    changes.map { change in
      .object([
        ("show", .string(show.description)), ("field", .string(change.field.rawValue)),
        ("before", before.json(change.field)), ("after", after.json(change.field)),
      ])
    }
  }
}
