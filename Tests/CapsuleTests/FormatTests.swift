import Capsule
import Foundation
import Glibc
import Testing

struct FormatTests {
  let test = TestCapsule()

  @Test func `A new capsule says what it is`() throws {
    try test.open().append("{}")

    #expect(try test.contents("format") == Array("yozakura capsule 1\n".utf8))
  }

  @Test func `A capsule of a later format is neither read nor written`() throws {
    let open = try test.open()
    try open.append("{}")
    try test.write(Array("yozakura capsule 3\n".utf8), to: "format")
    let before = test.files()

    #expect(throws: CapsuleError.newerFormat(path: test.path("format"), found: 3, known: 2)) { try test.open() }
    #expect(throws: CapsuleError.newerFormat(path: test.path("format"), found: 3, known: 2)) { try open.append("{}") }
    #expect(throws: CapsuleError.newerFormat(path: test.path("format"), found: 3, known: 2)) { try open.logs() }
    #expect(test.files() == before)
  }

  @Test(arguments: ["", "\n", "yozakura\n", "yozakura capsule\n", "yozakura capsule x\n", "restic 1\n"])
  func `A folder that something else marks as its own is left alone`(_ text: String) throws {
    try test.write(Array(text.utf8), to: "format")

    #expect(throws: CapsuleError.unknownFormat(path: test.path("format"))) { try test.open() }
  }

  @Test func `A capsule whose format file is gone is one of the first format`() throws {
    try test.open().append("{}")
    try test.remove("format")
    try test.open().sync("one")

    #expect(test.reported == [.formatMissing])
    #expect(try test.open().bodies() == ["{}"])
  }

  @Test func `A read-only disk is read, and named when something is to be written`() throws {
    try test.open().sync("one")
    let disk = FaultyDisk(.fail(EROFS, isLasting: true), at: 1)

    #expect(try test.open(disk).text() == "one")
    #expect(throws: CapsuleError.readOnly(path: test.path("lock"), errno: EROFS)) { try test.open(disk).append("{}") }
  }

  @Test func `A folder without permission is named`() throws {
    let disk = FaultyDisk(.fail(EACCES, isLasting: true), at: 1)

    #expect(throws: CapsuleError.readOnly(path: test.root, errno: EACCES)) { try test.open(disk).append("{}") }
  }
}
