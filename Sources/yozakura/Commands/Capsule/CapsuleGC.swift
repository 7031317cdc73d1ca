internal import Anime
internal import App
internal import ArgumentParser
internal import Capsule
internal import Library

/// `capsule gc [--apply]`
struct CapsuleGC: Command {
  static let configuration = CommandConfiguration(
    commandName: "gc", abstract: "Say what of the old could go; with --apply, let it go.",
    discussion: """
      By default all commits keep their content for 7 days, the last of each day for 60, of each week for a year, of \
      each month for ever; `capsule.keep-…` in config.toml changes that. A run takes at most a fifth of all objects \
      and bytes, and what it takes stays in quarantine for 14 days. Never taken: the present, what a pin keeps, the \
      last whole answer of each provider, your list, and the log of commits itself.
      """)
  static let schema = "capsule-gc"
  static let lists = ["thinned"]

  @Flag(name: .customLong("apply"), help: "Do it.")
  var isApplied = false
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let library = try session.library
    let known = Dictionary(library.commits.map { ($0.id, $0) }) { first, _ in first }
    let plan = try library.collect(session.loaded.values.retention, zone: session.zone, isApplied: isApplied)
    let thinned = plan.thinned.compactMap { known[$0] }
    return Answer(
      fields: {
        [
          ("applied", .bool(isApplied)), ("kept", .number(plan.keptCount)),
          ("thinned", .array(thinned.map(\.json))), ("objects", .number(plan.objects.count)),
          ("bytes", .number(plan.bytes)), ("left", .number(plan.leftCount)),
          ("allObjects", .number(plan.allObjects)), ("allBytes", .number(plan.allBytes)),
          ("expired", .number(plan.expired.count)), ("expiredBytes", .number(plan.expiredBytes)),
        ]
      },
      hint: !isApplied && !plan.isEmpty ? "`yozakura capsule gc --apply` does it." : nil,
      say: { say(plan, thinned, to: &$0, session) })
  }

  private func say(_ plan: CollectionPlan, _ thinned: [CommitSummary], to page: inout Page, _ session: Session) {
    guard !plan.isEmpty else {
      return page.line(Page.Piece("● ", .good), Page.Piece("nothing is old enough to go"))
    }
    func line(_ text: String) { page.line(Page.Piece(text)) }
    if let first = thinned.first, let last = thinned.last {
      let (from, to) = (session.zone.civil(first.time).date, session.zone.civil(last.time).date)
      line(
        "\(thinned.count) commit\(thinned.count == 1 ? "" : "s") of \(from) to \(to) "
          + "\(isApplied ? "gave" : "would give") up their content; \(plan.keptCount) keep theirs")
    }
    if !plan.objects.isEmpty {
      line(
        "\(plan.objects.count) of \(plan.allObjects) objects, \(ByteCount.text(plan.bytes)) of "
          + "\(ByteCount.text(plan.allBytes)), \(isApplied ? "are" : "would go") in quarantine for 14 days"
          + (plan.leftCount > 0 ? "; \(plan.leftCount) more are left to later runs" : ""))
    }
    if !plan.expired.isEmpty {
      line(
        "\(plan.expired.count) objects, \(ByteCount.text(plan.expiredBytes)), "
          + "\(isApplied ? "left" : "would leave") quarantine for good")
    }
  }
}

/// `capsule pin SHOW…`
struct CapsulePin: Command {
  static let configuration = CommandConfiguration(
    commandName: "pin", abstract: "Keep every version of shows for ever.",
    discussion: "No collection takes what a commit said that changed a pinned show. `undo` takes a pin back.")
  static let schema = "capsule-pin"
  static let lists = ["shows"]

  @Argument(help: .showID, completion: .shows)
  var ids: [String]
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    try session.change(ids, [.pinned(true)])
  }
}

/// `capsule unpin SHOW…`
struct CapsuleUnpin: Command {
  static let configuration = CommandConfiguration(
    commandName: "unpin", abstract: "Keep versions of shows as long as others.")
  static let schema = "capsule-unpin"
  static let lists = ["shows"]

  @Argument(help: .showID, completion: .shows)
  var ids: [String]
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    try session.change(ids, [.pinned(false)])
  }
}
