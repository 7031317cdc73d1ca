import Anime
import Foundation
import Library
import Testing

struct SharingTests {
  @Test func `Another library's edit is there after a reload`() throws {
    let test = try TestLibrary()
    let (first, second) = (try test.open(), try test.open())
    let show = try #require(first.resolve("bangumi:1").only)
    try first.edit(show, [.progress(4)])
    #expect(try second.reload())
    #expect(second.snapshot().entry(for: show).progress == 4)
    #expect(try !second.reload())
  }

  @Test func `Another library's sync is there after a reload`() throws {
    let test = try TestLibrary()
    let (first, second) = (try test.open(), try test.open())
    try test.install(["bangumi:9:ja | 新 | bangumi:9"], in: first)
    #expect(try second.reload())
    #expect(second.snapshot().everything == first.snapshot().everything)
  }

  @Test func `Edits of two libraries in turn are all kept`() throws {
    let test = try TestLibrary()
    let libraries = [try test.open(), try test.open()]
    let show = try #require(libraries[0].resolve("bangumi:1").only)
    for count in 1...20 { try libraries[count % 2].edit(show, [.progress(count), .note("\(count)")]) }
    try libraries[0].edit(show, [.followed(true)])
    for library in libraries {
      try library.reload()
      let entry = library.snapshot().entry(for: show)
      #expect(entry.progress == 20)
      #expect(entry.note == "20")
      #expect(entry.isFollowed)
    }
    test.deleteIndex()
    #expect(try test.open().snapshot().entries == libraries[0].snapshot().entries)
  }

  // A process that cannot have the index, as on a busy first start, writes to the log all the same.
  @Test(arguments: [false, true])
  func `What another process writes between a look and an edit or a sync is not missed`(_ isSync: Bool) throws {
    let test = try TestLibrary()
    var foreign = test.options()
    foreign.cacheFolder = test.folder + "/other"
    let other = try ShowLibrary.open(foreign)
    let shows = try (1...2).map { try #require(other.resolve("bangumi:\($0)").only) }
    try other.edit(shows[0], [.progress(1)])

    let disk = IntrudingDisk { _ = try? other.edit(shows[0], [.followed(true)]) }
    let library = try ShowLibrary.open(test.options(disk: disk))
    if isSync {
      try test.install(["bangumi:9:ja | 新 | bangumi:9"], in: library)
    } else {
      try library.edit(shows[1], [.followed(true)])
    }

    try library.reload()
    #expect(library.snapshot().entry(for: shows[0]).isFollowed)
    #expect(try test.open().snapshot().entry(for: shows[0]).isFollowed)
  }

  @Test func `Edits of many tasks at once are all kept`() async throws {
    let test = try TestLibrary()
    test.starter = (0..<16).map { "bangumi:\($0):ja | 第\($0)話 | bangumi:\($0)" }
    let libraries = [try test.open(), try test.open()]
    let shows = (0..<16).compactMap { libraries[0].resolve("bangumi:\($0)").only }
    try await withThrowingTaskGroup { group in
      for (index, show) in shows.enumerated() {
        group.addTask {
          for count in 1...5 { try libraries[index % 2].edit(show, [.progress(count)]) }
        }
      }
      try await group.waitForAll()
    }
    let entries = try test.open().snapshot().entries
    #expect(shows.map { entries[$0]?.progress } == Array(repeating: 5, count: 16))
  }

  @Test func `A sync of one library and an edit in the other both count`() throws {
    let test = try TestLibrary()
    let (first, second) = (try test.open(), try test.open())
    try test.install(["bangumi:9:ja | 新 | bangumi:9"], in: first)
    let show = try #require(second.resolve("bangumi:1").only)
    let edited = try second.edit(show, [.followed(true)])
    #expect(edited.after.isFollowed)
    #expect(second.resolve("bangumi:9") != .none)
    try first.reload()
    #expect(first.snapshot().everything == second.snapshot().everything)
  }

  @Test(.timeLimit(.minutes(5))) func `Another library's work is announced`() async throws {
    let test = try TestLibrary()
    let (first, second) = (try test.open(), try test.open())
    let show = try #require(first.resolve("bangumi:1").only)
    try first.edit(show, [.progress(1)])
    var changes = second.changes.makeAsyncIterator()
    try first.edit(show, [.progress(2)])
    while second.snapshot().entry(for: show).progress != 2 {
      _ = await changes.next()
      try second.reload()
    }
  }
}
