import Capsule
import Testing

struct CollectionTests {
  static let day: Int64 = 86_400_000
  /// 2026-08-15, a Saturday.
  static let today: Int64 = 1_786_752_000_000
  let test = TestCapsule()
  let text = FurnishedCapsule.version(0)

  /// Months of thirty days are as good as any others.
  private func rules(
    all: Int = 0, daily: Int = 0, weekly: Int = 0, monthly: Int? = 0, pinned: Set<CommitID> = []
  ) -> CollectionRules {
    CollectionRules(
      retention: Retention(all: all, daily: daily, weekly: weekly, monthly: monthly), pinned: pinned
    ) { milliseconds in
      let day = Int(milliseconds / Self.day)
      return Retention.CalendarPlace(day: day, month: day / 30)
    }
  }

  /// Syncs something new `age` days before today, for each of `ages`; then it is today.
  private func sync(_ ages: [Double], in capsule: TimeCapsule) throws -> [Commit] {
    defer { test.clock.set(Self.today) }
    return try ages.map { age in
      test.clock.set(Self.today - Int64(age * Double(Self.day)))
      return try capsule.sync(Self.text(of: age))
    }
  }

  /// What was received `age` days before today.
  private static func text(of age: Double) -> String { FurnishedCapsule.version(Int(age * 10) % 800 + 50) }

  private func keptAges(_ ages: [Double], _ rules: CollectionRules) throws -> [Double] {
    let capsule = try test.open()
    let commits = try sync(ages, in: capsule)
    let thinned = Set(try capsule.planCollection(rules).thinned)
    return zip(ages, commits).filter { !thinned.contains($0.1.id) }.map(\.0)
  }

  // MARK: Retention

  @Test func `All commits of the last days are kept`() throws {
    #expect(try keptAges([9, 8, 7, 6.9, 6.8, 3, 3, 0], rules(all: 7)) == [6.9, 6.8, 3, 3, 0])
  }

  @Test func `The last commit of each day is kept`() throws {
    #expect(try keptAges([5.5, 5.1, 4.5, 3.5, 3.4, 3.3, 2.5, 0], rules(daily: 5)) == [4.5, 3.3, 2.5, 0])
  }

  @Test func `The last commit of each week is kept, which begins on Monday`() throws {
    // Today is a Saturday: Monday was 5 days ago, Sunday 6, the Monday before 12, its Sunday 13.
    #expect(try keptAges([22, 20, 13, 12, 9, 6, 5, 2, 0], rules(weekly: 15)) == [13, 6, 0])
  }

  @Test func `The last commit of each month is kept, for ever where nothing else is said`() throws {
    let ages: [Double] = [400, 370, 369, 100, 95, 40, 0]
    let last = ages.filter { age in
      let month = { (age: Double) in (Int(Self.today / Self.day) - Int(age)) / 30 }
      return !ages.contains { $0 < age && month($0) == month(age) }
    }

    #expect(try keptAges(ages, rules(monthly: nil)) == last)
    let other = CollectionTests()
    #expect(try other.keptAges(ages, rules(monthly: 200)) == last.filter { $0 < 200 })
  }

  @Test func `The head and what is pinned stay, whatever their age`() throws {
    let capsule = try test.open()
    let commits = try sync([900, 800, 700, 600], in: capsule)

    #expect(try capsule.planCollection(rules(pinned: [commits[1].id])).thinned == [commits[0].id, commits[2].id])
  }

  @Test func `The last whole answer of each provider stays`() throws {
    let capsule = try test.open()
    let commits = try sync([900, 800, 700], in: capsule)
    let pieces = try commits.map { try capsule.manifest(FurnishedCapsule.manifest(of: $0)).pieces.map(\.id) }
    let own = try #require(pieces[2].first { !pieces[1].contains($0) })
    try test.remove(test.object(own))

    // The head's file is not whole: the one before is the last that is.
    #expect(try capsule.planCollection(rules()).thinned == [commits[0].id])
  }

  @Test func `What a provider gave that gives no more stays`() throws {
    let capsule = try test.open()
    let first = try sync([900], in: capsule)[0]
    _ = try capsule.write("sync") { writer throws(CapsuleError) in
      let manifest = writer.store(Array("another".utf8), cuts: [7])
      let receipt = CommitDraft.sync(manifest).sources["p"]?.current
      return try writer.record(CommitDraft(provider: "q", cause: "sync", sources: ["q": Source(current: receipt)]))
    }

    #expect(try capsule.planCollection(rules()).thinned.isEmpty)
    #expect(try capsule.bytes(of: first.content.receipts[0]).count == text.utf8.count)
  }

  @Test func `The starting point of every rule is a whole day of the user's calendar`() {
    let retention = Retention()

    #expect([retention.all, retention.daily, retention.weekly] == [7, 60, 365])
    #expect(retention.monthly == nil)
  }

  // MARK: Taking

  @Test func `What is given up is written down, and verifies clean`() throws {
    let capsule = try test.open()
    let commits = try sync([30, 20, 10, 0], in: capsule)
    let plan = try capsule.collect(rules(all: 1))
    let history = try capsule.history()

    #expect(plan.thinned == commits.prefix(3).map(\.id))
    #expect(history.all.count == 5)
    #expect(history.line[0].content.cause == CommitDraft.collection)
    #expect(commits.map { history.isThinned($0.id) } == [true, true, true, false])
    let found = try capsule.verify(.everyByte)
    #expect(found.isClean)
    #expect(found.commitCount == 5 && found.thinnedCount == 3)
    #expect(try capsule.text() == Self.text(of: 0))
  }

  @Test func `Only what no kept commit needs goes, and only into quarantine`() throws {
    let capsule = try test.open()
    let commits = try sync([30, 20, 10, 0], in: capsule)
    let before = Set(test.files(in: "objects"))
    let plan = try capsule.collect(rules(all: 1))

    // One piece of each that is no more; the manifests stay, for the head's is written over them.
    #expect(plan.objects.count == 3)
    #expect(before.subtracting(test.files(in: "objects")) == Set(plan.objects.map { test.object($0).dropFolder }))
    #expect(
      Set(test.files(in: "quarantine")) == Set(plan.objects.map { "gc-\(Self.today)-\($0)" }))
    #expect(throws: CapsuleError.self) { try capsule.bytes(of: commits[0].content.receipts[0]) }
  }

  @Test func `A plan takes nothing`() throws {
    let capsule = try test.open()
    _ = try sync([30, 20, 10, 0], in: capsule)
    let before = test.everything
    let plan = try capsule.planCollection(rules(all: 1))

    #expect(test.everything == before)
    let done = try capsule.collect(rules(all: 1))
    #expect(plan.thinned == done.thinned)
    #expect(plan.objects == done.objects)
    #expect(plan.bytes == done.bytes && plan.keptCount == done.keptCount)
  }

  @Test func `A run takes at most a fifth of the objects, the next ones the rest`() throws {
    let capsule = try test.open()
    for number in 0..<5 {
      test.clock.set(Self.today - Int64(30 - number) * Self.day)
      try capsule.sync((0..<20).map { "\(number) \($0) \(String(repeating: "~", count: 93 - number))\n" }.joined())
    }
    test.clock.set(Self.today)
    let plan = try capsule.collect(rules())

    #expect(!plan.objects.isEmpty && plan.leftCount > 0)
    #expect(plan.objects.count * 5 <= plan.allObjects)
    #expect(plan.bytes * 5 <= plan.allBytes)
    var left = plan.leftCount
    while left > 0 {
      let next = try capsule.collect(rules())
      #expect(next.thinned.isEmpty)
      guard next.leftCount < left else { break }
      left = next.leftCount
    }
    #expect(try capsule.verify(.everyByte).damage == [])
  }

  @Test func `A run takes at most a fifth of the bytes`() throws {
    let capsule = try test.open()
    _ = try sync((1...9).map(Double.init).reversed(), in: capsule)
    // One object without use that is larger than all others together.
    let large = (0..<60_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 11) }
    let id = ObjectID(Digest(of: large))
    try test.write(large, to: test.object(id))
    let plan = try capsule.collect(rules())

    #expect(!plan.objects.contains(id) && !plan.objects.isEmpty)
    #expect(plan.leftCount >= 1)
  }

  @Test func `What was in quarantine for 14 days goes for good, and what was damaged stays`() throws {
    let capsule = try test.open()
    _ = try sync([30, 20, 10, 0], in: capsule)
    try test.write([1], to: "quarantine/HEAD.0.abc")
    _ = try capsule.collect(rules(all: 1))
    let quarantined = test.files(in: "quarantine").filter { $0.hasPrefix("gc-") }
    #expect(quarantined.count == 3)

    _ = try sync([-13.9], in: capsule)
    test.clock.set(Self.today + 14 * Self.day - 1)
    #expect(try capsule.collect(rules(all: 100)).expired.isEmpty)
    test.clock.set(Self.today + 14 * Self.day)
    _ = try capsule.sync(FurnishedCapsule.version(1))
    let plan = try capsule.collect(rules(all: 100))
    #expect(plan.expired == quarantined)
    #expect(plan.expiredBytes > 0)
    #expect(test.files(in: "quarantine") == ["HEAD.0.abc"])
  }

  @Test func `A second run changes nothing`() throws {
    let capsule = try test.open()
    _ = try sync((0..<30).map { 200 - 6.7 * Double($0) }, in: capsule)
    let rules = rules(all: 7, daily: 20, weekly: 90, monthly: nil)
    #expect(try !capsule.collect(rules).thinned.isEmpty)
    while try capsule.collect(rules).leftCount > 0 {}
    let before = test.everything

    #expect(try capsule.collect(rules).isEmpty)
    #expect(test.everything == before)
  }

  @Test func `A run that keeps only the present comes to rest too`() throws {
    let capsule = try test.open()
    _ = try sync([3, 2, 1, 0], in: capsule)
    _ = try capsule.collect(rules())
    let head = try capsule.head()

    #expect(try capsule.collect(rules()).thinned.isEmpty)
    #expect(try capsule.head() == head)
  }

  // MARK: Clocks

  @Test func `A clock a year ahead takes nothing more than one that is right`() throws {
    let capsule = try test.open()
    _ = try sync([30, 20, 10, 5, 0], in: capsule)
    let right = try capsule.planCollection(rules(all: 7, daily: 60))
    test.clock.set(Self.today + 365 * Self.day)
    let ahead = try capsule.planCollection(rules(all: 7, daily: 60))

    #expect(ahead.thinned == right.thinned)
    #expect(ahead.objects == right.objects)
  }

  @Test func `Nor does the second run of a clock a year ahead`() throws {
    let capsule = try test.open()
    _ = try sync([30, 20, 10, 5, 0], in: capsule)
    test.clock.set(Self.today + 365 * Self.day)
    #expect(try capsule.collect(rules(all: 7)).thinned.count == 3)

    // The commit that says so carries the clock's year; nothing has been received in it.
    let plan = try capsule.collect(rules(all: 7))
    #expect(plan.thinned.isEmpty && plan.expired.isEmpty)
  }

  @Test func `A clock that stands in 1970 gives nothing up, and lets nothing go early`() throws {
    let capsule = try test.open()
    _ = try sync([30, 20, 10, 0], in: capsule)
    for number in 0..<3 {
      try test.write([1, UInt8(number)], to: test.object(ObjectID(Digest(of: [1, UInt8(number)]))))
    }
    test.clock.set(5)
    let plan = try capsule.collect(rules(all: 7))
    #expect(plan.thinned.isEmpty)
    #expect(plan.objects.count == 3)

    test.clock.set(Self.today)
    #expect(try capsule.collect(rules(all: 100)).expired.isEmpty)
    #expect(test.files(in: "quarantine").count == 3)
  }

  // MARK: Afterwards

  @Test func `What comes again after it went is stored again`() throws {
    let capsule = try test.open()
    let commits = try sync([30, 20, 10, 0], in: capsule)
    _ = try capsule.collect(rules(all: 1))
    test.clock.set(Self.today + Self.day)
    let again = Self.text(of: 30)
    try capsule.sync(again)

    #expect(try capsule.text() == again)
    #expect(try capsule.bytes(of: commits[0].content.receipts[0]) == Array(again.utf8))
    #expect(try capsule.verify(.everyByte).damage == [])
  }

  @Test func `What went to quarantine by mistake is healed from there`() throws {
    let capsule = try test.open()
    _ = try sync([30, 20, 10, 0], in: capsule)
    let taken = try capsule.collect(rules(all: 1)).objects
    let name = try #require(test.files(in: "quarantine").first { $0.hasSuffix(taken[0].description) })
    let head = try #require(try capsule.headCommit())
    let piece = try capsule.manifest(FurnishedCapsule.manifest(of: head)).pieces[3].id
    let frame = try test.contents(test.object(piece))
    try test.remove(test.object(piece))
    try test.write(frame, to: "quarantine/\(name.prefix(17))\(piece)")

    let report = try capsule.repair(capsule.verify(.structure).damage)
    #expect(report.healed.map(\.cure) == [.quarantine])
    #expect(try capsule.verify(.everyByte).damage == [])
  }

  @Test func `Where a list of objects cannot be read no object is taken`() throws {
    let capsule = try test.open()
    let commits = try sync([30, 20, 10, 0], in: capsule)
    // Nobody can say now which pieces the present commit needs.
    try test.flip(test.object(FurnishedCapsule.manifest(of: commits[3])))
    let plan = try capsule.collect(rules(all: 15))

    #expect(plan.objects.isEmpty)
    #expect(plan.leftCount > 0)
  }

  @Test(arguments: 1...3)
  func `Where a commit can be read in neither copy nothing is taken`(_ index: Int) throws {
    let capsule = try test.open()
    let commits = try sync([30, 20, 10, 0], in: capsule)
    try test.write([1], to: "quarantine/gc-5-\(ObjectID(Digest(of: [1])))")
    for ending in ["json", "copy"] { try test.flip("commits/\(commits[index].id).\(ending)") }
    let plan = try test.open().collect(rules())

    #expect(plan.thinned.isEmpty && plan.objects.isEmpty && plan.expired.isEmpty)
  }

  @Test func `Where the commits are gone nothing is taken`() throws {
    let capsule = try test.open()
    _ = try sync([30, 20, 10, 0], in: capsule)
    try test.remove("commits")
    let before = test.files(in: "objects")
    _ = try? test.open().collect(rules())

    #expect(test.files(in: "objects") == before)
  }

  @Test func `Records of commits that gave their content up stay`() throws {
    let capsule = try test.open()
    let identities = try capsule.write("sync") { writer throws(CapsuleError) in
      let (record, kept) = (writer.putTwice([1, 2, 3]), writer.putTwice([4, 5, 6]))
      var draft = CommitDraft.sync(
        writer.store(Array(self.text.utf8), cuts: FurnishedCapsule.cuts(Array(self.text.utf8))))
      (draft.identities, draft.kept) = (record, kept)
      try writer.record(draft)
      return record
    }
    test.clock.set(Self.today + 30 * Self.day)
    try capsule.sync(FurnishedCapsule.version(1))
    let plan = try capsule.collect(rules(all: 1))

    #expect(plan.thinned.count == 1)
    #expect(try capsule.bytes(of: identities) == [1, 2, 3])
    #expect(!plan.objects.contains(identities))
    #expect(try capsule.verify(.everyByte).damage == [])
  }

  @Test func `A capsule without a commit has nothing to take`() throws {
    let capsule = try test.open()
    try capsule.append("{}")

    #expect(try capsule.collect(rules()).isEmpty)
    #expect(try capsule.bodies() == ["{}"])
  }

  @Test(arguments: TortureTests.faults)
  func `A collection that meets a fault leaves a whole capsule`(_ fault: FaultyDisk.Fault) throws {
    for position in 1... {
      let other = CollectionTests()
      _ = try other.sync([30, 20, 10, 0], in: other.test.open())
      let disk = FaultyDisk(fault, at: position)
      _ = try? other.test.open(disk).collect(other.rules(all: 1))
      let capsule = try other.test.open()
      #expect(try capsule.verify(.everyByte).damage.filter { !$0.hasTwin }.isEmpty, "call \(position)")
      #expect(try capsule.text() == Self.text(of: 0))
      if !disk.isStruck { break }
    }
  }
}

extension String {
  /// A name below the folder of objects.
  fileprivate var dropFolder: String { String(dropFirst("objects/".count)) }
}
