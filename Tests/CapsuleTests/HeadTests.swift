import Capsule
import Locking
import Testing

struct HeadTests {
  let test = TestCapsule()

  @Test(arguments: 0..<2)
  func `A slot that is cut short takes nothing with it`(_ slot: Int) throws {
    let capsule = try test.open()
    try capsule.sync("one")
    let second = try capsule.sync("two")
    try test.write(Array(test.contents("HEAD.\(slot)").prefix(40)), to: "HEAD.\(slot)")

    #expect(try capsule.head() == second.id)
    #expect(test.reported == [.headSlotDamaged(slot: slot)])
  }

  @Test(arguments: 0..<2)
  func `The next commit mends a damaged slot`(_ slot: Int) throws {
    let capsule = try test.open()
    try capsule.sync("one")
    let second = try capsule.sync("two")
    try test.write([0, 1, 2], to: "HEAD.\(slot)")
    let third = try capsule.sync("three")

    #expect(third.id.sequence == 3 && third.parent == second.id)
    #expect(try test.open().text() == "three")
    #expect(try test.contents("HEAD.0") == test.contents("HEAD.1"))
  }

  @Test(arguments: [true, false])
  func `With both slots lost the newest whole commit stands in`(_ isDeleted: Bool) throws {
    let capsule = try test.open()
    try capsule.sync("one")
    let second = try capsule.sync("two")
    for slot in ["HEAD.0", "HEAD.1"] {
      if isDeleted { try test.remove(slot) } else { try test.write([], to: slot) }
    }

    #expect(try capsule.text() == "two")
    #expect(test.reported == [.headLost(standIn: second.id)])
    try capsule.sync("three")
    #expect(try capsule.head()?.sequence == 3)
  }

  @Test(arguments: 0..<2)
  func `A flipped byte of a slot is noticed and changes nothing`(_ slot: Int) throws {
    let capsule = try test.open()
    try capsule.sync("one")
    let second = try capsule.sync("two")
    let bytes = try test.contents("HEAD.\(slot)")
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 1
      try test.write(damaged, to: "HEAD.\(slot)")
      test.findings.withLock { $0 = [] }
      #expect(try capsule.head() == second.id)
      #expect(test.reported == [.headSlotDamaged(slot: slot)])
    }
  }

  @Test func `A damaged commit is read from its copy`() throws {
    let capsule = try test.open()
    let commit = try capsule.sync("one")
    try test.write([1], to: "commits/\(commit.id).json")

    #expect(try capsule.headCommit() == commit)
    #expect(test.reported == [.commitReadFromCopy(commit.id)])
  }

  @Test func `Where both copies of the head's commit are gone the one before stands in`() throws {
    let capsule = try test.open()
    let first = try capsule.sync("one")
    let second = try capsule.sync("two")
    try test.remove("commits/\(second.id).json")
    try test.write([1], to: "commits/\(second.id).copy")

    #expect(try capsule.headCommit() == first)
    #expect(throws: CapsuleError.damagedCommit(second.id)) { try capsule.commit(second.id) }
    #expect(test.reported == [.headCommitUnreadable(second.id, standIn: first.id)])
  }

  @Test func `A commit's file is one line of JSON, named by its hash, twice`() throws {
    test.clock.set(1_786_752_000_123)
    let commit = try test.open().sync("one")
    let bytes = try test.contents("commits/\(commit.id).json")

    #expect(Digest(of: bytes) == commit.id.digest)
    #expect(try test.contents("commits/\(commit.id).copy") == bytes)
    let receipt = try #require(commit.content.sources["p"]?.current)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        {"added":0,"cause":"sync","changed":0,"format":1,"program":"test","provider":"p","removed":0,"sequence":1,\
        "sources":{"p":{"current":{"fetched":1,"kind":"k","length":3,"manifest":"\(receipt.manifest)",\
        "mirror":"example","missing":0,"sha256":"\(receipt.sha256)","shows":1,"url":"https://example.org/data.json",\
        "verdict":"good","version":"0.3.1"}}},\
        "time":1786752000123}

        """)
  }
}
