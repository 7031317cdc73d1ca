public import Anime
public import Capsule
import GRDB

/// A commit as a time line tells of it.
public struct CommitSummary: Hashable, Sendable, Identifiable {
  /// Its name.
  public var id: CommitID
  /// When it was made, as the wall clock had it.
  public var time: Instant
  /// The provider whose answer caused it; "" where none did.
  public var provider: String
  /// What was done: sync, setAside, settle, accept, restore, merge, collection.
  public var cause: String
  /// The mirror that gave the answer; "" where none did.
  public var mirror: String
  /// The version of the answer, where the provider numbers them.
  public var version: String?
  /// What was thought of the answer.
  public var verdict: String
  /// How many shows it brought.
  public var added: Int
  /// How many shows it changed.
  public var changed: Int
  /// How many shows it took away.
  public var removed: Int
  /// Whether a collection gave up what it says.
  public var isThinned: Bool
  /// Whether it was made here, and not taken in with another capsule's history.
  public var isOwn: Bool

  /// Its place in the order of its capsule.
  public var sequence: Int { id.sequence }
}

extension CommitSummary {
  init(_ commit: Commit, isThinned: Bool, isOwn: Bool) {
    let content = commit.content
    let source = content.sources[content.provider]
    let receipt = content.cause == "setAside" ? source?.setAside : source?.current
    self.init(
      id: commit.id, time: Instant(milliseconds: commit.time), provider: content.provider, cause: content.cause,
      mirror: receipt?.mirror ?? "", version: receipt?.version, verdict: receipt?.verdict ?? "",
      added: content.added, changed: content.changed, removed: content.removed, isThinned: isThinned, isOwn: isOwn)
  }

  init?(_ row: Row) {
    guard let id = CommitID(row["id"] as String) else { return nil }
    self.init(
      id: id, time: Instant(milliseconds: row["time"]), provider: row["provider"], cause: row["cause"],
      mirror: row["mirror"], version: row["version"], verdict: row["verdict"], added: row["added"],
      changed: row["changed"], removed: row["removed"], isThinned: row["isThinned"], isOwn: row["isOwn"])
  }

  func insert(into database: Database) throws {
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO moment
          (id, sequence, time, provider, cause, mirror, version, verdict, added, changed, removed, isThinned, isOwn)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id.description, id.sequence, time.milliseconds, provider, cause, mirror, version, verdict, added, changed,
        removed, isThinned, isOwn,
      ])
  }
}
