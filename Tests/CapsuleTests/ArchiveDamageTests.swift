import Testing

@testable import Capsule

/// Chance and malice: an archive in which something is missing, changed or invented.
struct ArchiveDamageTests {
  let files = [
    ArchivedFile("format", "yozakura capsule 1\n"), ArchivedFile("objects/9f/9f86", [UInt8](repeating: 7, count: 900)),
    ArchivedFile("ops/laptop", "{}\n{}\n"),
  ]

  /// Offsets everywhere, and closely around each block.
  static func offsets(_ length: Int) -> [Int] {
    (0..<length).filter { $0 % 97 == 0 || $0 % 512 < 2 || $0 % 512 == 511 }
  }

  @Test func `A packed archive that is cut off anywhere is refused, and gives no half file`() throws {
    let archive = try Archives.pack(files)
    for length in archive.indices {
      let (read, error) = Archives.read(Array(archive[..<length]))
      #expect(error != nil)
      #expect(read.elementsEqual(files.prefix(read.count)))
    }
  }

  @Test func `A tar that is cut off before its end is refused, and gives no half file`() throws {
    let tar = try Archives.plain(Archives.pack(files))
    let end = 512 * (3 + 1 + 2 + 1) + 1024
    for length in Self.offsets(tar.count) {
      let (read, error) = Archives.read(Array(tar[..<length]))
      #expect((error == nil) == (length >= end), "\(length)")
      #expect(read.elementsEqual(files.prefix(read.count)))
    }
  }

  @Test func `A tar that is cut off before it is packed is refused`() throws {
    let tar = try Archives.plain(Archives.pack(files))
    for length in Self.offsets(512 * 7 + 1024) {
      let (read, error) = Archives.read(try Archives.frame(Array(tar[..<length])))
      #expect(error != nil)
      #expect(read.elementsEqual(files.prefix(read.count)))
    }
  }

  @Test func `A changed byte is noticed, or changes nothing`() throws {
    let archive = try Archives.pack(files)
    var refused = 0
    for index in archive.indices {
      for change in [1, 2, 4, 8, 16, 32, 64, 128, 255] as [UInt8] {
        var changed = archive
        changed[index] ^= change
        let (read, error) = Archives.read(changed)
        if error == nil { #expect(read == files) } else { refused += 1 }
      }
    }
    #expect(refused > archive.count * 8)
  }

  @Test func `A wrong checksum of the frame is told`() throws {
    var archive = try Archives.pack(files)
    archive[archive.count - 1] ^= 1

    #expect(Archives.fault(of: archive) == .wrongFrameChecksum)
  }

  @Test(arguments: Garbage.Kind.allCases)
  func `Garbage is refused`(_ kind: Garbage.Kind) throws {
    let archive = try Archives.pack(files)
    let tar = try Archives.plain(archive)
    for seed in 0..<2000 {
      var garbage = Garbage(seed: UInt64(seed))
      let bytes = kind.bytes(&garbage, archive, tar)
      let (read, error) = Archives.read(bytes, chunk: 1 + Int.random(in: 0..<5000, using: &garbage))
      #expect(error != nil || kind.mayBeRead, "\(kind) \(seed): \(read.map(\.name))")
      for file in read { #expect((try? ArchiveName.checked(Array(file.name.utf8))) == file.name) }
    }
  }

  @Test func `Ten gigabytes of zeros in one entry are refused by their header`() {
    var bomb = Bomb(
      RawTar.entry("a") { header in
        header.replaceSubrange(124..<136, with: [0x80, 0, 0, 0, 0, 0, 0, 2, 0x54, 0x0B, 0xE4, 0])
      }.bytes)
    var asked = 0
    var reader = ArchiveReader(path: "FILE", limits: .init(length: 1 << 40)) {
      asked += 1
      return bomb.chunk()
    }
    let fault = ArchiveFault.entryTooLarge(name: "a", length: 10_000_000_000, limit: 67_108_864)

    #expect(throws: CapsuleError.archive(path: "FILE", fault)) { _ = try reader.next()?.name }
    #expect(asked == 1)
  }

  @Test func `Ten gigabytes of zeros behind the end are refused early`() {
    var bomb = Bomb([UInt8](repeating: 0, count: 512))
    var asked = 0
    var reader = ArchiveReader(path: "FILE", limits: .init(length: 1 << 40)) {
      asked += 1
      return bomb.chunk()
    }

    #expect(throws: CapsuleError.self) { _ = try reader.next()?.name }
    #expect(asked < 100)
  }

  @Test func `A frame that needs much memory is refused`() {
    var bomb = Bomb(RawTar.entry("a").bytes, windowLog: 24)
    var reader = ArchiveReader(path: "FILE", limits: .init(length: 1 << 40)) { bomb.chunk() }

    #expect(throws: CapsuleError.archive(path: "FILE", .windowTooLarge(limit: 8_388_608))) {
      _ = try reader.next()?.name
    }
  }
}

/// An endless zstd frame: some bytes, then zeros, 128 KiB for each four bytes (RFC 8878, 3.1.1).
private struct Bomb {
  private var start: [UInt8]?
  private static let zeros: [UInt8] = [2, 0, 16, 0]

  init(_ bytes: [UInt8], windowLog: UInt8 = 23) {
    let block = UInt32(bytes.count) << 3
    start =
      [0x28, 0xB5, 0x2F, 0xFD, 0, (windowLog - 10) << 3]
      + [
        UInt8(truncatingIfNeeded: block), UInt8(truncatingIfNeeded: block >> 8), UInt8(truncatingIfNeeded: block >> 16),
      ]
      + bytes
  }

  mutating func chunk() -> [UInt8] {
    defer { start = nil }
    return start ?? Array(repeatElement(Self.zeros, count: 8).joined())
  }
}

/// Random numbers of a seed (SplitMix64).
struct Garbage: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
  }

  /// `bytes` with a few of them changed.
  mutating func changed(_ bytes: [UInt8]) -> [UInt8] {
    var changed = bytes
    for _ in 0..<Int.random(in: 1...8, using: &self) {
      changed[Int.random(in: changed.indices, using: &self)] = UInt8(truncatingIfNeeded: next())
    }
    return changed
  }
}

extension Garbage {
  /// What it looks like.
  enum Kind: CaseIterable {
    case noise, noiseInFrame, changedFrame, changedTar, headers

    /// Whether some of it makes an archive that cannot be told from an honest one.
    var mayBeRead: Bool { self != .noise && self != .noiseInFrame }

    func bytes(_ garbage: inout Garbage, _ archive: [UInt8], _ tar: [UInt8]) -> [UInt8] {
      switch self {
      case .noise: garbage.bytes(Int.random(in: 0..<1500, using: &garbage))
      case .noiseInFrame: [0x28, 0xB5, 0x2F, 0xFD] + garbage.bytes(Int.random(in: 0..<300, using: &garbage))
      case .changedFrame: garbage.changed(archive)
      case .changedTar: garbage.changed(Array(tar.prefix(512 * 7 + 1024)))
      case .headers: headers(&garbage)
      }
    }

    /// Headers with right checksums in which all else is odd.
    private func headers(_ garbage: inout Garbage) -> [UInt8] {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...4, using: &garbage) {
        let type = "0057xgLKS".randomElement(using: &garbage) ?? "0"
        let text = ["", "12 path=a/b\n", "11 size=99\n", "a/b\u{0}", "9 a=b"].randomElement(using: &garbage) ?? ""
        bytes +=
          RawTar.entry("a/b", text, type: type) { header in
            for _ in 0..<Int.random(in: 0...3, using: &garbage) {
              let places = [0..<100, 124..<136, 345..<500, 0..<512].randomElement(using: &garbage) ?? 0..<512
              header[Int.random(in: places, using: &garbage)] = UInt8(truncatingIfNeeded: garbage.next())
            }
          }.bytes
      }
      return bytes + RawTar.end
    }
  }
}
