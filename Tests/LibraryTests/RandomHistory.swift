import Anime
import Capsule
import Library
import Locking
import Testing

/// A clock that shows what it is told.
final class TestClock: CapsuleClock {
  private let time: Lock<Int64>

  init(_ start: Instant = Instant(seconds: 1_786_752_000)) {
    time = Lock(start.milliseconds)
  }

  var instant: Instant { Instant(milliseconds: now()) }
  func advance(hours: Int64) { time.withLock { $0 += hours * 3_600_000 } }
  func now() -> Int64 { time.withLock { $0 } }
  func uptime() -> Int64 { now() }
  func sleep(milliseconds: Int64) { time.withLock { $0 += milliseconds } }
}

/// The same numbers every time: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// A provider's file that changes a little from day to day, as real ones do: corrected, longer, without a show,
/// with one that was away, in another order, under another key.
struct RandomHistory {
  private struct Row {
    let number: Int
    var title: String
    var hasSiteID: Bool

    var text: String {
      let key = hasSiteID ? "bangumi:\(number):ja" : "題\(number)|2020"
      let aliases = hasSiteID ? "bangumi:\(number) mal:\(number)" : "mal:\(number)"
      // As long as real items are, so that the file is cut into several pieces.
      return "\(key) | \(title) | \(aliases) | \(String(repeating: "\(number) ", count: 250))"
    }
  }

  private var generator: SeededGenerator
  private var listed: [Row]
  private var away: [Row] = []
  private var next: Int

  init(seed: UInt64, count: Int = 40) {
    generator = SeededGenerator(state: seed)
    next = count + 100
    listed = (100..<count + 100).map { Row(number: $0, title: "第\($0)話", hasSiteID: $0 % 4 != 0) }
  }

  var rows: [String] { listed.map(\.text) }

  /// A whole number below `limit`.
  mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }

  /// Goes on by a day.
  mutating func change() {
    for _ in 0...number(below: 3) { changeOne() }
  }

  private mutating func changeOne() {
    let index = number(below: listed.count)
    switch number(below: 7) {
    case 0, 1: listed[index].title = "新\(number(below: 1000))題\(listed[index].number)"
    case 2:
      listed.insert(Row(number: next, title: "初\(next)", hasSiteID: next % 3 != 0), at: index)
      next += 1
    case 3: away.append(listed.remove(at: index))
    case 4 where !away.isEmpty: listed.append(away.remove(at: number(below: away.count)))
    case 5: listed.swapAt(index, number(below: listed.count))
    default: listed[index].hasSiteID = true
    }
  }
}

/// What a library said at one moment.
struct Said {
  let moment: Instant
  let commit: CommitID?
  let everything: Snapshot.Everything
}

extension RandomHistory {
  /// Lives through `steps` days of syncs, edits, undos and answers that are set aside; tells what was said after each.
  mutating func live(_ steps: Int, in library: ShowLibrary, of test: TestLibrary, _ clock: TestClock) throws -> [Said] {
    var said: [Said] = []
    for step in 0..<steps {
      clock.advance(hours: 5)
      if step == 0 || number(below: 2) == 0 {
        change()
        try test.install(rows, version: "\(step)", in: library)
      } else {
        try edit(library, of: test)
      }
      said.append(
        Said(
          moment: clock.instant, commit: try library.capsule.head(), everything: library.snapshot().everything))
    }
    return said
  }

  private mutating func edit(_ library: ShowLibrary, of test: TestLibrary) throws {
    let catalogue = library.snapshot().catalogue
    let show = catalogue.id(at: number(below: catalogue.count))
    switch number(below: 7) {
    case 0: try library.undo()
    case 1: try library.redo()
    case 2: try test.install(Array(rows.prefix(20)), settingAside: true, in: library)
    case 3: try library.edit(show, [.note("夜\(number(below: 9))"), .score(number(below: 100))])
    default: try library.edit(show, [.followed(number(below: 3) > 0), .progress(number(below: 12))])
    }
  }
}
