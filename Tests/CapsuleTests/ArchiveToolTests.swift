import TestSupport
import Testing

@testable import Capsule

/// The standard tools and the program understand each other.
@Suite(.blocking)
struct ArchiveToolTests {
  private let files = ArchiveTests.files
  private let folder: ShellFolder

  init() throws {
    folder = try ShellFolder()
  }

  @Test func `tar lists what was packed`() throws {
    try folder.write(Archives.pack(files), to: "a.tar.zst")
    let listing = String(decoding: try folder.run("tar --zstd -tvf a.tar.zst; zstd -qt a.tar.zst"), as: UTF8.self)

    let lines = listing.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(lines.count == files.count)
    for (line, file) in zip(lines, files) {
      #expect(line == ["-rw-r--r--", "0/0", "\(file.bytes.count)", "2026-08-15", "00:00", file.name])
    }
    #expect(try folder.read("talk").isEmpty)
  }

  @Test func `tar unpacks what was packed`() throws {
    try folder.write(Archives.pack(files), to: "a.tar.zst")
    try folder.run("mkdir out; zstd -qdc a.tar.zst | tar -x -C out")

    #expect(try folder.read("talk").isEmpty)
    for file in files { #expect(try folder.read("out/" + file.name) == file.bytes) }
  }

  @Test func `The tar is the one that GNU tar writes`() throws {
    for file in files { try folder.write(file.bytes, to: "in/" + file.name) }
    let names = files.map(\.name).joined(separator: " ")
    let theirs = try folder.run(
      """
      tar -C in --format=ustar --owner=0 --group=0 --numeric-owner --mode=644 --mtime=@1786752000 -cf - \(names)
      """)

    #expect(try Archives.plain(Archives.pack(files)) == theirs)
  }

  @Test(arguments: [
    "tar -cf - -C in .", "tar -cf - -C in --format=gnu .", "tar -cf - -C in --format=oldgnu .",
    "tar -cf - -C in --format=pax .", "tar -cf - -C in --format=ustar .", "tar -cf - -C in --format=v7 .",
    "tar -cf - -C in --format=pax --pax-option=globexthdr.name=g,comment=hello .",
    "tar -cf - -C in -b 1 .", "tar -cf - -C in -b 2000 .", "tar -cf - -C in $(ls in)",
    "tar --zstd -cf - -C in .", "tar -cf - -C in . | zstd -19", "tar -cf - -C in . | zstd -1 --no-check",
    "tar -cf in.tar -C in . && zstd -19 -c in.tar", "tar -cf in.tar -C in . && zstd -c --no-content-size in.tar",
  ])
  func `What GNU tar packed is unpacked`(_ line: String) throws {
    try unpacks(line, [ArchivedFile("format", "yozakura\n"), ArchivedFile("objects/9f/9f86", "object")])
  }

  static let long = String(repeating: "葬送のフリーレン", count: 6) + "/" + String(repeating: "夜", count: 80) + ".json"

  @Test(arguments: ["--format=gnu", "--format=oldgnu", "--format=pax"])
  func `A long Chinese or Japanese name is read`(_ format: String) throws {
    try unpacks("tar \(format) -cf - -C in .", [ArchivedFile(Self.long, "1"), ArchivedFile("夜桜", "2")])
  }

  @Test(arguments: ["--format=gnu", "--format=pax"])
  func `A long name that is cut behind a folder names no folder`(_ format: String) throws {
    let name = String(repeating: "a", count: 97) + "/"
    try unpacks(
      "tar \(format) -cf - -C in ./\(name)b ./\(name)c", [ArchivedFile(name + "b", "1"), ArchivedFile(name + "c", "")])
  }

  @Test func `A name that ustar splits is read`() throws {
    let name = String(repeating: "long/", count: 25) + "name"
    try unpacks("tar --format=ustar -cf - -C in .", [ArchivedFile(name, "1")])
  }

  @Test(.enabled(if: ShellFolder.has("bsdtar"), "there is no bsdtar"), arguments: ["ustar", "pax", "gnutar", "v7"])
  func `What bsdtar packed is unpacked`(_ format: String) throws {
    let name = format == "pax" || format == "gnutar" ? Self.long : "objects/9f/9f86"
    try unpacks("bsdtar --format=\(format) -cf - -C in .", [ArchivedFile(name, "1")])
    try unpacks("bsdtar --zstd --format=\(format) -cf - -C in .", [ArchivedFile(name, "1")])
  }

  @Test(arguments: [
    ("ln -s /etc/passwd in/a; tar -cf - -C in a", ArchiveFault.notAFile(name: "a", type: UInt8(ascii: "2"))),
    ("echo>in/a; ln in/a in/b; tar -cf - -C in a b", .notAFile(name: "b", type: UInt8(ascii: "1"))),
    ("mkfifo in/a; tar -cf - -C in a", .notAFile(name: "a", type: UInt8(ascii: "6"))),
    ("tar -cf - -C / dev/null", .notAFile(name: "dev/null", type: UInt8(ascii: "3"))),
    ("echo >in/a; tar -Pcf - $PWD/in/../in/a", nil),
    ("truncate -s 1M in/a; tar -Scf - -C in a", .notAFile(name: "a", type: UInt8(ascii: "S"))),
    ("truncate -s 65M in/a; tar -cf - -C in a", .entryTooLarge(name: "a", length: 68_157_440, limit: 67_108_864)),
    (
      "truncate -s 9G in/a; tar -cf - -C in a | head -c 2000 || true",
      .entryTooLarge(name: "a", length: 9_663_676_416, limit: 67_108_864)
    ),
    (
      "truncate -s 9G in/a; tar -cf - --format=pax -C in a | head -c 2000 || true",
      .entryTooLarge(name: "a", length: 9_663_676_416, limit: 67_108_864)
    ),
    ("truncate -s 20M in/a; tar -cf - in/a | zstd -1 --long=24", .windowTooLarge(limit: 8_388_608)),
    ("echo >in/a; tar -cf - in/a | gzip", .notAnArchive), ("echo hello | zstd", .notAnArchive),
  ])
  func `What is no honest file is refused`(_ line: String, _ fault: ArchiveFault?) throws {
    try folder.run("mkdir in")
    let actual = Archives.fault(of: try folder.run(line))
    #expect(actual == fault ?? .unsafeName("\(folder.path)/in/../in/a"))
  }

  @Test(arguments: ["0.0", "0.1", "1.0"])
  func `A file with holes is refused, not read as its map`(_ version: String) throws {
    try folder.run("mkdir in; truncate -s 1M in/a; echo >>in/a")
    let archive = try folder.run("tar -Scf - --format=pax --sparse-version=\(version) -C in a")
    guard case .notAFile(_, UInt8(ascii: "S")) = Archives.fault(of: archive) else {
      Issue.record("it was read")
      return
    }
  }

  private func unpacks(_ line: String, _ files: [ArchivedFile]) throws {
    for file in files { try folder.write(file.bytes, to: "in/" + file.name) }
    let actual = try Archives.unpack(try folder.run(line))
    #expect(actual.sorted { $0.name < $1.name } == files.sorted { $0.name < $1.name })
  }
}
