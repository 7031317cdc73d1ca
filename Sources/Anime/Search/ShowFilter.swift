/// Which shows are wanted. What is nil or empty does not restrict.
public struct ShowFilter: Hashable, Sendable {
  /// The words that the titles hold.
  public var text: String
  /// The season in which they began.
  public var season: Season?
  /// Series, films, OVAs, web series.
  public var kinds: Set<Show.Kind>
  /// The shows' own languages.
  public var languages: Set<Language>
  /// Upcoming, airing or ended.
  public var state: ShowState?
  /// No others than these: the followed ones, those of a status.
  public var only: Set<ShowID>?
  /// Whether their provider still lists them.
  public var isGone: Bool?

  /// A filter that lets everything pass where nothing is said.
  public init(
    text: String = "", season: Season? = nil, kinds: Set<Show.Kind> = [], languages: Set<Language> = [],
    state: ShowState? = nil, only: Set<ShowID>? = nil, isGone: Bool? = nil
  ) {
    self.text = text
    self.season = season
    self.kinds = kinds
    self.languages = languages
    self.state = state
    self.only = only
    self.isGone = isGone
  }

  /// Whether `show` passes at `now`, its text aside.
  func passes(_ show: ShowSummary, now: Instant) -> Bool {
    (season.map { $0.interval.contains(show.begin) } ?? true)
      && (kinds.isEmpty || kinds.contains(show.kind))
      && (languages.isEmpty || languages.contains(show.nativeLanguage))
      && (state.map { $0 == show.state(at: now) } ?? true)
      && (isGone.map { $0 == show.isGone } ?? true)
      && (only.map { $0.contains(show.id) } ?? true)
  }
}

/// Where a show stands in its own time.
public enum ShowState: String, CaseIterable, Sendable {
  case upcoming, airing, ended
}

extension ShowSummary {
  /// Where it stands at `now`; a film or an OVA ends when it begins.
  public func state(at now: Instant) -> ShowState {
    if begin > now { return .upcoming }
    if kind == .movie || kind == .ova { return .ended }
    return end.map { $0 < now } ?? false ? .ended : .airing
  }
}

/// The order of a list of shows.
public enum ShowOrder: String, CaseIterable, Sendable {
  /// As the search ranks them; the newest first where nothing was typed.
  case match
  /// The newest begin first.
  case newest
  /// By the folded native title.
  case title
  /// The newest season first, by title within it.
  case season
}

extension Catalogue {
  /// The shows that pass `filter` at `now`, and `isWanted` besides, in this order.
  public func positions(
    matching filter: ShowFilter, sorted order: ShowOrder = .match, now: Instant,
    where isWanted: (_ position: Int) -> Bool = { _ in true }
  ) -> [Int] {
    let found = search(filter.text).filter { filter.passes(summary(at: $0), now: now) && isWanted($0) }
    switch order {
    case .match:
      return found
    case .newest:
      return sort(found, by: newestFirst)
    case .title:
      return sort(found, by: titleOrder)
    case .season:
      let groups = Dictionary(grouping: sort(found, by: titleOrder)) { summary(at: $0).season }
      return groups.sorted { $0.key > $1.key }.flatMap(\.value)
    }
  }

  private func sort(_ found: [Int], by order: Positions) -> [Int] {
    var isFound = [Bool](repeating: false, count: count)
    for position in found { isFound[position] = true }
    return order.filter { isFound[$0] }
  }
}
