public import Anime

/// How the mirrors of all providers do, as their screen and the bars tell it.
public struct MirrorsOverview: Hashable, Sendable {
  /// The providers, each with its mirrors, in the order of their file.
  public var providers: [ProviderLine]
  /// The fault of this side that makes every mirror fail; nil where there is none.
  public var localFault: NetworkCause?
  /// When this was looked at.
  public var now: Instant

  /// The mirrors of `providers`, as they were at `now`.
  public init(providers: [ProviderLine], localFault: NetworkCause? = nil, now: Instant) {
    self.providers = providers
    self.localFault = localFault
    self.now = now
  }

  /// One provider.
  public struct ProviderLine: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// The release of its data that is here.
    public var version: String?
    /// When that was fetched.
    public var fetched: Instant?
    /// Whether its mirrors give different bytes for one version.
    public var isDisputed: Bool
    /// Its mirrors, then what tells the version, in the order in which they are preferred.
    public var mirrors: [MirrorLine]

    /// The provider `name`.
    public init(
      name: String, version: String? = nil, fetched: Instant? = nil, isDisputed: Bool = false, mirrors: [MirrorLine]
    ) {
      self.name = name
      self.version = version
      self.fetched = fetched
      self.isDisputed = isDisputed
      self.mirrors = mirrors
    }
  }
}

extension MirrorsOverview {
  /// What gives content; what only tells versions is none of these.
  var mirrors: [MirrorLine] { providers.flatMap(\.mirrors).filter { $0.role == .mirror } }

  /// Whether the mirrors of some provider give different bytes for one version.
  var isDisputed: Bool { providers.contains(where: \.isDisputed) }
}
