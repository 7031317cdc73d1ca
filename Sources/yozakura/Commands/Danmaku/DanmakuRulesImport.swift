internal import ArgumentParser
internal import Danmaku

/// `danmaku rules import FILE [--rules NAME] [--dry-run]`
struct DanmakuRulesImport: Command {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Add a block list of another program to a set of rules.",
    discussion: """
      Lists are lines of text with /patterns/ among them, Bilibili's exports in JSON or XML, or JSON lists of texts. A \
      set that is not there yet begins as the standard one. `mine` is in use unless config.toml names another set \
      with `rules = "NAME"` under [danmaku].
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
    let list = BlockList(reading: bytes)
    guard list.count + list.refused.count > 0 else { throw Failure(.invalid, "\(file): it is no list of rules.") }
    let files = session.ruleFiles
    var set = files.names.contains(rules) ? try files.read(rules).rules : .stage
    let added = set.add(list)
    if !dryRun { try files.write(set, as: rules) }
    return Answer(
      fields: {
        [
          ("rules", .string(rules)), ("file", .string(files.path(of: rules))), ("texts", .number(list.texts.count)),
          ("patterns", .number(list.patterns.count)), ("users", .number(list.users.count)), ("added", .number(added)),
          ("refused", .array(list.refused.map(\.json))),
        ]
      },
      say: { page in
        page.line(
          Page.Piece(
            "\(dryRun ? "Would add" : "Added") \(added) of \(list.count + list.refused.count) entries to `\(rules)`."))
        for refusal in list.refused {
          page.line(Page.Piece("not taken: \(refusal.entry)  ", .plain), Page.Piece(refusal.reason.sentence, .faint))
        }
      })
  }
}

extension BlockList.Refusal {
  fileprivate var json: JSON { .object([("entry", .string(entry)), ("reason", .string(reason.sentence))]) }
}

/// `danmaku rules export [NAME] [--format F] [-o FILE]`
struct DanmakuRulesExport: Command {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a set of rules, as ours or for another program.",
    discussion: "Other programs know texts, patterns and users; what else a set holds is in ours alone.")
  static let schema = "danmaku-rules-export"

  @Argument(help: .rules)
  var name: String?
  @Option(help: "toml is ours; bilibili is its JSON, bilibili-xml its XML, text one entry a line without users.")
  var format = Format.toml
  @Option(name: .shortAndLong, help: .init("The file to write; else standard output.", valueName: "file"))
  var output: String?
  @OptionGroup var global: GlobalOptions

  /// The forms in which rules are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case toml
    case bilibili
    case bilibiliXML = "bilibili-xml"
    case text
  }

  func validate() throws {
    if global.json, output == nil { throw ValidationError("--json wants -o FILE: the rules take standard output.") }
  }

  func answer(_ session: Session) throws -> Answer {
    let set = try session.rules(name)
    let text = set.rules.text(as: format)
    if let output { try TextFile.replace(output, with: text, makingFolder: false) }
    return Answer(
      fields: {
        [("rules", .string(set.name)), ("format", .string(format.rawValue)), ("file", .string(orNull: output))]
      },
      say: { page in if output == nil { page.verbatim(text) } })
  }
}

extension RuleSet {
  /// The set in one of the forms; an entry of a list reads back as what it is.
  fileprivate func text(as format: DanmakuRulesExport.Format) -> String {
    switch format {
    case .toml: toml
    case .bilibili: JSON.array(entries.map(Self.json)).text + "\n"
    case .bilibiliXML: "<filters>\n" + entries.map(Self.xml).joined() + "</filters>\n"
    case .text: (texts + patterns.map { "/\($0.source)/" }).map { "\($0)\n" }.joined()
    }
  }

  /// Texts, patterns and users as Bilibili numbers them.
  private var entries: [(type: Int, filter: String)] {
    texts.map { (0, $0) } + patterns.map { (1, $0.source) } + users.map(\.name).sorted().map { (2, $0) }
  }

  private static func json(_ entry: (type: Int, filter: String)) -> JSON {
    .object([("type", .number(entry.type)), ("filter", .string(entry.filter)), ("opened", .bool(true))])
  }

  private static func xml(_ entry: (type: Int, filter: String)) -> String {
    let letter = ["t", "r", "u"][entry.type]
    let filter = entry.filter.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    return "  <item enabled=\"true\">\(letter)=\(filter)</item>\n"
  }
}
