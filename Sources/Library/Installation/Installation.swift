import Anime
import Capsule

/// The installing of one received file.
struct Installation {
  private let file: ReceivedFile
  private let decoded: DecodedCatalogue
  private let deriver: Deriver
  private let isAlone: Bool
  private let digest: Digest

  init(_ file: ReceivedFile, _ decoded: DecodedCatalogue, _ deriver: Deriver, _ isAlone: Bool) {
    self.file = file
    self.decoded = decoded
    self.deriver = deriver
    self.isAlone = isAlone
    digest = Digest(of: file.bytes)
  }

  /// Installs the file over `derived`; nil where another process committed meanwhile.
  func install(_ derived: inout Derived, settingAside: Bool) throws(LibraryError) -> Installed? {
    let commit = try inCapsule { () throws(CapsuleError) in try deriver.capsule.headCommit() }
    let source = commit?.content.sources[file.provider]
    if source?.current?.sha256 == digest { return .unchanged }

    let merge = Merge(decoded, from: file.provider, into: derived, deriver)
    guard merge.isRefused else {
      return try apply(merge, over: commit, &derived).map { .updated($0) }
    }
    guard settingAside else { return .guarded(missing: merge.missing, present: merge.present) }
    if source?.setAside?.sha256 != digest {
      guard try setAside(merge, over: commit, &derived) else { return nil }
    }
    return .setAside(missing: merge.missing, present: merge.present)
  }

  private func apply(
    _ merge: Merge, over commit: Commit?, _ derived: inout Derived
  ) throws(LibraryError) -> Difference? {
    let sources = commit?.content.sources ?? [:]
    let past = commit.map { Past($0, deriver.capsule) }
    var parts = deriver.parts(
      sources.merging([file.provider: Source(current: nil)]) { old, _ in old }, identities: merge.identities
    ) { name in
      name == file.provider ? decoded : past?.decoded(name, decoders: deriver.options.decoders)
    }
    let listed = Set((parts.listed + parts.starter).map(\.id))
    parts.gone = merge.before.filter { !listed.contains($0.id) && derived.entries[$0.id] != nil }
    let difference = Difference(from: merge.before, to: parts.shows)

    var draft = CommitDraft(
      provider: file.provider, cause: "sync", added: difference.added, changed: difference.changed,
      removed: difference.removed, sources: sources)
    let recorded = try record(over: derived.state.head) { writer in
      if !merge.introduced.isEmpty { draft.identities = writer.put(IdentityLines.bytes(merge.introduced)) }
      if !parts.gone.isEmpty { draft.kept = writer.put(ShowBody.bytes(parts.gone)) }
      draft.sources[file.provider] = Source(
        current: receipt(writer, over: sources[file.provider]?.current, merge, verdict: "accepted"))
      return draft
    }
    guard let recorded else { return nil }
    derived = next(after: derived, recorded, parts, merge.introduced)
    return difference
  }

  private func setAside(_ merge: Merge, over commit: Commit?, _ derived: inout Derived) throws(LibraryError) -> Bool {
    guard var draft = commit?.content, let current = draft.sources[file.provider]?.current else { return true }
    (draft.provider, draft.cause, draft.identities) = (file.provider, "setAside", nil)
    (draft.added, draft.changed, draft.removed) = (0, 0, 0)
    let recorded = try record(over: derived.state.head) { writer in
      draft.sources[file.provider]?.setAside = receipt(writer, over: current, merge, verdict: "lacks too many shows")
      return draft
    }
    guard recorded != nil else { return false }
    derived = try deriver.rebuild(from: nil, isAlone: isAlone)
    return true
  }

  /// Stores the file and writes down what it is.
  private func receipt(
    _ writer: CapsuleWriter, over former: Receipt?, _ merge: Merge, verdict: String
  ) -> Receipt {
    let items = decoded.items.map { PieceCutter.Item(range: $0.range, title: Array($0.title.utf8)) }
    let base = former.flatMap { try? deriver.capsule.manifest($0.manifest) }
    let manifest = writer.store(
      file.bytes, cuts: PieceCutter().cuts(items, length: file.bytes.count), over: base)
    return Receipt(
      of: manifest, version: file.version, url: file.url, mirror: file.mirror, fetched: file.fetched.milliseconds,
      verdict: verdict, kind: file.kind, shows: decoded.shows.count, missing: merge.missing)
  }

  /// Records what `draft` says, unless `head` is no longer the present commit.
  private func record(
    over head: CommitID?, _ draft: (CapsuleWriter) -> CommitDraft
  ) throws(LibraryError) -> Commit? {
    try inCapsule { () throws(CapsuleError) in
      try deriver.capsule.write("sync") { writer throws(CapsuleError) in
        guard writer.head == head else { return nil }
        return try writer.record(draft(writer))
      }
    }
  }

  /// What `derived` is after `commit`, with index and catalogue to match.
  private func next(
    after derived: Derived, _ commit: Commit, _ parts: CatalogueParts, _ introduced: [String: ShowID]
  ) -> Derived {
    var next = derived
    let state = CapsuleState(token: (try? deriver.capsule.changeToken()) ?? derived.state.token, head: commit.id)
    next.catalogue = deriver.pack(parts, observed: Instant(milliseconds: commit.time), state)
    next.providers = Past(commit, deriver.capsule).providers
    // The ids that the log's shows are kept by depend on the catalogue.
    next.watchlist = nil
    // What another process appended meanwhile is not in `derived`: the old state stays, and all is made anew.
    guard isAlone, state.token.hasSameLogs(as: derived.state.token) else { return next }
    next.state = state
    let contents = next.contents
    deriver.index.write { database in
      try contents.write(to: database)
      try Identities.write(introduced, to: database)
    }
    return next
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
