import Anime
import Capsule
import GRDB

/// What the commits up to one state say.
struct Past: Sendable {
  /// The present commit, or the last before it that can be read; nil before the first.
  let commit: Commit?
  /// Which show each key ever seen means.
  private(set) var identities: [String: ShowID] = [:]
  /// What the index does not have of the history; it has to forget what it has where `isWhole`.
  private var news = CommitHistory()
  private var unwritten: [String: ShowID] = [:]
  private var isWhole = true

  private let capsule: TimeCapsule

  /// What `commit` and those before it say, apart from the identities.
  init(_ commit: Commit?, _ capsule: TimeCapsule) {
    self.commit = commit
    self.capsule = capsule
  }

  /// What the commits up to the present one say; what the index has is not read again.
  init(capsule: TimeCapsule, index: LibraryIndex) throws(LibraryError) {
    self.init(try inCapsule { () throws(CapsuleError) in try capsule.headCommit() }, capsule)
    let written = index.read(IndexContents.init).flatMap { CommitID($0.head) }
    if let written, let ids = index.read(TimeLine.ids), let known = index.read(Identities.read),
      try collect(isKnown: { ids.contains($0.description) }), news.met == written
    {
      identities = known.merging(unwritten) { _, new in new }
      isWhole = false
    } else {
      _ = try collect(isKnown: { _ in false })
      identities = unwritten
    }
  }

  /// What `commit` and those before it say, all of it read from the capsule.
  init(of commit: Commit, _ capsule: TimeCapsule) throws(LibraryError) {
    self.init(commit, capsule)
    _ = try collect(isKnown: { _ in false })
    identities = unwritten
  }

  /// Reads the commits that `isKnown` does not know, and the identities that they introduce.
  private mutating func collect(isKnown: (CommitID) -> Bool) throws(LibraryError) -> Bool {
    guard let commit else { return true }
    news = try inCapsule { () throws(CapsuleError) in try capsule.history(from: commit.id, isKnown: isKnown) }
    unwritten = [:]
    // What another capsule's commits introduced, the commit that took them in says again.
    for object in news.line.compactMap(\.content.identities) {
      guard let bytes = try? capsule.bytes(of: object) else { continue }
      unwritten.merge(IdentityLines.read(bytes)) { later, _ in later }
    }
    return true
  }

  /// Writes what the index does not have.
  func writeHistory(to database: Database) throws {
    if isWhole {
      try Identities.clear(database)
      try TimeLine.clear(database)
    }
    try Identities.write(unwritten, to: database)
    try TimeLine.write(news, database)
  }
}

// MARK: - What was received

extension Past {
  /// What each provider gives.
  var sources: [String: Capsule.Source] { commit?.content.sources ?? [:] }

  /// When the commit was made.
  var observed: Instant? { commit.map { Instant(milliseconds: $0.time) } }

  /// The shows that no provider lists any more, and that the user keeps something about.
  var kept: [Show] {
    guard let object = commit?.content.kept, let bytes = try? capsule.bytes(of: object) else { return [] }
    return ShowBody.read(bytes)
  }

  /// What is here from each provider.
  var providers: [ProviderState] {
    sources.sorted { $0.key < $1.key }.compactMap { ProviderState(name: $0.key, $0.value) }
  }

  /// So many files before a damaged one are tried whole.
  private static let standIns = 3

  /// The shows that `provider` gives. Where its file is damaged, those of one of the last whole ones before; where
  /// there is none, what can be read of it.
  func decoded(_ provider: String, options: LibraryOptions) -> DecodedCatalogue? {
    var next = commit
    var tried: [Receipt] = []
    while let commit = next, tried.count <= Self.standIns {
      guard let receipt = commit.content.sources[provider]?.current else { break }
      if tried.last?.manifest != receipt.manifest {
        if let decoder = options.decoders[receipt.kind], let bytes = try? capsule.bytes(of: receipt),
          let decoded = try? decoder(bytes)
        {
          return decoded
        }
        if tried.isEmpty { capsule.note(.contentDamaged(provider: provider)) }
        tried.append(receipt)
      }
      next = commit.parent.flatMap { try? capsule.commit($0) }
    }
    guard let newest = tried.first, let decode = options.partDecoders[newest.kind] else { return nil }
    return whole(newest, decode)
  }

  /// The shows in those pieces of a damaged file that are whole.
  private func whole(_ receipt: Receipt, _ decode: PartDecoder) -> DecodedCatalogue? {
    guard let manifest = try? capsule.manifest(receipt.manifest) else { return nil }
    let reader = capsule.pieces
    var catalogue = DecodedCatalogue()
    var seen: Set<String> = []
    for piece in manifest.pieces {
      for item in (try? reader.bytes(piece)).map(decode) ?? [] {
        var show = item.show
        if identities[item.otherKey] != nil || seen.contains(show.key) { show.key = item.otherKey }
        if seen.insert(show.key).inserted { catalogue.shows.append(show) }
      }
    }
    return catalogue
  }
}

extension ProviderState {
  /// Nil where nothing of the provider's applies.
  init?(name: String, _ source: Capsule.Source) {
    guard let receipt = source.current else { return nil }
    self.init(
      name: name, version: receipt.version, fetched: Instant(milliseconds: receipt.fetched), mirror: receipt.mirror,
      showCount: receipt.shows, digest: receipt.sha256.hex)
    setAside = source.setAside.map {
      SetAside(
        version: $0.version, fetched: Instant(milliseconds: $0.fetched), missing: $0.missing,
        isDisputed: $0.verdict == Receipt.disputed)
    }
  }
}
