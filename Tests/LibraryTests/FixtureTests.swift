import Anime
import Capsule
import Foundation
import Library
import Providers
import Testing

/// Capsules as they were written when their format was new; every later program reads them.
struct FixtureTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures").path

  /// A home of its own, with the fixture `name` in the place of its capsule.
  private final class Home {
    let folder = NSTemporaryDirectory() + "yozakura-fixture-\(UUID().uuidString)"

    init(_ name: String? = nil) throws {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      guard let name else { return }
      try FileManager.default.copyItem(atPath: "\(FixtureTests.folder)/\(name)", toPath: "\(folder)/data")
    }

    deinit {
      try? FileManager.default.removeItem(atPath: folder)
    }

    func open() throws -> ShowLibrary {
      try ShowLibrary.open(
        LibraryOptions(
          dataFolder: "\(folder)/data", cacheFolder: "\(folder)/cache",
          starterDate: CivilDate(year: 2026, month: 8, day: 15), starter: { DecodedCatalogue() },
          decoders: [BangumiData.kind: { bytes throws(Rejection) in try BangumiData.decode(bytes) }],
          partDecoders: [BangumiData.kind: { BangumiData.decodePart($0) }]))
    }
  }

  @Test func `The first capsule there was opens, and says what it said`() throws {
    let home = try Home("capsule-0.1.0-first")
    let library = try home.open()
    let snapshot = library.snapshot()
    #expect(snapshot.catalogue.count == 20)
    #expect(snapshot.providers.map(\.setAside?.missing) == [9])
    let kept = try #require(snapshot.resolve("bangumi:900004").only)
    #expect(snapshot.catalogue.show(kept)?.isGone == true)
    #expect(snapshot.entry(for: kept).isFollowed)
    let listed = try #require(snapshot.resolve("mal:800001").only)
    let entry = snapshot.entry(for: listed)
    #expect(entry.status == .watching)
    #expect((entry.progress, entry.score, entry.note) == (3, 85, "夜"))
    #expect(library.commits.map(\.sequence) == [4, 3, 2, 1])
    #expect(library.commits.map(\.removed) == [0, 2, 0, 0])
    #expect(try library.past(of: library.commit(named: "1")).snapshot.catalogue.count == 20)
    #expect(try library.past(of: library.commit(named: "2")).snapshot.catalogue.count == 21)
  }

  @Test func `The first capsule gets its second copies by repair, and is whole then`() throws {
    let home = try Home("capsule-0.1.0-first")
    let library = try home.open()
    let before = library.snapshot().everything
    let damage = try library.capsule.verify(.everyByte).damage
    #expect(damage.filter { !$0.hasTwin } == [])
    #expect(try library.repair(damage, with: [], isDryRun: false).lost.isEmpty)
    #expect(try library.capsule.verify(.everyByte).isClean)
    #expect(try home.open().snapshot().everything == before)
  }

  @Test func `A capsule that took another one in is whole, and says what it said`() throws {
    let home = try Home("capsule-0.1.0")
    let library = try home.open()
    #expect(try library.capsule.verify(.everyByte).isClean)
    #expect(library.commits.map(\.cause) == ["merge", "restore", "accept", "setAside", "sync", "sync", "sync", "sync"])
    #expect(library.commits.map(\.isOwn) == Array(repeating: true, count: 7) + [false])
    let snapshot = library.snapshot()
    #expect(snapshot.entry(for: try #require(snapshot.resolve("bangumi:900002").only)).score == 70)
    #expect(snapshot.entry(for: try #require(snapshot.resolve("bangumi:900003").only)).isPinned)
    let accepted = try library.past(of: library.commit(named: "5")).snapshot
    #expect((0..<accepted.catalogue.count).count { !accepted.catalogue.summary(at: $0).isGone } == 10)
  }

  @Test(arguments: ["capsule-0.1.0-first", "capsule-0.1.0"])
  func `An old capsule goes on`(_ name: String) throws {
    let home = try Home(name)
    let library = try home.open()
    let show = try #require(library.resolve("bangumi:900001").only)
    try library.edit(show, [.progress(9)])
    #expect(try home.open().snapshot().entry(for: show).progress == 9)
    #expect(try library.undo().edited.first?.after.progress == 3)
    let restored = try library.restore(library.commit(named: "2"))
    #expect(restored.difference.added > 0)
    #expect(try home.open().snapshot().everything == library.snapshot().everything)
  }

  @Test func `An archive of the first format is taken in, and twice is once`() throws {
    let home = try Home()
    let library = try home.open()
    let archive = "\(Self.folder)/capsule-0.1.0.tar.zst"
    let summary = try library.importing(archive)
    #expect(summary.commits == 8)
    #expect(summary.operations.values.sorted() == [1, 7])
    #expect(try library.importing(archive).isEmpty)
    #expect(try library.capsule.verify(.everyByte).isClean)
    let elsewhere = try Home("capsule-0.1.0")
    let original = try elsewhere.open()
    #expect(library.snapshot().everything == original.snapshot().everything)
    #expect(library.commits == original.commits)
  }
}
