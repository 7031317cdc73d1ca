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
  /// Where it has to be on.
  public var places: PlaceFilter
  /// Whether only the episode right after the watched ones is wanted; one whose number is not known is not.
  public var isNextOnly: Bool

  /// Whether releases in feeds are wanted too: they are on at no place.
  public var wantsReleases: Bool { scope != .complete && places == .all }

  /// A choice; each episode once unless said otherwise.
  public init(scope: Scope = .first, places: PlaceFilter = .all, isNextOnly: Bool = false) {
    self.scope = scope
    self.places = places
    self.isNextOnly = isNextOnly
  }
}
