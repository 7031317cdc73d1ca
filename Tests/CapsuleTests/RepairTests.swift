import Capsule
import Testing

struct RepairTests {
  /// Damage that something in the capsule itself heals.
  static let healable = VerificationTests.cases.filter { !lost.contains($0.name) && !refetched.contains($0.name) }
  /// Damage that nothing heals.
  static let lost: Set<String> = [
    "a commit lost", "a record lost", "a line in neither log", "a line that does not follow",
  ]
  /// Damage that only what a provider sends once more heals.
  static let refetched: Set<String> = [
    "a piece flipped", "a piece of every commit gone", "a piece emptied", "a manifest flipped that others build on",
  ]

  @Test(arguments: healable)
  func `What stands twice is healed, and the capsule is clean`(_ damage: VerificationTests.Case) throws {
    let furnished = try FurnishedCapsule()
    let expected = try damage.spoil(furnished)
    let report = try furnished.test.open().repair(furnished.damage())

    #expect(report.healed.map(\.damage) == expected)
    #expect(report.lost.isEmpty)
    #expect(try furnished.damage().isEmpty)
    #expect(try furnished.test.open().head() == furnished.commits[3].id)
    #expect(try furnished.test.open().bodies() == ["{\"a\":1}", "{\"b\":2}", "{\"c\":3}"])
  }

  @Test(arguments: VerificationTests.cases)
  func `A dry run says what a repair would do, and writes nothing`(_ damage: VerificationTests.Case) throws {
    let furnished = try FurnishedCapsule()
    _ = try damage.spoil(furnished)
    let (found, before) = (try furnished.damage(), furnished.test.everything)
    let capsule = try furnished.test.open()
    let files = (0..<3).map(furnished.refetched)
    let said = try capsule.repair(found, with: files, isDryRun: true)
    #expect(furnished.test.everything == before)

    let done = try capsule.repair(found, with: files)
    #expect(said.healed == done.healed)
    #expect(said.lost == done.lost)
    #expect(said.quarantined.isEmpty)
  }

  @Test func `What was damaged is kept in quarantine`() throws {
    let furnished = try FurnishedCapsule()
    let test = furnished.test
    let names = [
      "commits/\(furnished.commits[1].id).json", test.object(furnished.identities), "ops/device",
      "ops/\(furnished.device).copy",
    ]
    for name in names { try test.flip(name) }
    let spoilt = try names.map(test.contents)
    let report = try test.open().repair(furnished.damage())

    let kept = try test.files(in: "quarantine").map { try test.contents("quarantine/" + $0) }
    #expect(Set(kept) == Set(spoilt))
    #expect(report.healed.count == 4 && report.lost.isEmpty)
  }

  @Test func `A folder that is gone with its object is made again`() throws {
    let furnished = try FurnishedCapsule()
    try furnished.test.remove("objects/\(furnished.identities.description.prefix(2))")
    _ = try furnished.test.open().repair(furnished.damage())

    #expect(try furnished.damage().filter { $0.hasTwin }.isEmpty)
    #expect(try furnished.test.open().bytes(of: furnished.identities) == Array("key\tid\n".utf8))
  }

  @Test(arguments: 0..<3)
  func `A piece is healed from the file, received once more`(_ index: Int) throws {
    let furnished = try FurnishedCapsule()
    for piece in [try furnished.ownPiece(index), try furnished.commonPiece()] {
      try furnished.test.flip(furnished.test.object(piece))
    }
    let capsule = try furnished.test.open()
    let found = try furnished.damage()
    let report = try capsule.repair(found, with: [furnished.refetched(index)])

    #expect(report.healed.map(\.cure) == [.mirror("example"), .mirror("example")])
    #expect(report.quarantined.count == 2)
    #expect(try furnished.damage().isEmpty)
    #expect(try capsule.bytes(of: furnished.commits[index].content.receipts[0]) == Array(furnished.texts[index].utf8))
  }

  @Test(arguments: 0..<3)
  func `A manifest is healed too, wherever it stands in a chain`(_ index: Int) throws {
    let furnished = try FurnishedCapsule()
    try furnished.test.flip(furnished.test.object(furnished.manifest(index)))
    _ = try furnished.test.open().repair(furnished.damage(), with: [furnished.refetched(index)])

    #expect(try furnished.damage().isEmpty)
    for (commit, text) in zip(furnished.commits, furnished.texts) {
      #expect(try furnished.capsule.bytes(of: commit.content.receipts[0]) == Array(text.utf8))
    }
  }

  @Test func `A manifest and its own piece are healed from one file`() throws {
    let furnished = try FurnishedCapsule()
    let piece = try furnished.ownPiece(1)
    try furnished.test.flip(furnished.test.object(piece))
    try furnished.test.flip(furnished.test.object(furnished.manifest(1)))
    // What a manifest that cannot be read names is not known before it is healed; nobody's it is not.
    let report = try furnished.test.open().repair(furnished.damage(), with: [furnished.refetched(1)])

    #expect(report.healed.map(\.cure) == [.mirror("example"), .mirror("example")])
    #expect(try furnished.damage().isEmpty)
  }

  @Test func `The manifest of a commit that gave its content up is healed where others build on it`() throws {
    let test = TestCapsule()
    let capsule = try test.open()
    var commits: [Commit] = []
    for day in 0..<10 {
      test.clock.set(1_786_752_000_000 + Int64(day) * 86_400_000)
      commits.append(try capsule.sync(FurnishedCapsule.version(day)))
    }
    let rules = CollectionRules(retention: Retention(all: 1, daily: 1, weekly: 1, monthly: 1)) { milliseconds in
      Retention.CalendarPlace(day: Int(milliseconds / 86_400_000), month: 0)
    }
    #expect(try capsule.collect(rules).thinned.count == 9)
    try test.flip(test.object(FurnishedCapsule.manifest(of: commits[4])))
    let damage = try capsule.verify(.everyByte).damage
    #expect(damage.count == 1)

    let candidates = try capsule.refetchCandidates(for: damage)
    #expect(candidates.map(\.receipt) == [commits[4].content.receipts[0]])
    let bytes = Array(FurnishedCapsule.version(4).utf8)
    let file = RefetchedFile(
      receipt: candidates[0].receipt, bytes: bytes, cuts: FurnishedCapsule.cuts(bytes), mirror: "example")
    #expect(try capsule.repair(damage, with: [file]).healed.map(\.cure) == [.mirror("example")])
    #expect(try capsule.verify(.everyByte).damage == [])
  }

  @Test func `The candidates are the files with the damaged objects, the newest first, each once`() throws {
    let furnished = try FurnishedCapsule()
    let piece = try furnished.commonPiece()
    try furnished.test.flip(furnished.test.object(piece))
    let candidates = try furnished.capsule.refetchCandidates(for: furnished.damage())

    #expect(candidates.map(\.receipt.manifest) == [2, 1, 0].map(furnished.manifest))
    #expect(candidates.allSatisfy { $0.objects == [piece] && $0.provider == "p" })
    #expect(try furnished.capsule.refetchCandidates(for: [.format]).isEmpty)
  }

  @Test func `A file with another hash heals nothing`() throws {
    let furnished = try FurnishedCapsule()
    let piece = try furnished.ownPiece(1)
    try furnished.test.flip(furnished.test.object(piece))
    let damage = try furnished.damage()
    var file = furnished.refetched(1)
    file.bytes[0] ^= 1
    let before = furnished.test.everything
    let report = try furnished.test.open().repair(damage, with: [file])

    #expect(report.healed.isEmpty)
    #expect(report.lost == damage)
    #expect(furnished.test.everything == before)
  }

  @Test(arguments: VerificationTests.cases.filter { lost.contains($0.name) || refetched.contains($0.name) })
  func `What nothing here heals is lost, and is still found`(_ damage: VerificationTests.Case) throws {
    let furnished = try FurnishedCapsule()
    let expected = try damage.spoil(furnished)
    let before = furnished.test.everything
    let report = try furnished.test.open().repair(furnished.damage())

    #expect(report.healed.isEmpty)
    #expect(report.lost == expected)
    #expect(furnished.test.everything == before)
    #expect(try furnished.damage() == expected)
  }

  @Test func `What is lost throws where it is read`() throws {
    let furnished = try FurnishedCapsule()
    let piece = try furnished.ownPiece(1)
    try furnished.test.remove(furnished.test.object(piece))
    let capsule = try furnished.test.open()
    _ = try capsule.repair(furnished.damage())

    #expect(throws: CapsuleError.missingObject(piece)) {
      try capsule.bytes(of: furnished.commits[1].content.receipts[0])
    }
    #expect(try capsule.text() == furnished.texts[2])
  }

  @Test func `A second repair has nothing to do`() throws {
    let furnished = try FurnishedCapsule()
    try furnished.test.flip("HEAD.1")
    try furnished.test.flip("ops/\(furnished.device).jsonl")
    _ = try furnished.test.open().repair(furnished.damage())
    let before = furnished.test.everything
    let report = try furnished.test.open().repair(furnished.damage())

    #expect(report.healed.isEmpty && report.lost.isEmpty)
    #expect(furnished.test.everything == before)
  }
}
