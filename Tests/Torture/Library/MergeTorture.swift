import Anime
import Capsule
import Library

/// Three devices whose clocks are a year apart, whose logs arrive late, twice and in parts: they come to the same.
struct MergeTorture {
  private static let shortCount = 1_000
  private static let longCount = 10_000
  /// One of so many is told by three libraries with logs in files; the others by the operations alone.
  private static let librariesOf = 20

  private let options: Options
  private let tally = Tally("merge")

  init(_ options: Options) {
    self.options = options
  }

  func run() -> Tally {
    let chosen = options.onlyCase.flatMap { Int($0) }
    Workers.each(chosen == nil ? options.isLong ? Self.longCount : Self.shortCount : 1, on: options.jobs) { number in
      let number = chosen ?? number
      guard !tally.isHopeless else { return }
      var random = Randomness(options.seed, case: number)
      do {
        try number % Self.librariesOf == 0 ? withLibraries(&random) : withOperations(&random)
      } catch {
        tally.fail("history \(number): \(error)", repeat: options.command(.merge, case: "\(number)"))
      }
    }
    tally.print(
      """
      \(tally.count(of: "histories").grouped) histories of 3 devices with \(tally.count(of: "operations").grouped) \
      operations in \(tally.count(of: "deliveries").grouped) deliveries, and \
      \(tally.count(of: "libraries").grouped) of 3 libraries with \(tally.count(of: "files").grouped) files handed \
      over: all converge, on what the last writer of each field wrote
      """)
    return tally
  }

  private static let year: Int64 = 365 * 86_400_000
  private static let clocks: [Int64] = [0, -year, year].map { 1_786_752_000_000 + $0 }

  // MARK: Operations alone

  private func withOperations(_ random: inout Randomness) throws {
    var devices = (0..<3).map { Device(number: $0, start: Self.clocks[$0]) }
    for _ in 0..<4 + random.below(24) {
      let who = random.below(3)
      if random.isOne(of: 3) {
        devices[who].take(devices[random.below(3)].written, &random)
        tally.count("deliveries")
      } else {
        devices[who].write(&random)
      }
    }
    let all = devices.flatMap(\.written)
    let whole = Watchlist(all).entries
    guard whole.mapValues(\.undated) == Self.lastWriters(all) else { throw Flaw(what: "all came to something else") }
    for index in devices.indices {
      for operation in (all + all).shuffled(using: &random) { devices[index].list.apply(operation) }
      guard devices[index].list.entries == whole else { throw Flaw(what: "device \(index) came to something else") }
    }
    tally.count("histories")
    tally.count("operations", all.count)
  }

  /// What the operations come to, said in the plainest way, but for when shows came to the list: devices agree on that.
  private static func lastWriters(_ operations: [Operation]) -> [ShowID: ListEntry] {
    var entries: [ShowID: ListEntry] = [:]
    for operation in operations.sorted(by: { $0.clock < $1.clock }) {
      for edit in operation.edits {
        entries[edit.show.id, default: ListEntry(show: edit.show.id)].apply(edit.changes)
      }
    }
    return entries.filter { !$0.value.isEmpty }.mapValues { entry in
      var entry = entry
      entry.changed = lastChange(of: entry.show, in: operations)
      return entry
    }
  }

  private static func lastChange(of show: ShowID, in operations: [Operation]) -> Instant? {
    operations.filter { operation in operation.edits.contains { $0.show.id == show && !$0.changes.isEmpty } }
      .map(\.clock.wall).max()
  }

  // MARK: Libraries

  private func withLibraries(_ random: inout Randomness) throws {
    let disks = (0..<3).map { _ in SmallCatalogue.disk }
    let clocks = Self.clocks.map { TortureClock($0) }
    let libraries = try (0..<3).map { index in
      try SmallCatalogue.open(disks[index], clocks[index], seed: random.next())
    }
    func deliver(from giver: Int, to taker: Int, isWhole: Bool, _ random: inout Randomness) throws {
      guard let device = try libraries[giver].capsule.device(), giver != taker else { return }
      let path = "/home/capsule/ops/\(device).jsonl"
      guard var bytes = disks[giver].tree[path] else { return }
      if !isWhole {
        let ends = bytes.indices.filter { bytes[$0] == 10 }
        bytes = Array(bytes[...ends[random.below(ends.count)]])
      }
      // Late, an old part of a log would take back what is there: folders are synchronised by newest, so is this.
      guard bytes.count >= disks[taker].tree[path]?.count ?? 0 else { return }
      let handed = bytes
      disks[taker].alter { tree in
        for ending in ["jsonl", "copy"] { tree.place(handed, at: "/home/capsule/ops/\(device).\(ending)") }
      }
      tally.count("files")
      try libraries[taker].reload()
    }
    for library in libraries {
      try library.edit(library.snapshot().catalogue.id(at: random.below(6)), [.note("\(random.below(100))")])
    }
    for _ in 0..<4 + random.below(16) {
      let who = random.below(3)
      switch random.below(6) {
      case 0, 1: try deliver(from: who, to: random.below(3), isWhole: false, &random)
      case 2: _ = try libraries[who].undo()
      default:
        let show = libraries[who].snapshot().catalogue.id(at: random.below(6))
        try libraries[who].edit(show, Device.changes(&random))
      }
    }
    for giver in 0..<3 { for taker in 0..<3 { try deliver(from: giver, to: taker, isWhole: true, &random) } }
    let entries = libraries.map { $0.snapshot().entries }
    guard entries[0] == entries[1], entries[1] == entries[2] else { throw Flaw(what: "three libraries, not one list") }
    let fresh = try SmallCatalogue.open(disks[0], clocks[0], seed: 1)
    guard fresh.snapshot().entries == entries[0] else { throw Flaw(what: "opened again, another list") }
    tally.count("libraries")
  }
}

/// A device that writes operations and hears of those of others.
private struct Device {
  let number: Int
  private var time: Int64
  var list = Watchlist()
  private(set) var written: [Operation] = []

  private var name: String { "device\(number)aaa" }

  init(number: Int, start: Int64) {
    self.number = number
    time = start
  }

  /// Writes something: mostly an edit, now and then an undo or a redo.
  mutating func write(_ random: inout Randomness) {
    time += Int64(random.below(100_000)) - 20_000
    let (id, now) = ("\(name):\(written.count + 1)", Instant(milliseconds: time))
    var operation: Operation?
    if random.isOne(of: 4) { operation = list.undo(device: name, id: id, now: now) }
    if random.isOne(of: 8) { operation = list.redo(device: name, id: id, now: now) }
    let show = ShowIdentity(id: ShowID(bits: UInt64(random.below(4))), title: "夜桜")
    let made =
      operation
      ?? Operation(
        id: id, clock: list.nextClock(device: name, now: now),
        edits: [.init(show: show, changes: Self.changes(&random))])
    list.apply(made)
    written.append(made)
  }

  /// Hears of a part of what another device wrote, in any order.
  mutating func take(_ operations: [Operation], _ random: inout Randomness) {
    for operation in operations.shuffled(using: &random) where !random.isOne(of: 3) { list.apply(operation) }
  }

  static func changes(_ random: inout Randomness) -> [Change] {
    let all: [Change] = [
      .followed(random.isOne(of: 2)), .progress(random.below(30)),
      .score(random.isOne(of: 3) ? nil : random.below(101)),
      .note("第\(random.below(30))話"), .status(random.isOne(of: 3) ? nil : .watching),
    ]
    return (0...random.below(3)).map { _ in all[random.below(all.count)] }
  }
}

extension ListEntry {
  /// The same without when it came to the list.
  fileprivate var undated: ListEntry {
    var entry = self
    entry.added = nil
    return entry
  }

  fileprivate mutating func apply(_ changes: [Change]) {
    for change in changes { apply(change) }
  }
}

extension Tree {
  /// Puts a file at `path`, in a folder that is there or right below one.
  mutating func place(_ bytes: [UInt8], at path: String) {
    if node(path) == nil, let slash = path.lastIndex(of: "/"), let folder = node(String(path[..<slash])) {
      let file = addFile()
      folders[folder]?[String(path[path.index(after: slash)...])] = file
    }
    self[path] = bytes
  }
}
