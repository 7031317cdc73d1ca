import Capsule
import Foundation
import Testing

struct ObjectTests {
  let test = TestCapsule()
  let text = (0..<50).map { "show \($0) \(String(repeating: "~", count: 92))\n" }.joined()

  @Test func `An object's name is what sha256sum says of its file`() throws {
    try test.open().sync(text)

    let objects = test.files(in: "objects")
    #expect(!objects.isEmpty)
    for object in objects {
      let name = try #require(object.split(separator: "/").last)
      #expect(object == "\(name.prefix(2))/\(name)")
      #expect(Digest(of: try test.contents("objects/" + object)).hex == name)
    }
  }

  @Test func `A stored file cannot be written to`() throws {
    try test.open().sync(text)

    let object = try #require(test.files(in: "objects").first)
    let attributes = try FileManager.default.attributesOfItem(atPath: test.path("objects/" + object))
    #expect(attributes[.posixPermissions] as? Int == 0o444)
  }

  @Test func `A changed piece costs one piece and a manifest of what changed`() throws {
    let capsule = try test.open()
    try capsule.sync(text)
    let before = Set(test.files(in: "objects"))
    try capsule.sync(text.replacing("show 23", with: "SHOW 23"))

    let added = Set(test.files(in: "objects")).subtracting(before)
    #expect(added.count == 2)
    #expect(try added.allSatisfy { try test.contents("objects/" + $0).count < 250 })
  }

  @Test func `Each version in a long history comes back byte for byte`() throws {
    let capsule = try test.open()
    let versions = (0..<80).map { text.replacing("show \($0 % 50) ", with: "day \($0) ") }
    let commits = try versions.map { try capsule.sync($0) }

    for (version, commit) in zip(versions, commits) {
      let receipt = try #require(commit.content.sources["p"]?.current)
      #expect(try capsule.bytes(of: receipt) == Array(version.utf8))
    }
  }

  @Test func `What was stored and not recorded leaves nothing on disk`() throws {
    let capsule = try test.open()
    try capsule.sync("one")
    let before = test.files()
    try capsule.write("sync") { writer in
      _ = writer.store(Array("two".utf8), cuts: [3])
      _ = writer.put([1, 2, 3])
    }

    #expect(test.files() == before)
  }

  @Test func `An object that was prepared is stored as one that was not`() throws {
    let capsule = try test.open()
    let bytes = Array(text.utf8)
    let prepared = PreparedObject(bytes)
    let (first, second) = try capsule.write("fetch") { writer throws(CapsuleError) in
      let ids = (writer.put(prepared), writer.put(bytes))
      try writer.settle()
      return ids
    }

    #expect(first == second && first == prepared.id)
    #expect(try capsule.bytes(of: first) == bytes)
  }

  @Test(arguments: [3, 40])
  func `What was settled is there before a commit names it, and stays there without one`(_ count: Int) throws {
    let capsule = try test.open()
    let texts = (0..<count).map { "object \($0)" }
    let (ids, bytes) = try capsule.write("fetch") { writer throws(CapsuleError) in
      let ids = texts.map { writer.put(Array($0.utf8)) }
      try writer.settle()
      return (ids, try ids.map { id throws(CapsuleError) in try capsule.bytes(of: id) })
    }

    #expect(bytes == texts.map { Array($0.utf8) })
    #expect(try test.open().bytes(of: ids[count - 1]) == Array(texts[count - 1].utf8))
    #expect(try test.open().head() == nil)
    #expect(test.files(in: "objects/staging") == [])
  }

  @Test func `What was settled is not written again with the commit`() throws {
    let disk = FaultyDisk()
    let capsule = try test.open(disk)
    try capsule.write("fetch") { writer throws(CapsuleError) in
      let id = writer.put([1, 2, 3])
      try writer.settle()
      let object = test.path("objects/\(id.description.prefix(2))/\(id)")
      try disk.remove(object)
      try writer.record(CommitDraft(provider: "p", cause: "fetch", sources: [:]))
      #expect(try disk.length(of: object) == nil)
    }
  }

  @Test func `Storing what the provider gave before gives its manifest`() throws {
    let capsule = try test.open()
    let commit = try capsule.sync(text)
    let base = try capsule.manifest(try #require(commit.content.sources["p"]?.current?.manifest))
    let again = try capsule.write("sync") { writer in
      writer.store(Array(text.utf8), cuts: [text.utf8.count], over: base)
    }

    #expect(again == base)
  }

  @Test func `A damaged object is reported and never returned`() throws {
    let capsule = try test.open()
    let commit = try capsule.sync(text)
    let receipt = try #require(commit.content.sources["p"]?.current)
    let piece = try capsule.manifest(receipt.manifest).pieces[7]
    let name = "objects/\(piece.id.digest.hex.prefix(2))/\(piece.id)"
    var bytes = try test.contents(name)
    bytes[bytes.count / 2] ^= 1
    try test.write(bytes, to: name)

    let damage = CapsuleError.damagedObject(piece.id, actual: Digest(of: bytes))
    #expect(throws: damage) { try capsule.bytes(of: receipt) }
  }

  @Test func `A missing object is named`() throws {
    let capsule = try test.open()
    let commit = try capsule.sync(text)
    let receipt = try #require(commit.content.sources["p"]?.current)
    let piece = try capsule.manifest(receipt.manifest).pieces[7]
    try test.remove("objects/\(piece.id.digest.hex.prefix(2))/\(piece.id)")

    #expect(throws: CapsuleError.missingObject(piece.id)) { try capsule.bytes(of: receipt) }
  }

  @Test func `An object that the disk emptied is set aside and stored again`() throws {
    let capsule = try test.open()
    let commit = try capsule.sync(text)
    let receipt = try #require(commit.content.sources["p"]?.current)
    let piece = try capsule.manifest(receipt.manifest).pieces[7]
    try test.write([], to: "objects/\(piece.id.digest.hex.prefix(2))/\(piece.id)")
    try capsule.sync(text.replacing("show 8 ", with: "SHOW 8 "))

    #expect(try capsule.bytes(of: receipt) == Array(text.utf8))
    #expect(test.files(in: "quarantine").count == 1)
    #expect(test.reported.contains { if case .objectReplaced(piece.id, _) = $0 { true } else { false } })
  }

  @Test(arguments: [
    "yozakura manifest 2\n", "yozakura manifest 1\nlength 1\n", "yozakura manifest 1\nlength -1\nsha256 DIGEST\n",
    "yozakura manifest 1\nlength 1\nsha256 DIGEST\nkeep\n", "yozakura manifest 1\nlength 1\nsha256 DIGEST\ntake 3\n",
    "yozakura manifest 1\nlength 1\nsha256 DIGEST\nkeep 3 4\n", "yozakura manifest 1\nlength 1\nsha256 DIGES\n",
    "yozakura manifest 1\nlength 1\nsha256 DIGEST\nkeep 9999999999999999999999\n",
    "yozakura manifest 1\nlength 1\nsha256 DIGEST\nDIGEST 1\nbase DIGEST\n", "",
  ])
  func `A manifest of another form is refused`(_ text: String) throws {
    let capsule = try test.open()
    let digest = String(repeating: "0a", count: 32)
    let id = try capsule.write("test") { writer throws(CapsuleError) in
      let id = writer.put(Array(text.replacing("DIGEST", with: digest).utf8))
      try writer.record(CommitDraft(provider: "p", cause: "test", sources: [:]))
      return id
    }
    #expect(throws: CapsuleError.unreadableObject(id)) { try capsule.manifest(id) }
  }

  @Test func `An object that is no manifest is refused as one`() throws {
    let capsule = try test.open()
    let id = try capsule.write("sync") { writer throws(CapsuleError) in
      let id = writer.put(Array("yozakura manifest 2\n".utf8))
      try writer.record(CommitDraft(provider: "p", cause: "sync", sources: [:], identities: id))
      return id
    }

    #expect(throws: CapsuleError.unreadableObject(id)) { try capsule.manifest(id) }
    #expect(try capsule.bytes(of: id) == Array("yozakura manifest 2\n".utf8))
  }
}
