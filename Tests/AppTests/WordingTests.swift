import Foundation
import Testing

/// What the words of the interface keep to, whoever writes them.
@Suite struct WordingTests {
  @Test func `No phrase quotes with backticks, which are of another world`() throws {
    let lines = try phrases { _ in true }
    #expect(lines.count > 2000)
    for line in lines { #expect(!line.contains("`"), "\(line)") }
  }

  @Test func `In Chinese an episode of an anime is called by one word`() throws {
    let lines = try phrases { $0.contains("SimplifiedChinese") || $0.hasPrefix("PlayStrings") }
    #expect(lines.count > 500)
    for line in lines { #expect(!line.replacingOccurrences(of: "合集", with: "").contains("集"), "\(line)") }
  }

  /// The lines of the files of phrases whose names are wanted, without comments.
  private func phrases(_ isWanted: (String) -> Bool) throws -> [String] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../Sources/App/Strings")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter(isWanted)
    return try files.flatMap { name in
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8).split(separator: "\n")
        .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.hasPrefix("//") }
    }
  }
}
