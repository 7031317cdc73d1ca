import Anime
import Capsule
import Library
import Testing

/// Another opinion about the version that is here, which is kept beside it.
struct DisputeTests {
  private let test: TestLibrary
  private let library: ShowLibrary
  private let here = ["bangumi:1:ja | 夜桜 | bangumi:1", "bangumi:2:ja | 葉桜 | bangumi:2"]
  private let other = ["bangumi:1:ja | 夜桜四重奏 | bangumi:1", "bangumi:2:ja | 葉桜 | bangumi:2"]

  init() throws {
    test = try TestLibrary()
    test.starter = []
    library = try test.open()
    try test.install(here, in: library)
  }

  private func dispute(_ rows: [String]) throws {
    let file = ReceivedFile(
      bytes: TestFile.bytes(rows), provider: "test", kind: "test", version: "1", mirror: "https://other.test",
      url: "https://other.test/data.json", fetched: Instant(seconds: 1_800_000_000))
    try library.dispute(file, TestFile.decode(file.bytes))
  }

  private func state(of library: ShowLibrary) throws -> ProviderState {
    try #require(library.snapshot().providers.first)
  }

  @Test func `It is kept, marked and not applied, for other processes too`() throws {
    try dispute(other)

    for library in [library, try test.open()] {
      #expect(library.snapshot().titles == ["夜桜", "葉桜"])
      #expect(try state(of: library).setAside?.isDisputed == true)
      #expect(try state(of: library).setAside?.version == "1")
    }
  }

  @Test func `It shows how it differs from what is here`() throws {
    try dispute(other)

    #expect(try library.setAsideDifferences(of: "test").count == 1)
  }

  @Test func `It can be accepted, which ends the dispute`() throws {
    try dispute(other)

    _ = try library.accept("test")

    #expect(library.snapshot().titles == ["夜桜四重奏", "葉桜"])
    #expect(try state(of: library).setAside == nil)
  }

  @Test func `A newer version ends it`() throws {
    try dispute(other)

    try test.install(here + ["bangumi:3:ja | 桜の話 | bangumi:3"], version: "2", in: library)

    #expect(try state(of: library).setAside == nil)
  }

  @Test func `A confirmation of what is here ends it, and changes no show`() throws {
    try dispute(other)

    try library.settleDispute(about: "test")

    #expect(library.snapshot().titles == ["夜桜", "葉桜"])
    #expect(try state(of: library).setAside == nil)
    #expect(try state(of: test.open()).setAside == nil)
  }

  @Test func `A confirmation where nothing is disputed writes nothing`() throws {
    let before = test.capsuleFiles

    try library.settleDispute(about: "test")
    try library.settleDispute(about: "nobody")

    #expect(test.capsuleFiles == before)
  }

  @Test func `A confirmation does not end what lacks too many shows`() throws {
    try test.install((1...20).map { "bangumi:\($0):ja | 第\($0)話 | bangumi:\($0)" }, version: "2", in: library)
    try test.install(here, version: "3", settingAside: true, in: library)
    #expect(try state(of: library).setAside?.isDisputed == false)

    try library.settleDispute(about: "test")

    #expect(try state(of: library).setAside?.version == "3")
  }

  @Test func `The same opinion is kept once, and one like what is here not at all`() throws {
    try dispute(here)
    #expect(try state(of: library).setAside == nil)

    try dispute(other)
    let before = test.capsuleFiles
    try dispute(other)

    #expect(test.capsuleFiles == before)
  }

  @Test func `It survives the loss of the index`() throws {
    try dispute(other)
    test.deleteIndex()

    let reopened = try test.open()

    #expect(reopened.snapshot().titles == ["夜桜", "葉桜"])
    #expect(try state(of: reopened).setAside?.isDisputed == true)
  }

  @Test func `The capsule is whole with it, and there is nothing to repair`() throws {
    try dispute(other)

    let damage = try library.capsule.verify(.everyByte).damage

    #expect(damage.isEmpty)
    #expect(try library.repair(damage, with: [], isDryRun: false).lost.isEmpty)
    #expect(try state(of: library).setAside?.isDisputed == true)
  }
}
