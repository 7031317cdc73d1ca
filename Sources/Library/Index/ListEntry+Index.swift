import Anime
import GRDB

extension ListEntry {
  /// A sum over all that the index keeps of the entry; what several have together does not depend on their order.
  var indexedSum: UInt64 { Self.sum(of: columns.map { $0?.databaseValue ?? .null }) }

  private static func sum(of values: some Sequence<DatabaseValue>) -> UInt64 {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(512)
    for value in values {
      switch value.storage {
      case .int64(let number): withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
      case .string(let text): bytes.append(contentsOf: text.utf8)
      default: break
      }
      bytes.append(0x1D)
    }
    return bytes.withUnsafeBytes(Checksum.of)
  }

  /// The columns of a row, in the order in which they are read and written: looking one up by its name takes longer than
  /// reading it.
  private static let columnNames = """
    show, isFollowed, status, progress, rewatches, score, started, finished, note, tags, priority, delays, \
    episodeOffset, isPinned, offsets, foreignFields, played, skips, added, changed
    """

  /// Every entry of the index, and the sum of what stands in their rows.
  static func readAll(_ database: Database) throws -> (entries: [ShowID: ListEntry], sum: UInt64) {
    let rows = try Row.fetchCursor(database, sql: "SELECT \(columnNames) FROM entry")
    let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM entry") ?? 0
    var (entries, sum) = ([ShowID: ListEntry](minimumCapacity: count), UInt64(0))
    while let row = try rows.next() {
      let values = Array(row.databaseValues)
      let entry = ListEntry(values)
      entries[entry.show] = entry
      sum &+= Self.sum(of: values)
    }
    return (entries, sum)
  }

  /// The entry whose columns have `values`.
  private init(_ values: [DatabaseValue]) {
    self.init(
      show: ShowID(bits: UInt64(bitPattern: Int64.fromDatabaseValue(values[0]) ?? 0)),
      isFollowed: Bool.fromDatabaseValue(values[1]) ?? false,
      status: String.fromDatabaseValue(values[2]).flatMap(WatchStatus.init),
      progress: Int.fromDatabaseValue(values[3]) ?? 0, score: Int.fromDatabaseValue(values[5]),
      note: Self.text(values[8]), isPinned: Bool.fromDatabaseValue(values[13]) ?? false,
      offsets: Pairs.read(Self.text(values[14])).compactMapValues { Int($0) }, changed: Self.instant(values[19]))
    rewatches = Int.fromDatabaseValue(values[4]) ?? 0
    started = Self.day(Int.fromDatabaseValue(values[6]))
    finished = Self.day(Int.fromDatabaseValue(values[7]))
    tags = Self.text(values[9]).split(separator: ",").map(String.init)
    priority = String.fromDatabaseValue(values[10]).flatMap(Priority.init)
    delays = Self.text(values[11]).split(separator: " ").compactMap { Delay(String($0)) }
    episodeOffset = Int.fromDatabaseValue(values[12])
    foreign = Pairs.read(Self.text(values[15]))
    played = String.fromDatabaseValue(values[16]).flatMap(Self.played)
    skips = Pairs.read(Self.text(values[17])).reduce(into: [:]) { skips, pair in
      if let part = SkippedPart(rawValue: pair.key) { skips[part] = Self.span(pair.value) }
    }
    added = Self.instant(values[18])
  }

  private static func text(_ value: DatabaseValue) -> String { String.fromDatabaseValue(value) ?? "" }

  private static func instant(_ value: DatabaseValue) -> Instant? {
    Int64.fromDatabaseValue(value).map(Instant.init(milliseconds:))
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
    guard !text.isEmpty else { return [:] }
    return text.utf8.withContiguousStorageIfAvailable { bytes in
      var pairs = [String: String](minimumCapacity: bytes.count { $0 == 0x1F })
      for pair in bytes.split(separator: 0x1E) {
        guard let middle = pair.firstIndex(of: 0x1F) else { continue }
        let (name, value) = (pair[..<middle], pair[middle...].dropFirst())
        pairs[String(decoding: name, as: UTF8.self)] = String(decoding: value, as: UTF8.self)
      }
      return pairs
    } ?? read(String(decoding: Array(text.utf8), as: UTF8.self))
  }
}
