import Capsule
import Locking

/// A capsule that loses its power again and again, and goes on from what is left each time.
///
///     life 1   commit, append | cut: 312 states, each checked, one of them lived on in
///     life 2   append (heals), commit | cut: …
struct Journey {
  private static let root = "/home/capsule"
  private static let lives = 6
  /// The states of one of so many journeys are verified byte by byte.
  private static let verifiedOf = 6

  /// What can be done to a capsule.
  fileprivate enum Step {
    case commit([String])
    case keep([String], as: String)
    case append([String])
    case collect
    case repair
  }

  let number: Int
  let seen: Lock<Set<Int>>
  let tally: Tally
  let command: String
  private var random: Randomness
  private let sector: Int
  private var tree: Tree
  private var belief = Belief()
  private var count = 0

  /// The journey `number` of those of a seed; states in `seen` were met before.
  init(_ number: Int, _ random: Randomness, seen: Lock<Set<Int>>, _ tally: Tally, command: String) {
    self.number = number
    self.random = random
    self.seen = seen
    self.tally = tally
    self.command = command
    sector = self.random.isOne(of: 2) ? 512 : 4096
    tree = Tree()
    let home = tree.addFolder()
    tree.folders[Tree.root]?["home"] = home
  }

  mutating func run(until isOver: () -> Bool) {
    for life in 1...Self.lives where !isOver() {
      guard live(life) else { return }
    }
  }

  /// Does a few steps, and looks at what a power cut at each moment would leave. False where it is of no use to go on.
  private mutating func live(_ life: Int) -> Bool {
    tally.count("lives")
    spoilLog()
    let disk = MemoryDisk(tree, isRecording: true)
    var beliefs = [belief]
    do {
      let capsule = try open(disk, seed: random.next())
      _ = try Belief(reading: capsule)
      for _ in 0...random.below(4) {
        let step = nextStep(beliefs[beliefs.count - 1])
        beliefs.append(beliefs[beliefs.count - 1].after(step))
        try Self.take(step, capsule)
        disk.finishStep()
      }
    } catch {
      tally.fail("journey \(number), life \(life): with nothing wrong, \(error)", repeat: command)
      return false
    }
    return cut(disk.moments, beliefs, life)
  }

  /// Looks at what power cuts leave, and takes up one of these states.
  ///
  /// Which one does not depend on what other journeys met: each journey can be repeated alone.
  private mutating func cut(_ moments: [MemoryDisk.Moment], _ beliefs: [Belief], _ life: Int) -> Bool {
    var next = (tree: tree, moment: moments[0])
    var made = 0
    for moment in moments {
      let crash = Crash(moment: moment, sector: sector)
      let (trees, isWhole) = crash.trees(limit: moment.pending.count > 24 ? 6 : 24, &random)
      tally.count("moments")
      tally.count("states", trees.count)
      if isWhole { tally.count("whole moments") }
      for tree in trees {
        made += 1
        if random.isOne(of: made) { next = (tree, moment) }
        let fingerprint = tree.fingerprint
        guard seen.withLock({ $0.insert(fingerprint).inserted }) else { continue }
        guard found(in: tree, moment, beliefs, life) != nil else { return false }
      }
    }
    guard let found = found(in: next.tree, next.moment, beliefs, life) else { return false }
    (tree, belief) = (next.tree, found)
    return true
  }

  /// What is there in `tree`, which a cut at `moment` left; nil where it is not what it must be.
  private func found(in tree: Tree, _ moment: MemoryDisk.Moment, _ beliefs: [Belief], _ life: Int) -> Belief? {
    let before = beliefs[moment.stepsDone]
    let after = beliefs[min(moment.stepsDone + 1, beliefs.count - 1)]
    do {
      return try check(tree, between: before, and: after)
    } catch {
      tally.fail(
        "journey \(number), life \(life), cut after \"\(moment.call)\", sectors of \(sector): \(error)",
        repeat: command)
      return nil
    }
  }

  /// Opens what a power cut left, as the next start would, and says what is there.
  private func check(_ tree: Tree, between before: Belief, and after: Belief) throws -> Belief {
    let disk = MemoryDisk(tree)
    let found = try Belief(reading: open(disk, seed: 1))
    if let flaw = found.flaw(between: before, and: after) { throw Flaw(what: flaw) }

    if number % Self.verifiedOf == 0 { try verify(tree, confirmed: before.bodies.count) }

    // And all goes on, in one process and seen by the next.
    var expected = found
    let capsule = try open(disk, seed: 2)
    _ = try capsule.logs()
    for step in [
      Step.append(["{\"after\":\(number)}"]), .commit(["after the cut \(number)", "all goes on"]),
      .keep(["kept after the cut \(number)"], as: "danmaku/after"),
    ] {
      try Self.take(step, capsule)
      expected = expected.after(step)
    }
    let gone = try Belief(reading: open(disk, seed: 3))
    if let flaw = gone.flaw(between: expected, and: expected) { throw Flaw(what: "after going on, \(flaw)") }
    for (path, node) in disk.tree.paths() where path.hasSuffix(".jsonl") {
      let copy = disk.tree[path.replacingSuffix(".jsonl", with: ".copy")]
      if copy != disk.tree.files[node] { throw Flaw(what: "after going on, the two files of a log differ") }
    }
    return found
  }

  private func open(_ disk: MemoryDisk, seed: UInt64) throws(CapsuleError) -> TimeCapsule {
    let names = Lock(Randomness(seed))
    return try TimeCapsule.open(
      at: Self.root, program: "torture", disk: disk, clock: TortureClock(),
      random: { names.withLock { $0.next() } })
  }

  private static func take(_ step: Step, _ capsule: TimeCapsule) throws(CapsuleError) {
    switch step {
    case .commit(let lines): try capsule.commit(lines)
    case .keep(let lines, let name): try capsule.keep(lines, as: name)
    case .append(let bodies): try capsule.append(bodies)
    case .collect: _ = try capsule.collect(rules)
    case .repair: _ = try capsule.repair(capsule.verify(.everyByte).damage)
    }
  }
}

extension Journey {
  /// Only the present commit keeps its content.
  private static let rules = CollectionRules(retention: Retention(all: 0, daily: 0, weekly: 0, monthly: 0)) { time in
    Retention.CalendarPlace(day: Int(time / 86_400_000), month: Int(time / 2_592_000_000))
  }

  /// Nothing is lost, as verification sees it: whatever is amiss stands elsewhere too.
  private func verify(_ tree: Tree, confirmed: Int) throws {
    for damage in try open(MemoryDisk(tree), seed: 4).verify(.everyByte).damage where !damage.hasTwin {
      // Of operations that were appended at once and never confirmed, a later one may be there without an earlier one.
      if case .operations(_, let numbers) = damage, numbers.lowerBound > confirmed { continue }
      throw Flaw(what: "verification finds \(damage)")
    }
    tally.count("verified")
  }
}

/// What was found and must not be.
struct Flaw: Error, CustomStringConvertible {
  let what: String
  var description: String { what }
}

// MARK: - What is done

extension Journey {
  private mutating func nextStep(_ belief: Belief) -> Step {
    if random.isOne(of: 2) { return .append((0...random.below(3)).map { _ in body() }) }
    if random.isOne(of: 6) { return random.isOne(of: 2) ? .collect : .repair }
    if random.isOne(of: 4) { return .keep((0...random.below(6)).map { _ in line() }, as: "danmaku/\(random.below(3))") }
    guard var lines = belief.lines, !random.isOne(of: 12) else {
      let size = random.isOne(of: 12) ? 40 : 2 + random.below(8)
      return .commit((0..<size).map { _ in line() })
    }
    for _ in 0...random.below(3) { lines[random.below(lines.count)] = line() }
    if random.isOne(of: 3) { lines.insert(line(), at: random.below(lines.count)) }
    return .commit(lines)
  }

  private mutating func line() -> String {
    count += 1
    let words = String(random.next(), radix: 36)
    return "journey \(number) line \(count) "
      + String(repeating: words, count: 1 + random.below(random.isOne(of: 4) ? 90 : 5))
  }

  private mutating func body() -> String {
    count += 1
    let length = random.isOne(of: 8) ? 1500 : random.below(120)
    return "{\"journey\":\(number),\"edit\":\(count),\"note\":\"\(String(repeating: "n", count: length))\"}"
  }

  /// Now and then one file of a log has lost a bit, or is gone: the other one is whole, and heals it.
  private mutating func spoilLog() {
    let logs = tree.paths().filter { $0.path.hasSuffix(".jsonl") || $0.path.hasSuffix(".copy") }
      .filter { $0.path.contains("/ops/") && !$0.path.hasSuffix("/device.copy") }
    guard logs.count == 2, !random.isOne(of: 3), tree.files[logs[0].node] == tree.files[logs[1].node] else { return }
    let chosen = logs[random.below(2)]
    let length = tree.files[chosen.node].count
    guard length > 0 else { return }
    tally.count("spoiled logs")
    switch random.below(3) {
    case 0: tree.files[chosen.node][random.below(length)] ^= UInt8(1 + random.below(255))
    case 1: tree.truncate(chosen.node, to: random.below(length))
    default:
      let folder = String(chosen.path[..<(chosen.path.lastIndex(of: "/") ?? chosen.path.endIndex)])
      let name = chosen.path.split(separator: "/").last.map(String.init) ?? ""
      if let node = tree.node(folder) { tree.folders[node]?[name] = nil }
    }
  }
}

extension Belief {
  /// What is believed after `step`.
  fileprivate func after(_ step: Journey.Step) -> Belief {
    var belief = self
    switch step {
    case .commit(let lines): belief.lines = lines
    case .keep(let lines, let name): belief.kept[name] = lines
    case .append(let bodies): belief.bodies += bodies
    case .collect, .repair: break
    }
    return belief
  }
}

extension String {
  /// The same with another ending.
  func replacingSuffix(_ suffix: String, with other: String) -> String {
    String(dropLast(suffix.count)) + other
  }
}
