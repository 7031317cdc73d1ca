import Anime
import GRDB

extension ListEntry {
  /// All that the index keeps, in a line.
  var indexLine: String {
    columns.map { $0?.databaseValue.description ?? "-" }.joined(separator: "\u{1D}")
  }

  init(_ row: Row) {
    let status: String? = row["status"]
    let changed: Int64? = row["changed"]
    self.init(
      show: ShowID(bits: UInt64(bitPattern: row["show"])), isFollowed: row["isFollowed"],
      status: status.flatMap(WatchStatus.init), progress: row["progress"], score: row["score"], note: row["note"],
      isPinned: row["isPinned"], offsets: Pairs.read(row["offsets"]).compactMapValues { Int($0) },
      changed: changed.map { Instant(milliseconds: $0) })
    let priority: String? = row["priority"]
    rewatches = row["rewatches"]
    started = Self.day(row["started"])
    finished = Self.day(row["finished"])
    tags = (row["tags"] as String).split(separator: ",").map(String.init)
    self.priority = priority.flatMap(Priority.init)
    delays = (row["delays"] as String).split(separator: " ").compactMap { Delay(String($0)) }
    episodeOffset = row["episodeOffset"]
    foreign = Pairs.read(row["foreignFields"])
  }

  /// Writes the entry in place of the one that was there; an empty one leaves nothing.
  func write(to database: Database) throws {
    guard !isEmpty else {
      return try database.execute(
        sql: "DELETE FROM entry WHERE show = ?", arguments: [Int64(bitPattern: show.bits)])
    }
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO entry
          (show, isFollowed, status, progress, rewatches, score, started, finished, note, tags, priority, delays,
          episodeOffset, isPinned, offsets, foreignFields, changed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: StatementArguments(columns))
  }

  /// The values of a row, in the order of the table.
  private var columns: [(any DatabaseValueConvertible)?] {
    [
      Int64(bitPattern: show.bits), isFollowed, status?.rawValue, progress, rewatches, score, started?.daysSince1970,
      finished?.daysSince1970, note, tags.joined(separator: ","), priority?.rawValue,
      delays.map(\.description).joined(separator: " "), episodeOffset, isPinned,
      Pairs.text(offsets.mapValues { String($0) }), Pairs.text(foreign), changed?.milliseconds,
    ]
  }

  private static func day(_ days: Int?) -> CivilDate? {
    days.map(CivilDate.init(daysSince1970:))
  }
}

/// Names with values in one column, sorted by name. The separators of ASCII are in no sanitised text.
private enum Pairs {
  static func text(_ pairs: [String: String]) -> String {
    pairs.sorted { $0.key < $1.key }.map { "\($0.key)\u{1F}\($0.value)" }.joined(separator: "\u{1E}")
  }

  static func read(_ text: String) -> [String: String] {
    text.split(separator: "\u{1E}").reduce(into: [:]) { pairs, pair in
      let sides = pair.split(separator: "\u{1F}", omittingEmptySubsequences: false)
      if sides.count == 2 { pairs[String(sides[0])] = String(sides[1]) }
    }
  }
}
