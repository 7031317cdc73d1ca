import Anime
import Testing

struct WatchlistTests {
  let show = ShowIdentity(id: Samples.id("frieren"), title: "葬送のフリーレン")
  let start = Samples.instant("2026-08-15T12:00:00Z")

  func operation(_ id: String, at seconds: Int64, on device: String = "laptop", _ changes: [Change]) -> Operation {
    Operation(
      id: id, clock: HybridClock(wall: start + .seconds(seconds), device: device),
      edits: [Operation.Edit(show: show, changes: changes)])
  }

  @Test func `The last writer of each field wins`() {
    let watchlist = Watchlist([
      operation("1", at: 2, [.progress(3), .status(.watching)]),
      operation("2", at: 1, on: "phone", [.progress(9), .score(80)]),
    ])
    var entry = ListEntry(show: show.id, status: .watching, progress: 3, score: 80, changed: start + .seconds(2))
    entry.added = start + .seconds(1)
    #expect(watchlist.entries == [show.id: entry])
  }

  @Test func `An entry came to the list with the edit since which something is kept`() {
    var watchlist = Watchlist([
      operation("1", at: 1, [.followed(true)]), operation("2", at: 2, [.followed(false)]),
      operation("3", at: 3, [.progress(1)]), operation("4", at: 4, [.progress(2)]),
    ])
    #expect(watchlist.entries[show.id]?.added == start + .seconds(3))
    watchlist.apply(operation("5", at: 5, [.progress(3)]))
    #expect(watchlist.entries[show.id]?.added == start + .seconds(3))
  }

  @Test func `What is taken out and put back by an undo never left the list`() throws {
    var watchlist = Watchlist([operation("1", at: 1, [.followed(true)]), operation("2", at: 2, [.followed(false)])])
    watchlist.apply(try #require(watchlist.undo(device: "laptop", id: "3", now: start + .seconds(9))))

    #expect(watchlist.entries[show.id]?.added == start + .seconds(1))
  }

  @Test func `What another device did before dates an entry anew`() {
    var watchlist = Watchlist([operation("1", at: 5, [.followed(true)])])
    watchlist.apply(operation("2", at: 1, on: "phone", [.progress(1)]))

    #expect(watchlist.entries[show.id]?.added == start + .seconds(1))
  }

  @Test func `Of operations at one moment that of the greater device wins`() {
    let operations = ["phone", "laptop"].map { operation($0, at: 1, on: $0, [.note($0)]) }
    #expect(Watchlist(operations).entries[show.id]?.note == "phone")
    #expect(Watchlist(operations.reversed()).entries[show.id]?.note == "phone")
  }

  @Test func `An entry in which nothing is left is gone`() {
    let watchlist = Watchlist([operation("1", at: 1, [.followed(true)]), operation("2", at: 2, [.followed(false)])])
    #expect(watchlist.entries.isEmpty)
  }

  @Test func `An operation that arrives twice counts once`() {
    let follow = operation("1", at: 1, [.followed(true)])
    #expect(Watchlist([follow, follow]).history(of: "laptop").undoable == [follow])
  }

  @Test func `The clock never runs backwards`() {
    let watchlist = Watchlist([operation("1", at: 60, on: "phone", [.progress(1)])])
    let next = watchlist.nextClock(device: "laptop", now: start)
    #expect(next == HybridClock(wall: start + .seconds(60), counter: 1, device: "laptop"))
    #expect(watchlist.nextClock(device: "laptop", now: start + .seconds(61)).counter == 0)
  }

  @Test(arguments: 0..<50)
  func `The order in which operations arrive does not matter`(_ seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    let operations = RandomLog(&generator, devices: ["a", "b", "c"]).operations
    let expected = Watchlist(operations)
    let shuffled = Watchlist(operations.shuffled(using: &generator))
    #expect(shuffled.entries == expected.entries)
    for device in ["a", "b", "c"] {
      #expect(shuffled.history(of: device).undoable == expected.history(of: device).undoable)
    }
  }
}

struct UndoTests {
  let show = ShowIdentity(id: Samples.id("frieren"), title: "葬送のフリーレン")
  let start = Samples.instant("2026-08-15T12:00:00Z")
  var watchlist = Watchlist()

  mutating func edit(_ changes: Change..., on device: String = "laptop") {
    let clock = watchlist.nextClock(device: device, now: start)
    watchlist.apply(
      Operation(id: "\(clock)", clock: clock, edits: [Operation.Edit(show: show, changes: changes)]))
  }

  @discardableResult
  mutating func undo() -> Operation? {
    let operation = watchlist.undo(device: "laptop", id: "undo \(watchlist.latest as Any)", now: start)
    if let operation { watchlist.apply(operation) }
    return operation
  }

  @discardableResult
  mutating func redo() -> Operation? {
    let operation = watchlist.redo(device: "laptop", id: "redo \(watchlist.latest as Any)", now: start)
    if let operation { watchlist.apply(operation) }
    return operation
  }

  @Test mutating func `Undo restores exactly the fields that were changed`() {
    edit(.progress(3), .score(70))
    edit(.progress(4))
    #expect(undo()?.edits.map(\.changes) == [[.progress(3)]])
    #expect(watchlist.entries[show.id]?.score == 70)
  }

  @Test mutating func `Undo leaves what another device changed`() {
    edit(.progress(3))
    edit(.note("from the phone"), on: "phone")
    undo()
    #expect(watchlist.entries[show.id]?.note == "from the phone")
    #expect(watchlist.entries[show.id]?.progress == 0)
  }

  @Test mutating func `Undoing a redo restores what was there when it was redone`() {
    edit(.progress(3))
    undo()
    edit(.progress(8), on: "phone")
    redo()
    undo()
    #expect(watchlist.entries[show.id]?.progress == 8)
  }

  @Test mutating func `Redo sets again what was undone`() {
    edit(.status(.watching))
    undo()
    redo()
    #expect(watchlist.entries[show.id]?.status == .watching)
  }

  @Test mutating func `A new edit leaves nothing to redo`() {
    edit(.progress(1))
    undo()
    edit(.progress(2))
    #expect(redo() == nil)
  }

  @Test mutating func `Nothing is undone where nothing was done here`() {
    edit(.progress(1), on: "phone")
    #expect(undo() == nil)
  }

  @Test(arguments: 0..<50)
  mutating func `Undoing everything leaves nothing, and redoing everything all`(_ seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    watchlist = Watchlist(RandomLog(&generator, devices: ["laptop"]).operations)
    while redo() != nil {}
    let full = watchlist.entries.mapValues(\.withoutDate)
    var undone = 0
    while undo() != nil { undone += 1 }
    #expect(watchlist.entries.isEmpty)

    for _ in 0..<undone { redo() }
    #expect(watchlist.entries.mapValues(\.withoutDate) == full)
    #expect(redo() == nil)
  }
}

struct IdentityTests {
  let catalogue = Catalogue(
    shows: Samples.all
      + ["a", "b"].map { Samples.show($0, ja: $0, begin: "2020-01-01T00:00:00Z", ids: ["mal": "1199"]) },
    sites: Samples.sites)

  func identity(_ name: String, _ aliases: [Alias]) -> ShowIdentity {
    ShowIdentity(id: Samples.id(name), aliases: aliases, title: name)
  }

  @Test func `An unknown id is the show that its alias fits alone`() {
    let elsewhere = identity("elsewhere", [Alias(site: "bangumi", id: "400602")])
    #expect(catalogue.ids(of: [elsewhere]) == [elsewhere.id: Samples.frieren.id])
  }

  @Test func `A known id stays, whatever its aliases say`() {
    let titan = ShowIdentity(id: Samples.titan.id, aliases: [Alias(site: "bangumi", id: "400602")], title: "")
    #expect(catalogue.ids(of: [titan]) == [titan.id: titan.id])
  }

  @Test func `An alias that fits several shows says nothing`() {
    let nintama = identity("nintama", [Alias(site: "mal", id: "1199")])
    #expect(catalogue.ids(of: [nintama]) == [nintama.id: nintama.id])
  }

  @Test func `Unknown ids that share an alias are one show, under the smaller id`() {
    let twins = ["one", "two"].map { identity($0, [Alias(site: "bangumi", id: "9"), Alias(site: $0, id: "1")]) }
    let smaller = twins.map(\.id).min()
    #expect(catalogue.ids(of: twins).values.allSatisfy { $0 == smaller })
  }

  @Test func `Unknown ids that a site tells apart are two shows`() {
    let seasons = ["1", "2"].map { identity($0, [Alias(site: "bangumi", id: $0), Alias(site: "mal", id: "7")]) }
    #expect(Set(catalogue.ids(of: seasons).values).count == 2)
  }

  @Test func `A reference is a local id or an alias`() {
    #expect(ShowReference("bangumi:400602") == .alias(Alias(site: "bangumi", id: "400602")))
    #expect(ShowReference(Samples.titan.id.description) == .local(Samples.titan.id))
    #expect(ShowReference("tmdb:tv/286346") == .alias(Alias(site: "tmdb", id: "tv/286346")))
    #expect(["", ":", "mal:", ":1", "frieren"].compactMap { ShowReference($0) } == [])
  }
}

/// Edits, undos and redos as several devices might write them.
struct RandomLog {
  var operations: [Operation] = []

  init(_ generator: inout SeededGenerator, devices: [String]) {
    var watchlist = Watchlist()
    var now = Samples.instant("2026-08-15T12:00:00Z")
    for index in 0..<40 {
      now = now + .seconds(Int64.random(in: -3...3, using: &generator))
      let device = devices.randomElement(using: &generator) ?? ""
      let id = "\(index)"
      let operation =
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: watchlist.undo(device: device, id: id, now: now)
        case 1: watchlist.redo(device: device, id: id, now: now)
        default: Self.edit(id, watchlist.nextClock(device: device, now: now), &generator)
        }
      guard let operation else { continue }
      operations.append(operation)
      watchlist.apply(operation)
    }
  }

  private static func edit(_ id: String, _ clock: HybridClock, _ generator: inout SeededGenerator) -> Operation {
    let names = ["frieren", "titan", "slime"].shuffled(using: &generator).prefix(
      Int.random(in: 1...2, using: &generator))
    return Operation(
      id: id, clock: clock,
      edits: names.map { name in
        let changes: [Change] = [
          .followed(.random(using: &generator)), .progress(.random(in: 0...12, using: &generator)),
          .status(WatchStatus.allCases.randomElement(using: &generator)),
          .score(.random(using: &generator) ? nil : 70), .note(.random(using: &generator) ? "" : id),
        ]
        return Operation.Edit(
          show: ShowIdentity(id: Samples.id(name), title: name),
          changes: Array(changes.shuffled(using: &generator).prefix(2)))
      })
  }
}

extension ListEntry {
  /// The entry without its dates, which undo and redo move.
  fileprivate var withoutDate: ListEntry {
    var entry = self
    (entry.added, entry.changed) = (nil, nil)
    return entry
  }
}
