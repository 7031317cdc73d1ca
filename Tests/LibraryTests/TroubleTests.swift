import Anime
import Capsule
import Foundation
import Library
import Testing

/// A disk on which nothing can be written, or on which no room is left.
struct StubbornDisk: Disk {
  var failure: @Sendable (String) -> CapsuleError
  let real = RealDisk()

  func open(_ path: String, _ mode: DiskMode) throws(CapsuleError) -> DiskFile {
    guard mode == .reading else { throw failure(path) }
    return try real.open(path, mode)
  }
  func read(_ file: DiskFile, count: Int, at offset: Int) throws(CapsuleError) -> [UInt8] {
    try real.read(file, count: count, at: offset)
  }
  func write(_ bytes: [UInt8], to file: DiskFile, at offset: Int) throws(CapsuleError) { throw failure(file.path) }
  func truncate(_ file: DiskFile, to length: Int) throws(CapsuleError) { throw failure(file.path) }
  func sync(_ file: DiskFile) throws(CapsuleError) {}
  func syncFileSystem(of file: DiskFile) throws(CapsuleError) {}
  func close(_ file: DiskFile) { real.close(file) }
  func lock(_ file: DiskFile) throws(CapsuleError) -> Bool { try real.lock(file) }
  func unlock(_ file: DiskFile) { real.unlock(file) }
  func rename(_ path: String, to target: String) throws(CapsuleError) { throw failure(path) }
  func remove(_ path: String) throws(CapsuleError) { throw failure(path) }
  func makeFolder(_ path: String) throws(CapsuleError) { throw failure(path) }
  func list(_ path: String) throws(CapsuleError) -> [String] { try real.list(path) }
  func length(of path: String) throws(CapsuleError) -> Int? { try real.length(of: path) }
  func room(at path: String) -> DiskRoom? { real.room(at: path) }
}

struct TroubleTests {
  let test: TestLibrary
  let show: ShowID

  init() throws {
    test = try TestLibrary()
    let library = try test.open()
    show = try #require(library.resolve("bangumi:1").only)
    try library.edit(show, [.followed(true)])
    try test.install(["bangumi:1:ja | 葬送のフリーレン | bangumi:1"], in: library)
  }

  static let failures: [@Sendable (String) -> CapsuleError] = [
    { .readOnly(path: $0, errno: 30) }, { .full(path: $0) },
  ]

  @Test(arguments: failures)
  func `Where nothing can be written everything can be read`(_ failure: @escaping @Sendable (String) -> CapsuleError)
    throws
  {
    try FileManager.default.removeItem(atPath: test.cache)
    let library = try ShowLibrary.open(test.options(disk: StubbornDisk(failure: failure)))
    #expect(library.snapshot().entry(for: show).isFollowed)
    #expect(throws: LibraryError.self) { try library.edit(show, [.progress(1)]) }
    #expect(throws: LibraryError.self) { try library.undo() }
    #expect(throws: LibraryError.self) { try test.install(["bangumi:1:ja | 新題 | bangumi:1"], in: library) }
    #expect(library.snapshot().entry(for: show).progress == 0)
  }

  @Test func `A refusal to write names the cause`() throws {
    let library = try ShowLibrary.open(test.options(disk: StubbornDisk { .full(path: $0) }))
    #expect {
      try library.edit(show, [.progress(1)])
    } throws: { error in
      guard case .capsule(.full)? = error as? LibraryError else { return false }
      return true
    }
  }

  @Test func `A capsule of a later format is left alone`() throws {
    try Data("yozakura capsule 3\n".utf8).write(to: URL(fileURLWithPath: test.data + "/format"))
    let before = test.capsuleFiles
    let path = test.data + "/format"
    #expect(throws: LibraryError.capsule(.newerFormat(path: path, found: 3, known: 2))) { try test.open() }
    #expect(test.capsuleFiles == before)
  }

  @Test func `Where the present file is damaged the one before it answers`() throws {
    let library = try test.open()
    let receipt = try #require(try library.capsule.headCommit()?.content.sources["test"]?.current)
    let former = library.snapshot().titles
    try test.install(["bangumi:1:ja | 葬送のフリーレン | bangumi:1", "bangumi:5:ja | 五 | bangumi:5"], in: library)
    let present = try #require(try library.capsule.headCommit()?.content.sources["test"]?.current)
    let kept = Set(try library.capsule.manifest(receipt.manifest).pieces.map(\.id))
    for piece in try library.capsule.manifest(present.manifest).pieces where !kept.contains(piece.id) {
      let hex = piece.id.description
      try FileManager.default.removeItem(atPath: "\(test.data)/objects/\(hex.prefix(2))/\(hex)")
    }
    try FileManager.default.removeItem(atPath: test.cache)
    #expect(try test.open().snapshot().titles == former)
  }

  @Test func `With every object lost the user's list is still there`() throws {
    let library = try test.open()
    try test.install(["bangumi:1:ja | 葬送のフリーレン | bangumi:1", "bangumi:5:ja | 五 | bangumi:5"], in: library)
    try library.edit(try #require(library.resolve("bangumi:5").only), [.followed(true), .note("夜")])
    for folder in ["objects", "commits"] { try FileManager.default.removeItem(atPath: "\(test.data)/\(folder)") }
    try FileManager.default.removeItem(atPath: test.cache)
    let snapshot = try test.open().snapshot()
    #expect(snapshot.titles == ["[五]", "葬送のフリーレン", "鉄腕アトム"].sorted())
    #expect(snapshot.entries.values.map(\.note).sorted() == ["", "夜"])
  }

  @Test func `A closed index leaves its write-ahead log alone`() throws {
    try test.open().edit(show, [.progress(9)])
    let log = try #require(FileManager.default.contents(atPath: test.cache + "/index.sqlite-wal"))
    #expect(!log.isEmpty)
    #expect(try test.open().snapshot().entry(for: show).progress == 9)
  }
}
