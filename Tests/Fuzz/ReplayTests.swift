import Foundation
import Testing

@testable import Danmaku

/// An input that is kept because a parser once stumbled over it, or because it leads the fuzzer to what matters.
struct KeptInput: CustomTestStringConvertible {
  /// The target it was kept for.
  let target: String
  private let path: URL

  /// Every input, in the order of the names.
  static let all: [KeptInput] = FuzzTarget.all.flatMap { target in
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Corpus/\(target.name)")
    let paths = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return paths.sorted { $0.path < $1.path }.map { KeptInput(target: target.name, path: $0) }
  }

  /// What is in it.
  func bytes() throws -> [UInt8] { Array(try Data(contentsOf: path)) }

  var testDescription: String { "\(target)/\(path.lastPathComponent)" }
}

@Suite struct `Inputs that the fuzzer keeps` {
  @Test(arguments: FuzzTarget.all.map(\.name)) func `Lead to every parser`(_ name: String) {
    #expect(KeptInput.all.contains { $0.target == name })
  }

  @Test(arguments: KeptInput.all) func `Break no promise of any parser`(_ input: KeptInput) throws {
    let bytes = try input.bytes()
    for target in FuzzTarget.all {
      #expect(throws: Never.self, "\(target.name)") { try target.check(bytes) }
    }
  }

  @Test(arguments: KeptInput.all) func `Break none where they are cut off`(_ input: KeptInput) throws {
    let bytes = try input.bytes()
    let target = try #require(FuzzTarget.named(input.target))
    for length in bytes.indices {
      #expect(throws: Never.self, "the first \(length) bytes") { try target.check(Array(bytes[..<length])) }
    }
  }

  @Test(arguments: KeptInput.all) func `Break none where they are repeated`(_ input: KeptInput) throws {
    let bytes = try input.bytes()
    let target = try #require(FuzzTarget.named(input.target))
    let repeated = Array(repeatElement(bytes, count: 20).joined())

    #expect(throws: Never.self) { try target.check(repeated) }
  }
}

@Suite struct `The promises of parsers` {
  @Test(arguments: ["\u{1B}[31m", "\u{202E}", "\u{85}", "\u{2066}", "\u{200F}", "\0"])
  func `Are broken by a text that moves the cursor or turns the direction`(_ text: String) {
    #expect(throws: BrokenPromise.self) { try FuzzTarget.checkHarmless("a\(text)b") }
  }

  @Test(arguments: ["夜桜", "a\nb", "👨‍👩‍👧", "e\u{301}"]) func `Are kept by what people type`(_ text: String) {
    #expect(throws: Never.self) { try FuzzTarget.checkHarmless(text) }
  }

  @Test(arguments: ["a\u{7}", "e\u{301}\u{301}\u{301}\u{301}\u{301}", String(repeating: "草", count: 1001)])
  func `Are broken by comments that nobody cleaned`(_ text: String) {
    let comments = Comments([Comment(time: 0, text: text)])

    #expect(throws: BrokenPromise.self) { try FuzzTarget.check(comments) }
  }
}
