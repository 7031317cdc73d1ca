internal import App
internal import ArgumentParser
internal import Danmaku

/// `danmaku rules`
struct DanmakuRules: CommandFamily {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "See, import and try sets of rules by which comments are shown.",
    subcommands: [
      DanmakuRulesList.self, DanmakuRulesShow.self, DanmakuRulesImport.self, DanmakuRulesExport.self,
      DanmakuRulesPreview.self,
    ])

  @OptionGroup var global: GlobalOptions
}

extension ArgumentHelp {
  /// The option that names a set of rules.
  static let rules = ArgumentHelp("The set of rules; else the one that config.toml names.", valueName: "name")
}

/// `danmaku rules list`
struct DanmakuRulesList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the sets of rules that there are; the one in use is marked.")
  static let schema = "danmaku-rules-list"
  static let lists = ["rules"]

  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let used = session.loaded.values.danmakuRules
    let rows = session.ruleFiles.names.map { RuleSetRow(name: $0, isUsed: $0 == used, in: session.ruleFiles) }
    return Answer(
      fields: { [("rules", .array(rows.map(\.json)))] },
      say: { page in page.table(rows.map(\.pieces), flexible: 3) })
  }
}

/// One of the sets that there are; a file that cannot be read is no reason not to list the others.
private struct RuleSetRow {
  private let name: String
  private let isUsed: Bool
  private let file: String?
  private let set: Result<RuleFiles.Named, Failure>

  init(name: String, isUsed: Bool, in files: RuleFiles) {
    self.name = name
    self.isUsed = isUsed
    set = Result { () throws(Failure) in try files.read(name) }
    file = if case .success(let set) = set { set.file } else { files.path(of: name) }
  }

  var json: JSON {
    var fields: [JSON.Field] = [("name", .string(name)), ("file", .string(orNull: file)), ("used", .bool(isUsed))]
    switch set {
    case .success(let set):
      fields += [
        ("texts", .number(set.rules.texts.count)), ("patterns", .number(set.rules.patterns.count)),
        ("users", .number(set.rules.users.count)), ("error", .null),
      ]
    case .failure(let failure):
      fields += [("texts", .null), ("patterns", .null), ("users", .null), ("error", .string(failure.message))]
    }
    return .object(fields)
  }

  var pieces: [Page.Piece] {
    let first = [Page.Piece(isUsed ? "●" : " ", .here), Page.Piece(name, isUsed ? .strong : .plain)]
    switch set {
    case .success(let set):
      return first + [
        Page.Piece(set.contents), Page.Piece(file ?? (set.editable == nil ? "built in" : "no file yet"), .faint),
      ]
    case .failure(let failure): return first + [Page.Piece("cannot be read", .bad), Page.Piece(failure.message)]
    }
  }
}

/// `danmaku rules show [NAME]`
struct DanmakuRulesShow: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a set of rules as the program understands it.")
  static let schema = "danmaku-rules-show"

  @Argument(help: .rules)
  var name: String?
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let set = try session.rules(name)
    let isUsed = set.name == session.loaded.values.danmakuRules
    return Answer(
      fields: { [("set", .object(set.fields(isUsed: isUsed) + set.rules.fields))] },
      say: { $0.verbatim(set.toml) })
  }
}

extension RuleFiles.Named {
  fileprivate func fields(isUsed: Bool) -> [JSON.Field] {
    [("name", .string(name)), ("file", .string(orNull: file)), ("used", .bool(isUsed))]
  }

  /// `3 texts, 1 pattern, 12 users`
  fileprivate var contents: String {
    func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
    return [count(rules.texts.count, "text"), count(rules.patterns.count, "pattern"), count(rules.users.count, "user")]
      .joined(separator: ", ")
  }
}

extension RuleSet {
  /// The rules for scripts, by the names that files have for them. Users are counted, never named.
  fileprivate var fields: [JSON.Field] {
    var colorFields: [JSON.Field] = [("colors", .array([])), ("onlyColors", .null)]
    switch colors {
    case .allBut(let colors): colorFields[0].value = Self.list(colors)
    case .only(let colors): colorFields[1].value = Self.list(colors)
    }
    return [
      ("duplicates", .bool(hidesDuplicates)), ("merge", .decimal(orNull: mergeWindow.map { Double($0) / 1000 })),
      ("texts", .array(texts.map { .string($0) })), ("patterns", .array(patterns.map { .string($0.source) })),
      ("users", .number(users.count)), ("modes", .array(modes.map { "\($0)" }.sorted().map { .string($0) })),
    ] + colorFields + [
      ("minimumWeight", .number(orNull: minimumWeight)), ("area", .number(area)),
      ("subtitleSafe", .number(subtitleSafe)), ("density", .number(orNull: density)),
    ]
  }

  private static func list(_ colors: Set<CommentColor>) -> JSON {
    .array(colors.map(\.hexadecimal).sorted().map { .string($0) })
  }
}
