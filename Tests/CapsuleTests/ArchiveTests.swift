import Testing

@testable import Capsule

struct ArchiveTests {
  /// Files as a capsule has them: a text, an object, a name that ustar must split, nothing at all.
  static let files = [
    ArchivedFile("format", "yozakura capsule 1\n"),
    ArchivedFile(
      "objects/9f/" + String(repeating: "9f", count: 32), (0..<1500).map { UInt8(truncatingIfNeeded: $0 * 7) }),
    ArchivedFile(String(repeating: "long/", count: 25) + "name", [UInt8](repeating: 0, count: 512)),
    ArchivedFile("empty", []),
  ]

  private let files = Self.files

  @Test(arguments: [1, 3, 19])
  func `What was packed is unpacked`(_ level: Int) throws {
    #expect(try Archives.unpack(Archives.pack(files, level: level)) == files)
  }

  @Test(arguments: [1, 2, 511, 512, 513, 4096])
  func `How the bytes are cut into chunks changes nothing`(_ chunk: Int) throws {
    let archive = try Archives.pack(files)

    #expect(try Archives.unpack(archive, chunk: chunk) == files)
    #expect(try Archives.unpack(Archives.plain(archive), chunk: chunk) == files)
  }

  @Test func `An archive without files is one`() throws {
    #expect(try Archives.unpack(Archives.pack([])) == [])
    #expect(try Archives.plain(Archives.pack([])).count == 10240)
  }

  @Test func `Equal files give equal bytes`() throws {
    #expect(try Archives.pack(files) == Archives.pack(files))
  }

  @Test func `A long file goes through a short buffer`() throws {
    var state: UInt64 = 1
    let noise = (0..<3_000_000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    let archive = Gathered()
    var writer = ArchiveWriter(level: 1, sink: archive.append)
    try writer.add("noise", noise, time: 0)
    try writer.finish()

    #expect(archive.chunks.count > 20)
    #expect(archive.chunks.allSatisfy { (1...131_591).contains($0) })
    #expect(try Archives.unpack(archive.bytes) == [ArchivedFile("noise", noise)])
  }

  @Test func `A full disk ends the writing`() throws {
    var writer = ArchiveWriter(level: 3) { _ throws(CapsuleError) in throw .full(path: "FILE") }
    try writer.add("a", [1], time: 0)

    #expect(throws: CapsuleError.full(path: "FILE")) { try writer.finish() }
  }

  @Test func `A disk that cannot be read ends the reading, and reading on says the same`() {
    var reader = ArchiveReader(path: "FILE", limits: .init(length: 1000)) { () throws(CapsuleError) in
      throw .disk(.read, path: "FILE", errno: 5)
    }
    for _ in 0..<2 {
      #expect(throws: CapsuleError.disk(.read, path: "FILE", errno: 5)) { _ = try reader.next()?.name }
    }
  }

  @Test func `After the end there is nothing more`() throws {
    var rest = [try Archives.pack([])]
    var reader = ArchiveReader(path: "FILE", limits: .init(length: 1 << 20)) { rest.popLast() ?? [] }
    for _ in 0..<2 { #expect(try reader.next()?.name == nil) }
  }

  @Test func `Frames one after the other, and frames to skip, are one archive`() throws {
    let tar = try Archives.plain(Archives.pack(files))
    let skipped: [UInt8] = [0x50, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3]
    let archive = try skipped + Archives.frame(Array(tar[..<700])) + skipped + Archives.frame(Array(tar[700...]))

    #expect(try Archives.unpack(archive) == files)
    #expect(try Archives.unpack(archive, chunk: 1) == files)
  }

  @Test(arguments: [Int64.min, -1, 0, 999, Int64.max])
  func `No time is too odd for a header`(_ time: Int64) throws {
    let archive = Gathered()
    var writer = ArchiveWriter(level: 3, sink: archive.append)
    try writer.add("a", [1], time: time)
    try writer.finish()

    #expect(try Archives.unpack(archive.bytes) == [ArchivedFile("a", [1])])
  }
}
