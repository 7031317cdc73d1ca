/// Which arrivals a consumer wants.
public struct AnnouncementChoice: Hashable, Sendable {
  /// How many times an episode is told.
  public enum Scope: Hashable, Sendable {
    /// Once, where it is on first.
    case first
    /// Once for television and once for each site.
    case each
    /// Not at all; only that a season is whole is told.
    case complete
  }

  /// How many times an episode is told.
  public var scope: Scope
  /// The keys of the wanted sites, `tv` for television; empty wants all.
  public var sites: Set<String>
  /// The regions in which a stream has to work, as ISO 3166 codes; empty wants all. Where nobody said, it works.
  public var regions: Set<String>
  /// Whether only the episode right after the watched ones is wanted; one whose number is not known is not.
  public var isNextOnly: Bool

  /// A choice; each episode once unless said otherwise.
  public init(
    scope: Scope = .first, sites: Set<String> = [], regions: Set<String> = [], isNextOnly: Bool = false
  ) {
    self.scope = scope
    self.sites = sites
    self.regions = regions
    self.isNextOnly = isNextOnly
  }

  /// The key that stands for television among `sites`.
  public static let television = "tv"

  /// Whether what is on in `lane` is wanted.
  func wants(_ lane: Lane) -> Bool {
    let isWanted = sites.isEmpty || sites.contains(lane.site ?? Self.television)
    guard lane.kind == .stream, !regions.isEmpty, !lane.regions.isEmpty else { return isWanted }
    return isWanted && !regions.isDisjoint(with: lane.regions)
  }
}
