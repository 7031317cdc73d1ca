internal import ArgumentParser
internal import Danmaku

/// `danmaku rules export [NAME] [--format F] [-o FILE]`
struct DanmakuRulesExport: Command {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a set of rules, as ours or for another program.",
    discussion: """
      Other programs know texts, patterns and users; what else a set holds is in ours alone. What would read back from \
      their forms as something else, such as a text of two lines from a list of lines, is left out, and counted.
      """)
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

    /// The form as a block list; nil for our own, which holds more than one.
    fileprivate var list: BlockListText.Form? {
      switch self {
      case .toml: nil
      case .bilibili: .json
      case .bilibiliXML: .xml
      case .text: .lines
      }
    }
  }

  func validate() throws {
    if global.json, output == nil { throw ValidationError("--json wants -o FILE: the rules take standard output.") }
  }

  func answer(_ session: Session) throws -> Answer {
    let set = try session.rules(name)
    let list = format.list.map { BlockListText(set.rules, as: $0) }
    let text = list?.text ?? set.toml
    let left = list?.leftOut ?? 0
    if let output { try TextFile.replace(output, with: text, makingFolder: false) }
    return Answer(
      fields: {
        [
          ("rules", .string(set.name)), ("format", .string(format.rawValue)), ("leftOut", .number(left)),
          ("file", .string(orNull: output)),
        ]
      },
      hint: left == 0
        ? nil : "\(Count.of(left, "rule")) left out: from this form they would read back as something else.",
      say: { page in if output == nil { page.verbatim(text) } })
  }
}
