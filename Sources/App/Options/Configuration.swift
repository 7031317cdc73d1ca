public import Anime

/// What the user may choose, with the defaults.
public struct Configuration: Hashable, Sendable {
  /// The language of the interface; nil follows the locale.
  public var language: InterfaceLanguage?
  /// Which of a show's titles stands in lists.
  public var titles = TitleChoice.native
  /// How many cells a character of ambiguous width takes: 1 or 2.
  public var ambiguousWidth = 1
  /// The name of the theme.
  public var theme = "yozakura"
  /// Whether the mouse is used.
  public var mouse = true
  /// Minutes between two syncs in the background; nil never syncs there.
  public var syncInterval: Int? = 360
  /// The scale in which scores are typed and shown.
  public var scoreScale = ScoreScale.decimal
  /// Whether dates, counts and the status follow from each other.
  public var watchlistFollowsThrough = true
  /// The folders in which the user's own episodes lie.
  public var libraryFolders: [String] = []
  /// The hour at which a day of the schedule begins.
  public var dayBegins = 0
  /// The free bytes that content never takes.
  public var capsuleReserve = ReserveChoice.automatic
  /// Days for which the content of every commit is kept.
  public var retentionAll = 7
  /// Days for which the content of the last commit of each day is kept.
  public var retentionDaily = 60
  /// Days for which the content of the last commit of each week is kept.
  public var retentionWeekly = 365
  /// Days for which the content of the last commit of each month is kept; nil keeps it for ever.
  public var retentionMonthly: Int?
  /// Seconds in which a comment crosses the stage.
  public var danmakuDuration = 8.0
  /// The part of the stage's rows that comments use, in percent.
  public var danmakuArea = 100
  /// Whether comments fly faster where the media plays faster.
  public var danmakuFollowsSpeed = true
  /// In which Chinese characters comments are shown.
  public var danmakuScript = HanScript.asIs
  /// The name of the set of rules by which comments are shown.
  public var danmakuRules = "mine"
  /// Whether the list of comments stands beside the stage.
  public var danmakuList = false
  /// How the picture of a film is shown in the terminal.
  public var theatreCells = TheatreCells.auto
  /// Whether a film has a picture in the terminal.
  public var theatrePicture = true
  /// Where the sound of a film goes, by mpv's name; nil leaves it to mpv.
  public var theatreAudio: String?
  /// The folder for pictures of films, which may begin with `~`; nil is the user's own for pictures.
  public var screenshotFolder: String?
  /// What plays episodes in a window of its own.
  public var playerCommand = CommandTemplate.mpv
  /// After how much of an episode, in percent, it counts as watched.
  public var watchedAt = 85
  /// Whether chapters are skipped that are called as openings and endings are.
  public var skipsChapters = false
  /// The seconds between the end of an episode and the begin of the next; nil waits for the user.
  public var nextEpisodeDelay: Int? = 10
  /// Whether comments stay on the picture while it is paused.
  public var showsDanmakuWhilePaused = true
  /// How much of a comment covers a picture below it, in percent.
  public var danmakuOpacity = 100
  /// What is started for a notification; nil asks the desktop, else the terminal.
  public var notifyCommand: CommandTemplate?
  /// When nobody is notified.
  public var quietHours: QuietHours?

  /// The defaults.
  public init() {}

  /// When a day begins.
  public var dayBoundary: DayBoundary { DayBoundary(hour: dayBegins) }

  /// Reads config.toml: everything understood is taken, the rest comes back as warnings.
  ///
  /// `[keys]` belongs to the keymap and `[[danmaku.server]]` to those who fetch; both are left alone.
  public mutating func apply(_ table: ConfigurationTable, file: String) -> [ConfigurationWarning] {
    apply(table, prefix: "", file: file)
  }

  private mutating func apply(_ table: ConfigurationTable, prefix: String, file: String) -> [ConfigurationWarning] {
    var warnings: [ConfigurationWarning] = []
    for (name, value) in table.sorted {
      let path = prefix + name
      if path == "keys" || path == "danmaku.server" { continue }
      if Option.all.contains(where: { $0.name.hasPrefix(path + ".") }) {
        if case .table(let inner) = value {
          warnings += apply(inner, prefix: path + ".", file: file)
        } else {
          warnings.append(.badValue(path, value: value.description, expected: "[\(path)]", file))
        }
      } else if let warning = set(path, to: value, file: file) {
        warnings.append(warning)
      }
    }
    return warnings
  }

  /// Gives the option `name` a value; what was wrong where it could not be.
  public mutating func set(_ name: String, to value: ConfigurationValue, file: String) -> ConfigurationWarning? {
    guard let option = Option.all.first(where: { $0.name == name }) else {
      let names = Option.all.map(\.name) + Set(Option.all.map { String($0.name.prefix { $0 != "." }) }) + ["keys"]
      return .unknownKey(name, nearest: name.nearest(in: names), file)
    }
    if option.write(&self, value) { return nil }
    if case .string(let text) = value, !option.choices.isEmpty {
      return .unknownName(name, value: text, nearest: text.nearest(in: option.choices), file)
    }
    return .badValue(name, value: value.description, expected: option.expected, file)
  }
}

/// A language that the interface speaks; the raw values are those of `ui.language`.
public enum InterfaceLanguage: String, CaseIterable, Sendable {
  case english = "en"
  case japanese = "ja"
  case simplifiedChinese = "zh-Hans"

  /// The language of a locale such as `ja_JP.UTF-8`; English where it is none of ours.
  public init(locale: String) {
    if locale.hasPrefix("ja") {
      self = .japanese
    } else if locale.hasPrefix("zh") {
      self = .simplifiedChinese
    } else {
      self = .english
    }
  }

  /// The language of titles that fits.
  public var titles: Language {
    switch self {
    case .english: .english
    case .japanese: .japanese
    case .simplifiedChinese: .simplifiedChinese
    }
  }
}

/// Which of a show's titles stands in lists.
public enum TitleChoice: Hashable, Sendable {
  /// The one in the show's own language.
  case native
  /// The one in the language of the interface.
  case interface
  /// The first of these languages that the show has.
  case languages([Language])

  /// What it means for a reader of `language`.
  public func preference(in language: InterfaceLanguage) -> TitlePreference {
    switch self {
    case .native: .native
    case .interface: .interface(language.titles)
    case .languages(let languages): .languages(languages)
    }
  }
}
