import Anime
import Capsule
import Glibc
import Library

/// Random histories, asked for random dates, beside a copy of everything that was kept at every step.
struct HistoryTorture {
  private static let shortCount = 400
  private static let longCount = 10_000
  private static let datesOfEach = 8
  /// One of so many is kept in files, its derived files deleted and made again.
  private static let rebuiltOf = 20

  private let options: Options
  private let tally = Tally("history")

  init(_ options: Options) {
    self.options = options
  }

  func run() -> Tally {
    let folder = Files.makeScratch() ?? "/tmp"
    defer { if folder != "/tmp" { Files.remove(folder) } }
    let chosen = options.onlyCase.flatMap { Int($0) }
    Workers.each(chosen == nil ? options.isLong ? Self.longCount : Self.shortCount : 1, on: options.jobs) { number in
      let number = chosen ?? number
      guard !tally.isHopeless else { return }
      do {
        try history(number, folder)
      } catch {
        tally.fail("history \(number): \(error)", repeat: options.command(.history, case: "\(number)"))
      }
    }
    tally.print(
      """
      \(tally.count(of: "histories").grouped) histories of \(tally.count(of: "commits").grouped) commits and \
      \(tally.count(of: "edits").grouped) edits, asked for \(tally.count(of: "dates").grouped) dates: each answer is the \
      full copy of that day; \(tally.count(of: "rebuilt")) libraries deleted and made again, equal
      """)
    return tally
  }

  private func history(_ number: Int, _ folder: String) throws {
    var random = Randomness(options.seed, case: number)
    var past = try NaiveHistory(random.next())
    for _ in 0..<3 + random.below(8) { try past.live(&random) }
    tally.count("histories")
    tally.count("commits", past.commits.count)
    tally.count("edits", past.edits.count)
    for _ in 0..<Self.datesOfEach {
      try past.ask(at: past.someDate(&random))
      tally.count("dates")
    }
    if number % Self.rebuiltOf == 0 {
      try past.rebuild(in: "\(folder)/\(number)")
      tally.count("rebuilt")
    }
  }
}

/// A library, and a full copy of it at every step.
struct NaiveHistory {
  private let disk = SmallCatalogue.disk
  private let clock = TortureClock()
  private let library: ShowLibrary
  private var time: Int64 = 1_786_752_000_000
  private var versions: [Int: Int] = [:]
  /// What was listed after each commit, and when that was.
  private(set) var commits: [(time: Int64, listed: [Show])] = []
  /// What the user kept after each edit, and when that was.
  private(set) var edits: [(time: Int64, entries: [ShowID: ListEntry])] = []

  init(_ seed: UInt64) throws {
    library = try SmallCatalogue.open(disk, clock, seed: seed)
  }

  /// Something happens, some time later, by a clock that is now and then put back.
  mutating func live(_ random: inout Randomness) throws {
    time += random.isOne(of: 8) ? -Int64(random.below(3 * 86_400_000)) : Int64(1 + random.below(5 * 86_400_000))
    clock.set(time)
    if random.isOne(of: 2) { try sync(&random) } else { try edit(&random) }
  }

  private mutating func sync(_ random: inout Randomness) throws {
    for number in 0..<12 where random.isOne(of: 4) { versions[number, default: 0] += 1 }
    // One show goes at most: more is what the change guard refuses.
    let gone = random.isOne(of: 3) ? random.below(12) : -1
    let lines = (0..<12).filter { $0 != gone }.map { SmallCatalogue.line($0, version: versions[$0, default: 0]) }
    let bytes = Array(lines.joined().utf8)
    let before = try library.capsule.head()
    _ = try library.install(SmallCatalogue.received(bytes, at: time), SmallCatalogue.decode(bytes))
    guard let commit = try library.capsule.headCommit(), commit.id != before else { return }
    commits.append((commit.time, library.snapshot().listed))
  }

  private mutating func edit(_ random: inout Randomness) throws {
    let catalogue = library.snapshot().catalogue
    let show = catalogue.id(at: random.below(catalogue.count))
    let count = try operations().count
    switch random.below(5) {
    case 0: _ = try library.undo()
    case 1: try library.edit(show, [.followed(true), .score(random.below(101))])
    default: try library.edit(show, [.progress(random.below(20)), .note("第\(random.below(9))話")])
    }
    let all = try operations()
    guard let last = all.last, all.count > count else { return }
    edits.append((last.time.milliseconds, library.snapshot().entries))
  }

  private func operations() throws -> [LoggedOperation] { try library.capsule.logs().flatMap(\.operations) }

  /// A date at, just before or some time after something that happened.
  func someDate(_ random: inout Randomness) -> Int64 {
    let times = commits.map(\.time) + edits.map(\.time) + [time]
    let base = times[random.below(times.count)]
    return random.isOne(of: 2) ? base + Int64(random.below(3)) - 1 : base + Int64(random.below(4 * 86_400_000))
  }

  /// Asks what was known at `date`, and compares with the copy.
  func ask(at date: Int64) throws {
    let listed = commits.last { $0.time <= date }?.listed
    let kept = edits.last { $0.time <= date }?.entries
    guard let answer = try known(at: date) else {
      if listed != nil || kept != nil { throw Flaw(what: "as of \(date), it says that there was nothing") }
      return
    }
    if let listed, answer.listed != listed { throw Flaw(what: "as of \(date), other shows than were here") }
    if answer.entries != kept ?? [:] { throw Flaw(what: "as of \(date), another list than was kept") }
  }

  /// What the library says of `date`; nil where that was before anything was written down.
  private func known(at date: Int64) throws -> Snapshot? {
    do {
      return try library.past(at: Instant(milliseconds: date)).snapshot
    } catch {
      guard case .beforeFirst = error else { throw error }
      return nil
    }
  }

  /// Makes the derived files in `folder`, deletes them and makes them again; all three say the same.
  func rebuild(in folder: String) throws {
    defer { Files.remove(folder) }
    let dumps = try (0..<3).map { round in
      if round == 2 { Files.remove(folder) }
      Files.makeFolders(folder)
      let library = try SmallCatalogue.open(disk, clock, seed: 1, cache: folder)
      let (now, old) = (library.snapshot(), try? library.past(at: Instant(milliseconds: time)).snapshot)
      return Dump(
        shows: (0..<now.catalogue.count).map(now.catalogue.show(at:)), entries: now.entries,
        providers: now.providers, commits: library.commits, old: old?.listed)
    }
    guard dumps[0] == dumps[1], dumps[1] == dumps[2] else { throw Flaw(what: "made again, the library says otherwise") }
    guard dumps[0].entries == library.snapshot().entries else { throw Flaw(what: "from files, another list") }
  }

  private struct Dump: Equatable {
    var shows: [Show]
    var entries: [ShowID: ListEntry]
    var providers: [ProviderState]
    var commits: [CommitSummary]
    var old: [Show]?
  }
}
