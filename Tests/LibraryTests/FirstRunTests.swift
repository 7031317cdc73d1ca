import Anime
import Foundation
import Library
import Testing

struct FirstRunTests {
  @Test func `Without a capsule there is the starter catalogue`() throws {
    let test = try TestLibrary()
    let snapshot = try test.open().snapshot()
    #expect(snapshot.titles == ["葬送のフリーレン", "鉄腕アトム"])
    #expect(
      snapshot.stamp == Catalogue.Stamp(isStarterOnly: true, starterDate: CivilDate(year: 2026, month: 8, day: 15)))
    #expect(snapshot.providers.isEmpty)
  }

  @Test func `Reading writes nothing into the capsule`() throws {
    let test = try TestLibrary()
    _ = try test.open().snapshot()
    #expect(test.capsuleFiles.isEmpty)
  }

  @Test func `A newer starter catalogue takes the place of the older one`() throws {
    let test = try TestLibrary()
    _ = try test.open()
    test.starter.append("bangumi:3:ja | サザエさん")
    var options = test.options()
    options.starterDate = CivilDate(year: 2027, month: 1, day: 1)
    #expect(try ShowLibrary.open(options).snapshot().catalogue.count == 3)
  }

  @Test func `What is followed before the first sync is followed after it`() throws {
    let test = try TestLibrary()
    let library = try test.open()
    let show = try #require(library.resolve("bangumi:1").only)
    try library.edit(show, [.followed(true)])
    try test.install(["bangumi:1:ja | 葬送のフリーレン | bangumi:1 mal:52991", "bangumi:9:ja | 新 | bangumi:9"], in: library)
    let snapshot = library.snapshot()
    #expect(snapshot.resolve("mal:52991") == .one(show))
    #expect(snapshot.entry(for: show).isFollowed)
    #expect(snapshot.catalogue.show(show)?.provider == "test")
  }

  @Test func `Starter shows that no provider lists stay`() throws {
    let test = try TestLibrary()
    let library = try test.open()
    try test.install(["bangumi:1:ja | 葬送のフリーレン | bangumi:1"], in: library)
    #expect(library.snapshot().titles == ["葬送のフリーレン", "鉄腕アトム"])
    #expect(!library.snapshot().stamp.isStarterOnly)
  }

  @Test func `Where the cache folder cannot be written everything works in memory`() throws {
    let test = try TestLibrary()
    try Data("a file, not a folder".utf8).write(to: URL(fileURLWithPath: test.cache))
    let library = try test.open()
    let show = try #require(library.resolve("bangumi:1").only)
    try library.edit(show, [.followed(true)])
    #expect(try test.open().snapshot().entry(for: show).isFollowed)
  }
}

extension Resolution {
  var only: ShowID? {
    guard case .one(let show) = self else { return nil }
    return show
  }
}
