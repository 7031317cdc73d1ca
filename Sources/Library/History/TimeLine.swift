import Anime
import Capsule
import GRDB

/// The commits as the index keeps them, so that a moment is found without reading two thousand files.
enum TimeLine {
  /// All commits: those made here, newest first, then those of other capsules.
  static func all(_ database: Database) throws -> [CommitSummary] {
    try Row.fetchAll(database, sql: "SELECT * FROM moment ORDER BY isOwn DESC, sequence DESC, id")
      .compactMap(CommitSummary.init)
  }

  /// The last commit by number among those made at or before `moment`: of this capsule's own line where it reaches so
  /// far back, else of the others'.
  static func last(before moment: Instant, isThinned: Bool? = nil, _ database: Database) throws -> CommitSummary? {
    let condition = isThinned.map { $0 ? " AND isThinned" : " AND NOT isThinned" } ?? ""
    return try Row.fetchOne(
      database,
      sql: "SELECT * FROM moment WHERE time <= ?\(condition) ORDER BY isOwn DESC, sequence DESC, id LIMIT 1",
      arguments: [moment.milliseconds]
    ).flatMap(CommitSummary.init)
  }

  /// The commits whose name begins with `text`, or whose number it is.
  static func named(_ text: String, _ database: Database) throws -> [CommitSummary] {
    if let number = Int(text) {
      return try Row.fetchAll(
        database, sql: "SELECT * FROM moment WHERE sequence = ? ORDER BY isOwn DESC, id", arguments: [number]
      ).compactMap(CommitSummary.init)
    }
    return try Row.fetchAll(
      database, sql: "SELECT * FROM moment WHERE substr(id, 1, ?) = ? ORDER BY isOwn DESC, id",
      arguments: [text.count, text]
    ).compactMap(CommitSummary.init)
  }

  /// When the first commit was made.
  static func first(_ database: Database) throws -> Instant? {
    try Int64.fetchOne(database, sql: "SELECT min(time) FROM moment").map { Instant(milliseconds: $0) }
  }

  /// The names of all commits.
  static func ids(_ database: Database) throws -> Set<String> {
    try String.fetchSet(database, sql: "SELECT id FROM moment")
  }

  /// Adds the commits of `history`, and notes which ones it gives up the content of.
  static func write(_ history: CommitHistory, _ database: Database) throws {
    for (commits, isOwn) in [(history.line, true), (history.merged, false)] {
      for commit in commits {
        try CommitSummary(commit, isThinned: history.isThinned(commit.id), isOwn: isOwn).insert(into: database)
      }
    }
    try thin(history.thinned, database)
  }

  static func clear(_ database: Database) throws {
    try database.execute(sql: "DELETE FROM moment")
  }

  /// Notes that a collection gave up what the commits say that have these short names.
  static func thin(_ names: Set<String>, _ database: Database) throws {
    let statement = try database.makeStatement(sql: "UPDATE moment SET isThinned = 1 WHERE substr(id, 1, 17) = ?")
    for name in names { try statement.execute(arguments: [name]) }
  }
}
