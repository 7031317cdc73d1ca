internal import Anime
internal import App
internal import ArgumentParser
internal import Capsule
internal import Library

/// `capsule log`
struct CapsuleLog: Command {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Print every commit, the newest first.",
    discussion: """
      A commit is what the catalogue was at one moment. Its number, or the beginning of its name, can stand wherever a \
      date is wanted: --as-of 812.
      """)
  static let schema = "capsule-log"
  static let lists = ["commits"]

  @OptionGroup var limits: LimitOptions
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let commits = try session.library.commits.prefix(limits.limit ?? .max)
    return Answer(
      fields: { [("commits", .array(commits.map(\.json)))] },
      hint: commits.isEmpty ? "No commit yet: the first sync makes one." : nil,
      say: { page in page.table(commits.map { $0.row(session) }, flexible: 3) })
  }
}

extension CommitSummary {
  /// The commit as JSON has it.
  var json: JSON {
    .object([
      ("id", .string(id.description)),
      ("sequence", .number(sequence)),
      ("time", .string(time.iso8601)),
      ("provider", .string(orNull: provider.isEmpty ? nil : provider)),
      ("mirror", .string(orNull: mirror.isEmpty ? nil : mirror)),
      ("added", .number(added)),
      ("changed", .number(changed)),
      ("removed", .number(removed)),
      ("verdict", .string(verdict)),
      ("cause", .string(cause)),
      ("version", .string(orNull: version)),
      ("thinned", .bool(isThinned)),
      ("own", .bool(isOwn)),
    ])
  }

  /// The commit as a line for people.
  fileprivate func row(_ session: Session) -> [Page.Piece] {
    let civil = session.zone.civil(time)
    let source = [provider, version ?? "", mirror.isEmpty ? "" : Address.host(mirror)].filter { !$0.isEmpty }
    return [
      Page.Piece(isOwn ? String(sequence) : id.short, .here),
      Page.Piece("\(civil.date) \(civil.clock)"),
      Page.Piece(cause == "sync" ? "" : cause, .new),
      Page.Piece(source.joined(separator: " · "), .faint),
      Page.Piece(added > 0 ? "+\(added)" : "", .good),
      Page.Piece(changed > 0 ? "~\(changed)" : "", .new),
      Page.Piece(removed > 0 ? "−\(removed)" : "", .bad),
      Page.Piece(isThinned ? "content given up" : verdict == "accepted" ? "" : verdict, .faint),
    ]
  }
}
