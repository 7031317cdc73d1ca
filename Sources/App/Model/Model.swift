public import Anime
public import TUI

/// Everything that the interface knows. A value: `update` changes it and returns what is to be done,
/// `draw` shows it; neither touches anything else.
public struct Model: Sendable {
  /// Whether the program goes on.
  public internal(set) var isRunning = true
  /// When it was last told that somebody is here; who opens the program is.
  public internal(set) var lastAttended: Instant

  var world: Surroundings
  var place = Place.tonight
  var layers: [Layer] = []
  var tonight = TonightScreen()
  var catalogue = CatalogueScreen()
  var schedule: ScheduleScreen
  var watchlist = WatchlistScreen()
  var capsule = CapsuleScreen()
  var mirrors = MirrorsScreen()
  /// The present state of the library, kept while the past is shown.
  var present: LibraryState?
  /// Whether the user came back, so that an answer which is still under way leads nowhere.
  var isPastUnwanted = false
  var prompt: Prompt?
  /// The keys of a sequence that is not complete.
  var pending: [Key] = []
  var notice: Notice?
  var commandHistory: [String] = []
  let themeNames: [String]
  let colorDepth: ColorDepth
  let isOffline: Bool
  /// Whether the program was opened for a stage, and ends with it.
  var isStageAlone: Bool
  /// When a mirror was last asked with success.
  var synced: Instant?
  /// What the network did before the sync that runs.
  var networkBefore = NetworkState.idle(synced: nil)
  /// When another process had the turn to sync, it is looked at again no sooner than this.
  var syncNotBefore = Instant(milliseconds: .min)
  /// When the sync began that runs.
  var syncBegan: Instant?
  /// When the first of the syncs failed that have failed since.
  var failingSince: Instant?
  /// Whether the user asked for the sync that runs.
  var isSyncAsked = false

  /// What a run begins with.
  public struct Start: Sendable {
    /// What the library holds.
    public var library: LibraryState
    /// What the user chose.
    public var configuration = Configuration()
    /// The keys.
    public var keymap = Keymap.standard
    /// The language of the locale.
    public var locale = InterfaceLanguage.english
    /// The look.
    public var theme: Theme
    /// The names of all themes that there are.
    public var themeNames: [String] = Array(Theme.builtIn.keys)
    /// How many colours the terminal shows.
    public var colorDepth: ColorDepth
    /// Now.
    public var now: Instant
    /// The user's zone.
    public var zone: Zone
    /// The size of the terminal.
    public var size: Size
    /// When a mirror was last asked with success.
    public var synced: Instant?
    /// What came of the followed shows since the interface was last looked at.
    public var news: [Arrival] = []
    /// Whether the user wants no network.
    public var isOffline = false
    /// The filters that the user saved, by name.
    public var savedFilters: [String: Filter] = [:]
    /// The user's rules for numbers of episodes.
    public var relations = EpisodeRelations()
    /// What flies at once; the program ends with this stage.
    public var stage: StageContent?
    /// Whether a film is played at once; the program ends with it.
    public var isTheatre = false
    /// How many colours the stage shows.
    public var stageDepth: ColorDepth

    /// A start with the defaults.
    public init(library: LibraryState, theme: Theme, colorDepth: ColorDepth, now: Instant, zone: Zone, size: Size) {
      self.library = library
      self.theme = theme
      self.colorDepth = colorDepth
      stageDepth = colorDepth
      self.now = now
      self.zone = zone
      self.size = size
    }
  }

  /// The interface as it is when it opens: Tonight.
  public init(_ start: Start) {
    let network: NetworkState =
      start.isOffline ? .failed(.offline, since: start.now, nextTry: nil) : .idle(synced: start.synced)
    world = Surroundings(
      library: start.library, configuration: start.configuration, theme: start.theme, keymap: start.keymap,
      network: network, now: start.now, zone: start.zone, size: start.size, locale: start.locale,
      relations: start.relations)
    world.savedFilters = start.savedFilters
    world.stageDepth = start.stageDepth
    world.news = start.news
    schedule = ScheduleScreen(today: world.today)
    themeNames = start.themeNames.sorted()
    colorDepth = start.colorDepth
    isOffline = start.isOffline
    synced = start.synced
    lastAttended = start.now
    isStageAlone = start.stage != nil || start.isTheatre
    if let content = start.stage { layers = [.stage(StageLayer(content, world))] }
    refresh()
  }

  /// What came of the followed shows since the interface was last looked at, as far as it is known.
  public var news: [Arrival] { world.news }

  /// How wide ambiguous characters are to be drawn.
  public var ambiguity: TextWidth.Ambiguity { world.ambiguity }

  /// Whether clicks and the wheel are wanted.
  public var wantsMouse: Bool { world.configuration.mouse }

  /// When the next tick is wanted: when something on the screen changes by itself.
  public var nextTick: Instant {
    let milliseconds = world.now.milliseconds
    let second = Instant(milliseconds: (milliseconds / 1000 + 1) * 1000)
    let minute = Instant(milliseconds: (milliseconds / 60_000 + 1) * 60_000)
    if case .stage(let stage) = layers.last, let change = stage.nextChange(world) { return min(change, second) }
    return showsSeconds ? second : minute
  }

  /// Whether something on the screen counts seconds.
  private var showsSeconds: Bool {
    if world.playing != nil || notice != nil || layers.isEmpty && place == .mirrors && mirrors.isCounting(world) {
      return true
    }
    switch world.network {
    case .syncing: return true
    case .failed(_, _, let nextTry?): return nextTry - world.now < .minutes(2)
    case .idle, .failed: return false
    }
  }

  /// The context of the keys.
  var context: KeyContext { layers.last?.context ?? place.context }

  /// The first key for `action` where the user is, as people read it; nil where there is none.
  func key(for action: Action) -> String? {
    world.keymap.key(for: action, in: context).map(KeyHint.text)
  }

  /// The show that the keys for shows are about.
  var selectedShow: ShowID? { screen.selectedShow(world) }

  /// The screen on top.
  var screen: any Screen { screen(on: layers.last) }

  /// The screen that is seen around the panel on top; nil where nothing is a panel there.
  var screenBehind: (any Screen)? {
    guard case .editor = layers.last else { return nil }
    return screen(on: layers.dropLast().last)
  }

  /// The screen of `layer`; without one that of the top bar.
  private func screen(on layer: Layer?) -> any Screen {
    switch layer {
    case .show(let screen): screen
    case .help(let screen): screen
    case .stage(let screen): screen
    case .editor(let screen): screen
    case nil:
      switch place {
      case .tonight: tonight
      case .catalogue: catalogue
      case .schedule: schedule
      case .watchlist: watchlist
      case .capsule: capsule
      case .mirrors: mirrors
      }
    }
  }

  /// Changes the screen on top.
  mutating func onTop<Result>(_ change: (inout any Screen, Surroundings) -> Result) -> Result {
    var screen = screen
    let result = change(&screen, world)
    put(screen)
    return result
  }

  private mutating func put(_ screen: any Screen) {
    switch screen {
    case let screen as ShowScreen: layers[layers.count - 1] = .show(screen)
    case let screen as HelpScreen: layers[layers.count - 1] = .help(screen)
    case let screen as EntryEditor: layers[layers.count - 1] = .editor(screen)
    case let screen as StageLayer: layers[layers.count - 1] = .stage(screen)
    case let screen as TonightScreen: tonight = screen
    case let screen as CatalogueScreen: catalogue = screen
    case let screen as ScheduleScreen: schedule = screen
    case let screen as WatchlistScreen: watchlist = screen
    case let screen as CapsuleScreen: capsule = screen
    case let screen as MirrorsScreen: mirrors = screen
    default: preconditionFailure("the model has no place for a \(type(of: screen))")
    }
  }

  /// Lets the screens on show take in what has changed.
  mutating func refresh() {
    switch place {
    case .tonight: tonight.refresh(world)
    case .catalogue: catalogue.refresh(world)
    case .schedule: schedule.refresh(world)
    case .watchlist: watchlist.refresh(world)
    case .capsule: capsule.refresh(world)
    case .mirrors: mirrors.refresh(world)
    }
    for index in layers.indices {
      switch layers[index] {
      case .show(var screen):
        screen.refresh(world)
        layers[index] = .show(screen)
      case .help(var screen):
        screen.refresh(world)
        layers[index] = .help(screen)
      case .stage(var screen):
        screen.refresh(world)
        layers[index] = .stage(screen)
      case .editor: break
      }
    }
  }
}
