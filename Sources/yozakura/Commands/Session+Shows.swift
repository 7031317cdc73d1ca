internal import Anime
internal import App
internal import ArgumentParser
internal import Library

extension Session {
  /// The show that `reference` names.
  func show(_ reference: String, in snapshot: Snapshot) throws(Failure) -> ShowID {
    switch snapshot.resolve(reference) {
    case .one(let id):
      return id
    case .several(let ids):
      var failure = Failure(.ambiguous, "`\(reference)` is \(ids.count) shows here; name one of them by its local id.")
      failure.fields = [("shows", .array(ids.map(snapshot.json)))]
      failure.details = ids.map { id in
        "\(id)  \(snapshot.catalogue.show(id)?.titles.display(titles) ?? "")"
      }
      throw failure
    case .none:
      let hint = reference.contains(":") ? "" : " `yozakura search` finds ids by titles."
      throw .notFound("No show is known as `\(reference)`.\(hint)")
    }
  }

  /// Puts `changes` to each of the shows that `references` name, in one step of undo; to none where one names none.
  func change(_ references: [String], _ changes: [Change]) throws -> Answer {
    let known = try library.snapshot()
    var ids: [ShowID] = []
    for reference in references {
      let id = try show(reference, in: known)
      if !ids.contains(id) { ids.append(id) }
    }
    try library.edit(ids, changes)
    return try list(ids, in: library.snapshot())
  }

  /// The shows `ids` as an answer.
  func list(_ ids: [ShowID], in snapshot: Snapshot, hint: String? = nil) -> Answer {
    Answer(
      fields: { [("shows", .array(ids.map(snapshot.json)))] },
      hint: hint,
      say: { ShowRows(session: self, snapshot: snapshot).say(ids, to: &$0) })
  }

  /// What to say where only the starter catalogue is there.
  func starterHint(_ snapshot: Snapshot) -> String? {
    guard snapshot.stamp.isStarterOnly else { return nil }
    return strings.starterOnly(snapshot.stamp.starterDate?.description ?? "")
  }
}

extension ArgumentHelp {
  /// How a show is named.
  static var showID: ArgumentHelp {
    ArgumentHelp("A local id, or a site's: bangumi:400602, anilist:154587, mal:52991, anidb:17617.", valueName: "id")
  }
}
