import Anime
import Capsule

/// Another catalogue in place of the present one: a commit, and the library to match.
struct CatalogueChange {
  /// What the commit will say; who gives what is in it, or put into it while it is recorded.
  var draft: CommitDraft
  let deriver: Deriver
  let isAlone: Bool
  /// What every key means.
  let identities: [String: ShowID]
  /// The keys among them that are new.
  let introduced: [String: ShowID]
  /// All shows that are here.
  let before: [Show]
  /// Shows that another capsule keeps for its user, whose list has not come yet.
  var keeping: Set<ShowID> = []

  /// Makes what the providers' files, `decoded`, say the catalogue; nil where another process committed meanwhile.
  ///
  /// A show that nobody lists any more stays where the user keeps something about it.
  func apply(
    to derived: inout Derived, decoded: [String: DecodedCatalogue],
    store: (CapsuleWriter, inout CommitDraft) -> Void = { _, _ in }
  ) throws(LibraryError) -> (commit: Commit, difference: Difference)? {
    let listing = draft.sources.merging(decoded.keys.map { ($0, Source(current: nil)) }) { old, _ in old }
    var parts = deriver.parts(listing, identities: identities) { decoded[$0] }
    let listed = Set((parts.listed + parts.starter).map(\.id))
    parts.gone = before.filter { show in
      !listed.contains(show.id) && (derived.entries[show.id] != nil || keeping.contains(show.id))
    }
    let difference = Difference(from: before, to: parts.shows)

    var draft = draft
    (draft.added, draft.changed, draft.removed) = (difference.added, difference.changed, difference.removed)
    // Packed before the lock is taken, and there before the commit counts: whoever is killed in between leaves nothing
    // that the next start would have to wait for.
    var packed = deriver.encode(parts, sequence: 0, observed: nil)
    var catalogue: Catalogue?
    let recorded = try deriver.record(draft.cause, over: derived.state.head) { writer in
      if !introduced.isEmpty { draft.identities = writer.putTwice(IdentityLines.bytes(introduced)) }
      draft.kept = parts.gone.isEmpty ? nil : writer.putTwice(ShowBody.bytes(parts.gone))
      store(writer, &draft)
      return draft
    } preparing: { commit in
      catalogue = deriver.prepare(&packed, for: commit)
    }
    guard let recorded, let catalogue else { return nil }
    derived = next(after: derived, recorded, catalogue)
    return (recorded, difference)
  }

  /// What `derived` is after `commit`, with index and catalogue to match.
  private func next(after derived: Derived, _ commit: Commit, _ catalogue: Catalogue) -> Derived {
    var next = derived
    let state = CapsuleState(token: (try? deriver.capsule.changeToken()) ?? derived.state.token, head: commit.id)
    next.catalogue = catalogue
    deriver.catalogues.settle(on: deriver.name(of: state))
    next.providers = Past(commit, deriver.capsule).providers
    // The ids that the log's shows are kept by depend on the catalogue.
    next.watchlist = nil
    // What another process appended meanwhile is not in `derived`, nor is the history that a merge takes in: the old
    // state stays, and all is made anew.
    guard isAlone, commit.content.merged == nil, state.token.hasSameLogs(as: derived.state.token) else { return next }
    next.state = state
    let contents = next.contents
    deriver.index.write { database in
      try contents.write(to: database)
      try Identities.write(introduced, to: database)
      try CommitSummary(commit, isThinned: false, isOwn: true).insert(into: database)
    }
    return next
  }
}

extension Deriver {
  /// Records what `draft` says, unless `head` is no longer the present commit.
  func record(
    _ purpose: String = "sync", over head: CommitID?, _ draft: (CapsuleWriter) -> CommitDraft,
    preparing prepare: (Commit) -> Void = { _ in }
  ) throws(LibraryError) -> Commit? {
    try inCapsule { () throws(CapsuleError) in
      try capsule.write(purpose) { writer throws(CapsuleError) in
        guard writer.head == head else { return nil }
        return try writer.record(draft(writer), preparing: prepare)
      }
    }
  }
}

extension Difference {
  /// The difference between all shows before and after.
  fileprivate init(from before: [Show], to after: [Show]) {
    self.init()
    var old = Dictionary(uniqueKeysWithValues: before.map { ($0.id, $0) })
    for show in after {
      switch old.removeValue(forKey: show.id) {
      case nil: added += 1
      case let former? where show.isGone && !former.isGone: removed += 1
      case let former? where former != show: changed += 1
      default: break
      }
    }
    removed += old.values.count { !$0.isGone }
  }
}
