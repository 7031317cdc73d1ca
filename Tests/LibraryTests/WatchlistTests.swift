import Anime
import Foundation
import Library
import Testing

struct WatchlistTests {
  let test: TestLibrary
  let library: ShowLibrary
  let show: ShowID

  init() throws {
    test = try TestLibrary()
    library = try test.open()
    show = try #require(library.resolve("bangumi:1").only)
  }

  @Test func `An edit says what was before and what is now`() throws {
    let edited = try library.edit(show, [.status(.watching), .progress(3)])
    #expect(edited.before.isEmpty)
    #expect(edited.after.status == .watching)
    #expect(edited.after.progress == 3)
    #expect(library.snapshot().entry(for: show) == edited.after)
  }

  @Test func `An edit is there in the next process`() throws {
    try library.edit(show, [.score(90), .note("夜")])
    let entry = try test.open().snapshot().entry(for: show)
    #expect(entry.score == 90)
    #expect(entry.note == "夜")
  }

  @Test func `Offsets are there in the next process, also where the index was lost, and undo takes them back`() throws {
    try library.edit(show, [ListEntry(show: show).moving("bilibili", by: 12_400)])
    try library.edit(show, [library.snapshot().entry(for: show).moving("acfun", by: -300)])
    #expect(try test.open().snapshot().entry(for: show).offsets == ["bilibili": 12_400, "acfun": -300])
    test.deleteIndex()
    #expect(try test.open().snapshot().entry(for: show).offsets == ["bilibili": 12_400, "acfun": -300])
    try library.undo()
    #expect(library.snapshot().entry(for: show).offsets == ["bilibili": 12_400])
  }

  @Test func `Every field is there in the next process, also where the index was lost, and undo takes all back`() throws
  {
    let holiday = Delay(of: CivilDate(year: 2026, month: 8, day: 15), by: nil)
    let changes: [Change] = [
      .followed(true), .status(.rewatching), .progress(3), .rewatches(2), .score(0), .note("夜"),
      .started(CivilDate(year: 2023, month: 9, day: 29)), .finished(CivilDate(year: 2024, month: 3, day: 23)),
      .tags(["iyashikei", "魔法"]), .priority(.high), .delays([holiday]), .episodeOffset(-1), .pinned(true),
      .offsets(["bilibili": 12_400]), .foreign(["mal.my_storage": "NAS", "mal.my_comments": "一\n二"]),
      .played(Played(episode: 3, position: 842_000, duration: 1_420_000, seconds: 840)),
      .skips([.opening: 45_000..<135_000, .ending: 1_290_000..<1_380_000]),
    ]
    #expect(changes.map(\.field).count == Change.Field.allCases.count)

    let edited = try library.edit(show, changes).after
    #expect(Set(Change.Field.allCases.map { Change($0, of: edited) }) == Set(changes))
    #expect(try test.open().snapshot().entry(for: show) == edited)
    test.deleteIndex()
    #expect(try test.open().snapshot().entry(for: show) == edited)
    #expect(try library.undo().edited.first?.after.isEmpty == true)
  }

  @Test func `An offset of nothing is forgotten, and none is longer than a day`() {
    let moved = ListEntry(show: show, offsets: ["bilibili": 12_400])
    #expect(moved.applying([moved.moving("bilibili", by: 0)]).isEmpty)
    #expect(moved.applying([moved.moving("bilibili", by: .max)]).offsets == ["bilibili": 86_400_000])
  }

  @Test func `An edit that changes nothing writes nothing`() throws {
    try library.edit(show, [.followed(true)])
    let before = test.capsuleFiles
    let edited = try library.edit(show, [.followed(true)])
    #expect(edited.before == edited.after)
    #expect(test.capsuleFiles == before)
  }

  @Test func `An edit of a show that is not known is refused`() throws {
    let stranger = ShowID(bits: 7)
    #expect(throws: LibraryError.unknownShow(stranger)) { try library.edit(stranger, [.followed(true)]) }
  }

  @Test func `Undo takes back the last edit, and redo makes it again`() throws {
    try library.edit(show, [.progress(1)])
    try library.edit(show, [.progress(2), .score(50)])
    let undone = try #require(try library.undo().edited.first)
    #expect(undone.before.progress == 2)
    #expect(undone.after.progress == 1)
    #expect(undone.after.score == nil)
    let redone = try #require(try library.redo().edited.first)
    #expect(redone.after.progress == 2)
    #expect(library.snapshot().entry(for: show).score == 50)
  }

  @Test func `An edit of several shows is one step of undo`() throws {
    let other = try #require(library.resolve("bangumi:2").only)
    try library.edit(show, [.followed(true)])
    try library.edit([show, other], [.followed(true)])

    #expect(try library.undo().edited.map(\.show) == [other])
    #expect(library.snapshot().entry(for: show).isFollowed)
    #expect(try library.redo().edited.map(\.show) == [other])

    try library.edit([show, other], [.progress(3)])
    #expect(try Set(library.undo().edited.map(\.show)) == [show, other])
    #expect(try test.open().snapshot().entries.values.allSatisfy { $0.progress == 0 })
  }

  @Test func `Undo and redo go on in the next process`() throws {
    try library.edit(show, [.progress(1)])
    try library.edit(show, [.progress(2)])
    #expect(try test.open().undo().edited.first?.after.progress == 1)
    #expect(try test.open().undo().edited.first?.after.progress == 0)
    #expect(try test.open().undo().edited.isEmpty)
    #expect(try test.open().redo().edited.first?.after.progress == 1)
    #expect(try test.open().snapshot().entry(for: show).progress == 1)
  }

  @Test func `Nothing done is nothing to undo or redo`() throws {
    #expect(try library.undo().edited.isEmpty)
    #expect(try library.redo().edited.isEmpty)
  }

  @Test func `An entry in which nothing is kept any more is none`() throws {
    try library.edit(show, [.followed(true)])
    try library.edit(show, [.followed(false)])
    #expect(library.snapshot().entries.isEmpty)
    #expect(try test.open().snapshot().entries.isEmpty)
  }

  @Test func `The log names the show for those who do not know its id`() throws {
    try library.edit(show, [.followed(true)])
    let log = try #require(test.capsuleFiles.first { $0.key.hasPrefix("ops/") && $0.key.hasSuffix(".jsonl") })
    let text = String(decoding: log.value, as: UTF8.self)
    #expect(text.contains("bangumi:1"))
    #expect(text.contains("葬送のフリーレン"))
  }
}
