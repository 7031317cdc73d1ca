import Anime
import Foundation
import Library
import Testing

struct InstallTests {
  let test: TestLibrary
  let library: ShowLibrary

  init() throws {
    test = try TestLibrary()
    test.starter = []
    library = try test.open()
  }

  /// Rows of `count` shows.
  func rows(_ numbers: Range<Int>) -> [String] {
    numbers.map { "bangumi:\($0):ja | 第\($0)話 | bangumi:\($0)" }
  }

  @Test func `A file becomes the catalogue`() throws {
    #expect(try test.install(rows(0..<3), in: library) == .updated(Difference(added: 3)))
    #expect(library.snapshot().titles == ["第0話", "第1話", "第2話"])
    #expect(library.snapshot().stamp.headSequence == 1)
    let state = try #require(library.snapshot().providers.first)
    #expect(state.name == "test")
    #expect(state.version == "1")
    #expect(state.mirror == "https://mirror.test")
    #expect(state.showCount == 3)
  }

  @Test func `The difference counts what was added, changed and removed`() throws {
    try test.install(rows(0..<20), in: library)
    var next = rows(1..<22)
    next[0] += " mal:5"
    #expect(try test.install(next, in: library) == .updated(Difference(added: 2, changed: 1, removed: 1)))
  }

  @Test func `The same bytes again write nothing`() throws {
    try test.install(rows(0..<3), in: library)
    let before = test.capsuleFiles
    #expect(try test.install(rows(0..<3), version: "2", in: library) == .unchanged)
    #expect(test.capsuleFiles == before)
  }

  @Test func `An answer that lacks too many shows is refused, and nothing is written`() throws {
    try test.install(rows(0..<20), in: library)
    let before = test.capsuleFiles
    #expect(try test.install(rows(0..<17), in: library) == .guarded(missing: 3, present: 20))
    #expect(throws: Rejection.guarded(missing: 3, present: 20)) {
      try library.check(TestFile.decoded(rows(0..<17)), from: "test")
    }
    #expect(test.capsuleFiles == before)
    #expect(library.snapshot().catalogue.count == 20)
  }

  @Test func `An answer that is set aside is kept and not applied`() throws {
    try test.install(rows(0..<20), in: library)
    #expect(
      try test.install(rows(0..<17), version: "2", settingAside: true, in: library)
        == .setAside(missing: 3, present: 20))
    for library in [library, try test.open()] {
      #expect(library.snapshot().catalogue.count == 20)
      let state = try #require(library.snapshot().providers.first)
      #expect(state.version == "1")
      #expect(state.setAside?.version == "2")
      #expect(state.setAside?.missing == 3)
    }
  }

  @Test func `The same answer is set aside once`() throws {
    try test.install(rows(0..<20), in: library)
    try test.install(rows(0..<17), settingAside: true, in: library)
    let before = test.capsuleFiles
    #expect(try test.install(rows(0..<17), settingAside: true, in: library) == .setAside(missing: 3, present: 20))
    #expect(test.capsuleFiles == before)
  }

  @Test func `A good answer ends what was set aside`() throws {
    try test.install(rows(0..<20), in: library)
    try test.install(rows(0..<17), settingAside: true, in: library)
    try test.install(rows(0..<21), in: library)
    #expect(library.snapshot().providers.first?.setAside == nil)
  }

  @Test func `The starter catalogue never counts for the guard`() throws {
    let test = try TestLibrary()
    let library = try test.open()
    #expect(try test.install(["bangumi:9:ja | 新 | bangumi:9"], in: library) == .updated(Difference(added: 1)))
  }

  @Test func `A followed show that is no longer listed stays, marked`() throws {
    try test.install(rows(0..<20), in: library)
    let show = try #require(library.resolve("bangumi:0").only)
    try library.edit(show, [.followed(true)])
    try test.install(rows(1..<20), in: library)
    for library in [library, try test.open()] {
      #expect(library.snapshot().catalogue.show(show)?.isGone == true)
      #expect(library.snapshot().catalogue.show(show)?.provider == "test")
      #expect(library.snapshot().entry(for: show).isFollowed)
    }
    try test.install(rows(0..<20), in: library)
    #expect(library.snapshot().catalogue.show(show)?.isGone == false)
  }

  @Test func `A show that nobody keeps anything about goes with its provider's row`() throws {
    try test.install(rows(0..<20), in: library)
    try test.install(rows(1..<20), in: library)
    #expect(library.resolve("bangumi:0") == .none)
  }

  @Test func `A gone show is kept through later syncs`() throws {
    try test.install(rows(0..<20), in: library)
    let show = try #require(library.resolve("bangumi:0").only)
    try library.edit(show, [.note("好き")])
    try test.install(rows(1..<20), in: library)
    try test.install(rows(1..<21), in: library)
    #expect(library.snapshot().catalogue.show(show)?.isGone == true)
  }

  @Test func `A show whose key is corrected keeps its id and its place in the list`() throws {
    try test.install(rows(0..<20) + ["題|2020 | 題 | mal:77"], in: library)
    let show = try #require(library.resolve("mal:77").only)
    try library.edit(show, [.progress(5)])
    let next = rows(0..<20) + ["bangumi:99:ja | 新題 | bangumi:99 mal:77"]
    #expect(try test.install(next, in: library) == .updated(Difference(changed: 1)))
    for library in [library, try test.open()] {
      #expect(library.resolve("bangumi:99") == .one(show))
      #expect(library.snapshot().entry(for: show).progress == 5)
    }
  }

  @Test func `An alias that fits several shows names them all`() throws {
    try test.install(["bangumi:1:ja | 一 | bangumi:1 mal:5", "bangumi:2:ja | 二 | bangumi:2 mal:5"], in: library)
    guard case .several(let shows) = library.resolve("mal:5") else {
      Issue.record("not several")
      return
    }
    #expect(shows.count == 2)
    #expect(library.resolve("mal:6") == .none)
    #expect(library.resolve("nonsense") == .none)
  }

  @Test func `Two providers' shows are together, the earlier provider's row first`() throws {
    try test.install(["bangumi:1:ja | 一 | bangumi:1", "bangumi:2:ja | 二 | bangumi:2"], provider: "a", in: library)
    try test.install(["bangumi:1:ja | いち | bangumi:1", "bangumi:3:ja | 三 | bangumi:3"], provider: "b", in: library)
    #expect(library.snapshot().titles == ["一", "三", "二"].sorted())
    #expect(library.snapshot().providers.map(\.name) == ["a", "b"])
  }

  @Test func `The guard looks at the provider's own shows`() throws {
    try test.install(rows(0..<20), provider: "a", in: library)
    try test.install(rows(0..<20), provider: "b", in: library)
    #expect(try test.install(rows(0..<2), provider: "b", in: library) == .guarded(missing: 18, present: 20))
  }
}
