import Foundation
import Testing

@testable import Capsule

/// What another capsule, or somebody who pretends to have one, hands over.
struct ForeignTests {
  private let there: FurnishedCapsule
  private let here = TestCapsule()

  init() throws {
    there = try FurnishedCapsule()
    let capsule = try here.open()
    try capsule.sync(FurnishedCapsule.version(60))
    try capsule.append("{\"own\":1}")
  }

  // MARK: Archives made by hand

  /// The files that the other capsule exports, but for the list of sums; the names are those below the root.
  private func files() throws -> [ArchivedFile] {
    let path = there.test.root + "/there.tar.zst"
    _ = try there.capsule.export(to: path)
    let root = PortableLayout.root + "/"
    return try Archives.unpack(Array(Data(contentsOf: URL(fileURLWithPath: path))))
      .map { ArchivedFile(String($0.name.dropFirst(root.count)), $0.bytes) }
      .filter { $0.name != PortableLayout.sums }
  }

  private func list(of files: [ArchivedFile]) -> ArchivedFile {
    ArchivedFile(
      PortableLayout.sums, files.map { PortableLayout.sumLine(Digest(of: $0.bytes), $0.name) }.joined())
  }

  private func pack(_ files: [ArchivedFile]) throws -> [UInt8] {
    try Archives.pack(files.map { ArchivedFile("\(PortableLayout.root)/\($0.name)", $0.bytes) })
  }

  private var path: String { here.root + "/FILE" }

  /// Why `archive` is refused; nil where it is not. Nothing of the capsule changes, whatever it is.
  private func refusal(_ archive: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws -> CapsuleError? {
    try Data(archive).write(to: URL(fileURLWithPath: path))
    let before = here.everything
    defer { #expect(here.everything == before, sourceLocation: sourceLocation) }
    let capsule = try here.open()
    do throws(CapsuleError) {
      _ = try capsule.importPlan(for: capsule.foreign(at: path))
      return nil
    } catch {
      return error
    }
  }

  /// Why the archive of these files and a right list of them is refused.
  private func fault(
    of files: [ArchivedFile], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ForeignFault? {
    try fault(ofArchive: pack(files + [list(of: files)]), sourceLocation: sourceLocation)
  }

  private func fault(
    ofArchive archive: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ForeignFault? {
    let error = try refusal(archive, sourceLocation: sourceLocation)
    guard case .foreign(path, let fault) = error else {
      if let error { Issue.record("\(error)", sourceLocation: sourceLocation) }
      return nil
    }
    return fault
  }

  /// The capsule can still be written, and is whole.
  private func expectGoingOn(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let capsule = try here.open()
    try capsule.sync(FurnishedCapsule.version(61))
    try capsule.append("{\"own\":2}")
    #expect(try capsule.text() == FurnishedCapsule.version(61), sourceLocation: sourceLocation)
    let bodies = try here.open().bodies()
    #expect(bodies.contains("{\"own\":1}") && bodies.contains("{\"own\":2}"), sourceLocation: sourceLocation)
  }

  private func framed(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBytes { Compressor().frame(of: $0) }
  }

  // MARK: Whole ones

  @Test func `What the tests pack by hand is taken like what the program packs`() throws {
    #expect(try fault(of: files()) == nil)
    let capsule = try here.open()
    let foreign = try capsule.foreign(at: path)
    #expect(foreign.commits.count == 4)
    try capsule.takeContent(of: foreign)
    try capsule.takeLogs(of: foreign)

    let plan = try capsule.importPlan(for: capsule.foreign(at: path))
    #expect(plan.commits == 0 && plan.objects == 0 && plan.operations.isEmpty)
    #expect(try capsule.text() == FurnishedCapsule.version(60))
    #expect(try capsule.bodies().count == 4)
    #expect(try capsule.verify(.everyByte).damage == [])
  }

  @Test func `Where a commit cannot be read nothing is exported`() throws {
    let id = there.commits[1].id
    for ending in ["json", "copy"] { try there.test.flip("commits/\(id).\(ending)") }

    #expect(throws: CapsuleError.damagedCommit(id)) { try there.capsule.export(to: there.test.root + "/FILE") }
    #expect(!FileManager.default.fileExists(atPath: there.test.root + "/FILE"))
  }

  // MARK: Bad ones

  @Test func `What is cut off anywhere is no archive`() throws {
    let files = try files()
    let archive = try pack(files + [list(of: files)])
    for length in stride(from: 0, to: archive.count, by: archive.count / 20) + [archive.count - 1] {
      guard case .archive = try refusal(Array(archive.prefix(length))) else {
        Issue.record("\(length) of \(archive.count) bytes are taken")
        continue
      }
    }
  }

  @Test func `A file of something else is no archive`() throws {
    #expect(try refusal(Array("葬送のフリーレン\n".utf8)) == .archive(path: path, .notAnArchive))
  }

  @Test(arguments: ["../../.ssh/authorized_keys", "/etc/passwd", "ops/../../x"])
  func `A name that leads out of the archive is refused`(_ name: String) throws {
    let archive = RawTar.ended(.entry(name.hasPrefix("/") ? name : "\(PortableLayout.root)/\(name)", "x"))
    guard case .archive(path, .unsafeName) = try refusal(archive) else {
      Issue.record("taken")
      return
    }
  }

  @Test(arguments: ["HEAD.0", "ops/device", "lock", "quarantine/x", "commits/1.json", "objects/ab/cd"])
  func `A file that no archive has is refused`(_ name: String) throws {
    let all = "\(PortableLayout.root)/\(name)"
    #expect(try fault(of: files() + [ArchivedFile(name, "x")]) == .unexpectedFile(all))
  }

  @Test func `An object that is not what its name says is refused`() throws {
    var files = try files()
    let index = try #require(files.firstIndex { $0.name.hasPrefix("objects/") })
    files[index].bytes[files[index].bytes.count / 2] ^= 1
    #expect(try fault(of: files) == .contradictedFile(files[index].name))
  }

  @Test func `A commit that is not what its name says is refused`() throws {
    var files = try files()
    let index = try #require(files.firstIndex { $0.name.hasPrefix("commits/") })
    files[index].bytes[files[index].bytes.count / 2] ^= 1
    #expect(try fault(of: files) == .contradictedFile(files[index].name))
  }

  @Test func `A wrong sum in the list is refused`() throws {
    let files = try files()
    var list = list(of: files)
    list.bytes[0] = list.bytes[0] == 48 ? 49 : 48
    #expect(try fault(ofArchive: pack(files + [list])) == .contradictedFile(files[0].name))
  }

  @Test func `A list that says less or more than there is is refused`() throws {
    let files = try files()
    let last = try #require(files.last)
    #expect(try fault(ofArchive: pack(files + [list(of: files.dropLast())])) == .unlistedFile(last.name))
    #expect(try fault(ofArchive: pack(files.dropLast() + [list(of: files)])) == .missingFile(last.name))
    #expect(try fault(ofArchive: pack(files)) == .unlistedFile(PortableLayout.sums))
  }

  @Test func `Two files of one name are refused`() throws {
    let files = try files()
    for name in ["HEAD", try #require(files.last?.name)] {
      let again = try #require(files.first { $0.name == name })
      #expect(try fault(of: files + [again]) == .repeatedFile(name))
    }
    let list = list(of: files)
    #expect(try fault(ofArchive: pack(files + [list, list])) == .repeatedFile(PortableLayout.sums))
  }

  @Test func `A missing piece or list of pieces is refused with the commit that needs it`() throws {
    // What builds on a list that is missing is missing too.
    for object in [try there.ownPiece(1), there.identities, there.manifest(1)] {
      let rest = try files().filter { $0.name != PortableLayout.object(object) }
      guard case .missingObject(let found, let commit) = try fault(of: rest) else {
        Issue.record("\(object) is not missed")
        continue
      }
      #expect(found == object || object == there.manifest(1))
      #expect(there.commits.map(\.id).contains(commit))
    }
  }

  @Test func `A missing commit is refused, whichever it is`() throws {
    for commit in there.commits {
      let name = PortableLayout.commit(commit.id)
      #expect(try fault(of: files().filter { $0.name != name }) == .missingFile(name))
    }
  }

  @Test func `A newer format is refused as one, and none as no capsule`() throws {
    let rest = try files().filter { $0.name != "format" }
    #expect(try fault(of: [ArchivedFile("format", "yozakura capsule 3\n")] + rest) == .newerFormat(found: 3, known: 2))
    #expect(try fault(of: [ArchivedFile("format", "another capsule 1\n")] + rest) == .notACapsule)
    #expect(try fault(of: rest) == .notACapsule)
  }

  // MARK: Logs

  private var log: String { PortableLayout.log(of: there.device) }

  private func replacing(_ name: String, _ bytes: [UInt8]) throws -> [ArchivedFile] {
    try files().filter { $0.name != name } + [ArchivedFile(name, bytes)]
  }

  @Test func `A damaged line of a log is refused`() throws {
    var bytes = try there.test.contents(log)
    bytes[bytes.count / 2] ^= 1
    #expect(try fault(of: replacing(log, bytes)) == .damagedLog(device: there.device, line: 3))
    let cut = Array(try there.test.contents(log).dropLast())
    #expect(try fault(of: replacing(log, cut)) == .damagedLog(device: there.device, line: 3))
  }

  @Test func `A log whose lines are another device's is refused`() throws {
    let own = try #require(try here.open().device())
    let bytes = try there.test.contents(log)
    #expect(try fault(of: replacing(PortableLayout.log(of: own), bytes)) == .damagedLog(device: own, line: 1))
  }

  @Test func `A log that says something else than is here is refused`() throws {
    let own = try #require(try here.open().device())
    let forged = LoggedOperation(
      number: 1, previous: .none, time: HybridTime(milliseconds: 5, counter: 0), device: own,
      body: Array("{\"own\":9}".utf8))
    let name = PortableLayout.log(of: own)
    #expect(try fault(of: replacing(name, LogFile.bytes(of: [forged]))) == .forkedLog(device: own, at: 1))
  }

  @Test func `A log out of order is refused`() throws {
    let lines = try there.capsule.logs()[0].operations
    for wrong in [[lines[1], lines[0]], [lines[0], lines[0]]] {
      guard case .damagedLog(there.device, _) = try fault(of: replacing(log, LogFile.bytes(of: wrong))) else {
        Issue.record("taken")
        continue
      }
    }
  }

  // MARK: Numbers that nobody writes

  /// A line with one number that would overflow later.
  static let lines: [(number: Int, milliseconds: Int64, counter: Int)] = [
    (.max, 5, 0), (1, .max, 0), (1, 5, .max), (1, .min, 0), (1, -1, 0), (1, 5, -1), (0, 5, 0), (-1, 5, 0),
    (.min, 5, 0), (1 << 31, 5, 0), (1, 253_402_300_799_999, 0), (1, 5, 1 << 31), (1, 253_402_300_799_999, 1 << 31),
  ]

  private func line(
    _ numbers: (number: Int, milliseconds: Int64, counter: Int), of device: String
  ) -> [UInt8] {
    LogFile.bytes(of: [
      LoggedOperation(
        number: numbers.number, previous: .none,
        time: HybridTime(milliseconds: numbers.milliseconds, counter: numbers.counter), device: device,
        body: Array("{\"a\":1}".utf8))
    ])
  }

  @Test(arguments: lines)
  func `A line with such a number is refused in an archive`(
    _ numbers: (number: Int, milliseconds: Int64, counter: Int)
  ) throws {
    guard case .damagedLog(there.device, _) = try fault(of: replacing(log, line(numbers, of: there.device))) else {
      Issue.record("taken")
      return
    }
    try expectGoingOn()
  }

  @Test(arguments: lines)
  func `A line with such a number that lies here already ends nothing`(
    _ numbers: (number: Int, milliseconds: Int64, counter: Int)
  ) throws {
    for name in ["ops/abcdefghij.jsonl", "ops/abcdefghij.copy"] {
      try here.write(line(numbers, of: "abcdefghij"), to: name)
    }
    _ = try here.open().verify(.everyByte)
    let seen = try here.open().logs().flatMap(\.operations).map(\.time).max()
    _ = try here.open().append([Array("{\"own\":3}".utf8)], after: seen)
    try expectGoingOn()
    #expect(try here.open().bodies().contains("{\"own\":3}"))
  }

  /// The other capsule's archive with one more commit, which is the present one.
  private func files(
    withCommit number: Int, time: Int64 = 5, _ change: (inout CommitDraft) -> Void = { _ in }
  ) throws -> (files: [ArchivedFile], id: CommitID) {
    var draft = there.commits[3].content
    change(&draft)
    let bytes = CommitFile(
      sequence: number, parent: there.commits[3].id, time: time, program: "test", content: draft
    ).bytes
    let id = CommitID(sequence: number, digest: Digest(of: bytes))
    let rest = try files().filter { $0.name != "HEAD" }
    return (rest + [ArchivedFile("HEAD", "\(id)\n"), ArchivedFile(PortableLayout.commit(id), bytes)], id)
  }

  @Test func `The next commit of the other capsule is taken`() throws {
    #expect(try fault(of: files(withCommit: 5).files) == nil)
  }

  @Test(arguments: [(99_999_999, 5), (5, .max), (5, .min), (5, -1), (0, 5), (4, 5)] as [(Int, Int64)])
  func `A commit with such a number is refused`(_ number: Int, _ time: Int64) throws {
    let (files, id) = try files(withCommit: number, time: time)
    #expect(try fault(of: files) == .contradictedFile(PortableLayout.commit(id)))
    try expectGoingOn()
  }

  @Test(arguments: [Int.max, 100_000_000, -1])
  func `A commit whose number has no eight digits is refused`(_ number: Int) throws {
    guard case .contradictedFile("HEAD") = try fault(of: files(withCommit: number).files) else {
      Issue.record("taken")
      return
    }
    try expectGoingOn()
  }

  @Test func `A receipt with such a number is refused`() throws {
    let changes: [(inout Receipt) -> Void] = [
      { $0.fetched = .max }, { $0.fetched = .min }, { $0.length = -1 }, { $0.shows = .min }, { $0.missing = -1 },
    ]
    for change in changes {
      let (files, id) = try files(withCommit: 5) { draft in
        if var receipt = draft.sources["p"]?.current {
          change(&receipt)
          draft.sources["p"]?.current = receipt
        }
      }
      #expect(try fault(of: files) == .contradictedFile(PortableLayout.commit(id)))
    }
    try expectGoingOn()
  }

  @Test func `A commit with such a number that lies here already ends nothing`() throws {
    for number in [99_999_999, 99_000_000] {
      let (files, id) = try files(withCommit: number)
      let bytes = try #require(files.last?.bytes)
      for ending in ["json", "copy"] { try here.write(bytes, to: "commits/\(id).\(ending)") }
    }
    _ = try here.open().verify(.everyByte)
    try expectGoingOn()
  }

  @Test(arguments: [
    "length 100000000000000000", "length 9223372036854775807", "PIECE 100000000000000000", "PIECE 9223372036854775807",
    "keep 9223372036854775807", "drop 100000000000000000", "keep 1", "PIECE -1",
  ])
  func `A list of pieces with such a length is refused, here and in an archive`(_ line: String) throws {
    let piece = try there.commonPiece()
    let head = line.hasPrefix("length") ? line : "length 100"
    let text = """
      yozakura manifest 1
      \(head)
      sha256 \(Digest(of: []))
      \(line.hasPrefix("length") ? "\(piece) 100" : line.replacing("PIECE", with: "\(piece)"))

      """
    let frame = framed(Array(text.utf8))
    let object = ObjectID(Digest(of: frame))
    let (files, id) = try files(withCommit: 5) { $0.sources["p"]?.current?.manifest = object }
    let all = files + [ArchivedFile(PortableLayout.object(object), frame)]
    #expect(try fault(of: all) == .missingObject(object, of: id))

    try here.write(frame, to: here.object(object))
    #expect(throws: CapsuleError.self) { try here.open().manifest(object) }
    _ = try here.open().verify(.everyByte)
    try expectGoingOn()
  }
}
