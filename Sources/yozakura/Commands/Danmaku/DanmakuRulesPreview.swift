internal import App
internal import ArgumentParser
internal import Danmaku

/// `danmaku rules preview FILE [--rules NAME]`
struct DanmakuRulesPreview: Command {
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "Tell how many comments of a file each rule would hide, with examples.",
    discussion: "Each rule is counted as if it were the only one; `danmaku stats --why` tells what all do together.")
  static let schema = "danmaku-rules-preview"
  static let lists = ["rules"]

  @Argument(help: "A file of comments, of any form that is read here.", completion: .file())
  var file: String
  @ArgumentParser.Option(help: .rules)
  var rules: String?
  @ArgumentParser.Option(help: .init("Print at most so many rules, the first ones.", valueName: "count"))
  var limit: Int?
  @OptionGroup var global: GlobalOptions

  func validate() throws { try LimitOptions.validate(limit) }

  func answer(_ session: Session) throws -> Answer {
    let comments = try DanmakuFile(at: file).comments
    let set = try session.rules(rules)
    var stage = LaneRules(columns: 1, lanes: 1)
    stage.crossing = Int(session.loaded.values.danmakuDuration * 1000)
    let previews = Array(set.rules.previews(of: comments, on: stage).prefix(limit ?? .max))
    return Answer(
      fields: {
        [
          ("file", .string(file)), ("set", .string(set.name)), ("comments", .number(comments.count)),
          ("rules", .array(previews.map { .object($0.fields(of: set.rules, comments)) })),
        ]
      },
      say: { page in
        page.table(
          previews.map { preview in
            [
              Page.Piece("\(preview.count)", preview.count > 0 ? .strong : .faint),
              Page.Piece(preview.rule.reason.rawName, .faint), Page.Piece(preview.rule.text(of: set.rules) ?? ""),
              Page.Piece(preview.texts(of: comments).joined(separator: " · "), .faint),
            ]
          }, flexible: 3)
      })
  }
}

extension RulePreview {
  fileprivate func fields(of rules: RuleSet, _ comments: Comments) -> [JSON.Field] {
    [
      ("reason", .string(rule.reason.rawName)), ("rule", .string(orNull: rule.text(of: rules))),
      ("count", .number(count)), ("examples", .array(texts(of: comments).map { .string($0) })),
    ]
  }

  /// What the examples say, each in one line.
  fileprivate func texts(of comments: Comments) -> [String] {
    examples.map { comments.words(at: $0).replacing("\n", with: " ") }
  }
}

extension RulePreview.Rule {
  /// The reason that comments keep which it hides.
  fileprivate var reason: HiddenReason {
    switch self {
    case .text: .text
    case .pattern: .pattern
    case .other(let reason): reason
    }
  }

  /// The text or the pattern; nil for other rules.
  fileprivate func text(of rules: RuleSet) -> String? {
    switch self {
    case .text(let index): rules.texts[index]
    case .pattern(let index): rules.patterns[index].source
    case .other: nil
    }
  }
}

extension HiddenReason {
  /// The word that scripts know it by.
  var rawName: String { "\(self)" }
}
