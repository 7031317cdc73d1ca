import Anime
public import Capsule

extension Receipt {
  /// `0.3.222` as numbers; none where the provider does not number its files so.
  fileprivate var versionNumbers: [Int] {
    let parts = (version ?? "").split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    return numbers.count == parts.count ? numbers : []
  }
}

extension ShowLibrary {
  /// What taking in what lies at `path` would bring: an archive, the folder of a capsule, or a folder of logs.
  public func importPlan(_ path: String) throws(LibraryError) -> ImportSummary {
    try inCapsule { () throws(CapsuleError) in try capsule.importPlan(for: capsule.foreign(at: path)) }
  }

  /// Takes in what lies at `path`, and says what that brought; twice brings nothing.
  ///
  /// Where both have commits that the other does not know, a new commit takes the other's history in. It gives of each
  /// provider what was fetched last.
  public func importing(_ path: String) throws(LibraryError) -> ImportSummary {
    let held = try inCapsule { () throws(CapsuleError) in try capsule.withoutCollection("import") }
    defer { held.release() }
    let foreign = try inCapsule { () throws(CapsuleError) in try capsule.foreign(at: path) }
    let summary = try inCapsule { () throws(CapsuleError) in try capsule.importPlan(for: foreign) }
    guard !summary.isEmpty else { return summary }
    try inCapsule { () throws(CapsuleError) in try capsule.takeContent(of: foreign) }
    try take(summary.step, from: summary.present)
    // Last of all: whatever fails before has changed nothing that anybody sees.
    try inCapsule { () throws(CapsuleError) in try capsule.takeLogs(of: foreign) }
    try reload()
    return summary
  }

  private func take(_ step: ImportSummary.Step, from present: CommitID?) throws(LibraryError) {
    switch step {
    case .none: return
    case .forward(let id):
      guard try loses(by: id) else {
        let isDone = try inCapsule { () throws(CapsuleError) in try capsule.forward(to: id, from: present) }
        guard isDone else { throw .busy }
        return
      }
      try merge(id)
    case .merge(let id): try merge(id)
    }
  }

  /// Whether something that the user keeps is a known show here and would not be one as of the commit `id`.
  private func loses(by id: CommitID) throws(LibraryError) -> Bool {
    let before = snapshot()
    let kept = before.entries.keys.filter { before.catalogue.show($0)?.provider.isEmpty == false }
    guard !kept.isEmpty else { return false }
    let parts = try deriver.pastParts(try inCapsule { () throws(CapsuleError) in try capsule.commit(id) })
    let known = Set((parts.listed + parts.starter + parts.gone).map(\.id))
    return kept.contains { !known.contains($0) }
  }

  private func merge(_ id: CommitID) throws(LibraryError) {
    try writing { (derived, isAlone) throws(LibraryError) in
      _ = try insisting(&derived, isAlone) { (derived, isAlone) throws(LibraryError) in
        try merge(id, &derived, isAlone)
      }
    }
  }

  private func merge(
    _ id: CommitID, _ derived: inout Derived, _ isAlone: Bool
  ) throws(LibraryError) -> (commit: Commit, difference: Difference)? {
    let (own, other) = try inCapsule { () throws(CapsuleError) in (try capsule.headCommit(), try capsule.commit(id)) }
    var sources = own?.content.sources ?? [:]
    for (name, theirs) in other.content.sources { sources[name] = Self.later(sources[name], theirs) }
    let known = deriver.identities(of: derived.state)
    var introduced: [String: ShowID] = [:]
    var renamed: [ShowID: ShowID] = [:]
    for (key, theirs) in try Past(of: other, capsule).identities {
      // Two ids of one key are one show: the smaller one wins, on either side.
      let id = known[key].map { min($0, theirs) } ?? theirs
      if known[key] != id { introduced[key] = id }
      if let ours = known[key], ours != theirs { renamed[max(ours, theirs)] = id }
    }
    // What either side keeps for the user goes on; a show of which only a log tells is none yet.
    let before = (0..<derived.catalogue.count).map(derived.catalogue.show(at:)).filter { !$0.provider.isEmpty }
    let present = Set(before.map(\.id))
    let theirs = Past(other, capsule).kept.filter { !present.contains($0.id) }
    let change = CatalogueChange(
      draft: CommitDraft(provider: "", cause: CommitDraft.merge, sources: sources, merged: [id]), deriver: deriver,
      isAlone: isAlone, identities: known.merging(introduced) { _, new in new }, introduced: introduced,
      before: before + theirs, keeping: Set(theirs.map(\.id)))
    let files = try mergedFiles(own, other, renamed)
    return try change.apply(to: &derived, decoded: try deriver.decoded(sources)) { writer, draft in
      if !files.isEmpty { draft.files = writer.putTwice(files.bytes) }
      draft.salt = [own, other].compactMap { $0?.content.salt }.reduce(nil) { salt, other in
        salt.map { CapsuleSalt.older($0, other) } ?? other
      }
    }
  }

  /// The files beside the catalogue that either side keeps, under the ids that their shows have now.
  private func mergedFiles(
    _ own: Commit?, _ other: Commit, _ renamed: [ShowID: ShowID]
  ) throws(LibraryError) -> KeptFiles {
    try inCapsule { () throws(CapsuleError) in
      let ours = try capsule.keptFiles(of: own).renaming(renamed)
      return ours.merging(try capsule.keptFiles(of: other).renaming(renamed))
    }
  }

  /// The higher version, else what was fetched last; of equals the one with the smaller hash, so that both sides choose
  /// the same.
  private static func later(_ ours: Capsule.Source?, _ theirs: Capsule.Source) -> Capsule.Source {
    guard let ours, let mine = ours.current else { return theirs }
    guard let other = theirs.current else { return ours }
    let (left, right) = (mine.versionNumbers, other.versionNumbers)
    if !left.isEmpty, !right.isEmpty, left != right { return right.lexicographicallyPrecedes(left) ? ours : theirs }
    return (mine.fetched, other.sha256.hex) >= (other.fetched, mine.sha256.hex) ? ours : theirs
  }
}
