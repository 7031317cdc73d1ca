internal import Anime
internal import App
internal import Danmaku
internal import Library
internal import MPV
internal import Playback
internal import Providers

/// What every viewing works with, as values that any thread may have.
struct PlayKit: Sendable {
  let library: ShowLibrary
  let configuration: Configuration
  /// The words over the picture.
  let words: PlayStrings
  /// The words about players.
  let playerWords: TheatreStrings
  /// Which titles are shown.
  let titles: TitlePreference
  /// What was found in the user's folders.
  let index: LocalIndexFile
  let log: ViewingLog
  /// The sets of rules for comments.
  let rules: RuleFiles
  /// Where comments can be fetched from; none where the network is not to be touched.
  let servers: [DanmakuServer]
  let fetcher: DanmakuFetcher
  let tags: DanmakuTags

  /// The title of `show`.
  func title(of show: ShowID) -> String {
    library.snapshot().catalogue.show(show)?.titles.display(titles) ?? show.description
  }

  /// The rules by which comments are shown; those of the user, or the standard ones where they cannot be read.
  func ruleSet(_ name: String? = nil) -> RuleSet {
    let named = try? rules.read(name ?? configuration.danmakuRules)
    let set = (named ?? RuleFiles.standard).rules
    return (try? library.rules(set)) ?? set
  }

  /// What counts as watched, what is skipped and what follows where `target` is played.
  func playbackRules(for target: PlayTarget) -> PlaybackRules {
    PlaybackRules(
      watchedAt: configuration.watchedAt, skipsChapters: configuration.skipsChapters,
      marks: (log.entry(of: target)?.skips ?? [:]).map { SkippedSpan($0.key.kind, $0.value) },
      countdown: configuration.nextEpisodeDelay.map { $0 * 1000 })
  }

  /// The keys of ours in a window.
  static let keys = [
    MPVKey("Ctrl+n", "next"), MPVKey("Ctrl+p", "previous"), MPVKey("Ctrl+x", "stay"), MPVKey("Ctrl+u", "undo"),
    MPVKey("Ctrl+b", "back"), MPVKey("Ctrl+d", "danmaku"), MPVKey("Ctrl+m", "more"), MPVKey("Ctrl+f", "fewer"),
    MPVKey("Ctrl+t", "opacity"), MPVKey("Ctrl+a", "area"), MPVKey("Ctrl+s", "screenshot"),
    MPVKey("Ctrl+,", "earlier"), MPVKey("Ctrl+.", "later"),
    MPVKey("Ctrl+o", "opening"), MPVKey("Ctrl+e", "ending"),
  ]

  /// The key that sends `word`.
  static func key(_ word: String) -> String { keys.first { $0.word == word }?.key ?? word }
}

extension Session {
  /// What every viewing works with.
  var playKit: PlayKit {
    get throws {
      let library = try library
      let (zone, boundary, now) = (zone, loaded.values.dayBoundary, InterfaceClock(now: now))
      // Whatever is wrong with them `config check` says; an episode plays without them.
      let servers = (try? danmakuServers.read()) ?? []
      return PlayKit(
        library: library, configuration: loaded.values, words: PlayStrings.of(language),
        playerWords: TheatreStrings.of(language), titles: titles,
        index: localIndex,
        log: ViewingLog(
          library: library, places: FilmPlaces(folder: folders.state),
          followsThrough: loaded.values.watchlistFollowsThrough,
          today: { boundary.civil(now.now, in: zone).date }),
        rules: ruleFiles, servers: servers.filter { !options.offline || $0.kind.isLocal },
        fetcher: DanmakuFetcher(client: client) { WallClock.now.milliseconds / 1000 },
        tags: DanmakuTags(folder: folders.state))
    }
  }
}
