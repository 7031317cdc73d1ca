import Anime
import CSQLite
import Capsule
import GRDB
import Glibc
import Locking

/// What is asked for by key, so that a command need not read the capsule: a SQLite database, derived.
///
/// Deleted, damaged or of another schema, it is made anew from the capsule. Where its
/// folder cannot be written it lives in memory. Processes write it one at a time, under
/// a lock of its own, and only there is it checkpointed: SQLite 3.40.1, as Debian 12
/// has it, can lose a write that runs beside a checkpoint that resets the log.
final class LibraryIndex: Sendable {
  /// Counts up with each change of the tables; an index with another number is made anew.
  static let schema = 9

  /// From this length on the write-ahead log is checkpointed: the next process reads all of it first.
  private static let greatestLogLength = 256 * 1024

  private let database: DatabaseQueue
  private let file: File?
  /// What was read at the opening, to see that all of it can be, until somebody asks for it.
  private let opened: Lock<IndexContents?>
  /// Whether it stands in the place of one that another version of the program made: nothing was lost then.
  let replacesOtherSchema: Bool

  /// Where the index lies, and the lock under which it is written.
  struct File: Sendable {
    var path: String
    var lock: LockFile

    init(in folder: String) {
      path = folder + "/index.sqlite"
      lock = LockFile(at: folder + "/index.lock")
    }

    func acquire() -> HeldLock? {
      try? lock.acquire(for: "index", within: 2000)
    }
  }

  /// Opens the index in `folder`; a new one where there is none that can be used, in memory if it must be.
  static func open(in folder: String) -> LibraryIndex {
    let file = File(in: folder)
    if let index = try? LibraryIndex(file) { return index }
    guard let held = file.acquire() else { return inMemory() }
    defer { held.release() }
    var isOfOtherSchema = false
    do {
      return try LibraryIndex(file)
    } catch {
      isOfOtherSchema = error is OtherSchema
    }
    for suffix in ["", "-wal", "-shm"] { unlink(file.path + suffix) }
    return (try? LibraryIndex(file, isNew: true, replacesOtherSchema: isOfOtherSchema)) ?? inMemory()
  }

  private static func inMemory() -> LibraryIndex {
    do {
      return try LibraryIndex(nil)
    } catch {
      preconditionFailure("SQLite makes no database in memory: \(error)")
    }
  }

  /// The index in `file`, or one in memory.
  private init(_ file: File?, isNew: Bool = false, replacesOtherSchema: Bool = false) throws {
    self.replacesOtherSchema = replacesOtherSchema
    var configuration = Configuration()
    configuration.busyMode = .timeout(2)
    configuration.prepareDatabase { database in
      sqlite_no_checkpoint_on_close(UnsafeMutableRawPointer(database.sqliteConnection))
      try database.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0")
    }
    self.file = file
    database =
      try file.map { try DatabaseQueue(path: $0.path, configuration: configuration) }
      ?? DatabaseQueue(configuration: configuration)
    if isNew || file == nil { try database.inDatabase(Self.makeTables) }
    opened = try database.read { database in
      let schema = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      guard schema > 0 else { throw NoIndex() }
      guard schema == Self.schema else { throw OtherSchema() }
      return Lock(try IndexContents(database))
    }
  }

  /// There is no index.
  private struct NoIndex: Error {}
  /// Another version of the program made the index.
  private struct OtherSchema: Error {}

  private static func makeTables(_ database: Database) throws {
    try database.execute(sql: "PRAGMA journal_mode = WAL")
    try database.inTransaction {
      try database.execute(sql: tables)
      try database.execute(sql: "PRAGMA user_version = \(schema)")
      return .commit
    }
  }
}

// MARK: - Reading and writing

extension LibraryIndex {
  /// Reads in one transaction; nil where that fails, for the capsule knows everything.
  func read<Value: Sendable>(_ body: @Sendable (Database) throws -> Value?) -> Value? {
    (try? database.read(body)) ?? nil
  }

  /// What the index holds; nil where that cannot be read.
  func contents() -> IndexContents? {
    let opened = opened.withLock { opened in
      defer { opened = nil }
      return opened
    }
    return read { database in
      if let opened, try opened.isIn(database) { return opened }
      return try IndexContents(database)
    }
  }

  /// Runs `body` while no other process does; it is told whether it may write.
  func alone<Value, Failure: Error>(_ body: (Bool) throws(Failure) -> Value) throws(Failure) -> Value {
    guard let file else { return try body(true) }
    let held = file.acquire()
    defer { held?.release() }
    return try body(held != nil)
  }

  /// Writes in one transaction, within `alone`.
  ///
  /// Nothing is lost where it fails: an index that does not say what the capsule says is
  /// brought up to date at the next opening.
  func write(_ body: @Sendable (Database) throws -> Void) {
    do {
      try database.write(body)
      guard let file, let length = try RealDisk().length(of: file.path + "-wal") else { return }
      guard length > Self.greatestLogLength else { return }
      try database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    } catch {
      return
    }
  }
}
