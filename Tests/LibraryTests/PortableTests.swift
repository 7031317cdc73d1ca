import Anime
import Capsule
import Foundation
import Library
import Testing

/// Two homes of one user, and what is carried from one to the other.
struct PortableTests {
  private let clock = TestClock()
  private let here: TestLibrary
  private let there: TestLibrary

  init() throws {
    (here, there) = (try TestLibrary(), try TestLibrary())
    here.clock = clock
    there.clock = clock
  }

  /// So many that one of them may be missing and nobody minds.
  private static let rows = (1...60).map { "bangumi:\($0):ja | 第\($0)話 | bangumi:\($0)" }
  /// The same without the ninth.
  private static let fewer = rows.filter { !$0.hasPrefix("bangumi:9:") }

  /// Exports the capsule of `test` into one file.
  private func archive(of test: TestLibrary) throws -> String {
    let path = test.folder + "/archive.tar.zst"
    _ = try test.open().capsule.export(to: path)
    return path
  }

  private func install(_ rows: [String], _ version: String, in library: ShowLibrary, of test: TestLibrary) throws {
    clock.advance(hours: 1)
    let file = ReceivedFile(
      bytes: TestFile.bytes(rows), provider: "test", kind: "test", version: version, mirror: "https://mirror.test",
      url: "https://mirror.test/data.json", fetched: clock.instant)
    _ = try library.install(file, TestFile.decode(file.bytes), settingAside: false)
  }

  private func edit(_ library: ShowLibrary, _ number: Int, _ changes: [Change]) throws {
    clock.advance(hours: 1)
    try library.edit(try #require(library.resolve("bangumi:\(number)").only), changes)
  }

  /// Two homes that were one until a moment ago.
  private func twins() throws -> (ShowLibrary, ShowLibrary) {
    let (left, right) = (try here.open(), try there.open())
    try install(Self.rows, "1", in: left, of: here)
    try edit(left, 1, [.followed(true), .progress(3)])
    _ = try right.importing(archive(of: here))
    return (left, right)
  }

  /// What a library says of every moment that it was asked about before.
  private func expectPast(_ said: [Said], in library: ShowLibrary) throws {
    for said in said {
      let past = try library.past(at: said.moment).snapshot
      #expect(past.titles.count == said.everything.shows.count)
      #expect(past.entries == said.everything.entries)
    }
  }

  // MARK: A new home

  @Test(arguments: [1, 2, 3])
  func `A new home that takes an archive in says everything that the old one says`(_ seed: UInt64) throws {
    let left = try here.open()
    var history = RandomHistory(seed: seed)
    let said = try history.live(12, in: left, of: here, clock)
    let archive = try archive(of: here)
    let right = try there.open()
    let plan = try right.importPlan(archive)
    let summary = try right.importing(archive)

    #expect(plan == summary)
    #expect(summary.commits == left.commits.count && !summary.isEmpty)
    for library in [right, try there.open()] {
      #expect(library.snapshot().everything == left.snapshot().everything)
      #expect(library.commits == left.commits)
      try expectPast(said, in: library)
    }
    #expect(try right.capsule.verify(.everyByte).damage == [])
  }

  @Test func `An archive taken in once more brings nothing and changes no file`() throws {
    let (_, right) = try twins()
    let before = there.capsuleFiles

    #expect(try right.importing(archive(of: here)).isEmpty)
    #expect(there.capsuleFiles == before)
  }

  @Test func `A plan changes no file`() throws {
    let left = try here.open()
    try install(Self.rows, "1", in: left, of: here)
    try edit(left, 1, [.followed(true)])
    let right = try there.open()
    try edit(right, 2, [.followed(true)])
    let before = there.capsuleFiles

    #expect(try !right.importPlan(archive(of: here)).isEmpty)
    #expect(there.capsuleFiles == before)
  }

  @Test func `The folder of a capsule is taken in like its archive`() throws {
    let (left, right) = (try here.open(), try there.open())
    var history = RandomHistory(seed: 7)
    _ = try history.live(10, in: left, of: here, clock)
    _ = try right.importing(here.data)

    #expect(right.snapshot().everything == left.snapshot().everything)
    #expect(right.commits == left.commits)
  }

  // MARK: Both gone on

  @Test func `Where both went on a merge has both histories and the own past stays`() throws {
    let (left, right) = try twins()
    try install(Self.fewer, "2", in: left, of: here)
    try edit(left, 2, [.progress(5)])
    try install(Self.rows + ["bangumi:99:ja | 新 | bangumi:99"], "3", in: right, of: there)
    try edit(right, 3, [.progress(7)])
    clock.advance(hours: 1)
    let moments = [clock.instant, Instant(milliseconds: clock.now() - 5 * 3_600_000 + 1)]
    let before = try moments.map { try left.past(at: $0).snapshot.titles }
    let ids = Set((left.commits + right.commits).map(\.id))
    clock.advance(hours: 1)
    let summary = try left.importing(archive(of: there))

    guard case .merge = summary.step else {
      Issue.record("\(summary.step)")
      return
    }
    #expect(left.commits[0].cause == CommitDraft.merge)
    #expect(Set(left.commits.map(\.id)) == ids.union([left.commits[0].id]))
    #expect(left.commits.count { !$0.isOwn } == 1)
    #expect(try moments.map { try left.past(at: $0).snapshot.titles } == before)
    let snapshot = left.snapshot()
    #expect(snapshot.titles.contains("新") && snapshot.titles.contains("第9話"))
    for (number, progress) in [(1, 3), (2, 5), (3, 7)] {
      let show = try #require(left.resolve("bangumi:\(number)").only)
      #expect(snapshot.entry(for: show).progress == progress)
    }
    here.deleteIndex()
    here.deleteCatalogue()
    #expect(try here.open().snapshot().everything == snapshot.everything)
  }

  @Test func `An exchange in both directions comes to an end, and both say the same`() throws {
    let (left, right) = try twins()
    try install(Self.fewer, "2", in: left, of: here)
    try edit(left, 2, [.followed(true)])
    try install(Self.rows + ["bangumi:99:ja | 新 | bangumi:99"], "3", in: right, of: there)
    try edit(right, 3, [.followed(true)])
    for _ in 0..<2 {
      clock.advance(hours: 1)
      _ = try left.importing(archive(of: there))
      clock.advance(hours: 1)
      _ = try right.importing(archive(of: here))
    }

    let files = (here.capsuleFiles, there.capsuleFiles)
    #expect(try left.importing(archive(of: there)).isEmpty)
    #expect(try right.importing(archive(of: here)).isEmpty)
    #expect(files == (here.capsuleFiles, there.capsuleFiles))
    #expect(left.snapshot().titles == right.snapshot().titles)
    #expect(left.snapshot().entries == right.snapshot().entries)
    // A merge alone is no news: the last one is the present commit of one side only.
    let syncs = [left, right].map { $0.commits.filter { $0.cause == "sync" }.map(\.id) }
    #expect(Set(syncs[0]) == Set(syncs[1]) && syncs[0].count == 3)
    for library in [left, right] { #expect(try library.capsule.verify(.everyByte).damage == []) }
  }

  @Test func `What a device follows and the other's provider dropped stays as gone`() throws {
    let (left, right) = try twins()
    // Only this device's log knows of it; the other one has no reason to keep the show.
    try edit(right, 9, [.followed(true)])
    try install(Self.fewer, "2", in: left, of: here)
    clock.advance(hours: 1)
    _ = try right.importing(archive(of: here))

    for library in [right, try there.open()] {
      #expect(library.snapshot().titles.contains("[第9話]"))
      let show = try #require(library.resolve("bangumi:9").only)
      #expect(library.snapshot().entry(for: show).isFollowed)
    }
  }

  // The first lock keeps collections out, the second is had to take the content in, the third to move the present.
  @Test(arguments: [2, 3])
  func `A sync of another process between plan and taking is not lost`(_ position: Int) throws {
    let left = try here.open()
    try install(Self.rows, "1", in: left, of: here)
    let archive = try archive(of: here)
    let other = try there.open()
    let file = ReceivedFile(
      bytes: TestFile.bytes(["bangumi:99:ja | 新 | bangumi:99"]), provider: "another", kind: "test", version: "1",
      mirror: "https://mirror.test", url: "https://mirror.test/data.json", fetched: clock.instant)
    let disk = IntrudingDisk(atLock: position) {
      _ = try? other.install(file, TestFile.decode(file.bytes), settingAside: false)
    }
    let library = try ShowLibrary.open(there.options(disk: disk))
    #expect(throws: LibraryError.busy) { try library.importing(archive) }
    _ = try library.importing(archive)

    for library in [library, try there.open()] {
      let titles = library.snapshot().titles
      #expect(titles.contains("新") && titles.contains("第9話"))
    }
    #expect(try library.importing(archive).isEmpty)
  }

  @Test func `A collection in the other capsule gives up nothing of the own line`() throws {
    let left = try here.open()
    var history = RandomHistory(seed: 5)
    let said = try history.live(12, in: left, of: here, clock)
    let right = try there.open()
    _ = try right.importing(archive(of: here))
    clock.advance(hours: 24 * 400)
    history.change()
    try install(history.rows, "99", in: right, of: there)
    let rules = CollectionRules(retention: Retention(all: 0, daily: 0, weekly: 0, monthly: 0)) { milliseconds in
      Retention.CalendarPlace(day: Int(milliseconds / 86_400_000), month: Int(milliseconds / 2_592_000_000))
    }
    #expect(try !right.capsule.collect(rules).thinned.isEmpty)
    clock.advance(hours: 1)
    let summary = try left.importing(archive(of: there))

    guard case .merge = summary.step else {
      Issue.record("\(summary.step)")
      return
    }
    #expect(left.commits.filter(\.isOwn).allSatisfy { !$0.isThinned })
    try expectPast(said, in: left)
    #expect(try left.capsule.verify(.everyByte).damage == [])
  }

  // MARK: A folder of logs

  private func folder() throws -> String {
    let path = here.folder + "/shared"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  @Test(arguments: [false, true])
  func `Devices that exchange their logs in a folder come to one list, in either order`(_ isReversed: Bool) throws {
    let (left, right) = try twins()
    try edit(left, 1, [.progress(4), .note("夜")])
    try edit(right, 1, [.progress(6)])
    try edit(left, 2, [.score(80)])
    try edit(right, 3, [.followed(true)])
    let folder = try folder()
    for library in isReversed ? [right, left] : [left, right] {
      _ = try library.capsule.exportLog(into: folder)
      _ = try library.importing(folder)
    }
    for library in [left, right] { _ = try library.importing(folder) }

    #expect(left.snapshot().entries == right.snapshot().entries)
    let show = try #require(left.resolve("bangumi:1").only)
    #expect(left.snapshot().entry(for: show).progress == 6)
    #expect(left.snapshot().entry(for: show).note == "夜")
    #expect(left.snapshot().entries.count == 3)
    for library in [left, right] { #expect(try library.importing(folder).isEmpty) }
  }

  @Test func `A device writes nothing into the folder but its own file`() throws {
    let (left, right) = try twins()
    try edit(right, 3, [.followed(true)])
    let folder = try folder()
    let written = try #require(try right.capsule.exportLog(into: folder))
    _ = try left.importing(folder)
    _ = try right.importing(folder)

    #expect(written.operations == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["\(written.device).jsonl"])
    #expect(written.device == (try right.capsule.device()))
  }

  @Test func `A device that has changed nothing writes no file`() throws {
    let folder = try folder()
    #expect(try there.open().capsule.exportLog(into: folder) == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }

  @Test func `A last line that is only half there is passed over until the rest has come`() throws {
    let (left, right) = try twins()
    try edit(right, 2, [.progress(1)])
    try edit(right, 3, [.progress(2)])
    let folder = try folder()
    let device = try #require(try right.capsule.exportLog(into: folder)).device
    let file = URL(fileURLWithPath: "\(folder)/\(device).jsonl")
    let whole = try Data(contentsOf: file)
    try whole.dropLast(20).write(to: file)

    #expect(try left.importing(folder).operations == [device: 1])
    try whole.write(to: file)
    #expect(try left.importing(folder).operations == [device: 1])
    #expect(left.snapshot().entries == right.snapshot().entries)
  }
}
