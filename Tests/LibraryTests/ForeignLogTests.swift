import Anime
import Foundation
import Library
import Testing

struct ForeignLogTests {
  /// A library with the user's list of another one, whose device wrote `changes` about its first show.
  func library(_ starter: [String], withListOf other: [String], _ changes: [Change]) throws -> (TestLibrary, ShowID) {
    let (here, there) = (try TestLibrary(), try TestLibrary())
    here.starter = starter
    there.starter = other
    let library = try there.open()
    let show = library.snapshot().catalogue.id(at: 0)
    try library.edit(show, changes)
    let logs = there.capsuleFiles.filter { $0.key.hasPrefix("ops/") && !$0.key.hasPrefix("ops/device") }
    try FileManager.default.createDirectory(atPath: here.data + "/ops", withIntermediateDirectories: true)
    for (name, bytes) in logs { try bytes.write(to: URL(fileURLWithPath: "\(here.data)/\(name)")) }
    return (here, show)
  }

  @Test func `An operation of another device is applied by its aliases where the id is unknown`() throws {
    let (test, _) = try library(
      ["bangumi:7:ja | 題 | bangumi:7 mal:70"], withListOf: ["題|2020 | 題 | mal:70"], [.progress(4)])
    let snapshot = try test.open().snapshot()
    let show = try #require(snapshot.resolve("bangumi:7").only)
    #expect(snapshot.entries.keys.sorted() == [show])
    #expect(snapshot.entry(for: show).progress == 4)
  }

  @Test func `A listed show that no catalogue has is shown by what the log says of it`() throws {
    let (test, show) = try library(
      ["bangumi:1:ja | 一 | bangumi:1"], withListOf: ["bangumi:9:ja | 遠い国 | bangumi:9"], [.followed(true)])
    let snapshot = try test.open().snapshot()
    #expect(snapshot.titles == ["[遠い国]", "一"])
    #expect(snapshot.resolve("bangumi:9") == .one(show))
    #expect(snapshot.entry(for: show).isFollowed)
  }

  @Test func `A show known from the log alone is found again by the next sync`() throws {
    let (test, show) = try library(
      ["bangumi:1:ja | 一 | bangumi:1"], withListOf: ["題|2020 | 遠い国 | mal:9"], [.followed(true)])
    let library = try test.open()
    try test.install(["bangumi:9:ja | 遠い国 | bangumi:9 mal:9"], in: library)
    for library in [library, try test.open()] {
      let snapshot = library.snapshot()
      #expect(snapshot.resolve("bangumi:9") == .one(show))
      #expect(snapshot.catalogue.show(show)?.isGone == false)
      #expect(snapshot.entry(for: show).isFollowed)
    }
  }

  @Test func `What another device wrote is made harmless`() throws {
    let (test, show) = try library(
      ["bangumi:1:ja | 一 | bangumi:1"], withListOf: ["bangumi:9:ja | 遠い国 | bangumi:9"],
      [.note("\u{1B}]0;pwned\u{7}夜\u{202E}"), .progress(-3), .score(4000), .followed(true)])
    let entry = try test.open().snapshot().entry(for: show)
    #expect(entry.note == "夜")
    #expect(entry.progress == 0)
    #expect(entry.score == nil)
    #expect(entry.isFollowed)
  }

  @Test func `What nobody can mean is passed over, field by field`() throws {
    let day = CivilDate(year: 2026, month: 8, day: 15)
    let (test, show) = try library(
      ["bangumi:1:ja | 一 | bangumi:1"], withListOf: ["bangumi:9:ja | 遠い国 | bangumi:9"],
      [
        .rewatches(-1), .episodeOffset(1_000_000), .started(CivilDate(year: 9999, month: 1, day: 1)),
        .tags(["b, a", "\u{1B}[31ma", ""]), .delays([Delay(of: day, by: 30), Delay(of: day, by: 9_000_000)]),
        .foreign(["no name": "x", "mal.my_sns": "\u{1B}[2Jallow"]), .followed(true),
      ])
    let entry = try test.open().snapshot().entry(for: show)
    #expect(entry.rewatches == 0)
    #expect(entry.episodeOffset == nil)
    #expect(entry.started == nil)
    #expect(entry.tags == ["a", "b"])
    #expect(entry.delays == [Delay(of: day, by: 30)])
    #expect(entry.foreign == ["mal.my_sns": "allow"])
  }

  @Test func `Undo takes back what this device did, not what another one did`() throws {
    let (test, show) = try library(
      ["bangumi:1:ja | 一 | bangumi:1"], withListOf: ["bangumi:1:ja | 一 | bangumi:1"], [.progress(4)])
    let library = try test.open()
    #expect(try library.undo().edited.isEmpty)
    try library.edit(show, [.progress(5)])
    #expect(try library.undo().edited.first?.after.progress == 4)
  }
}
