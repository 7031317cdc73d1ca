import Anime
import Capsule
import Foundation
import GRDB
import Library
import Testing

struct LossTests {
  /// A library with a commit, a list, and what it says.
  private func prepared() throws -> (TestLibrary, Snapshot.Everything) {
    let test = try TestLibrary()
    let library = try test.open()
    try test.install(["bangumi:1:ja | 葬送のフリーレン | bangumi:1", "bangumi:3:ja | 夜桜 | bangumi:3"], in: library)
    let show = try #require(library.resolve("bangumi:3").only)
    try library.edit(show, [.followed(true), .progress(3)])
    let again = try test.open()
    #expect(again.healed == nil)
    return (test, again.snapshot().everything)
  }

  @Test func `A new library has lost nothing`() throws {
    #expect(try TestLibrary().open().healed == nil)
  }

  @Test func `A deleted index is made anew, equal to the one lost, and said to be so once`() throws {
    let (test, before) = try prepared()
    test.deleteIndex()
    let library = try test.open()
    #expect(library.healed == .index)
    #expect(library.snapshot().everything == before)
    #expect(try test.open().healed == nil)
  }

  @Test func `An index of garbage is made anew`() throws {
    let (test, before) = try prepared()
    test.deleteIndex()
    try Data(repeating: 0x41, count: 9000).write(to: URL(fileURLWithPath: "\(test.cache)/index.sqlite"))
    let library = try test.open()
    #expect(library.healed == .index)
    #expect(library.snapshot().everything == before)
  }

  @Test func `A number that changed in the index is noticed, and made anew`() throws {
    let (test, before) = try prepared()
    try DatabaseQueue(path: "\(test.cache)/index.sqlite").write { try $0.execute(sql: "UPDATE entry SET progress = 7") }
    let library = try test.open()
    #expect(library.healed == .index)
    #expect(library.snapshot().everything == before)
  }

  @Test func `What another version of the program made is replaced, and nobody is told of a loss`() throws {
    let (test, before) = try prepared()
    try DatabaseQueue(path: "\(test.cache)/index.sqlite").write { try $0.execute(sql: "PRAGMA user_version = 1") }
    var library = try test.open()
    #expect(library.healed == nil)
    #expect(library.snapshot().everything == before)

    let files = FileManager.default
    for name in try files.contentsOfDirectory(atPath: test.cache) where name.hasPrefix("catalogue-") {
      try files.moveItem(atPath: "\(test.cache)/\(name)", toPath: "\(test.cache)/catalogue-1-2020-01-01-starter")
    }
    library = try test.open()
    #expect(library.healed == nil)
    #expect(library.snapshot().everything == before)
  }

  @Test func `A deleted catalogue is packed anew`() throws {
    let (test, before) = try prepared()
    test.deleteCatalogue()
    let library = try test.open()
    #expect(library.healed == .catalogue)
    #expect(library.snapshot().everything == before)
  }

  @Test func `A flipped byte anywhere in the packed catalogue is noticed, and it is packed anew`() throws {
    let (test, before) = try prepared()
    let path = "\(test.cache)/\(try #require(test.catalogues.first))"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for index in stride(from: 0, to: bytes.count, by: 197) {
      var flipped = bytes
      flipped[index] ^= 0x10
      try flipped.write(to: URL(fileURLWithPath: path))
      let library = try test.open()
      #expect(library.healed == .catalogue, "byte \(index)")
      #expect(library.snapshot().everything == before)
    }
  }

  @Test func `News from another process are no loss`() throws {
    let (test, _) = try prepared()
    try test.install(["bangumi:1:ja | 葬送のフリーレン | bangumi:1"], version: "2", in: test.open())
    #expect(try test.open().healed == nil)
  }

  @Test func `What says nothing new of shows is packed before it counts, and leaves one catalogue`() throws {
    let test = try TestLibrary()
    test.starter = []
    let clock = TestClock()
    test.clock = clock
    let library = try test.open()
    let rows = (1...20).map { "bangumi:\($0):ja | 題\($0) | bangumi:\($0)" }
    for version in 1...3 {
      clock.advance(hours: 24 * 40)
      try test.install(rows + ["bangumi:9\(version):ja | 新\(version) | bangumi:9\(version)"], in: library)
    }
    #expect(try test.install(Array(rows.prefix(5)), version: "4", settingAside: true, in: library) != .unchanged)
    #expect(test.catalogues.count == 1)
    #expect(library.snapshot().catalogue.stamp.headSequence == 4)

    let plan = try library.collect(
      Retention(all: 1, daily: 1, weekly: 1, monthly: 1), zone: PastTests.zone, isApplied: true)
    #expect(!plan.thinned.isEmpty)
    #expect(test.catalogues.count == 1)
    #expect(library.snapshot().catalogue.stamp.headSequence == 5)
    let again = try test.open()
    #expect(again.healed == nil)
    #expect(again.snapshot().everything == library.snapshot().everything)
  }
}
