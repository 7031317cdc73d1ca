import Anime

/// What is on in a run of days, found in one go.
struct ScheduleDays: Sendable {
  /// The first day.
  let first: CivilDate
  /// What is on, day by day, in order of time.
  private(set) var items: [[ScheduleItem]]
  /// The sites that stream something in these days, the busiest first.
  let sites: [String]

  /// No day.
  static let none = ScheduleDays(first: CivilDate(year: 1970, month: 1, day: 1), items: [], sites: [])

  private init(first: CivilDate, items: [[ScheduleItem]], sites: [String]) {
    self.first = first
    self.items = items
    self.sites = sites
  }

  /// What is on at `places` in `count` days from `first`.
  init(from first: CivilDate, count: Int, places: PlaceFilter, isFollowedOnly: Bool, _ world: Surroundings) {
    let boundary = world.dayBoundary
    let start = boundary.start(of: first, in: world.zone)
    let end = boundary.start(of: first.adding(days: count), in: world.zone)
    let all = world.catalogue.airings(in: start..<max(start, end), now: world.shown, notes: world.notes)
    let wanted = all.filter { airing in
      (!isFollowedOnly || world.isMine(airing.show)) && places.includes(airing, in: world.catalogue)
    }
    var items = Array(repeating: [ScheduleItem](), count: count)
    for row in ShowAirings.rows(wanted) {
      guard let airing = row.first else { continue }
      let index = world.civil(airing.at).date.daysSince1970 - first.daysSince1970
      guard items.indices.contains(index) else { continue }
      items[index].append(
        ScheduleItem(airings: row, first: airing, isMine: world.isMine(airing.show)))
    }
    self.init(first: first, items: items, sites: Self.busiest(all))
  }

  /// What is on on `date`.
  func items(on date: CivilDate) -> [ScheduleItem] {
    let index = date.daysSince1970 - first.daysSince1970
    return items.indices.contains(index) ? items[index] : []
  }

  private static func busiest(_ airings: [Airing]) -> [String] {
    var counts: [String: Int] = [:]
    for airing in airings { if let site = airing.site { counts[site, default: 0] += 1 } }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
