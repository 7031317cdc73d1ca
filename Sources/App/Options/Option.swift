import Anime

/// A row of the one table of options, which the file, `config show`, `:set` and the manual read.
public struct Option: Sendable {
  /// Its name, `ui.language`.
  public let name: String
  /// The words that it accepts; empty where the value is free.
  public let choices: [String]
  /// What may stand there, for people.
  public let expected: String
  /// What it does, for the manual.
  public let meaning: String
  /// Its value in a configuration.
  public let read: @Sendable (Configuration) -> ConfigurationValue
  /// Puts a value in; false where it does not fit.
  let write: @Sendable (inout Configuration, ConfigurationValue) -> Bool

  /// What holds where nothing is said.
  public var standard: ConfigurationValue { read(Configuration()) }

  init(
    _ name: String, choices: [String] = [], expected: String? = nil, _ meaning: String,
    read: @escaping @Sendable (Configuration) -> ConfigurationValue,
    write: @escaping @Sendable (inout Configuration, ConfigurationValue) -> Bool
  ) {
    self.name = name
    self.choices = choices
    self.expected = expected ?? choices.map { "\"\($0)\"" }.joined(separator: ", ")
    self.meaning = meaning
    self.read = read
    self.write = write
  }

  static func flag(
    _ name: String, _ meaning: String, _ path: any WritableKeyPath<Configuration, Bool> & Sendable
  ) -> Option {
    Option(name, expected: "true, false", meaning) {
      .boolean($0[keyPath: path])
    } write: { configuration, value in
      guard case .boolean(let flag) = value else { return false }
      configuration[keyPath: path] = flag
      return true
    }
  }

  static func number(
    _ name: String, _ range: ClosedRange<Int>, _ meaning: String,
    _ path: any WritableKeyPath<Configuration, Int> & Sendable
  ) -> Option {
    Option(name, expected: "\(range.lowerBound) … \(range.upperBound)", meaning) {
      .integer($0[keyPath: path])
    } write: { configuration, value in
      guard case .integer(let number) = value, range.contains(number) else { return false }
      configuration[keyPath: path] = number
      return true
    }
  }
}

extension Option {
  /// Every option there is.
  public static let all: [Option] =
    interface + watchlist + schedule + library + capsule + danmaku + play + theatre + notify

  private static let interface: [Option] = [
    Option(
      "ui.language", choices: ["auto"] + InterfaceLanguage.allCases.map(\.rawValue),
      "The language of the interface; \"auto\" follows LC_ALL, LC_MESSAGES and LANG."
    ) {
      .string($0.language?.rawValue ?? "auto")
    } write: { configuration, value in
      guard case .string(let text) = value, text == "auto" || InterfaceLanguage(rawValue: text) != nil
      else { return false }
      configuration.language = InterfaceLanguage(rawValue: text)
      return true
    },
    Option(
      "ui.titles", choices: ["native", "interface"], expected: "\"native\", \"interface\", [\"zh-Hans\", \"ja\"]",
      """
      Which title of a show stands in lists: the one in its own language, the one in the language of the interface, \
      or the first that there is of a list of languages (ja, zh-Hans, zh-Hant, en).
      """
    ) {
      $0.titles.value
    } write: { configuration, value in
      guard let choice = TitleChoice(value) else { return false }
      configuration.titles = choice
      return true
    },
    number(
      "ui.ambiguous", 1...2,
      """
      How many cells the terminal gives to characters of ambiguous width. With 2, marks and boxes are drawn in ASCII, \
      so that no row can shift.
      """, \.ambiguousWidth),
    Option("ui.theme", expected: "\"yozakura\", \"hanami\", \"mono\"", "The theme: Themes/NAME.toml.") {
      .string($0.theme)
    } write: { configuration, value in
      guard case .string(let text) = value, !text.isEmpty, !text.contains("/") else { return false }
      configuration.theme = text
      return true
    },
    flag("ui.mouse", "Whether clicks and the wheel are used.", \.mouse),
    Option(
      "sync.interval", expected: "\"30m\", \"6h\", \"1d\", \"never\"",
      "How long the open interface waits between two syncs in the background; at least 10m."
    ) {
      .string($0.syncInterval.map(Self.interval) ?? "never")
    } write: { configuration, value in
      guard case .string(let text) = value else { return false }
      if text == "never" {
        configuration.syncInterval = nil
        return true
      }
      guard let minutes = Self.minutes(text), (10...100_000).contains(minutes) else { return false }
      configuration.syncInterval = minutes
      return true
    },
  ]

  private static let danmaku: [Option] = [
    Option(
      "danmaku.duration", expected: "2 … 60",
      "The seconds in which a comment crosses the stage."
    ) {
      .number($0.danmakuDuration)
    } write: { configuration, value in
      let seconds: Double? =
        switch value {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
      guard let seconds, (2...60).contains(seconds) else { return false }
      configuration.danmakuDuration = seconds
      return true
    },
    number("danmaku.area", 10...100, "The part of the stage's rows that comments use, in percent.", \.danmakuArea),
    flag(
      "danmaku.speedSync", "Whether comments fly faster where the media plays faster, or stay as long as ever.",
      \.danmakuFollowsSpeed),
    Option(
      "danmaku.script", choices: HanScript.allCases.map(\.rawValue),
      "In which Chinese characters comments are shown: as they are, simplified or traditional; Japanese stays."
    ) {
      .string($0.danmakuScript.rawValue)
    } write: { configuration, value in
      guard case .string(let text) = value, let script = HanScript(rawValue: text) else { return false }
      configuration.danmakuScript = script
      return true
    },
    Option(
      "danmaku.rules", expected: "\"mine\", \"standard\", \"none\", the name of a file in rules/",
      "The set of rules by which comments are shown: one that is built in, or rules/NAME.toml. What is blocked on the "
        + "stage goes to that file; mine begins as standard."
    ) {
      .string($0.danmakuRules)
    } write: { configuration, value in
      guard case .string(let text) = value, !text.isEmpty, !text.contains("/") else { return false }
      configuration.danmakuRules = text
      return true
    },
    flag("danmaku.list", "Whether the list of comments stands beside the stage at first.", \.danmakuList),
  ]

  /// Reads `30m`, `6h`, `1d`.
  private static func minutes(_ text: String) -> Int? {
    guard let unit = text.last, let count = Int(text.dropLast()), (1...100_000).contains(count) else { return nil }
    switch unit {
    case "m": return count
    case "h": return count * 60
    case "d": return count * 1440
    default: return nil
    }
  }

  private static func interval(_ minutes: Int) -> String {
    if minutes % 1440 == 0 { return "\(minutes / 1440)d" }
    return minutes % 60 == 0 ? "\(minutes / 60)h" : "\(minutes)m"
  }
}

extension TitleChoice {
  /// Reads what stands at `ui.titles`. Nil for anything else.
  init?(_ value: ConfigurationValue) {
    switch value {
    case .string("native"): self = .native
    case .string("interface"): self = .interface
    case .string(let text):
      guard let language = Language(rawValue: text) else { return nil }
      self = .languages([language])
    case .array(let values):
      let languages = values.compactMap { value -> Language? in
        if case .string(let text) = value { Language(rawValue: text) } else { nil }
      }
      guard !languages.isEmpty, languages.count == values.count else { return nil }
      self = .languages(languages)
    default: return nil
    }
  }

  var value: ConfigurationValue {
    switch self {
    case .native: .string("native")
    case .interface: .string("interface")
    case .languages(let languages): .array(languages.map { .string($0.rawValue) })
    }
  }
}
