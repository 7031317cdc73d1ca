import Anime
import Capsule
import GRDB

/// What the index holds, apart from the identities.
struct IndexContents: Sendable {
  /// The capsule's state that the rest is of.
  var token: ChangeToken
  /// The commit that the providers and identities are of; "" before the first.
  var head: String
  /// The latest time of any operation.
  var latest: HybridTime?
  var providers: [ProviderState] = []
  var entries: [ShowID: ListEntry] = [:]
}

extension IndexContents {
  /// Reads everything. Nil from an index that was just made.
  init?(_ database: Database) throws {
    guard let source = try Row.fetchOne(database, sql: "SELECT * FROM source") else { return nil }
    token = ChangeToken(rawValue: source["token"])
    head = source["head"]
    if let milliseconds: Int64 = source["latest"] {
      latest = HybridTime(milliseconds: milliseconds, counter: source["latestCounter"])
    }
    providers = try Row.fetchAll(database, sql: "SELECT * FROM provider ORDER BY name").map(ProviderState.init)
    let (read, entriesSum) = try ListEntry.readAll(database)
    entries = read
    // SQLite notices a torn page, not a flipped bit in a number.
    guard source["sum"] == sum(entries: entriesSum) else { throw Damaged() }
  }

  /// Whether the index still holds this: one state of the capsule comes to one thing.
  func isIn(_ database: Database) throws -> Bool {
    let source = try Row.fetchOne(database, sql: "SELECT token, head FROM source")
    return source.map { $0["token"] == token.rawValue && $0["head"] == head } ?? false
  }

  /// Makes the next rebuild a whole one.
  static func forget(_ database: Database) throws {
    try database.execute(sql: "DELETE FROM source")
  }

  /// The index says something else than was written into it.
  struct Damaged: Error {}

  /// A sum over everything, of which the entries' is `entries`.
  private func sum(entries: UInt64) -> Int64 {
    var text = "\(token.rawValue) \(head) \(latest?.milliseconds ?? 0) \(latest?.counter ?? 0)"
    for provider in providers.sorted(by: { $0.name < $1.name }) { text += "\n\(provider.line)" }
    return Int64(bitPattern: Array(text.utf8).withUnsafeBytes(Checksum.of) &+ entries)
  }

  /// Writes everything in place of what was there.
  func write(to database: Database) throws {
    try writeSource(to: database)
    try database.execute(sql: "DELETE FROM provider")
    for provider in providers { try provider.insert(into: database) }
    try database.execute(sql: "DELETE FROM entry")
    for entry in entries.values { try entry.write(to: database) }
  }

  /// Writes what the rest is of.
  func writeSource(to database: Database) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO source (id, token, head, latest, latestCounter, sum) VALUES (0, ?, ?, ?, ?, ?)",
      arguments: [
        token.rawValue, head, latest?.milliseconds, latest?.counter ?? 0,
        sum(entries: entries.values.reduce(0) { $0 &+ $1.indexedSum }),
      ])
  }
}

extension ProviderState {
  /// All that the index keeps, in a line.
  fileprivate var line: String {
    let aside = setAside.map { "\($0.version ?? "-") \($0.fetched.milliseconds) \($0.missing) \($0.isDisputed)" } ?? "-"
    return "\(name) \(version ?? "-") \(fetched.milliseconds) \(mirror) \(showCount) \(digest) \(aside)"
  }

  fileprivate init(_ row: Row) {
    self.init(
      name: row["name"], version: row["version"], fetched: Instant(milliseconds: row["fetched"]),
      mirror: row["mirror"], showCount: row["showCount"], digest: row["digest"])
    if let fetched: Int64 = row["asideFetched"] {
      setAside = SetAside(
        version: row["asideVersion"], fetched: Instant(milliseconds: fetched), missing: row["asideMissing"],
        isDisputed: row["asideDisputed"])
    }
  }

  fileprivate func insert(into database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO provider
          (name, version, fetched, mirror, showCount, digest, asideVersion, asideFetched, asideMissing, asideDisputed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        name, version, fetched.milliseconds, mirror, showCount, digest, setAside?.version,
        setAside?.fetched.milliseconds, setAside?.missing, setAside?.isDisputed ?? false,
      ])
  }
}

/// The keys under which providers list shows, and which shows they mean.
enum Identities {
  static func read(_ database: Database) throws -> [String: ShowID] {
    var identities: [String: ShowID] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT key, show FROM identity")
    while let row = try rows.next() { identities[row[0]] = ShowID(bits: UInt64(bitPattern: row[1])) }
    return identities
  }

  /// Adds `identities`; a key that was there means the new show.
  static func write(_ identities: [String: ShowID], to database: Database) throws {
    let statement = try database.makeStatement(sql: "INSERT OR REPLACE INTO identity (key, show) VALUES (?, ?)")
    for (key, show) in identities { try statement.execute(arguments: [key, Int64(bitPattern: show.bits)]) }
  }

  static func clear(_ database: Database) throws {
    try database.execute(sql: "DELETE FROM identity")
  }
}
