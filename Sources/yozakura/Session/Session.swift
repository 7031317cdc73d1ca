internal import Anime
internal import App
internal import Capsule
internal import HTTP
internal import Library
internal import Providers

/// The composition root: what this run of the program works with, each part made when it is first asked for.
///
/// A search needs the library and nothing else; neither the network nor the
/// configuration is touched for it.
final class Session {
  /// Where things are.
  let folders: Folders
  /// What the command line said for every command.
  let options: GlobalOptions

  init(folders: Folders = .current(), options: GlobalOptions) {
    self.folders = folders
    self.options = options
  }

  /// config.toml as it was found.
  private(set) lazy var loaded = LoadedConfiguration.read(folders.configurationFile)
  /// The words of answers. Failures and help stay English: they are what people search for and paste into reports.
  private(set) lazy var strings = Strings(language)
  /// The language of answers.
  private(set) lazy var language = loaded.values.language ?? InterfaceLanguage(locale: Environment.locale)
  /// The scale in which scores are typed and shown.
  var scoreScale: ScoreScale { loaded.values.scoreScale }
  /// Which titles are shown.
  private(set) lazy var titles = loaded.values.titles.preference(in: language)

  /// Where the catalogue comes from.
  var providers: ProvidersFile { ProvidersFile(path: folders.providersFile, lock: "\(folders.state)/providers.lock") }

  /// The library, opened when it is first asked for.
  var library: ShowLibrary {
    get throws {
      if let opened { return opened }
      let library = try ShowLibrary.open(
        LibraryOptions(
          dataFolder: folders.data, cacheFolder: folders.cache, program: ProgramVersion.number,
          starterDate: CivilDate(iso8601: StarterFacts.date) ?? CivilDate(year: 2026, month: 8, day: 15),
          starter: { Starter.catalogue },
          decoders: [BangumiData.kind: { bytes throws(Rejection) in try BangumiData.decode(bytes) }],
          partDecoders: [BangumiData.kind: { BangumiData.decodePart($0) }],
          reserve: { [folders] in LoadedConfiguration.read(folders.configurationFile).values.contentReserve }))
      opened = library
      return library
    }
  }
  private var opened: ShowLibrary?

  /// Damage in the capsule that was met and got past.
  var damage: [String] {
    let healed = opened?.healed.map { _ in strings.libraryHealed }
    return [healed].compactMap(\.self) + (opened?.findings.map(\.sentence) ?? [])
  }

  /// What asks servers for bytes; libcurl is loaded when it is first used.
  private(set) lazy var client = HTTPClient(userAgent: "yozakura/\(ProgramVersion.number)")

  /// What is known of the mirrors, read when it is first asked for.
  private(set) lazy var health = HealthStore(folder: folders.state)

  /// What brings providers up to date.
  var synchroniser: Synchroniser {
    get throws {
      Synchroniser(
        library: try library, client: client, memory: SyncMemory(folder: folders.state),
        feeds: FeedMemory(folder: folders.state), health: health,
        clock: { WallClock.machine })
    }
  }

  /// What the answer was looked up in, where that is not the present.
  var past: PastSnapshot?

  /// Now; while the past is looked at, the moment that was asked for.
  var now: Instant { past?.moment ?? WallClock.now }
  /// The user's zone.
  var zone: Zone { WallClock.zone }
}
