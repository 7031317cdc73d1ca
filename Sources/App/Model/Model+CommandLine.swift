import Anime
import TUI

extension Model {
  /// Does what was written behind `:`.
  mutating func run(_ text: String) -> [Effect] {
    let words = text.split(separator: " ").map(String.init)
    guard let name = words.first else { return [] }
    commandHistory.removeAll { $0 == text }
    commandHistory.append(text)
    let argument = words.dropFirst().joined(separator: " ")
    if let verb = Verb(rawValue: name), !argument.isEmpty || verb != .search { return run(verb, argument) }
    if let action = Self.action(name) { return perform(action) }
    alarm(world.strings.unknownVerb(name, name.nearest(in: Self.verbNames)))
    return []
  }

  private mutating func run(_ verb: Verb, _ argument: String) -> [Effect] {
    guard !argument.isEmpty else {
      alarm(world.strings.missingArgument(verb.usage))
      return []
    }
    switch verb {
    case .theme: return setTheme(argument)
    case .titles: return set("ui.titles", argument)
    case .lang: return set("ui.language", argument)
    case .set:
      let words = argument.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2 else {
        alarm(world.strings.missingArgument(verb.usage))
        return []
      }
      return set(words[0], words[1])
    case .season:
      guard let season = Season(argument) else {
        alarm(world.strings.unknownArgument(argument, Season(world.shown).description))
        return []
      }
      _ = go(to: .catalogue)
      catalogue.show(season, world)
    case .search:
      _ = go(to: .catalogue)
      catalogue.search(argument, world)
    case .asof: return argument == "now" ? returnToPresent() : travel(to: argument)
    case .danmaku:
      say(world.strings.loading(argument))
      return [.loadDanmaku(path: argument, ambiguity: world.ambiguity)]
    }
    return []
  }

  private mutating func setTheme(_ name: String) -> [Effect] {
    guard themeNames.contains(name) else {
      alarm(world.strings.message(for: .noSuchTheme(name, nearest: name.nearest(in: themeNames))))
      return []
    }
    world.configuration.theme = name
    guard let theme = Theme(builtIn: name, depth: colorDepth) else { return [.loadTheme(name)] }
    world.theme = theme
    return []
  }

  /// Sets an option for this run; the file is the user's.
  private mutating func set(_ name: String, _ text: String) -> [Effect] {
    if let warning = world.configuration.set(name, to: Self.value(text), file: ":set") {
      warn([warning])
      return []
    }
    world.strings = Strings(world.configuration.language ?? world.locale)
    refresh()
    say(world.strings.isSet(name, text))
    return name == "ui.theme" ? setTheme(text) : []
  }

  /// Reads `true`, `7`, `2.5`, `ja,zh-Hans` or a word.
  private static func value(_ text: String) -> ConfigurationValue {
    if let flag = Bool(text) { return .boolean(flag) }
    if let number = Int(text) { return .integer(number) }
    if let number = Double(text) { return .number(number) }
    guard text.contains(",") else { return .string(text) }
    return .array(text.split(separator: ",").map { .string(String($0.filter { $0 != " " })) })
  }

  // MARK: Completion

  /// The names that can stand first.
  static let verbNames = (Verb.allCases.map(\.rawValue) + Action.allCases.map(\.rawValue)).uniqued().sorted()

  /// The action of this name, or of its well-known short form.
  private static func action(_ name: String) -> Action? {
    name == "q" ? .quit : Action(rawValue: name)
  }

  /// The words that begin with `word` behind `head`.
  func completions(_ head: String, _ word: String) -> [String] {
    let words = head.split(separator: " ").map(String.init)
    return candidates(behind: words).filter { $0.hasPrefix(word) && $0 != word }
  }

  private func candidates(behind words: [String]) -> [String] {
    guard let first = words.first else { return Self.verbNames }
    switch (Verb(rawValue: first), words.count) {
    case (.theme, 1): return themeNames
    case (.titles, 1): return ["native", "interface"] + Language.allCases.map(\.rawValue)
    case (.lang, 1): return ["auto"] + InterfaceLanguage.allCases.map(\.rawValue)
    case (.season, 1): return (-8...4).reversed().map { Season(world.shown).advanced(by: $0).description }
    case (.asof, 1): return ["now"] + capsule.days(world)
    case (.set, 1): return Option.all.map(\.name)
    case (.set, 2): return words[1] == "ui.theme" ? themeNames : values(of: words[1])
    default: return []
    }
  }

  private func values(of name: String) -> [String] {
    guard let option = Option.all.first(where: { $0.name == name }) else { return [] }
    if case .boolean = option.standard { return ["true", "false"] }
    return option.choices
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it first stands.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
