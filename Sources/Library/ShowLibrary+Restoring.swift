import Anime
public import Capsule

/// A step that the user took with the whole catalogue.
public struct CatalogueRestored: Hashable, Sendable {
  /// The commit that it made.
  public var commit: CommitID
  /// How the catalogue differs from the one before.
  public var difference: Difference
}

extension ShowLibrary {
  /// Makes what `commit` says the present catalogue again; one `undo` takes it back.
  @discardableResult
  public func restore(_ commit: CommitSummary) throws(LibraryError) -> CatalogueRestored {
    try step { (derived, isAlone) throws(LibraryError) in
      try restore(commit.id, &derived, isAlone)
    }
  }

  /// Makes what the change guard set aside of `provider` the catalogue; one `undo` takes it back.
  @discardableResult
  public func accept(_ provider: String) throws(LibraryError) -> CatalogueRestored {
    try step { (derived, isAlone) throws(LibraryError) in
      let head = try inCapsule { () throws(CapsuleError) in try capsule.headCommit() }
      guard let sources = head?.content.sources, var receipt = sources[provider]?.setAside else {
        throw .nothingSetAside(provider)
      }
      receipt.verdict = "accepted by the user"
      var draft = CommitDraft(provider: provider, cause: "accept", sources: sources)
      draft.sources[provider] = Source(current: receipt)
      let decoded = try deriver.decoded(draft.sources)
      guard let answer = decoded[provider] else { throw .unreadableFile(provider: provider) }
      let merge = Merge(answer, from: provider, into: derived, deriver)
      let change = CatalogueChange(
        draft: draft, deriver: deriver, isAlone: isAlone, identities: merge.identities, introduced: merge.introduced,
        before: merge.before)
      return try change.apply(to: &derived, decoded: decoded)
    }
  }

  /// Makes what the commit `id` says the present catalogue; nil where another process committed meanwhile.
  func restore(
    _ id: CommitID, _ derived: inout Derived, _ isAlone: Bool
  ) throws(LibraryError) -> (commit: Commit, difference: Difference)? {
    if let commit = commits.first(where: { $0.id == id }), commit.isThinned { throw .givenUp(commit) }
    let old = try inCapsule { () throws(CapsuleError) in try capsule.commit(id) }
    let decoded = try deriver.decoded(old.content.sources)
    let change = CatalogueChange(
      draft: CommitDraft(provider: "", cause: "restore", sources: old.content.sources), deriver: deriver,
      isAlone: isAlone, identities: deriver.identities(of: derived.state), introduced: [:],
      before: (0..<derived.catalogue.count).map(derived.catalogue.show(at:)))
    return try change.apply(to: &derived, decoded: decoded)
  }

  /// Takes a step with the catalogue, and writes down that the user took it.
  private func step(
    _ body: (inout Derived, Bool) throws(LibraryError) -> (commit: Commit, difference: Difference)?
  ) throws(LibraryError) -> CatalogueRestored {
    try writing { (derived, isAlone) throws(LibraryError) in
      let (before, made) = try insisting(&derived, isAlone, body)
      // The catalogue is another one now. Where this cannot be written down too, undo does not know of it; that is all.
      if let before {
        let step = CatalogueStep(from: before.description, to: made.commit.id.description)
        if let (_, appended) = try? append([], cause: .edit, catalogue: step, to: &derived) {
          keep([], appended, &derived, isAlone)
        }
      }
      return CatalogueRestored(commit: made.commit.id, difference: made.difference)
    }
  }

  /// Runs `body` until no other process commits in between.
  func insisting(
    _ derived: inout Derived, _ isAlone: Bool,
    _ body: (inout Derived, Bool) throws(LibraryError) -> (commit: Commit, difference: Difference)?
  ) throws(LibraryError) -> (before: CommitID?, made: (commit: Commit, difference: Difference)) {
    for _ in 0..<3 {
      let before = derived.state.head
      if let made = try body(&derived, isAlone) { return (before, made) }
      try deriver.refresh(&derived, isAlone: isAlone)
    }
    throw .busy
  }
}

extension Deriver {
  /// What each of `sources` gives; throws where one cannot be read.
  func decoded(_ sources: [String: Capsule.Source]) throws(LibraryError) -> [String: DecodedCatalogue] {
    var decoded: [String: DecodedCatalogue] = [:]
    for (name, source) in sources {
      guard let receipt = source.current else { continue }
      guard let decoder = options.decoders[receipt.kind] else { throw .unreadableFile(provider: name) }
      let bytes = try inCapsule { () throws(CapsuleError) in try capsule.bytes(of: receipt) }
      do {
        decoded[name] = try decoder(bytes)
      } catch {
        throw .unreadableFile(provider: name)
      }
    }
    return decoded
  }
}
