import Testing

@testable import Capsule

/// What an archive of a stranger may not do. Each is refused the same way with and without zstd.
struct ArchiveRefusalTests {
  private func expect(_ fault: ArchiveFault, _ tar: [UInt8]) throws {
    #expect(Archives.fault(of: tar) == fault)
    #expect(Archives.fault(of: try Archives.frame(tar)) == fault)
  }

  @Test(arguments: ["", "hi", "hello, world", "{}", String(repeating: "not a tar ", count: 100)])
  func `Something else is no archive`(_ text: String) throws {
    try expect(.notAnArchive, Array(text.utf8))
  }

  @Test(arguments: [
    "", "/", "/etc/passwd", "..", "../a", "a/../b", "a/..", "./../a", "a//b", "a/./b", ".", "./", "a\\b", "a\nb",
    "a\u{1b}[31mb", "a\u{7f}", "\u{9b}31m", "./.", "./..", ".//a",
  ])
  func `An unsafe name is refused`(_ name: String) throws {
    let entry = RawTar.entry("x", "text")
    try expect(.unsafeName(name), RawTar.ended(RawTar.entry(name, "text")))
    guard !name.isEmpty else { return }
    try expect(.unsafeName(name), RawTar.ended(RawTar.pax(("path", name)), entry))
    try expect(.unsafeName(name), RawTar.ended(RawTar.entry("././@LongLink", name + "\u{0}", type: "L"), entry))
  }

  @Test func `A name with a zero in it is refused`() throws {
    try expect(.unsafeName("a\u{0}b"), RawTar.ended(RawTar.pax(("path", "a\u{0}b")), RawTar.entry("x")))
  }

  @Test func `A name that is not UTF-8 is refused`() throws {
    try expect(.unsafeName("\u{fffd}"), RawTar.ended(RawTar.entry("x") { $0[0] = 0xFF }))
  }

  @Test(arguments: ["/", "/etc/", "../", "a/../b/", "a\\/"])
  func `An unsafe folder is refused`(_ name: String) throws {
    let bare = String(name.dropLast())
    try expect(.unsafeName(bare), RawTar.ended(RawTar.entry(name, type: "5")))
    try expect(.unsafeName(bare), RawTar.ended(RawTar.entry(name)))
  }

  @Test(arguments: ["1", "2", "3", "4", "6", "S", "V", "M", "D", "N", "X", "A", "?"] as [Character])
  func `What is neither file nor folder is refused`(_ type: Character) throws {
    let value = try #require(type.asciiValue)
    try expect(.notAFile(name: "a", type: value), RawTar.ended(RawTar.entry("a", type: type)))
  }

  @Test func `A file with holes is refused, not read as its map`() throws {
    let tar = RawTar.ended(
      RawTar.pax(("GNU.sparse.major", "1"), ("GNU.sparse.minor", "0")), RawTar.entry("a", "1\n0\n"))
    try expect(.notAFile(name: "a", type: UInt8(ascii: "S")), tar)
  }

  @Test func `A wrong checksum is refused`() throws {
    let first = RawTar.entry("a", "text")
    var second = RawTar.entry("b", "text")
    second.bytes[0] = UInt8(ascii: "c")

    try expect(.wrongChecksum(offset: 0), RawTar.ended(second))
    try expect(.wrongChecksum(offset: 1024), RawTar.ended(first, second))
  }

  @Test func `An old tar's checksum of signed characters is right`() throws {
    var tar = RawTar.entry("夜") { $0.replaceSubrange(257..<265, with: [UInt8](repeating: 0, count: 8)) }
    let sum =
      tar.bytes[..<148].reduce(0) { $0 + Int(Int8(bitPattern: $1)) }
      + tar.bytes[156..<512].reduce(0) { $0 + Int(Int8(bitPattern: $1)) } + 8 * 32
    tar.bytes.replaceSubrange(148..<156, with: Array("\(String(sum, radix: 8))\u{0}        ".utf8.prefix(8)))

    #expect(try Archives.unpack(RawTar.ended(tar)) == [ArchivedFile("夜", [])])
  }

  @Test(arguments: ["0000000000x", "-0000000001", "99999999999", "\u{7f}"])
  func `A length that is no number is refused`(_ text: String) throws {
    let tar = RawTar.entry("a") { $0.replaceSubrange(124..<124 + text.utf8.count, with: text.utf8) }
    try expect(.malformedHeader(offset: 0), RawTar.ended(tar))
  }

  @Test func `A length below zero is refused`() throws {
    try expect(.malformedHeader(offset: 0), RawTar.ended(RawTar.entry("a") { $0[124] = 0xFF }))
  }

  @Test func `A folder with bytes is refused`() throws {
    try expect(.malformedHeader(offset: 0), RawTar.ended(RawTar.entry("a/", "text", type: "5")))
    try expect(
      .malformedHeader(offset: 1024), RawTar.ended(RawTar.pax(("size", "4")), RawTar.entry("a/", type: "5")))
  }

  @Test(arguments: [
    "x", "5 a=b\n", "7 a=b\n", "6 ab\n\n", "6 a=bc", "0 a=b\n", "-6 a=b\n", "99999999999999999999 a=b\n", " a=b\n",
    "6 a=b\n6", "12 size=-1\n\n", "11 size=x1\n",
  ])
  func `Records of pax that make no sense are refused`(_ text: String) throws {
    try expect(.malformedHeader(offset: 0), RawTar.ended(RawTar.entry("pax", text, type: "x"), RawTar.entry("a")))
  }

  @Test func `What extends no header is refused`() throws {
    try expect(.malformedHeader(offset: 1024), RawTar.ended(RawTar.pax(("path", "a"))))
  }

  @Test func `What pax says counts for one entry, and an empty value says nothing`() throws {
    let tar = RawTar.ended(
      RawTar.pax(("path", "夜/桜"), ("size", "3"), ("mtime", "1.5")), RawTar.entry("x", "abc", length: 0),
      RawTar.entry("y", "d"), RawTar.pax(("path", "z"), type: "g"), RawTar.pax(("path", "")), RawTar.entry("w"))

    #expect(
      try Archives.unpack(tar) == [ArchivedFile("夜/桜", "abc"), ArchivedFile("y", "d"), ArchivedFile("w", [])])
  }

  @Test(arguments: [67_108_865, 8_589_934_591])
  func `An entry too large is refused by its header`(_ length: Int) throws {
    let fault = ArchiveFault.entryTooLarge(name: "a", length: length, limit: 67_108_864)
    try expect(fault, RawTar.entry("a", length: length).bytes)
    try expect(fault, RawTar.pax(("size", "\(length)")).bytes + RawTar.entry("a").bytes)
  }

  @Test func `A length beyond every number is refused`() throws {
    let fault = ArchiveFault.entryTooLarge(name: "a", length: .max, limit: 67_108_864)
    let binary = RawTar.entry("a") { $0.replaceSubrange(124..<136, with: [0x80] + [UInt8](repeating: 0xFF, count: 11)) }
    try expect(fault, binary.bytes)
    try expect(fault, RawTar.pax(("size", String(repeating: "9", count: 40))).bytes + RawTar.entry("a").bytes)
  }

  @Test(arguments: ["x", "g", "L", "K"] as [Character])
  func `What extends a header may not be large`(_ type: Character) throws {
    let tar = RawTar.entry("a", type: type, length: 1_048_577)
    try expect(.entryTooLarge(name: "a", length: 1_048_577, limit: 1_048_576), tar.bytes)
  }

  @Test func `Too many files and folders are refused`() throws {
    let three = RawTar.ended(
      RawTar.entry("a/", type: "5"), RawTar.pax(("path", "b")), RawTar.entry("b"), RawTar.entry("c"))

    #expect(Archives.fault(of: three, limits: .init(length: 1 << 20, entries: 2)) == .tooManyEntries(limit: 2))
    #expect(Archives.fault(of: three, limits: .init(length: 1 << 20, entries: 3)) == nil)
  }

  @Test func `Too many bytes altogether are refused before they are read`() throws {
    let tar = RawTar.ended(RawTar.entry("a", "1"), RawTar.entry("b", "2"))

    #expect(Archives.fault(of: tar, limits: .init(length: tar.count)) == nil)
    #expect(Archives.fault(of: tar, limits: .init(length: 2047)) == .tooLarge(limit: 2047))
    #expect(Archives.fault(of: tar, limits: .init(length: 2048)) == .tooLarge(limit: 2048))
  }

  @Test func `What follows the end is refused, unless it is zeros`() throws {
    let tar = RawTar.ended(RawTar.entry("a", "1"))

    #expect(Archives.fault(of: tar + [0]) == nil)
    try expect(.trailingBytes(offset: 2048), tar + [1])
    try expect(.trailingBytes(offset: 2050), tar + [0, 0, 3, 0])
    try expect(.trailingBytes(offset: 2048), tar + tar)
    try expect(.trailingBytes(offset: 1536), tar[..<1536] + tar)
  }

  @Test func `What follows the frame is refused, unless it is zeros`() throws {
    let tar = RawTar.ended(RawTar.entry("a", "1"))
    let frame = try Archives.frame(tar)
    for count in [1, 4, 10240] { #expect(Archives.fault(of: frame + [UInt8](repeating: 0, count: count)) == nil) }
    // The magic of zstd 0.7, which the library would still read.
    for rest in [[1], [0, 0, 0, 0, 1], [0x28], Array("hello".utf8), [0x27, 0xB5, 0x2F, 0xFD, 0]] as [[UInt8]] {
      #expect(Archives.fault(of: frame + rest) == .trailingBytes(offset: tar.count))
    }
    #expect(Archives.fault(of: frame + [0x28, 0xB5, 0x2F, 0xFD]) == .truncated(offset: tar.count))
  }

  @Test func `An archive without its end is truncated`() throws {
    let entry = RawTar.entry("a", "1").bytes

    try expect(.truncated(offset: 1024), entry)
    try expect(.truncated(offset: 1536), entry + [UInt8](repeating: 0, count: 512))
    try expect(.truncated(offset: 2047), entry + [UInt8](repeating: 0, count: 1023))
  }
}
