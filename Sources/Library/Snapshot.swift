public import Anime

/// What the library knows at one moment; it never changes.
///
/// A screen keeps the snapshot that it was drawn from: neither disk nor network is
/// touched to read one.
public struct Snapshot: Sendable {
  /// All shows.
  public let catalogue: Catalogue
  /// What the user keeps, by show; only where something is kept.
  public let entries: [ShowID: ListEntry]
  /// What is here from each provider that ever gave something, in the order of their names.
  public let providers: [ProviderState]

  /// The capsule's state that this is made of.
  public var stamp: Catalogue.Stamp { catalogue.stamp }

  /// What the user keeps about `show`; an empty entry where nothing is kept.
  public func entry(for show: ShowID) -> ListEntry {
    entries[show] ?? ListEntry(show: show)
  }

  /// Finds the show that `reference` means: a local id, or `SITE:ID` as a site knows it.
  ///
  ///     snapshot.resolve("bangumi:400602")
  public func resolve(_ reference: String) -> Resolution {
    guard let reference = ShowReference(reference) else { return .none }
    let shows = catalogue.positions(reference).map(catalogue.id(at:))
    return shows.count > 1 ? .several(shows) : shows.first.map { .one($0) } ?? .none
  }
}

/// What a reference to a show means.
public enum Resolution: Hashable, Sendable {
  /// This show.
  case one(ShowID)
  /// Any of these: the site has one id for several shows of ours. Nothing is changed by such a reference.
  case several([ShowID])
  /// No show that is known here.
  case none
}

/// What is here from a provider.
public struct ProviderState: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// The version that is here, where the provider numbers them.
  public var version: String?
  /// When it was fetched.
  public var fetched: Instant
  /// The mirror that it came from.
  public var mirror: String
  /// How many shows it holds.
  public var showCount: Int
  /// The SHA-256 of the received bytes, in hexadecimal digits.
  public var digest: String
  /// An answer that nobody has accepted yet: it lacked too many shows, or another mirror gave it as the same version.
  public var setAside: SetAside?

  /// The state of the provider `name`.
  public init(
    name: String, version: String?, fetched: Instant, mirror: String, showCount: Int, digest: String,
    setAside: SetAside? = nil
  ) {
    self.name = name
    self.version = version
    self.fetched = fetched
    self.mirror = mirror
    self.showCount = showCount
    self.digest = digest
    self.setAside = setAside
  }

  /// An answer that was stored and not applied.
  public struct SetAside: Hashable, Sendable {
    /// Its version, where the provider numbers them.
    public var version: String?
    /// When it was fetched.
    public var fetched: Instant
    /// How many of the present shows it lacks.
    public var missing: Int
    /// Whether it is what another mirror gave as the version that is here.
    public var isDisputed: Bool

    /// The answer `version`, which lacks `missing` shows.
    public init(version: String?, fetched: Instant, missing: Int, isDisputed: Bool = false) {
      self.version = version
      self.fetched = fetched
      self.missing = missing
      self.isDisputed = isDisputed
    }
  }
}
