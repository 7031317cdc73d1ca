import Anime

/// What of the schedule is shown.
struct ScheduleFilter: Hashable, Sendable {
  var isFollowedOnly = false
  var kind: Airing.Kind?
  var site: String?

  var places: PlaceFilter { PlaceFilter(kind: kind, sites: site.map { [$0] } ?? []) }

  /// Television, then streams, then both again.
  mutating func nextKind() {
    kind = kind == nil ? .tv : kind == .tv ? .stream : nil
    site = nil
  }

  /// One of `sites` after the other, then all again.
  mutating func nextSite(of sites: [String]) {
    kind = nil
    guard let site, let index = sites.firstIndex(of: site) else { return self.site = sites.first }
    self.site = index + 1 < sites.count ? sites[index + 1] : nil
  }

  /// What is left out, in a few words.
  func words(_ world: Surroundings) -> [String] {
    [
      isFollowedOnly ? world.strings.followedOnly : nil,
      kind.map { $0 == .tv ? world.strings.television : world.strings.streams },
      site.map(world.siteTitle),
    ].compactMap(\.self)
  }
}
