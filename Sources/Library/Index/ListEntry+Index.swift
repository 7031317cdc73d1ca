import Anime
import GRDB

extension ListEntry {
  /// Adds all that the index keeps to `bytes`, to be summed.
  func appendIndexed(to bytes: inout [UInt8]) {
    for value in columns {
      switch value?.databaseValue.storage {
      case .int64(let number): withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
      case .string(let text): bytes.append(contentsOf: text.utf8)
      default: break
      }
      bytes.append(0x1D)
    }
  }

  /// The columns of a row, in the order in which they are read and written: looking one up by its name takes longer than
  /// reading it.
  private static let columnNames = """
    show, isFollowed, status, progress, rewatches, score, started, finished, note, tags, priority, delays, \
    episodeOffset, isPinned, offsets, foreignFields, played, skips, added, changed
    """

  /// Every entry of the index.
  static func readAll(_ database: Database) throws -> [ListEntry] {
    let rows = try Row.fetchCursor(database, sql: "SELECT \(columnNames) FROM entry")
    return try Array(rows.map(ListEntry.init))
  }

  private init(_ row: Row) {
    let (status, priority): (String?, String?) = (row[2], row[10])
    let (added, changed): (Int64?, Int64?) = (row[18], row[19])
    self.init(
      show: ShowID(bits: UInt64(bitPattern: row[0])), isFollowed: row[1], status: status.flatMap(WatchStatus.init),
      progress: row[3], score: row[5], note: row[8], isPinned: row[13],
      offsets: Pairs.read(row[14]).compactMapValues { Int($0) }, changed: changed.map { Instant(milliseconds: $0) })
    rewatches = row[4]
    started = Self.day(row[6])
    finished = Self.day(row[7])
    tags = (row[9] as String).split(separator: ",").map(String.init)
    self.priority = priority.flatMap(Priority.init)
    delays = (row[11] as String).split(separator: " ").compactMap { Delay(String($0)) }
    episodeOffset = row[12]
    foreign = Pairs.read(row[15])
    played = (row[16] as String?).flatMap(Self.played)
    skips = Pairs.read(row[17]).reduce(into: [:]) { skips, pair in
      if let part = SkippedPart(rawValue: pair.key) { skips[part] = Self.span(pair.value) }
    }
    self.added = added.map { Instant(milliseconds: $0) }
  }

  /// Writes the entry in place of the one that was there; an empty one leaves nothing.
  func write(to database: Database) throws {
    guard !isEmpty else {
      return try database.execute(
        sql: "DELETE FROM entry WHERE show = ?", arguments: [Int64(bitPattern: show.bits)])
    }
    let statement = try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO entry (\(Self.columnNames))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: StatementArguments(columns))
  }

  /// The values of a row, in the order of its columns.
  private var columns: [(any DatabaseValueConvertible)?] {
    [
      Int64(bitPattern: show.bits), isFollowed, status?.rawValue, progress, rewatches, score, started?.daysSince1970,
      finished?.daysSince1970, note, tags.joined(separator: ","), priority?.rawValue,
      delays.map(\.description).joined(separator: " "), episodeOffset, isPinned,
      Pairs.text(offsets.mapValues { String($0) }), Pairs.text(foreign), played.map(Self.text),
      Pairs.text(
        Dictionary(
          uniqueKeysWithValues: skips.map { ($0.key.rawValue, "\($0.value.lowerBound) \($0.value.upperBound)") })),
      added?.milliseconds, changed?.milliseconds,
    ]
  }

  /// Episode, position, length and seconds, with blanks between them.
  private static func text(_ played: Played) -> String {
    "\(played.episode) \(played.position) \(played.duration.map { "\($0)" } ?? "-") \(played.seconds)"
  }

  private static func played(_ text: String) -> Played? {
    let fields = text.split(separator: " ").map { Int($0) }
    guard fields.count == 4, let episode = fields[0], let position = fields[1], let seconds = fields[3] else {
      return nil
    }
    return Played(episode: episode, position: position, duration: fields[2], seconds: seconds)
  }

  private static func span(_ text: String) -> Range<Int>? {
    let bounds = text.split(separator: " ").compactMap { Int($0) }
    return bounds.count == 2 && bounds[0] < bounds[1] ? bounds[0]..<bounds[1] : nil
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
    text.utf8.split(separator: 0x1E).reduce(into: [:]) { pairs, pair in
      guard let middle = pair.firstIndex(of: 0x1F) else { return }
      pairs[String(decoding: pair[..<middle], as: UTF8.self)] = String(
        decoding: pair[middle...].dropFirst(), as: UTF8.self)
    }
  }
}
