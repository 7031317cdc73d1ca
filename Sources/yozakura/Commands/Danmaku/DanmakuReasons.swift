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
    @ArgumentParser.Option(
      help: .init("Cells from the left to the right of the stage, for --why; else 120.", valueName: "count"))
    var columns: Int?
    @ArgumentParser.Option(help: .init("Rows of the stage, for --why; else 30.", valueName: "count"))
    var lanes: Int?
    @ArgumentParser.Option(
      help: .init("List at most so many hidden comments, for --why; else none, with --json 100.", valueName: "count"))
    var limit: Int?

    func validate() throws {
      let given = [
        ("rules", rules != nil), ("columns", columns != nil), ("lanes", lanes != nil), ("limit", limit != nil),
      ]
      if !why, let option = given.first(where: \.1) { throw ValidationError("--\(option.0) is for --why.") }
      guard 1...10_000 ~= size.columns, 1...10_000 ~= size.rows else {
        throw ValidationError("A stage has 1 to 10,000 columns and lanes.")
      }
      try LimitOptions.validate(limit)
    }

    /// The size of the stage, in cells.
    fileprivate var size: Size { Size(columns: columns ?? 120, rows: lanes ?? 30) }
  }

  /// How many hidden comments scripts get where they name no limit: of a million nobody wants all by surprise.
  private static let usualLimit = 100

  private let comments: Comments
  private let set: RuleFiles.Named
  private let ruling: Ruling
  private let layout: LaneLayout
  private let options: Options

  init(_ comments: Comments, _ options: Options, _ session: Session) throws {
    let configuration = session.loaded.values
    set = try session.rules(options.rules)
    var lanes = LaneRules(columns: options.size.columns, rows: options.size.rows, rules: set.rules)
    lanes.crossing = Int(configuration.danmakuDuration * 1000)
    let sizes = CommentSizes(comments) {
      TextWidth.of($0, ambiguity: configuration.ambiguousWidth == 2 ? .wide : .narrow)
    }
    ruling = set.rules.ruling(of: comments, on: lanes)
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

  /// The fields for scripts, with the first hidden comments.
  var fields: [JSON.Field] {
    let hidden = hidden
    let total = hidden.values.reduce(0, +)
    return [
      ("rules", .string(set.name)), ("columns", .number(options.size.columns)), ("lanes", .number(options.size.rows)),
      ("shown", .number(comments.count - total)), ("hidden", hidden.json),
      ("hiddenTotal", .number(total)),
      ("why", .array(first(options.limit ?? Self.usualLimit).map { json(of: $0.position, $0.reason) })),
    ]
  }

  /// The first `count` hidden comments.
  private func first(_ count: Int) -> [(position: Int, reason: HiddenReason)] {
    let hidden = comments.indices.lazy.compactMap { position -> (position: Int, reason: HiddenReason)? in
      hiddenReason(at: position).map { (position, $0) }
    }
    return Array(hidden.prefix(count))
  }

  /// One hidden comment for scripts.
  private func json(of position: Int, _ reason: HiddenReason) -> JSON {
    let rule = ruling.rule(at: position).map { index in
      reason == .text ? set.rules.texts[index] : set.rules.patterns[index].source
    }
    return .object([
      ("timeMilliseconds", .number(comments.time(at: position))), ("text", .string(comments.words(at: position))),
      ("reason", .string(reason.rawName)), ("rule", .string(orNull: rule)),
    ])
  }

  /// The lines for people.
  func say(to page: inout Page) {
    let hidden = hidden
    page.line()
    page.line(
      Page.Piece("\(comments.count - hidden.values.reduce(0, +)) of \(comments.count)", .strong),
      Page.Piece(" are shown on \(options.size.columns)×\(options.size.rows) by the rules `\(set.name)`."))
    let rows = HiddenReason.allCases.compactMap { reason in hidden[reason].map { (reason, $0) } }
    page.table(rows.map { [Page.Piece($0.0.sentence, .faint), Page.Piece("\($0.1)")] }, flexible: 0)
    if let limit = options.limit { list(first(limit), to: &page) }
  }

  private func list(_ hidden: [(position: Int, reason: HiddenReason)], to page: inout Page) {
    page.line()
    page.table(
      hidden.map { position, reason in
        [
          Page.Piece(MediaTime.text(comments.time(at: position)), .faint), Page.Piece(reason.sentence, .faint),
          Page.Piece(comments.words(at: position).replacing("\n", with: " ")),
        ]
      }, flexible: 2)
  }
}
