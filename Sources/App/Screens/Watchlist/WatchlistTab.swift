import Anime

/// A list within the watchlist: all of it, a status, what is followed whatever its status, or a saved filter.
enum WatchlistTab: Hashable, Sendable {
  case all
  case status(WatchStatus)
  case followed
  /// What the filter of this name lets pass.
  case saved(String)

  /// The tabs that everybody has, in their order.
  static let standard: [WatchlistTab] = [
    .all, .status(.watching), .status(.planned), .followed, .status(.rewatching), .status(.paused),
    .status(.completed), .status(.dropped),
  ]

  /// All tabs: those of the user's saved filters stand last.
  static func all(_ world: Surroundings) -> [WatchlistTab] {
    standard + world.savedFilters.keys.sorted().map { .saved($0) }
  }

  /// Whether it is shown though nothing is in it.
  var isConstant: Bool { self == .status(.watching) || self == .status(.planned) }

  func name(_ world: Surroundings) -> String {
    switch self {
    case .all: world.entryStrings.all
    case .status(let status): world.strings.status(status)
    case .followed: world.strings.followed
    case .saved(let name): "@\(name)"
    }
  }

  /// What it lets pass, made ready to be asked of many entries.
  func filter(_ world: Surroundings) -> (ListEntry) -> Bool {
    switch self {
    case .all: return { _ in true }
    case .status(let status): return { $0.status == status }
    case .followed: return { $0.isFollowed }
    case .saved(let name):
      guard let filter = world.savedFilters[name] else { return { _ in false } }
      let prepared = PreparedFilter(filter, in: world.filterScene)
      return { prepared.passes($0.show, entry: $0) }
    }
  }
}
