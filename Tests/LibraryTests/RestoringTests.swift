import Anime
import Capsule
import Foundation
import Library
import Testing

struct RestoringTests {
  let test: TestLibrary
  let clock = TestClock()
  let library: ShowLibrary

  init() throws {
    test = try TestLibrary()
    test.starter = []
    test.clock = clock
    library = try test.open()
  }

  /// Installs a file with shows of these numbers, of which the title is of `generation`, an hour later.
  @discardableResult
  private func sync(_ numbers: Range<Int>, _ generation: Int = 0) throws -> CommitSummary {
    clock.advance(hours: 1)
    try test.install(rows(numbers, generation), in: library)
    return try #require(library.commits.first)
  }

  private func rows(_ numbers: Range<Int>, _ generation: Int = 0) -> [String] {
    numbers.map { "bangumi:\($0):ja | 第\($0)話\(generation > 0 ? "・\(generation)" : "") | bangumi:\($0)" }
  }

  private func show(_ number: Int) throws -> ShowID { try #require(library.resolve("bangumi:\(number)").only) }

  private func shows(_ library: ShowLibrary) -> [Show] { library.snapshot().everything.shows }

  // MARK: Restore

  @Test func `A commit becomes the present again, as a new commit`() throws {
    let first = try sync(0..<20)
    let then = shows(library)
    try sync(1..<22, 1)
    let done = try library.restore(first)

    #expect(done.difference == Difference(added: 1, changed: 19, removed: 2))
    #expect(done.commit.sequence == 3)
    for library in [library, try test.open()] {
      #expect(shows(library) == then)
      #expect(library.commits.map(\.cause) == ["restore", "sync", "sync"])
      #expect(library.commits[0].removed == 2)
      #expect(try library.capsule.verify(.everyByte).isClean)
    }
  }

  @Test func `Undo takes a restore back, redo makes it again, whoever does it`() throws {
    let first = try sync(0..<20)
    let then = shows(library)
    try sync(0..<21, 1)
    let present = shows(library)
    try library.restore(first)

    let undone = try test.open().undo()
    #expect(undone.catalogue?.difference == Difference(added: 1, changed: 20))
    #expect(undone.edited.isEmpty)
    #expect(shows(try test.open()) == present)
    let redone = try test.open().redo()
    #expect(redone.catalogue?.difference == Difference(changed: 20, removed: 1))
    #expect(shows(try test.open()) == then)
    try library.undo()
    #expect(shows(library) == present)
    #expect(try library.undo().isEmpty)
  }

  @Test func `The list stays as it is, and undo keeps the order of all that was done`() throws {
    let first = try sync(0..<20)
    try sync(0..<20, 1)
    let show = try show(3)
    try library.edit(show, [.progress(1)])
    clock.advance(hours: 1)
    try library.restore(first)
    clock.advance(hours: 1)
    try library.edit(show, [.progress(2)])
    #expect(library.snapshot().entry(for: show).progress == 2)

    #expect(try library.undo().edited.first?.after.progress == 1)
    #expect(try library.undo().catalogue != nil)
    #expect(library.snapshot().titles.allSatisfy { $0.hasSuffix("・1") })
    #expect(library.snapshot().entry(for: show).progress == 1)
    #expect(try library.undo().edited.first?.after.progress == 0)
    #expect(try library.redo().edited.first?.after.progress == 1)
    #expect(try library.redo().catalogue != nil)
    #expect(library.snapshot().titles.allSatisfy { !$0.hasSuffix("・1") })
    #expect(try library.redo().edited.first?.after.progress == 2)
    #expect(try test.open().snapshot().everything == library.snapshot().everything)
  }

  @Test func `A show that the user keeps and that the restored commit does not have is gone, and comes back`() throws {
    let first = try sync(0..<20)
    try sync(0..<21)
    let show = try show(20)
    try library.edit(show, [.followed(true)])
    let done = try library.restore(first)

    #expect(done.difference == Difference(removed: 1))
    for library in [library, try test.open()] {
      #expect(library.snapshot().catalogue.show(show)?.isGone == true)
      #expect(library.snapshot().entry(for: show).isFollowed)
    }
    try library.undo()
    #expect(library.snapshot().catalogue.show(show)?.isGone == false)
  }

  @Test func `A show that was gone when the commit was made is gone again`() throws {
    try sync(0..<21)
    let show = try show(20)
    try library.edit(show, [.followed(true)])
    let without = try sync(0..<20)
    try sync(0..<21, 1)
    try library.restore(without)

    #expect(library.snapshot().catalogue.show(show)?.isGone == true)
    #expect(library.snapshot().catalogue.show(show)?.titles.native == "第20話・1")
  }

  @Test func `The next sync goes on from what was restored`() throws {
    let first = try sync(0..<20)
    try sync(0..<20, 1)
    try library.restore(first)

    #expect(try test.install(rows(0..<20, 1), in: library) == .updated(Difference(changed: 20)))
    #expect(try library.capsule.verify(.everyByte).isClean)
  }

  @Test func `Another process sees what was restored`() throws {
    let first = try sync(0..<20)
    try sync(0..<20, 1)
    let other = try test.open()
    try library.restore(first)

    #expect(try other.reload())
    #expect(shows(other) == shows(library))
  }

  @Test func `A process that was open before another one's commit restores over it`() throws {
    let first = try sync(0..<20)
    let other = try test.open()
    try sync(0..<20, 1)
    let done = try other.restore(first)

    #expect(done.commit.sequence == 3)
    #expect(done.difference.changed == 20)
    try library.reload()
    #expect(try library.undo().catalogue?.difference.changed == 20)
    #expect(library.snapshot().titles.allSatisfy { $0.hasSuffix("・1") })
  }

  @Test func `What was given up is not restored, neither by name nor by undo`() throws {
    let first = try sync(0..<20)
    clock.advance(hours: 1000)
    let second = try sync(0..<20, 1)
    clock.advance(hours: 1000)
    try sync(0..<20, 2)
    try library.restore(second)
    clock.advance(hours: 1000)
    try sync(0..<20, 3)
    let retention = Retention(all: 1, daily: 1, weekly: 1, monthly: 1)
    let thinned = try library.collect(retention, zone: PastTests.zone, isApplied: true).thinned
    #expect(thinned.contains(first.id) && thinned.count == 4)
    let (present, files) = (library.snapshot().everything, test.capsuleFiles)

    let givenUp = try library.commit(named: "1")
    #expect(throws: LibraryError.givenUp(givenUp)) { try library.restore(givenUp) }
    let former = try library.commit(named: "3")
    #expect(throws: LibraryError.givenUp(former)) { try library.undo() }
    #expect(library.snapshot().everything == present)
    #expect(test.capsuleFiles == files)
  }

  @Test func `A commit whose file is damaged is not restored, and nothing is changed`() throws {
    let first = try sync(0..<20)
    try sync(0..<20, 1)
    let receipt = try #require(try library.capsule.commit(first.id).content.sources["test"]?.current)
    let piece = try library.capsule.manifest(receipt.manifest).pieces[0].id
    let name = piece.description
    try FileManager.default.removeItem(atPath: "\(test.data)/objects/\(name.prefix(2))/\(name)")
    let (present, files) = (library.snapshot().everything, test.capsuleFiles)

    #expect(throws: LibraryError.capsule(.missingObject(piece))) { try library.restore(first) }
    #expect(library.snapshot().everything == present)
    #expect(test.capsuleFiles == files)
  }

  // MARK: Accept

  /// Twenty shows, and an answer with three that is set aside.
  private func setAside() throws {
    try sync(0..<20)
    clock.advance(hours: 1)
    let installed = try test.install(rows(0..<3, 1), version: "2", settingAside: true, in: library)
    #expect(installed == .setAside(missing: 17, present: 20))
  }

  @Test func `What was set aside is applied, and is set aside no more`() throws {
    try setAside()
    let kept = try show(9)
    try library.edit(kept, [.note("残る")])
    let done = try library.accept("test")

    #expect(done.difference == Difference(changed: 3, removed: 17))
    for library in [library, try test.open()] {
      #expect(library.snapshot().titles == ["[第9話]", "第0話・1", "第1話・1", "第2話・1"])
      #expect(library.snapshot().entry(for: kept).note == "残る")
      #expect(library.snapshot().providers.map(\.version) == ["2"])
      #expect(library.snapshot().providers[0].setAside == nil)
      #expect(library.commits[0].cause == "accept")
      #expect(library.commits[0].verdict == "accepted by the user")
    }
  }

  @Test func `Undo of an accept puts the answer aside again, redo applies it`() throws {
    try setAside()
    let before = library.snapshot()
    try library.accept("test")
    let after = shows(library)

    #expect(try test.open().undo().catalogue?.difference == Difference(added: 17, changed: 3))
    try library.reload()
    #expect(shows(library) == before.everything.shows)
    #expect(library.snapshot().providers == before.providers)
    #expect(try library.redo().catalogue?.difference == Difference(changed: 3, removed: 17))
    #expect(shows(library) == after)
    try library.undo()
    #expect(try library.accept("test").difference.removed == 17)
  }

  @Test func `Where nothing is set aside nothing is accepted, and nothing is written`() throws {
    try sync(0..<20)
    let before = test.capsuleFiles

    #expect(throws: LibraryError.nothingSetAside("test")) { try library.accept("test") }
    #expect(throws: LibraryError.nothingSetAside("nobody")) { try library.accept("nobody") }
    #expect(test.capsuleFiles == before)
  }

  @Test func `An accepted answer that brings new shows gives them ids that last`() throws {
    try sync(0..<20)
    try test.install(rows(0..<3) + rows(50..<52), settingAside: true, in: library)
    try library.accept("test")
    let show = try show(50)
    try library.edit(show, [.followed(true)])
    test.deleteIndex()

    #expect(try test.open().resolve("bangumi:50") == .one(show))
  }
}
