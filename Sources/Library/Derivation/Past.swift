import Anime
import Capsule
import GRDB

/// What the commits up to one state say.
struct Past: Sendable {
  /// The present commit, or the last before it that can be read; nil before the first.
  let commit: Commit?
  /// Which show each key ever seen means.
  private(set) var identities: [String: ShowID] = [:]
  /// Those among them that the index does not have; it has to forget the others where `isWhole`.
  private var unwritten: [String: ShowID] = [:]
  private var isWhole = true

  private let capsule: TimeCapsule

  /// What `commit` and those before it say, apart from the identities.
  init(_ commit: Commit?, _ capsule: TimeCapsule) {
    self.commit = commit
    self.capsule = capsule
  }

  /// What the commits up to the present one say; identities that the index has are not read again.
  init(capsule: TimeCapsule, index: LibraryIndex) throws(LibraryError) {
    self.init(try inCapsule { () throws(CapsuleError) in try capsule.headCommit() }, capsule)
    let written = index.read(IndexContents.init)?.head ?? ""
    if !written.isEmpty, let known = index.read(Identities.read), collect(after: written) {
      identities = known
      isWhole = false
    } else {
      unwritten = [:]
      _ = collect(after: "")
    }
    identities.merge(unwritten) { _, new in new }
  }

  /// Collects the identities of the commits after `written`; false where that is none of the present commit's past.
  private mutating func collect(after written: String) -> Bool {
    var next = commit
    while let commit = next {
      if commit.id.description == written { return true }
      if let object = commit.content.identities, let bytes = try? capsule.bytes(of: object) {
        unwritten.merge(IdentityLines.read(bytes)) { later, _ in later }
      }
      next = commit.parent.flatMap { try? capsule.commit($0) }
    }
    return written.isEmpty
  }

  /// Writes the identities that the index does not have.
  func writeIdentities(to database: Database) throws {
    if isWhole { try Identities.clear(database) }
    try Identities.write(unwritten, to: database)
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

  /// The shows that `provider` gives; where its file is damaged, those of the last whole one before.
  func decoded(_ provider: String, decoders: [String: CatalogueDecoder]) -> DecodedCatalogue? {
    var next = commit
    while let commit = next {
      guard let receipt = commit.content.sources[provider]?.current else { return nil }
      if let decoder = decoders[receipt.kind], let bytes = try? capsule.bytes(of: receipt),
        let decoded = try? decoder(bytes)
      {
        return decoded
      }
      next = commit.parent.flatMap { try? capsule.commit($0) }
    }
    return nil
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
      SetAside(version: $0.version, fetched: Instant(milliseconds: $0.fetched), missing: $0.missing)
    }
  }
}
