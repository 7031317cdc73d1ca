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
      guard try setAside(merge, verdict: "lacks too many shows", over: commit, &derived) else { return nil }
    }
    return .setAside(missing: merge.missing, present: merge.present)
  }

  /// Stores the file as another opinion of what is here; false where another process committed meanwhile.
  func dispute(_ derived: inout Derived) throws(LibraryError) -> Bool {
    let commit = try inCapsule { () throws(CapsuleError) in try deriver.capsule.headCommit() }
    let source = commit?.content.sources[file.provider]
    if source?.current?.sha256 == digest { return true }
    // What waits for the user's word is not exchanged for something else under their eyes.
    if let kept = source?.setAside, kept.verdict != Receipt.disputed || kept.sha256 == digest { return true }
    let merge = Merge(decoded, from: file.provider, into: derived, deriver)
    return try setAside(merge, verdict: Receipt.disputed, over: commit, &derived)
  }

  private func apply(
    _ merge: Merge, over commit: Commit?, _ derived: inout Derived
  ) throws(LibraryError) -> Difference? {
    let sources = commit?.content.sources ?? [:]
    let past = commit.map { Past($0, deriver.capsule) }
    let change = CatalogueChange(
      draft: CommitDraft(provider: file.provider, cause: "sync", sources: sources), deriver: deriver,
      isAlone: isAlone, identities: merge.identities, introduced: merge.introduced, before: merge.before)
    return try change.apply(
      to: &derived,
      decoded: [file.provider: decoded].merging(
        sources.keys.filter { $0 != file.provider }.compactMap { name in
          past?.decoded(name, options: deriver.options).map { (name, $0) }
        }
      ) { first, _ in first }
    ) { writer, draft in
      draft.sources[file.provider] = Source(
        current: receipt(writer, over: sources[file.provider]?.current, merge, verdict: "accepted"))
    }?.difference
  }

  private func setAside(
    _ merge: Merge, verdict: String, over commit: Commit?, _ derived: inout Derived
  ) throws(LibraryError) -> Bool {
    guard let current = commit?.content.sources[file.provider]?.current else { return true }
    return try deriver.note("setAside", of: file.provider, over: commit, &derived, isAlone: isAlone) { writer, source in
      source.setAside = receipt(writer, over: current, merge, verdict: verdict)
    }
  }

  /// Stores the file and writes down what it is.
  private func receipt(
    _ writer: CapsuleWriter, over former: Receipt?, _ merge: Merge, verdict: String
  ) -> Receipt {
    let base = former.flatMap { try? deriver.capsule.manifest($0.manifest) }
    let manifest = writer.store(file.bytes, cuts: decoded.cuts(length: file.bytes.count), over: base)
    return Receipt(
      of: manifest, version: file.version, url: file.url, mirror: file.mirror, fetched: file.fetched.milliseconds,
      verdict: verdict, kind: file.kind, shows: decoded.shows.count, missing: merge.missing)
  }
}

extension Receipt {
  /// The verdict of what another mirror gave as the same version.
  static let disputed = "disputed"
}

extension Deriver {
  /// Commits a change of what is known about `provider` that changes no show; false where another process committed
  /// meanwhile.
  func note(
    _ cause: String, of provider: String, over commit: Commit?, _ derived: inout Derived, isAlone: Bool,
    _ change: (CapsuleWriter, inout Source) -> Void
  ) throws(LibraryError) -> Bool {
    guard var draft = commit?.content else { return true }
    (draft.provider, draft.cause, draft.identities) = (provider, cause, nil)
    (draft.added, draft.changed, draft.removed) = (0, 0, 0)
    (draft.merged, draft.thinned) = (nil, nil)
    let recorded = try record(over: derived.state.head) { writer in
      if var source = draft.sources[provider] {
        change(writer, &source)
        draft.sources[provider] = source
      }
      return draft
    } preparing: { [derived] commit in
      prepareSame(as: derived, for: commit)
    }
    guard recorded != nil else { return false }
    derived = try rebuild(from: nil, isAlone: isAlone)
    catalogues.settle(on: name(of: derived.state))
    return true
  }
}

extension DecodedCatalogue {
  /// Where a file of `length` bytes with these items is cut into pieces.
  func cuts(length: Int) -> [Int] {
    PieceCutter().cuts(
      items.map { PieceCutter.Item(range: $0.range, title: Array($0.title.utf8)) }, length: length)
  }
}
