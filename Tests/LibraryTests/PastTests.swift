import Anime
import Capsule
import Foundation
import Library
import Testing

struct PastTests {
  let test: TestLibrary
  let clock = TestClock()
  let library: ShowLibrary

  init() throws {
    test = try TestLibrary()
    test.clock = clock
    library = try test.open()
  }

  static let zone = Zone { _ in 0 }

  /// Installs `titles` an hour later.
  @discardableResult
  private func sync(_ titles: String..., mal: String = "") throws -> CommitSummary {
    clock.advance(hours: 1)
    try test.install(
      titles.enumerated().map { "bangumi:\($0 + 1):ja | \($1) | bangumi:\($0 + 1)\(mal)" }, in: library)
    return try #require(library.commits.first)
  }

  private func titles(at moment: Instant, in library: ShowLibrary? = nil) throws -> [String] {
    try (library ?? self.library).past(at: moment).snapshot.titles
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `Every moment of a history is answered as it was answered then`(_ seed: UInt64) throws {
    var history = RandomHistory(seed: seed)
    let said = try history.live(42, in: library, of: test, clock)
    #expect(library.commits.count > 15)

    func check(_ library: ShowLibrary, _ who: String) throws {
      for (number, then) in said.enumerated() {
        let past = try library.past(at: then.moment)
        #expect(past.commit?.id == then.commit, "\(who), step \(number)")
        #expect(past.snapshot.everything == then.everything, "\(who), step \(number)")
        #expect(past.givenUp == nil && past.moment == then.moment)
      }
    }
    try check(library, "the same process")
    try check(test.open(), "another process")
    test.deleteIndex()
    try check(test.open(), "without the index")
    try FileManager.default.removeItem(atPath: test.cache)
    try check(test.open(), "without the cache")
  }

  @Test func `Looking back changes nothing of the present`() throws {
    var history = RandomHistory(seed: 4)
    let said = try history.live(20, in: library, of: test, clock)
    let (present, files) = (library.snapshot().everything, test.capsuleFiles)
    for then in said { _ = try library.past(at: then.moment) }

    #expect(library.snapshot().everything == present)
    #expect(test.capsuleFiles == files)
    #expect(try test.open().snapshot().everything == present)
  }

  @Test func `A moment between two commits is the earlier one's`() throws {
    let first = try sync("一")
    try sync("一", "二")

    #expect(try titles(at: Instant(milliseconds: first.time.milliseconds + 3_599_999)) == ["一", "鉄腕アトム"])
    #expect(try titles(at: Instant(milliseconds: first.time.milliseconds + 3_600_000)) == ["一", "二"])
  }

  @Test func `A commit answers by its number, its name, and the beginning of its name`() throws {
    let first = try sync("一")
    try sync("一", "二")

    for name in ["1", first.id.description, String(first.id.description.prefix(12)), first.id.short] {
      let commit = try library.commit(named: name)
      #expect(commit == first)
      #expect(try library.past(of: commit).snapshot.titles == ["一", "鉄腕アトム"])
    }
    #expect(throws: LibraryError.noSuchCommit("3")) { try library.commit(named: "3") }
    #expect(throws: LibraryError.noSuchCommit("00000001-x")) { try library.commit(named: "00000001-x") }
  }

  @Test func `A beginning that several commits have names none`() throws {
    let ids = [try sync("一"), try sync("二")].map(\.id)

    #expect {
      try library.commit(named: "0000000")
    } throws: { error in
      // Read as a number it would be none.
      error as? LibraryError == .noSuchCommit("0000000")
    }
    #expect(throws: LibraryError.ambiguousCommit("", ids.reversed())) { try library.commit(named: "") }
  }

  @Test func `Before anything was written down nothing is known, and the first moment is told`() throws {
    #expect(throws: LibraryError.beforeFirst(nil)) { try library.past(at: clock.instant) }
    let first = try sync("一")

    let before = Instant(milliseconds: first.time.milliseconds - 1)
    #expect(throws: LibraryError.beforeFirst(first.time)) { try library.past(at: before) }
  }

  @Test func `Between the first change and the first commit the starter catalogue answers`() throws {
    let show = try #require(library.resolve("bangumi:1").only)
    try library.edit(show, [.followed(true)])
    let moment = clock.instant
    try sync("一")
    let past = try library.past(at: moment)

    #expect(past.commit == nil)
    #expect(past.snapshot.titles == ["葬送のフリーレン", "鉄腕アトム"].sorted())
    #expect(past.snapshot.entry(for: show).isFollowed)
    #expect(past.snapshot.stamp.isStarterOnly)
  }

  @Test func `The list is as it was, not as it is`() throws {
    let show = try #require(library.resolve("bangumi:1").only)
    try sync("一")
    try library.edit(show, [.followed(true), .progress(3)])
    let moment = clock.instant
    clock.advance(hours: 1)
    try library.edit(show, [.followed(false), .progress(5), .note("後")])

    let entry = try library.past(at: moment).snapshot.entry(for: show)
    #expect(entry.isFollowed && entry.progress == 3 && entry.note.isEmpty)
  }

  @Test func `What another process committed is in the time line at once`() throws {
    try sync("一")
    let other = try test.open()
    clock.advance(hours: 1)
    try test.install(["bangumi:1:ja | 二 | bangumi:1"], in: other)

    #expect(library.commits.map(\.sequence) == [2, 1])
    #expect(try titles(at: clock.instant) == ["二", "鉄腕アトム"])
    try library.reload()
    #expect(library.commits == other.commits)
  }

  @Test func `The time line is made again from the capsule`() throws {
    var history = RandomHistory(seed: 5)
    _ = try history.live(30, in: library, of: test, clock)
    let commits = library.commits
    test.deleteIndex()

    #expect(try test.open().commits == commits)
  }

  @Test func `Of commits made while the clock went back the last one counts`() throws {
    try sync("一")
    clock.advance(hours: 10)
    try sync("二")
    clock.advance(hours: -5)
    let last = try sync("三")

    #expect(try library.past(at: last.time).commit == last)
    #expect(try titles(at: Instant(milliseconds: last.time.milliseconds - 1)) == ["一", "鉄腕アトム"])
    #expect(try titles(at: Instant(milliseconds: clock.now() + 100_000_000)) == ["三", "鉄腕アトム"])
  }

  @Test func `Where a commit gave its content up an earlier one stands in, and that is said`() throws {
    let first = try sync("一")
    try library.edit(try #require(library.resolve("bangumi:1").only), [.pinned(true)])
    let second = try sync("一", "二")
    clock.advance(hours: 1000)
    let third = try sync("一", "二", "三")
    let retention = Retention(all: 1, daily: 1, weekly: 1, monthly: 1)
    #expect(try library.collect(retention, zone: Self.zone, isApplied: true).thinned == [second.id])

    for library in [library, try test.open()] {
      let past = try library.past(at: second.time)
      #expect(past.commit?.id == first.id)
      #expect(past.givenUp?.id == second.id)
      #expect(past.snapshot.titles == ["一", "鉄腕アトム"])
      let givenUp = try library.commit(named: "2")
      #expect(givenUp.isThinned)
      #expect(throws: LibraryError.givenUp(givenUp)) { try library.past(of: givenUp) }
      #expect(try library.past(of: third).snapshot.titles == ["一", "二", "三"].sorted())
    }
    test.deleteIndex()
    #expect(try test.open().past(at: second.time).givenUp?.id == second.id)
  }

  @Test func `Where nothing earlier kept its content the past is given up`() throws {
    let first = try sync("一")
    clock.advance(hours: 1000)
    try sync("一", "二")
    let retention = Retention(all: 1, daily: 1, weekly: 1, monthly: 1)
    #expect(try library.collect(retention, zone: Self.zone, isApplied: true).thinned == [first.id])

    let givenUp = try library.commit(named: "1")
    #expect(throws: LibraryError.givenUp(givenUp)) { try library.past(at: first.time) }
  }

  @Test func `A pin keeps every version of its show`() throws {
    try sync("一", "二")
    let changed = try sync("一", "弐")
    try sync("壱", "弐")
    let again = try sync("壱", "貳")
    try sync("壹", "貳")
    clock.advance(hours: 1000)
    try sync("壹", "貳", "三")
    try library.edit(try #require(library.resolve("bangumi:2").only), [.pinned(true)])
    let retention = Retention(all: 1, daily: 1, weekly: 1, monthly: 1)
    let plan = try library.collect(retention, zone: Self.zone, isApplied: false)

    let kept = library.commits.map(\.id).filter { !plan.thinned.contains($0) }
    #expect(kept.map(\.sequence) == [6, again.sequence, changed.sequence, 1])
    try library.undo()
    #expect(try library.collect(retention, zone: Self.zone, isApplied: false).thinned.count == 5)
  }

  @Test func `A pin keeps what may be a version and cannot be read now`() throws {
    try sync("一", "二")
    let changed = try sync("一", "弐")
    clock.advance(hours: 1000)
    try sync("一", "弐", "三")
    try library.edit(try #require(library.resolve("bangumi:2").only), [.pinned(true)])
    let receipt = try #require(try library.capsule.commit(changed.id).content.sources["test"]?.current)
    let piece = try library.capsule.manifest(receipt.manifest).pieces[0].id.description
    try FileManager.default.removeItem(atPath: "\(test.data)/objects/\(piece.prefix(2))/\(piece)")
    let retention = Retention(all: 1, daily: 1, weekly: 1, monthly: 1)

    #expect(try library.collect(retention, zone: Self.zone, isApplied: false).thinned.isEmpty)
  }
}
