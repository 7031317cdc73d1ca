import Anime
import Capsule
import FoundationEssentials

/// An operation as the body of a line of the user's log.
///
///     {"edits": [{"aliases": ["bangumi:400602", "mal:52991"], "set": {"followed": true, "score": null},
///                 "show": "mfzwizltoq", "title": "葬送のフリーレン"}]}
///
/// With `"catalogue": {"from": COMMIT, "to": COMMIT}` it made an earlier catalogue the present one, or accepted one.
/// With `"undo": "DEVICE:NUMBER"` it takes back the operation on that line, with `"redo"` it makes it
/// again. With `"imported": true` it took in what a file says. Fields and values that a later program wrote are passed over.
struct OperationBody: Codable {
  var undo: String?
  var redo: String?
  var edits: [EditBody]
  var catalogue: StepBody?
  var imported: Bool?

  /// A step of the catalogue.
  struct StepBody: Codable {
    var from: String
    var to: String
  }

  init(
    _ edits: [Operation.Edit], cause: Operation.Cause, catalogue: CatalogueStep? = nil, isImport: Bool = false
  ) {
    self.edits = edits.map(EditBody.init)
    imported = isImport ? true : nil
    self.catalogue = catalogue.map { StepBody(from: $0.from, to: $0.to) }
    switch cause {
    case .edit: break
    case .undo(let id): undo = id
    case .redo(let id): redo = id
    }
  }

  /// Why the operation was written.
  var cause: Operation.Cause {
    undo.map { .undo(of: $0) } ?? redo.map { .redo(of: $0) } ?? .edit
  }

  /// The bytes of the log.
  var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(self) else {
      preconditionFailure("an operation has a field that is no JSON")
    }
    return Array(json)
  }
}

extension Operation {
  /// The operation on a line of a log. Nil where the line tells of something else.
  init?(_ line: LoggedOperation) {
    guard let body = try? JSONDecoder().decode(OperationBody.self, from: Data(line.body)) else { return nil }
    self.init(line, saying: body)
  }

  /// The operation on a line of a log, of which the body is known: reading that of an import takes as long as all the
  /// rest.
  init(_ line: LoggedOperation, saying body: OperationBody) {
    self.init(
      id: "\(line.device):\(line.number)",
      clock: HybridClock(
        wall: Instant(milliseconds: line.time.milliseconds), counter: line.time.counter, device: line.device),
      cause: body.cause, edits: body.edits.compactMap(\.edit),
      catalogue: body.catalogue.map { CatalogueStep(from: $0.from, to: $0.to) }, isImport: body.imported ?? false)
  }
}

/// What an operation sets for one show, as the log holds it.
///
/// A log may come from another device, by way of strangers: text is made harmless where it is read.
struct EditBody: Codable {
  var show: String
  var title: String
  var aliases: [String]
  var set: ChangesBody

  init(_ edit: Operation.Edit) {
    show = edit.show.id.description
    title = edit.show.title
    aliases = edit.show.aliases.map(\.description)
    set = ChangesBody(changes: edit.changes)
  }

  var edit: Operation.Edit? {
    guard let id = ShowID(show) else { return nil }
    let aliases = aliases.compactMap { text -> Alias? in
      guard case .alias(let alias)? = ShowReference(Sanitiser.clean(text)) else { return nil }
      return alias
    }
    return Operation.Edit(
      show: ShowIdentity(id: id, aliases: aliases, title: Sanitiser.clean(title)), changes: set.changes)
  }
}
