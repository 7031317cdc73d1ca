internal import App
internal import ArgumentParser
internal import Danmaku
internal import TUI

/// How many comments a stage shows and why it hides the others: what `danmaku stats --why` adds.
struct DanmakuReasons {
  /// The options that ask for it.
  struct Options: ParsableArguments {
    @Flag(help: "Tell how many comments a stage shows, and why it hides the others.")
    var why = false
    @ArgumentParser.Option(help: .rules)
    var rules: String?
    @ArgumentParser.Option(help: .init("Cells from the left to the right of the stage, for --why.", valueName: "count"))
    var columns = 120
    @ArgumentParser.Option(help: .init("Rows of the stage, for --why.", valueName: "count"))
    var lanes = 30

    func validate() throws {
      guard 1...10_000 ~= columns, 1...10_000 ~= lanes else {
        throw ValidationError("A stage has 1 to 10,000 columns and lanes.")
      }
    }
  }

  private let comments: Comments
  private let set: RuleFiles.Named
  private let ruling: Ruling
  private let layout: LaneLayout
  private let options: Options

  init(_ comments: Comments, _ options: Options, _ session: Session) throws {
    let configuration = session.loaded.values
    set = try session.rules(options.rules)
    var lanes = LaneRules(columns: options.columns, rows: options.lanes, rules: set.rules)
    lanes.crossing = Int(configuration.danmakuDuration * 1000)
    let sizes = CommentSizes(comments) {
      TextWidth.of($0, ambiguity: configuration.ambiguousWidth == 2 ? .wide : .narrow)
    }
    ruling = set.rules.ruling(of: comments, life: lanes.crossing)
    layout = LaneLayout(comments, sizes: sizes, rules: lanes, ruling: ruling)
    self.comments = comments
    self.options = options
  }

  /// How many are hidden, by the reason.
  private var hidden: [HiddenReason: Int] {
    comments.indices.reduce(into: [:]) { counts, position in
      if let reason = hiddenReason(at: position) { counts[reason, default: 0] += 1 }
    }
  }

  /// Why the comment at `position` is hidden; nil where it is not. One that stands where its author put it needs no lane.
  private func hiddenReason(at position: Int) -> HiddenReason? {
    guard case .hidden(let reason) = layout.placement(at: position) else { return nil }
    return reason == .unsupported && comments.positioned(at: position) != nil ? ruling.reason(at: position) : reason
  }

  /// The fields for scripts, with the reasons of the first `limit` hidden comments.
  func fields(limit: Int?) -> [JSON.Field] {
    let hidden = hidden
    let reasons = comments.indices.lazy.compactMap(reason(at:)).prefix(limit ?? .max)
    return [
      ("rules", .string(set.name)), ("columns", .number(options.columns)), ("lanes", .number(options.lanes)),
      ("shown", .number(comments.count - hidden.values.reduce(0, +))),
      ("hidden", .object(HiddenReason.allCases.map { ($0.rawName, .number(hidden[$0] ?? 0)) })),
      ("why", .array(Array(reasons))),
    ]
  }

  /// One hidden comment for scripts; nil for one that is shown.
  private func reason(at position: Int) -> JSON? {
    guard let reason = hiddenReason(at: position) else { return nil }
    let rule = ruling.rule(at: position).map { index in
      reason == .text ? set.rules.texts[index] : set.rules.patterns[index].source
    }
    return .object([
      ("time", .number(comments.time(at: position))), ("text", .string(comments.text(at: position))),
      ("reason", .string(reason.rawName)), ("rule", .string(orNull: rule)),
    ])
  }

  /// The lines for people.
  func say(to page: inout Page) {
    let hidden = hidden
    page.line()
    page.line(
      Page.Piece("\(comments.count - hidden.values.reduce(0, +)) of \(comments.count)", .strong),
      Page.Piece(" are shown on \(options.columns)×\(options.lanes) by the rules `\(set.name)`."))
    let rows = HiddenReason.allCases.compactMap { reason in hidden[reason].map { (reason, $0) } }
    page.table(rows.map { [Page.Piece($0.0.sentence, .faint), Page.Piece("\($0.1)")] }, flexible: 0)
  }
}
