import Anime
import TUI

/// What every screen may look at, and none may change.
struct Surroundings: Sendable {
  var library: LibraryState {
    didSet {
      sites = Self.sites(of: library)
      notes = AiringNotes(library.entries, relations: notes.relations)
    }
  }
  /// The sites by their keys: the catalogue decodes them at each look.
  private(set) var sites: [String: Site] = [:]
  /// The filters that the user saved, by name.
  var savedFilters: [String: Filter] = [:]
  /// What the user noted about when shows are on.
  private(set) var notes: AiringNotes
  var configuration: Configuration
  var strings: Strings
  var theme: Theme
  var keymap: Keymap
  var network: NetworkState
  /// What came of the followed shows since the interface was last looked at.
  var news: [Arrival] = []
  /// What plays in a window beside the interface.
  var playing: NowPlaying?
  var now: Instant
  /// The moment that is looked back at; nil while the present is shown.
  var past: PastMoment?
  var zone: Zone
  var size: Size
  /// What the terminal has pixels for.
  var pixels = TerminalPixels()
  /// Whether nothing is drawn above the screen: pixels would be above that again.
  var showsPixels = true
  /// How many colours the stage shows.
  var stageDepth = ColorDepth.trueColor
  /// What the terminal's locale says; `ui.language` wins over it.
  var locale: InterfaceLanguage

  init(
    library: LibraryState, configuration: Configuration, theme: Theme, keymap: Keymap, network: NetworkState,
    now: Instant, zone: Zone, size: Size, locale: InterfaceLanguage, relations: EpisodeRelations
  ) {
    self.library = library
    sites = Self.sites(of: library)
    notes = AiringNotes(library.entries, relations: relations)
    self.configuration = configuration
    strings = Strings(configuration.language ?? locale)
    self.theme = theme
    self.keymap = keymap
    self.network = network
    self.now = now
    self.zone = zone
    self.size = size
    self.locale = locale
  }

  private static func sites(of library: LibraryState) -> [String: Site] {
    Dictionary(library.catalogue.sites.map { ($0.key, $0) }) { first, _ in first }
  }

  var catalogue: Catalogue { library.catalogue }
  var marks: Marks { configuration.ambiguousWidth == 1 ? .unicode : .ascii }
  var ambiguity: TextWidth.Ambiguity { configuration.ambiguousWidth == 1 ? .narrow : .wide }
  var layout: Layout { Layout(size) }
  var titlePreference: TitlePreference { configuration.titles.preference(in: strings.language) }
  /// The moment that the screens are about: the past one that is looked back at, or now.
  var shown: Instant { past?.asked ?? now }
  /// The day that the screens are about.
  var today: CivilDate { civil(shown).date }
  /// Whether the user wants no network: nothing that needs it is offered then.
  var isOffline: Bool {
    if case .failed(.offline, _, _) = network { true } else { false }
  }
  /// When a day begins for the user.
  var dayBoundary: DayBoundary { configuration.dayBoundary }

  /// The day and the time of an airing, by the user's zone and the hour at which the user's day begins.
  func civil(_ instant: Instant) -> CivilTime {
    dayBoundary.civil(instant, in: zone)
  }

  /// What the site of this key is called.
  func siteTitle(_ key: String) -> String {
    sites[key].map(strings.title(of:)) ?? key
  }

  /// `Fri 23:30` of a weekly broadcast, else the first day: when something is on from `start`, in the user's zone.
  func days(from start: Instant, _ broadcast: Broadcast?) -> String {
    let civil = civil(start)
    guard broadcast?.period == .days(7) else { return civil.date.description }
    return strings.weekly(strings.weekday(civil.date.weekday), Strings.clock(civil))
  }

  /// The title of the show at `position` in lists.
  func title(at position: Int) -> String {
    catalogue.summary(at: position).title(titlePreference)
  }

  /// The title of a show in messages.
  func title(of show: ShowID) -> String {
    catalogue.position(of: show).map(title(at:)) ?? show.description
  }

  /// How many cells the widest of `texts` takes.
  func widest(_ texts: some Sequence<String>) -> Int {
    texts.reduce(0) { max($0, TextWidth.of($1, ambiguity: ambiguity)) }
  }

  /// `22:30`, in the user's zone.
  func clock(_ instant: Instant) -> String {
    Strings.clock(zone.civil(instant))
  }

  /// `25:30`: when an airing is, in the user's zone, on the user's day.
  func airingClock(_ instant: Instant) -> String {
    Strings.clock(civil(instant))
  }

  /// `22:48 now`, or `then` where the past is shown: the present among what was and what comes.
  var present: String { "\(airingClock(shown)) \(past == nil ? strings.now : strings.then)" }

  /// `in 12m`, `3d ago`: how far `instant` is from `reference`, by default from the moment shown.
  func relative(_ instant: Instant, from reference: Instant? = nil) -> String {
    strings.relative(instant, now: reference ?? shown) { civil($0).date }
  }

  /// `3d ago`: when something was; what a clock that goes wrong puts after the present was just now.
  func ago(_ instant: Instant) -> String { relative(min(instant, now), from: now) }

  /// `Fri 25:30`, or `25:30` where that is the day of `reference`: by default of the moment shown.
  func dayAndClock(_ instant: Instant, seenFrom reference: Instant? = nil) -> String {
    let civil = civil(instant)
    let today = self.civil(reference ?? shown).date
    return civil.date == today ? Strings.clock(civil) : "\(strings.weekday(civil.date.weekday)) \(Strings.clock(civil))"
  }

  /// `2026-08-15`, in the user's zone.
  func date(_ instant: Instant) -> String {
    zone.civil(instant).date.description
  }
}

/// The little pictures that tell states by their shape; with ambiguous characters two cells wide they are ASCII.
struct Marks: Sendable {
  let followed: String
  let status: @Sendable (WatchStatus) -> String
  let separator: String
  let note: String
  let retry: String
  let rule: String
  let arrow: String
  let upDown: String
  let leftRight: String
  /// That there is more at the left, and at the right.
  let before, after: String
  let ascending: String
  let descending: String
  let chosen: String
  let pinned: String
  let head: String
  let lookedAt: String
  let thinned: String
  let setAside: String
  let minus: String
  let nothing: String
  let disputed: String
  let failedTry: String
  let playing: @Sendable (_ isPaused: Bool) -> String
  let mirror: @Sendable (MirrorState) -> String

  static let unicode = Marks(
    followed: "●",
    status: {
      switch $0 {
      case .planned: "○"
      case .watching: "◐"
      case .completed: "✓"
      case .paused: "◌"
      case .dropped: "✗"
      case .rewatching: "↻"
      }
    }, separator: " · ", note: "✎", retry: "⟳", rule: "─", arrow: "→", upDown: "↑↓", leftRight: "←→", before: "‹",
    after: "›",
    ascending: "▲", descending: "▼", chosen: "▌",
    pinned: "◆", head: "●", lookedAt: "◉", thinned: "◌", setAside: "△", minus: "−", nothing: "–", disputed: "△",
    failedTry: "×", playing: { $0 ? "‖" : "▶" },
    mirror: {
      switch $0 {
      case .unknown: "◌"
      case .good: "●"
      case .probing: "◐"
      case .open: "○"
      case .busy: "◷"
      case .refusing: "⊘"
      case .distrusted: "✗"
      }
    })

  static let ascii = Marks(
    followed: "*",
    status: {
      switch $0 {
      case .planned: "o"
      case .watching: ">"
      case .completed: "v"
      case .paused: "="
      case .dropped: "x"
      case .rewatching: "@"
      }
    }, separator: " - ", note: "\"", retry: "~", rule: "-", arrow: "->", upDown: "Up Down",
    leftRight: "Left Right", before: "<", after: ">", ascending: "^", descending: "v", chosen: "+",
    pinned: "#", head: "*", lookedAt: "@", thinned: ".", setAside: "!", minus: "-", nothing: "-", disputed: "!",
    failedTry: "x", playing: { $0 ? "||" : ">" },
    mirror: {
      switch $0 {
      case .unknown: "?"
      case .good: "*"
      case .probing: ">"
      case .open: "o"
      case .busy: "~"
      case .refusing: "/"
      case .distrusted: "x"
      }
    })
}

extension WatchStatus {
  /// How its mark looks.
  var style: StyleName {
    switch self {
    case .watching, .rewatching: .markWatching
    case .completed: .markDone
    case .planned: .mark
    case .paused, .dropped: .markOff
    }
  }
}
