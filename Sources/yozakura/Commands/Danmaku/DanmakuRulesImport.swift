internal import ArgumentParser
internal import Danmaku

/// `danmaku rules import FILE [--rules NAME] [--dry-run]`
struct DanmakuRulesImport: Command {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Add a block list of another program to a set of rules.",
    discussion: """
      Lists are lines of text with /patterns/ and # remarks among them, Bilibili's exports in JSON or XML, or JSON \
      lists of texts. A set that is not there yet begins as the standard one. `mine` is in use unless config.toml \
      names another set with `rules = "NAME"` under [danmaku].
      """)
  static let schema = "danmaku-rules-import"
  static let lists = ["refused"]

  @Argument(help: "The list.", completion: .file())
  var file: String
  @Option(help: .init("The set to add to.", valueName: "name"))
  var rules = RuleFiles.mine
  @Flag(help: "Only tell what would be taken.")
  var dryRun = false
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard RuleFiles.builtIn[rules] == nil else {
      throw ValidationError("`\(rules)` is built in and cannot be changed.")
    }
    guard !rules.isEmpty, !rules.contains("/"), !rules.hasPrefix(".") else {
      throw ValidationError("“\(rules)” is no name for a file.")
    }
  }

  func answer(_ session: Session) throws -> Answer {
    guard let bytes = try TextFile.read(file) else { throw Failure(.notFound, "\(file): there is no such file.") }
    guard let list = BlockList(reading: bytes) else {
      throw Failure(.invalid, "\(file): it is no list of rules: those are text in UTF-8, without control characters.")
    }
    guard list.count + list.refused.count > 0 else { throw Failure(.invalid, "\(file): it is no list of rules.") }
    let files = session.ruleFiles
    let added = try add(list, to: files)
    return Answer(
      fields: {
        [
          ("rules", .string(rules)), ("file", .string(files.path(of: rules))), ("texts", .number(list.texts.count)),
          ("patterns", .number(list.patterns.count)), ("users", .number(list.users.count)), ("added", .number(added)),
          ("known", .number(list.count - added)),
          ("refused", .array(list.refused.map(\.json))),
        ]
      },
      say: { page in
        let verb = dryRun ? "Would add" : "Added"
        let known = list.count - added
        page.line(
          Page.Piece("\(verb) \(added) of \(list.count + list.refused.count) entries to `\(rules)`."),
          Page.Piece(known == 0 ? "" : known == 1 ? " 1 was there already." : " \(known) were there already.", .faint))
        for refusal in list.refused {
          page.line(Page.Piece("not taken: \(refusal.entry)  ", .plain), Page.Piece(refusal.reason.sentence, .faint))
        }
      })
  }

  /// Adds `list` to the set, or to a draft of it where it is only to be told what would be; answers how much that was.
  private func add(_ list: BlockList, to files: RuleFiles) throws -> Int {
    guard dryRun else { return try files.change(rules) { $0.add(list) } }
    var draft = try files.draft(of: rules)
    return draft.add(list)
  }
}

extension BlockList.Refusal {
  fileprivate var json: JSON { .object([("entry", .string(entry)), ("reason", .string(reason.sentence))]) }
}
