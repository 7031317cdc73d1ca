public import Anime
import Capsule
public import Danmaku

extension ShowLibrary {
  /// Keeps comments that came, all in one commit; they are on the disk when this returns.
  ///
  /// Their senders are numbered under the capsule's salt before anything is written. What is replaced stays in the
  /// commits before. `cause` is what the time line calls it, "import" or "fetch".
  public func store(_ received: [ReceivedDanmaku], cause: String) throws(LibraryError) -> [DanmakuStored] {
    try changeFiles(from: CommitDraft.danmaku, cause: cause) { (files, salt, writer) throws(CapsuleError) in
      var batch = DanmakuBatch(over: files, salt: salt)
      for received in received {
        try batch.add(received, writer) { (try? capsule.bytes(of: $0)) != nil }
      }
      files = batch.files
      return (batch.results, isNew: !batch.isUnchanged)
    }
  }

  /// The comments that are kept, of all shows or of one, by show, episode and source; as of `commit`, where one is named.
  public func danmaku(
    of show: ShowID? = nil, in commit: CommitSummary? = nil
  ) throws(LibraryError) -> [StoredDanmaku] {
    let files = try inCapsule { () throws(CapsuleError) in
      guard let commit else { return try capsule.keptFiles(of: capsule.headCommit()) }
      return try capsule.keptFiles(of: capsule.commit(commit.id))
    }
    let kept = files.all.compactMap(StoredDanmaku.init).filter { show == nil || $0.key.show == show }
    return kept.sorted { ($0.key.show, $0.key.episode, $0.key.source) < ($1.key.show, $1.key.episode, $1.key.source) }
  }

  /// `rules` for comments that are kept: whom they block by a site's number they block by the capsule's too.
  public func rules(_ rules: RuleSet) throws(LibraryError) -> RuleSet {
    let head = try inCapsule { () throws(CapsuleError) in try capsule.headCommit() }
    return head?.content.salt.map { rules.salted(by: Salt($0)) } ?? rules
  }

  /// What the kept comments say.
  public func comments(of stored: StoredDanmaku) throws(LibraryError) -> Comments {
    let bytes = try inCapsule { () throws(CapsuleError) in try capsule.bytes(of: stored.file) }
    do {
      return try JSONLines.read(bytes).comments
    } catch {
      throw .unreadableDanmaku(name: stored.file.name, error)
    }
  }
}

extension ShowLibrary {
  /// What all of `stored` say together, each source moved by its offset in milliseconds; a comment that stands in
  /// several of them is there once. Of more sources than can be told apart the first are taken.
  public func comments(
    of stored: [StoredDanmaku], moved offsets: [String: Int]
  ) throws(LibraryError) -> Comments {
    var files: [(comments: Comments, offset: Int)] = []
    for stored in stored.prefix(CommentMerge.mostInputs) {
      files.append((try comments(of: stored), offsets[stored.key.source.description] ?? 0))
    }
    return CommentMerge(files).comments
  }
}

extension ShowLibrary {
  /// How the others of `stored` must be moved against the first to fit it, by what both say; nil where too little
  /// agrees.
  public func fits(of stored: [StoredDanmaku]) throws(LibraryError) -> [(stored: StoredDanmaku, fit: OffsetEstimate?)] {
    guard let first = stored.first else { return [] }
    let reference = try comments(of: first)
    return try stored.dropFirst().map { other throws(LibraryError) in
      (other, OffsetEstimate(of: try comments(of: other), to: reference))
    }
  }
}

extension Salt {
  /// The salt of a capsule.
  init(_ salt: CapsuleSalt) { self.init(low: salt.low, high: salt.high) }
}

extension CommitDraft {
  /// What stands in a provider's place in commits that are about comments.
  static let danmaku = "danmaku"
}
