import Capsule
import Testing

struct VerificationTests {
  /// A file that is spoilt, and what has to be said of it.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    var depths: [VerificationDepth] = [.structure, .everyByte]
    let spoil: @Sendable (FurnishedCapsule) throws -> [Damage]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "format gone") { furnished in
      try furnished.test.remove("format")
      return [.format]
    },
    Case(name: "a slot flipped") { furnished in
      try furnished.test.flip("HEAD.0")
      return [.headSlot(0)]
    },
    Case(name: "a slot gone") { furnished in
      try furnished.test.remove("HEAD.0")
      return [.headSlot(0)]
    },
    Case(name: "both slots gone") { furnished in
      for slot in ["HEAD.0", "HEAD.1"] { try furnished.test.remove(slot) }
      return [.head(standIn: furnished.commits[3].id)]
    },
    Case(name: "a commit flipped") { furnished in
      try furnished.test.flip("commits/\(furnished.commits[1].id).json")
      return [.commitCopy(furnished.commits[1].id, .first)]
    },
    Case(name: "a commit's copy gone") { furnished in
      try furnished.test.remove("commits/\(furnished.commits[1].id).copy")
      return [.commitCopy(furnished.commits[1].id, .second)]
    },
    Case(name: "a commit lost") { furnished in
      try furnished.test.flip("commits/\(furnished.commits[1].id).json")
      try furnished.test.remove("commits/\(furnished.commits[1].id).copy")
      return [.commit(furnished.commits[1].id)]
    },
    Case(name: "a piece flipped", depths: [.everyByte]) { furnished in
      let piece = try furnished.ownPiece(1)
      try furnished.test.flip(furnished.test.object(piece))
      let newest = furnished.commits[1].id
      return [.object(piece, .damaged, need: .catalogue(provider: "p", newest: newest, commits: 1))]
    },
    Case(name: "a piece of every commit gone") { furnished in
      let piece = try furnished.commonPiece()
      try furnished.test.remove(furnished.test.object(piece))
      let newest = furnished.commits[3].id
      return [.object(piece, .missing, need: .catalogue(provider: "p", newest: newest, commits: 4))]
    },
    Case(name: "a piece emptied") { furnished in
      let piece = try furnished.ownPiece(1)
      try furnished.test.write([], to: furnished.test.object(piece))
      let newest = furnished.commits[1].id
      return [.object(piece, .damaged, need: .catalogue(provider: "p", newest: newest, commits: 1))]
    },
    Case(name: "a manifest flipped that others build on") { furnished in
      try furnished.test.flip(furnished.test.object(furnished.manifest(0)))
      let need = Damage.Need.catalogue(provider: "p", newest: furnished.commits[3].id, commits: 4)
      return [.object(furnished.manifest(0), .damaged, need: need)]
    },
    Case(name: "a record's first copy flipped") { furnished in
      try furnished.test.flip(furnished.test.object(furnished.identities))
      return [.objectCopy(furnished.identities, .first)]
    },
    Case(name: "a record's second copy gone") { furnished in
      try furnished.test.remove("commits/\(furnished.identities).copy")
      return [.objectCopy(furnished.identities, .second)]
    },
    Case(name: "a record lost") { furnished in
      try furnished.test.remove(furnished.test.object(furnished.identities))
      try furnished.test.flip("commits/\(furnished.identities).copy")
      return [.object(furnished.identities, .missing, need: .record(furnished.commits[3].id))]
    },
    Case(name: "an object of nobody's flipped", depths: [.everyByte]) { furnished in
      let stranger = try furnished.orphan()
      try furnished.test.flip(furnished.test.object(stranger))
      return [.object(stranger, .damaged, need: .none)]
    },
    Case(name: "a log flipped") { furnished in
      try furnished.test.flip("ops/\(furnished.device).jsonl")
      return [.logCopy(device: furnished.device)]
    },
    Case(name: "a log's copy gone") { furnished in
      try furnished.test.remove("ops/\(furnished.device).copy")
      return [.logCopy(device: furnished.device)]
    },
    Case(name: "a line in neither log") { furnished in
      try furnished.rewriteLog { [$0[0], $0[2]] }
      return [.operations(device: furnished.device, numbers: 2...2)]
    },
    Case(name: "a line that does not follow") { furnished in
      // Whole by itself, and written by somebody who did not know the two before.
      let stranger = try TestCapsule.loneLine(number: 3, device: furnished.device)
      try furnished.rewriteLog { [$0[0], $0[1], stranger] }
      return [.chain(device: furnished.device, at: 3)]
    },
    Case(name: "the device's name flipped") { furnished in
      try furnished.test.flip("ops/device")
      return [.deviceName(.first)]
    },
    Case(name: "the device's name without its copy") { furnished in
      try furnished.test.remove("ops/device.copy")
      return [.deviceName(.second)]
    },
  ]

  @Test(arguments: cases)
  func `Damage is found and named, and nothing else is`(_ damage: Case) throws {
    for depth in damage.depths {
      let furnished = try FurnishedCapsule()
      let expected = try damage.spoil(furnished)
      #expect(try furnished.damage(depth) == expected, "\(depth)")
    }
  }

  @Test(arguments: [VerificationDepth.structure, .everyByte])
  func `A whole capsule is clean, and is counted`(_ depth: VerificationDepth) throws {
    let furnished = try FurnishedCapsule()
    let found = try furnished.capsule.verify(depth)

    #expect(found.isClean)
    #expect(found.commitCount == 4 && found.thinnedCount == 0)
    #expect(found.objectCount == furnished.test.files(in: "objects").count)
    #expect(found.operationCount == 3 && found.deviceCount == 1)
    #expect((found.objectBytes > 0) == (depth == .everyByte))
  }

  @Test func `Where there is nothing everything is as it must be, and nothing is made`() throws {
    let test = TestCapsule()

    #expect(try test.open().verify(.everyByte).isClean)
    #expect(test.files().isEmpty)
  }

  @Test func `Changes before the first sync are a whole capsule`() throws {
    let test = TestCapsule()
    try test.open().append("{}")

    #expect(try test.open().verify(.everyByte).isClean)
  }

  @Test func `The structure does not tell a flipped piece, every byte does`() throws {
    let furnished = try FurnishedCapsule()
    try furnished.test.flip(furnished.test.object(furnished.commonPiece()))

    #expect(try furnished.damage(.structure).isEmpty)
    #expect(try furnished.damage(.everyByte).count == 1)
  }

  @Test func `A log that is behind while somebody appends is no damage`() throws {
    let furnished = try FurnishedCapsule()
    let test = furnished.test
    // Between its two writes an appending process holds the lock, and the files differ. It is over before the
    // verifier has the lock too.
    let copy = try test.contents("ops/\(furnished.device).copy")
    try furnished.capsule.append("{\"d\":4}")
    let whole = try test.contents("ops/\(furnished.device).copy")
    try test.write(copy, to: "ops/\(furnished.device).copy")
    let disk = LockWatchingDisk { try? test.write(whole, to: "ops/\(furnished.device).copy") }

    #expect(try test.open(disk).verify(.everyByte).isClean)
  }

  @Test func `A piece is named by its need also where the list that its own builds on is damaged`() throws {
    let furnished = try FurnishedCapsule()
    let piece = try furnished.ownPiece(1)
    try furnished.test.remove(furnished.test.object(piece))
    try furnished.test.flip(furnished.test.object(furnished.manifest(0)))

    let need = Damage.Need.catalogue(provider: "p", newest: furnished.commits[1].id, commits: 1)
    #expect(try furnished.damage().contains(.object(piece, .missing, need: need)))
    _ = try furnished.test.open().repair(furnished.damage(), with: [furnished.refetched(0)])
    _ = try furnished.test.open().repair(furnished.damage(), with: [furnished.refetched(1)])
    #expect(try furnished.damage().isEmpty)
  }

  @Test func `Several damages are all found`() throws {
    let furnished = try FurnishedCapsule()
    try furnished.test.remove("format")
    try furnished.test.flip("ops/\(furnished.device).jsonl")
    try furnished.test.flip(furnished.test.object(furnished.ownPiece(2)))

    #expect(try furnished.damage().count == 3)
  }
}

extension FurnishedCapsule {
  /// An object that no commit names.
  func orphan() throws -> ObjectID {
    let id = ObjectID(Digest(of: [1, 2, 3, 4]))
    try test.write([1, 2, 3, 4], to: test.object(id))
    return id
  }

  /// Gives both files of the log the lines that `choose` makes of its lines.
  func rewriteLog(_ choose: ([[UInt8]]) -> [[UInt8]]) throws {
    let lines = try test.contents("ops/\(device).jsonl").split(separator: 10).map(Array.init)
    for ending in ["jsonl", "copy"] {
      try test.write(choose(lines).flatMap { $0 + [10] }, to: "ops/\(device).\(ending)")
    }
  }
}

extension TestCapsule {
  /// A line of a log that follows nothing.
  static func loneLine(number: Int, device: String) throws -> [UInt8] {
    let zeros = String(repeating: "0", count: 64)
    let head = #"{"n":\#(number),"previous":"\#(zeros)","clock":{"ms":1786752000000,"counter":9},"device":"\#(device)""#
    let summed = Array((head + #","body":{"evil":true}"#).utf8)
    return summed + Array(#","sum":"\#(Digest(of: summed).hex.prefix(16))"}"#.utf8)
  }
}
