import Anime
import Capsule
import GRDB

/// The commits, so that a moment is found without reading two thousand files.
///
/// They lie in the index. Where that could not be brought up to date, in a folder that cannot be written, the capsule
/// itself is asked.
enum TimeLine {
  case index(LibraryIndex)
  /// Those made here, newest first, then those of other capsules.
  case commits([CommitSummary])

  /// All commits: those made here, newest first, then those of other capsules.
  var all: [CommitSummary] {
    switch self {
    case .index(let index):
      index.read { try Row.fetchAll($0, sql: "\(Self.select) \(Self.order)").compactMap(CommitSummary.init) } ?? []
    case .commits(let commits): commits
    }
  }

  /// The last commit by number among those made at or before `moment`: of this capsule's own line where it reaches so
  /// far back, else of the others'. With `isKept`, only among those that kept their content.
  func last(before moment: Instant, isKept: Bool = false) -> CommitSummary? {
    switch self {
    case .index(let index):
      let condition = isKept ? "time <= ? AND NOT isThinned" : "time <= ?"
      return index.read {
        try Row.fetchOne(
          $0, sql: "\(Self.select) WHERE \(condition) \(Self.order) LIMIT 1", arguments: [moment.milliseconds]
        ).flatMap(CommitSummary.init)
      }
    case .commits(let commits): return commits.first { $0.time <= moment && !(isKept && $0.isThinned) }
    }
  }

  /// The commits whose name begins with `text`, or whose number it is.
  func named(_ text: String) -> [CommitSummary] {
    let number = Int(text)
    switch self {
    case .index(let index):
      let condition = number == nil ? "substr(id, 1, ?) = ?" : "sequence = ?"
      let arguments: StatementArguments = number.map { [$0] } ?? [text.count, text]
      return index.read {
        try Row.fetchAll($0, sql: "\(Self.select) WHERE \(condition) \(Self.order)", arguments: arguments)
          .compactMap(CommitSummary.init)
      } ?? []
    case .commits(let commits):
      return commits.filter { commit in
        number.map { commit.sequence == $0 } ?? commit.id.description.hasPrefix(text)
      }
    }
  }

  /// When the first commit was made.
  var first: Instant? {
    switch self {
    case .index(let index):
      index.read { try Int64.fetchOne($0, sql: "SELECT min(time) FROM moment").map { Instant(milliseconds: $0) } }
    case .commits(let commits): commits.map(\.time).min()
    }
  }

  private static let select = "SELECT * FROM moment"
  private static let order = "ORDER BY isOwn DESC, sequence DESC, id"
}

// MARK: - In the index

extension TimeLine {
  /// The names of all commits.
  static func ids(_ database: Database) throws -> Set<String> {
    try String.fetchSet(database, sql: "SELECT id FROM moment")
  }

  /// Adds the commits of `history`, and notes which ones it gives up the content of.
  static func write(_ history: CommitHistory, _ database: Database) throws {
    for commit in summaries(of: history) { try commit.insert(into: database) }
    try thin(history.thinned, "", database)
    try thin(history.thinnedElsewhere, " AND NOT isOwn", database)
  }

  /// The commits of `history`, those of the own line first.
  static func summaries(of history: CommitHistory) -> [CommitSummary] {
    [(history.line, true), (history.merged, false)].flatMap { commits, isOwn in
      commits.map { CommitSummary($0, isThinned: history.isThinned($0.id), isOwn: isOwn) }
    }
  }

  static func clear(_ database: Database) throws {
    try database.execute(sql: "DELETE FROM moment")
  }

  /// Notes that a collection gave up what the commits say that have these short names.
  private static func thin(_ names: Set<String>, _ condition: String, _ database: Database) throws {
    let statement = try database.makeStatement(
      sql: "UPDATE moment SET isThinned = 1 WHERE substr(id, 1, 17) = ?\(condition)")
    for name in names { try statement.execute(arguments: [name]) }
  }
}
