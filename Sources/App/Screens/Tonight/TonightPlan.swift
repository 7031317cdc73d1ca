import Anime
import TUI

/// Works out the rows of Tonight.
struct TonightPlan {
  private let world: Surroundings
  private(set) var rows: [Rows<TonightItem>.Row] = []

  private var strings: Strings { world.strings }

  init(_ world: Surroundings) {
    self.world = world
    let day = Instant.Span.hours(24)
    let airings = world.catalogue.airings(
      in: world.shown - day..<world.shown + day, now: world.shown, notes: world.notes)
    let items = ShowAirings.rows(airings).compactMap { Self.item($0, world) }
    let sure = items.filter { !$0.mayHaveEnded }
    let news = newItems()
    let latest = news.count > Self.most(world) + 1 ? Array(news.prefix(Self.most(world))) : news
    let told = Set(latest.map { TonightItem.ID(show: $0.show, role: $0.role) })
    let mine = sure.filter { world.isMine($0.show) && !told.contains($0.newsID) }
    let others = sure.filter { !world.isMine($0.show) }
    let unsure = items.filter(\.mayHaveEnded)
    let watching = watchingItems()

    let begun = premieres(besides: Set(items.map(\.show)))

    add(latest, heading: strings.newSinceLook)
    if latest.count < news.count { rows.append(.text(strings.more(news.count - latest.count))) }
    if sure.isEmpty { addReason(hasUnsure: !unsure.isEmpty) }
    if !mine.isEmpty { addAirings(mine, heading: strings.followedHeading) }
    add(begun, heading: strings.beginsToday)
    add(watching, heading: strings.continueWatching)
    addComing(others.filter { $0.isAhead(of: world.shown) })
    add(others.reversed().filter { !$0.isAhead(of: world.shown) }, heading: strings.earlier)
    if sure.isEmpty { addSeason() }
    add(anniversaryItems(), heading: strings.onThisDay)
    add(unsure, heading: strings.mayHaveEnded)
  }

  /// How many of what is new are shown: a third of the rows, at least five, so that what is on tonight stays in sight.
  private static func most(_ world: Surroundings) -> Int { max(5, Layout.inside(world.layout.main).rows / 3) }

  /// The user's shows that begin today, and of whose hour nothing is known: films, and what is in no timetable.
  private func premieres(besides known: Set<ShowID>) -> [TonightItem] {
    world.catalogue.premieres(on: world.today, in: world.zone).compactMap { position in
      let show = world.catalogue.id(at: position)
      return world.isMine(show) && !known.contains(show) ? item(position, .premiere) : nil
    }
  }

  private static func item(_ airings: ShowAirings, _ world: Surroundings) -> TonightItem? {
    airings.first.map {
      TonightItem(
        show: $0.show, position: $0.position, role: .airing($0.at), mayHaveEnded: $0.mayHaveEnded,
        cells: TonightCells(airings, world))
    }
  }

  /// What came since the last look, the latest first; the past knows nothing of it.
  private func newItems() -> [TonightItem] {
    guard world.past == nil else { return [] }
    let news = world.news.reversed().filter { world.library[$0.show].isFollowed }
    return news.compactMap { arrival in
      world.catalogue.position(of: arrival.show).map {
        TonightItem(show: arrival.show, position: $0, role: .new(arrival.at), cells: TonightCells(arrival, world))
      }
    }
  }

  /// Why nothing is on: never an empty screen.
  private mutating func addReason(hasUnsure: Bool) {
    rows.append(.text(strings.nothingAirs))
    if hasUnsure, let newest = world.catalogue.newestBegin {
      rows.append(.text(strings.nothingAirsSince(world.date(newest))))
    }
    let stamp = world.catalogue.stamp
    if stamp.isStarterOnly, let date = stamp.starterDate {
      rows.append(.text(strings.nothingAirsStarter(date.yearAndMonth)))
      if !world.isOffline, let key = world.keymap.key(for: .sync, in: .tonight) {
        rows.append(.text(strings.starterHint(key)))
      }
    } else if let observed = stamp.observed, observed < world.shown - .days(7) {
      rows.append(.text(strings.nothingAirsStale(world.relative(observed))))
    }
  }

  /// The rows of `items`, with the present marked between past and future.
  private mutating func addAirings(_ items: [TonightItem], heading: String) {
    add(heading: heading)
    var hasPassed = items.first?.isAhead(of: world.shown) ?? true
    for item in items {
      if !hasPassed, item.isAhead(of: world.shown) {
        hasPassed = true
        addNow()
      }
      rows.append(.item(item))
    }
  }

  private mutating func addNow() {
    rows.append(.divider(world.present))
  }

  /// What comes next; where nothing stands above it, the clock is heading enough.
  private mutating func addComing(_ items: [TonightItem]) {
    guard !items.isEmpty else { return }
    if rows.isEmpty { addNow() } else { add(heading: strings.comingUp) }
    rows += items.map { .item($0) }
  }

  private mutating func add(_ items: [TonightItem], heading: String) {
    guard !items.isEmpty else { return }
    add(heading: heading)
    rows += items.map { .item($0) }
  }

  private mutating func add(heading: String) {
    if !rows.isEmpty { rows.append(.space) }
    rows.append(.heading(heading))
  }

  private func watchingItems() -> [TonightItem] {
    world.library.entries.values
      .filter { $0.status == .watching || $0.status == .rewatching }
      .sorted { ($1.changed?.milliseconds ?? 0, $0.show) < ($0.changed?.milliseconds ?? 0, $1.show) }
      .compactMap { world.catalogue.position(of: $0.show) }
      .map { item($0, .watching) }
  }

  /// This season; where the catalogue does not reach it, the newest that it knows of the last ten years.
  private mutating func addSeason() {
    let present = Season(world.shown)
    for season in (0..<40).lazy.map({ present.advanced(by: -$0) }) {
      let positions = world.catalogue.positions(in: season)
      guard !positions.isEmpty else { continue }
      let heading = season == present ? strings.thisSeason(season) : strings.season(season)
      return add(positions.prefix(60).map { item($0, .season) }, heading: heading)
    }
  }

  private func anniversaryItems() -> [TonightItem] {
    world.catalogue.anniversaries(on: world.today, in: world.zone).prefix(12).map { position in
      let years = world.today.year - world.zone.civil(world.catalogue.summary(at: position).begin).date.year
      return item(position, .anniversary(years: years))
    }
  }

  private func item(_ position: Int, _ role: TonightItem.Role) -> TonightItem {
    let show = world.catalogue.id(at: position)
    return TonightItem(
      show: show, position: position, role: role, cells: TonightCells(show, at: position, role, world))
  }
}

extension CivilDate {
  /// `2026-11`.
  var yearAndMonth: String { "\(year)-\(Strings.padded(month))" }
}
