/// What the catalogue was at one moment: which objects, from whom, verified how.
///
/// A commit holds the whole state, all providers, so that the head alone suffices.
public struct Commit: Equatable, Sendable, Identifiable {
  /// Its place in the order, and the hash of its file.
  public let id: CommitID

  /// The commit before it; nil for the first one, which follows the compiled-in starter.
  public let parent: CommitID?

  /// When it was made: milliseconds since 1970, as the wall clock had it. The order is by sequence.
  public let time: Int64

  /// The version of the program that made it.
  public let program: String

  /// What it says.
  public let content: CommitDraft
}

/// What a commit says.
public struct CommitDraft: Codable, Equatable, Sendable {
  /// The provider whose answer caused it.
  public var provider: String

  /// What was done, for instance "sync".
  public var cause: String

  /// How many shows it brought.
  public var added: Int

  /// How many shows it changed.
  public var changed: Int

  /// How many shows it took away.
  public var removed: Int

  /// What each provider gives, by its name.
  public var sources: [String: Source]

  /// An object of lines `key<tab>id`, one for each show that this commit introduces or links anew.
  ///
  /// It is the only record of them: a collection keeps those of every commit.
  public var identities: ObjectID?

  /// An object of lines of JSON, one for each show that no provider lists any more and that the user keeps
  /// something about; each commit holds all of them.
  public var kept: ObjectID?

  /// The object that lists the files which are kept beside the catalogue, in the form of `KeptFiles`; each commit
  /// names all of them.
  public var files: ObjectID?

  /// What people are numbered under; nil where nobody had to be yet.
  public var salt: CapsuleSalt?

  /// The newest commits of other capsules whose history this commit takes in.
  public var merged: [CommitID]?

  /// The short names of the commits whose content a collection gave up with this one.
  public var thinned: [String]?

  /// Says what a commit will say.
  public init(
    provider: String, cause: String, added: Int = 0, changed: Int = 0, removed: Int = 0, sources: [String: Source],
    identities: ObjectID? = nil, kept: ObjectID? = nil, files: ObjectID? = nil, salt: CapsuleSalt? = nil,
    merged: [CommitID]? = nil, thinned: [String]? = nil
  ) {
    self.provider = provider
    self.cause = cause
    self.added = added
    self.changed = changed
    self.removed = removed
    self.sources = sources
    self.identities = identities
    self.kept = kept
    self.files = files
    self.salt = salt
    self.merged = merged
    self.thinned = thinned
  }
}

extension CommitDraft {
  /// The cause of a commit that gives up the content of others.
  public static let collection = "collection"
  /// The cause of a commit that takes another capsule's history in.
  public static let merge = "merge"

  /// Every receipt in it.
  public var receipts: [Receipt] {
    sources.keys.sorted().flatMap { sources[$0]?.receipts ?? [] }
  }

  /// The objects in it that no provider has and that nothing can make again; each is stored twice.
  var irreplaceable: [ObjectID] { [identities, kept, files].compactMap(\.self) }
}

/// What one provider gives.
public struct Source: Codable, Equatable, Sendable {
  /// What applies; nil while nothing it sent was good enough.
  public var current: Receipt?

  /// What the change guard refused, until the user accepts it.
  public var setAside: Receipt?

  /// Describes what a provider gives.
  public init(current: Receipt?, setAside: Receipt? = nil) {
    self.current = current
    self.setAside = setAside
  }
}

extension Source {
  /// What applies, and what was set aside.
  var receipts: [Receipt] { [current, setAside].compactMap(\.self) }
}

/// What was received, from where, and what was thought of it.
public struct Receipt: Codable, Equatable, Sendable {
  /// The object that holds the manifest of what was received.
  public var manifest: ObjectID

  /// How many bytes were received, decompressed.
  public var length: Int

  /// Their SHA-256.
  public var sha256: Digest

  /// The version that the provider calls it by.
  public var version: String?

  /// Where it came from.
  public var url: String

  /// The mirror that gave it.
  public var mirror: String

  /// When it was received: milliseconds since 1970.
  public var fetched: Int64

  /// Why it was taken, or refused.
  public var verdict: String

  /// The kind of the provider, which tells how the bytes are to be read.
  public var kind: String

  /// How many shows it holds.
  public var shows: Int

  /// How many of the provider's shows of that moment it lacked.
  public var missing: Int

  /// Writes a receipt for what `manifest` lists.
  public init(
    of manifest: Manifest, version: String?, url: String, mirror: String, fetched: Int64, verdict: String,
    kind: String = "", shows: Int = 0, missing: Int = 0
  ) {
    self.manifest = manifest.id
    length = manifest.length
    sha256 = manifest.sha256
    self.version = version
    self.url = url
    self.mirror = mirror
    self.fetched = fetched
    self.verdict = verdict
    self.kind = kind
    self.shows = shows
    self.missing = missing
  }
}
