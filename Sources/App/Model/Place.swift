/// One of the screens of the top bar.
enum Place: Int, CaseIterable, Sendable {
  case tonight = 1
  case catalogue, schedule, watchlist, capsule, mirrors

  var context: KeyContext {
    switch self {
    case .tonight: .tonight
    case .catalogue: .catalogue
    case .schedule: .schedule
    case .watchlist: .watchlist
    case .capsule: .capsule
    case .mirrors: .mirrors
    }
  }

  /// The place that `action` shows; nil for other actions.
  init?(_ action: Action) {
    switch action {
    case .showTonight: self = .tonight
    case .showCatalogue: self = .catalogue
    case .showSchedule: self = .schedule
    case .showWatchlist: self = .watchlist
    case .showCapsule: self = .capsule
    case .showMirrors: self = .mirrors
    default: return nil
    }
  }

  func name(_ strings: Strings) -> String {
    switch self {
    case .tonight: strings.tonight
    case .catalogue: strings.catalogue
    case .schedule: strings.schedule
    case .watchlist: strings.watchlist
    case .capsule: strings.capsule
    case .mirrors: strings.mirrors.title
    }
  }

  /// The place `count` places further, round and round.
  func advanced(by count: Int) -> Place {
    let all = Place.allCases
    return all[(rawValue - 1 + count + all.count) % all.count]
  }
}

/// A screen over the one of the top bar.
enum Layer: Sendable {
  case show(ShowScreen)
  case help(HelpScreen)
  case stage(StageLayer)
  /// The panel in which entries of the list are edited.
  case editor(EntryEditor)

  var context: KeyContext {
    switch self {
    case .show: .show
    case .help: .help
    case .stage: .stage
    // It takes all keys itself.
    case .editor: .browsing
    }
  }
}
