internal import Anime
internal import App
internal import Library
internal import Playback
internal import Player
internal import TUI
internal import TUINcurses

/// The open program: a terminal, a model, and what works beside them.
enum Interface {
  /// Opens the interface and returns when the user leaves it.
  ///
  /// All that a session may be asked is asked here, on the thread that owns it; the thread of the
  /// terminal gets values. Before the first frame nothing is touched but the mapped library and the
  /// user's configuration.
  ///
  /// With a `stage` or a `theatre` it opens on that, and ends with it; with a moment it begins by looking back at that.
  /// Returns why the film that was seen last could not be.
  @discardableResult
  static func run(
    _ session: Session, playing stage: StageContent? = nil, showing theatre: TheatreContent? = nil,
    of film: (target: PlayTarget, movesOn: Bool)? = nil,
    asOf moment: String? = nil
  ) throws -> PlayerFailure? {
    var setup = try InterfaceSetup(session)
    setup.stage = stage
    setup.theatre = theatre
    setup.film = film
    setup.moment = moment
    let ending = try run(setup, session)
    if let signal = ending.signal { Interrupt.note(signal) }
    if let text = ending.unwritten { Standard.talk(Page.cleaned(text) + "\n") }
    return ending.failure
  }

  /// How it ended: by which signal, what could not be written down, and why the last film was not played.
  private struct Ending: Sendable {
    var signal: Int32?
    var unwritten: String?
    var failure: PlayerFailure?
  }

  private static func run(_ setup: InterfaceSetup, _ session: Session) throws -> Ending {
    let synchroniser = try session.synchroniser
    let providers = session.providers
    let stateFolder = session.folders.state
    let dataFolder = session.folders.data
    return try Interruptible.run {
      try await UIThread.run { () -> Ending in
        let wake = WakePipe()
        let mailbox = Mailbox<Message> { wake.wake() }
        let terminal = try NcursesBackend(wake: wake, usesMouse: setup.configuration.mouse)
        defer { terminal.close() }
        let log = TheatreLog(setup.playKit, mailbox: mailbox)
        if let film = setup.film { log.expect(film.target, movesOn: film.movesOn) }
        let theatre = TheatreRunner(
          VideoPlayer.Configuration(program: HelperProgram.path, audioOutput: setup.configuration.theatreAudio),
          screenshots: ScreenshotFolder(setup.configuration), log: log, clock: setup.clock, mailbox: mailbox
        ) { wake.wake() }
        let runner = EffectRunner(
          library: setup.library, themes: setup.themes,
          sync: BackgroundSync(
            synchroniser: synchroniser, providers: providers, stateFolder: stateFolder,
            interval: setup.configuration.syncInterval, clock: setup.clock, mailbox: mailbox),
          capsule: CapsuleRunner(
            library: setup.library, folder: dataFolder, memory: VerificationMemory(folder: stateFolder),
            clock: setup.clock, zone: setup.zone, mailbox: mailbox),
          mirrors: MirrorRunner(synchroniser: synchroniser, providers: providers, mailbox: mailbox),
          danmaku: DanmakuRunner(
            library: setup.library, rules: setup.rules, ruleSet: setup.configuration.danmakuRules, mailbox: mailbox),
          theatre: theatre,
          files: LocalFileRunner(scan: setup.localScan, mailbox: mailbox),
          player: PlayRunner(setup.playKit, log: log, mailbox: mailbox),
          news: setup.newsRunner(mailbox), mailbox: mailbox)
        let news = setup.shownNews
        let theme = setup.theme(depth: terminal.colorDepth)
        var loop = RunLoop(
          terminal: terminal,
          model: setup.model(
            news, size: terminal.size, theme: theme.theme, depth: terminal.colorDepth, stageDepth: terminal.stageDepth),
          clock: setup.clock, mailbox: mailbox, runner: runner)
        loop.begin(setup.theatre)
        runner.begin()
        runner.perform(.loadMirrors)
        if let moment = setup.moment { runner.perform(.travel(to: moment)) }
        setup.troubles(theme).forEach(mailbox.post)
        loop.run()
        if setup.showsNews { setup.news.remember(loop.news, setup.library.snapshot(), now: setup.clock.now) }
        return Ending(signal: terminal.endingSignal, unwritten: log.unwritten, failure: theatre.failure)
      }
    }
  }
}

/// What the interface begins with, as values.
struct InterfaceSetup: Sendable {
  let library: ShowLibrary
  let configuration: Configuration
  let keymap: Keymap
  let themes: ThemeFiles
  /// The sets of rules for comments.
  let rules: RuleFiles
  let isOffline: Bool
  /// A look through the user's folders.
  let localScan: LocalScan
  /// What episodes are played with.
  let playKit: PlayKit
  /// The user's rules for numbers of episodes.
  private let relations: EpisodeRelations
  /// config.toml as it was found.
  private let loaded: LoadedConfiguration
  /// What is to fly at once.
  var stage: StageContent?
  /// The film that is to be played at once.
  var theatre: TheatreContent?
  /// What that film is, and whether other episodes follow it.
  var film: (target: PlayTarget, movesOn: Bool)?
  /// The moment to begin with.
  var moment: String?
  /// What came since the last look.
  let news: InterfaceNews
  /// The user's clock.
  let clock: InterfaceClock
  /// The user's zone.
  let zone: Zone
  private let synced: Instant?
  private let savedFilters: [String: Filter]

  init(_ session: Session) throws {
    library = try session.library
    loaded = session.loaded
    configuration = loaded.values
    keymap = loaded.keymap
    themes = ThemeFiles(folders: session.folders.themes)
    rules = session.ruleFiles
    isOffline = session.options.offline
    localScan = try session.localScan
    playKit = try session.playKit
    // A damaged file is named by `config check`; the interface opens without the filters that are in it.
    savedFilters = (try? session.savedFilters) ?? [:]
    clock = InterfaceClock(now: session.now)
    zone = session.zone
    relations = session.relations
    news = try InterfaceNews(session)
    let answered = SyncMemory(folder: session.folders.state).recall().values.compactMap { $0.answered }.max()
    synced = answered ?? library.snapshot().providers.map { $0.fetched }.max()
  }

  /// Whether it opens on Tonight as it is now, where what is new can be seen.
  var showsNews: Bool { stage == nil && theatre == nil && moment == nil }

  /// What is new and can be seen.
  var shownNews: [Arrival] { showsNews ? news.shown(library.snapshot(), now: clock.now) : [] }

  /// What looks for more of it while the interface is open; nil where it could not be seen.
  func newsRunner(_ mailbox: Mailbox<Message>) -> NewsRunner? {
    showsNews ? NewsRunner(news, library: library, clock: clock, mailbox: mailbox) : nil
  }

  /// The theme to begin with.
  func theme(depth: ColorDepth) -> FoundTheme {
    themes.find(configuration.theme, depth: depth, namedIn: loaded.path)
  }

  /// What is wrong in the user's files, and in the capsule.
  func troubles(_ theme: FoundTheme) -> [Message] {
    let warnings = loaded.warnings + theme.warnings
    let failures = [loaded.failure, theme.failure, library.findings.first?.sentence].compactMap(\.self)
    let healed: [Message] = library.healed == nil ? [] : [.healed]
    return healed + (warnings.isEmpty ? [] : [.warned(warnings)]) + failures.map { .failed(.other($0)) }
  }

  /// The model as it opens on a terminal of this size and colours, with what is new.
  func model(_ news: [Arrival], size: Size, theme: Theme, depth: ColorDepth, stageDepth: ColorDepth) -> Model {
    var start = Model.Start(
      library: LibraryState(library.snapshot()), theme: theme, colorDepth: depth, now: clock.now, zone: zone,
      size: size)
    start.configuration = configuration
    start.stageDepth = stageDepth
    start.keymap = keymap
    start.locale = InterfaceLanguage(locale: Environment.locale)
    start.themeNames = themes.names
    start.synced = synced
    start.isOffline = isOffline
    start.savedFilters = savedFilters
    start.relations = relations
    start.stage = stage
    start.isTheatre = theatre != nil
    start.news = news
    return Model(start)
  }
}

extension LibraryState {
  /// What the interface needs of a snapshot.
  init(_ snapshot: Snapshot) {
    self.init(catalogue: snapshot.catalogue, entries: snapshot.entries)
  }
}

/// The clock of an open interface: it goes as the machine's does, from where the session said that it is.
struct InterfaceClock: Sendable {
  private let ahead: Instant.Span

  init(now: Instant) {
    ahead = now - WallClock.machine
  }

  var now: Instant { WallClock.machine + ahead }
}
