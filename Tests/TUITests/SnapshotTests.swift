import Foundation
import TUITesting
import Testing

@Suite struct SnapshotTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("snapshot-\(UUID().uuidString)")

  private func verify(_ text: String) throws {
    try Snapshot.verify(text, named: "a b", filePath: folder.path + "/Tests/RoomTests/SomeTests.swift")
  }

  private var recorded: String { folder.path + "/Tests/Snapshots/RoomTests/SomeTests/a-b.txt" }

  @Test func `What is not there is recorded, and compared from then on`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: Snapshot.Mismatch.self) { try verify("夜桜") }
    #expect(try String(contentsOfFile: recorded, encoding: .utf8) == "夜桜")
    try verify("夜桜")
    #expect(throws: Snapshot.Mismatch.self) { try verify("朝桜") }
  }

  @Test func `What is there and cannot be read is told, and not written over`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let bytes = Data([0x66, 0xFF, 0xFE])
    try FileManager.default.createDirectory(
      atPath: (recorded as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try bytes.write(to: URL(fileURLWithPath: recorded))

    let failure = #expect(throws: Snapshot.Mismatch.self) { try verify("夜桜") }
    #expect(failure.map { "\($0)".contains("cannot be read") } == true)
    #expect(try Data(contentsOf: URL(fileURLWithPath: recorded)) == bytes)
  }
}
