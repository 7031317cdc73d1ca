import Capsule
import Testing

/// Files that the capsule keeps beside the catalogue.
struct KeptFileTests {
  private let test = TestCapsule()
  private static let name = "danmaku/mfzwizltoq/7/bilibili"

  private static func bytes(_ word: String) -> [UInt8] { Array(FurnishedCapsule.lines(word).utf8) }

  /// Keeps `bytes` as the file `name`, in a commit of its own.
  @discardableResult
  private func keep(
    _ bytes: [UInt8], as name: String = name, isOnlyHere: Bool = true, salt: CapsuleSalt? = nil,
    in capsule: TimeCapsule
  ) throws -> Commit {
    try capsule.write("keep") { writer throws(CapsuleError) in
      let present = try capsule.headCommit()
      var files = try capsule.keptFiles(of: present)
      let manifest = try writer.keep(bytes, cuts: FurnishedCapsule.cuts(bytes), isOnlyHere: isOnlyHere)
      files.keep(
        KeptFile(
          name: name, manifest: manifest, count: 40, received: test.clock.now(), origin: "a file",
          isOnlyHere: isOnlyHere))
      var draft = present?.content ?? CommitDraft(provider: "", cause: "keep", sources: [:])
      draft.files = writer.putTwice(files.bytes)
      draft.salt = salt
      return try writer.record(draft)
    }
  }

  private func contents(of name: String = name, in capsule: TimeCapsule) throws -> [UInt8]? {
    try capsule.keptFiles(of: capsule.headCommit())[name].map { try capsule.bytes(of: $0) }
  }

  /// The objects of the file.
  private func objects(_ capsule: TimeCapsule) throws -> [ObjectID] {
    let file = try #require(try capsule.keptFiles(of: capsule.headCommit())[Self.name])
    return try [file.manifest] + capsule.manifest(file.manifest).pieces.map(\.id)
  }

  @Test func `A kept file comes back byte for byte, and verifies clean`() throws {
    let capsule = try test.open()
    try keep(Self.bytes("a"), in: capsule)

    #expect(try contents(in: test.open()) == Self.bytes("a"))
    #expect(try capsule.verify(.everyByte).damage == [])
  }

  @Test func `A capsule says that an earlier program would go on without its files, and not before it has any`() throws
  {
    let capsule = try test.open()
    try capsule.sync(FurnishedCapsule.version(1))
    #expect(try test.contents("format") == Array("yozakura capsule 1\n".utf8))
    try keep(Self.bytes("a"), in: capsule)
    #expect(try test.contents("format") == Array("yozakura capsule 2\n".utf8))

    try test.remove("format")
    try capsule.sync(FurnishedCapsule.version(2))
    #expect(try test.contents("format") == Array("yozakura capsule 2\n".utf8))
  }

  @Test func `A commit about something else leaves files and salt as they are`() throws {
    let capsule = try test.open()
    let salt = CapsuleSalt(drawn: 1, low: 2, high: .max)
    try keep(Self.bytes("a"), salt: salt, in: capsule)
    try capsule.sync(FurnishedCapsule.version(1))

    #expect(try contents(in: capsule) == Self.bytes("a"))
    #expect(try capsule.headCommit()?.content.salt == salt)
  }

  @Test func `Each object of the user's own file stands twice, and either copy heals the other`() throws {
    let capsule = try test.open()
    try keep(Self.bytes("a"), in: capsule)
    let damaged = try objects(capsule)
    for (index, id) in damaged.enumerated() {
      try test.flip(index % 2 == 0 ? test.object(id) : "commits/\(id).copy")
    }

    #expect(try contents(in: test.open()) == Self.bytes("a"))
    let found = try capsule.verify(.everyByte).damage
    #expect(found.count == damaged.count && found.allSatisfy(\.hasTwin))
    #expect(try capsule.repair(found).healed.count == damaged.count)
    #expect(try capsule.verify(.everyByte).damage == [])
  }

  @Test func `What a server can give again stands once, and its damage names the file`() throws {
    let capsule = try test.open()
    try keep(Self.bytes("a"), isOnlyHere: false, in: capsule)
    let id = try objects(capsule)[1]
    try test.flip(test.object(id))

    #expect(try capsule.verify(.everyByte).damage == [.object(id, .damaged, need: .file(name: Self.name))])
  }

  @Test func `Keeping a file again heals what is damaged of it`() throws {
    let capsule = try test.open()
    try keep(Self.bytes("a"), isOnlyHere: false, in: capsule)
    for id in try objects(capsule).prefix(3) { try test.flip(test.object(id)) }
    try keep(Self.bytes("a"), isOnlyHere: false, in: test.open())

    #expect(try capsule.verify(.everyByte).damage == [])
    #expect(try contents(in: capsule) == Self.bytes("a"))
    #expect(test.files(in: "quarantine").count == 3)
  }

  @Test func `A collection takes what was replaced long ago, and nothing else`() throws {
    let capsule = try test.open()
    test.clock.set(CollectionTests.today - 90 * CollectionTests.day)
    try keep(Self.bytes("old"), in: capsule)
    let old = try objects(capsule)
    test.clock.set(CollectionTests.today)
    try keep(Self.bytes("new"), in: capsule)
    let rules = CollectionRules(retention: Retention(all: 1, daily: 1, weekly: 1, monthly: 1)) { _ in
      Retention.CalendarPlace(day: 0, month: 0)
    }
    var taken: Set<ObjectID> = []
    while case let plan = try capsule.collect(rules), !plan.objects.isEmpty { taken.formUnion(plan.objects) }

    #expect(taken.isDisjoint(with: try objects(capsule)))
    #expect(!taken.isDisjoint(with: old))
    #expect(try contents(in: capsule) == Self.bytes("new"))
    #expect(try capsule.verify(.everyByte).damage == [])
  }

  @Test func `An archive carries the files, twice where they stood twice`() throws {
    let capsule = try test.open()
    try keep(Self.bytes("a"), salt: CapsuleSalt(drawn: 1, low: 2, high: 3), in: capsule)
    let archive = test.root + "/archive.tar.zst"
    _ = try capsule.export(to: archive)
    let other = TestCapsule()
    let home = try other.open()
    let foreign = try home.foreign(at: archive)
    let plan = try home.importPlan(for: foreign)
    try home.takeContent(of: foreign)
    guard case .forward(let id) = plan.step else {
      Issue.record("the archive's commit is not the next one: \(plan.step)")
      return
    }
    #expect(try home.forward(to: id, from: nil))

    #expect(try contents(in: home) == Self.bytes("a"))
    #expect(try home.headCommit()?.content.salt == CapsuleSalt(drawn: 1, low: 2, high: 3))
    #expect(try other.contents("format") == Array("yozakura capsule 2\n".utf8))
    #expect(try home.verify(.everyByte).damage == [])
  }

  @Test func `A capsule whose kept file lacks a piece in both copies is not taken in`() throws {
    let capsule = try test.open()
    try keep(Self.bytes("a"), isOnlyHere: false, in: capsule)
    let piece = try objects(capsule)[3]
    try test.remove(test.object(piece))
    let home = try TestCapsule().open()
    let foreign = try home.foreign(at: test.root + "/capsule")

    #expect(throws: CapsuleError.self) { try home.importPlan(for: foreign) }
  }

  // MARK: The list

  private static func file(_ name: String, _ received: Int64, _ word: String = "a") -> KeptFile {
    KeptFile(
      name: name, manifest: ObjectID(Digest(of: Array(word.utf8))), count: 3, received: received, origin: "o",
      isOnlyHere: true)
  }

  private static func list(_ files: KeptFile...) -> KeptFiles {
    files.reduce(into: KeptFiles()) { $0.keep($1) }
  }

  @Test func `A list reads what it writes, and passes over lines that make no sense`() {
    let list = Self.list(Self.file("b", 1), Self.file("a", 2))
    let torn = list.bytes + Array("c\tnothing\n\nd\t1\t2\t3\t4\n".utf8)

    #expect(KeptFiles(torn) == list)
    #expect(list.all.map(\.name) == ["a", "b"])
    #expect(KeptFiles(Array("yozakura manifest 1\n".utf8)) == nil)
  }

  @Test func `Two lists merge to the same, whoever begins, and the later file stays`() {
    let left = Self.list(Self.file("a", 1), Self.file("b", 5), Self.file("c", 7, "x"))
    let right = Self.list(Self.file("b", 4), Self.file("c", 7, "y"), Self.file("d", 1))

    #expect(left.merging(right) == right.merging(left))
    #expect(left.merging(right)["b"]?.received == 5)
    #expect(left.merging(right).all.map(\.name) == ["a", "b", "c", "d"])
  }

  @Test func `The older of two salts goes on, whoever begins`() {
    let (older, newer) = (CapsuleSalt(drawn: 1, low: 9, high: 9), CapsuleSalt(drawn: 2, low: 1, high: 1))

    #expect(CapsuleSalt.older(older, newer) == older)
    #expect(CapsuleSalt.older(newer, older) == older)
  }
}
