import Anime
import Capsule
import Foundation
import Library
import Testing

/// A damaged catalogue in the capsule, and what is shown all the same.
struct DamageTests {
  private static let rows = (1...400).map {
    "bangumi:\($0):ja | 題\($0) \(String(repeating: "あ", count: 60)) | bangumi:\($0)"
  }

  /// A library of one sync, one of whose pieces has been damaged; and how many shows that piece holds.
  private func damaged() throws -> TestLibrary {
    let test = try TestLibrary()
    test.starter = []
    test.readsParts = true
    let library = try test.open()
    try test.install(Self.rows, in: library)
    let receipt = try #require(try library.capsule.headCommit()?.content.sources["test"]?.current)
    let piece = try #require(try library.capsule.manifest(receipt.manifest).pieces.dropFirst(2).first)
    let hex = piece.id.description
    let path = "\(test.data)/objects/\(hex.prefix(2))/\(hex)"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[bytes.count / 2] ^= 1
    try FileManager.default.removeItem(atPath: path)
    try bytes.write(to: URL(fileURLWithPath: path))
    test.deleteIndex()
    test.deleteCatalogue()
    return test
  }

  @Test func `What is whole of a damaged file is shown, and nothing else, with a word`() throws {
    let library = try damaged().open()
    let snapshot = library.snapshot()
    let titles = Set(snapshot.titles)
    let wanted = Set(Self.rows.map { $0.components(separatedBy: " | ")[1] })
    #expect(titles.isSubset(of: wanted))
    #expect(titles.count < wanted.count)
    #expect(titles.count > wanted.count * 3 / 4)
    #expect(library.findings.contains(.contentDamaged(provider: "test")))
  }

  @Test func `As of a commit whose file is damaged nothing else is told instead`() throws {
    let library = try damaged().open()
    #expect(throws: LibraryError.self) { try library.past(of: library.commit(named: "1")) }
  }

  @Test func `The time line is there where no index can be written`() throws {
    let test = try TestLibrary()
    try test.install(["bangumi:1:ja | 一 | bangumi:1"], in: test.open())
    try FileManager.default.removeItem(atPath: test.cache)
    try Data().write(to: URL(fileURLWithPath: test.cache))
    let library = try test.open()
    try test.install(["bangumi:1:ja | 一 | bangumi:1", "bangumi:3:ja | 三 | bangumi:3"], version: "2", in: library)
    #expect(library.commits.map(\.sequence) == [2, 1])
    #expect(try library.past(of: library.commit(named: "1")).snapshot.resolve("bangumi:3") == .none)
  }

  @Test func `Before all commits stands the starter catalogue`() throws {
    let test = try TestLibrary()
    let library = try test.open()
    let starter = library.snapshot().titles
    try test.install(["bangumi:1:ja | 一 | bangumi:1", "bangumi:3:ja | 三 | bangumi:3"], in: library)
    #expect(try library.pastBeforeAll().snapshot.titles == starter)
    #expect(try library.pastBeforeAll().commit == nil)
  }
}
