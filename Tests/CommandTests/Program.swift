import Foundation
import TestSupport
import Testing

/// The real program with a home of its own, run from a test.
///
///     let program = try Program()
///     let found = try program.run("search", "フリーレン", "--json")
///     #expect(found.status == 0)
final class Program: Sendable {
  /// The folder that holds everything the program writes.
  let home: String
  private let extra: [String: String]

  /// A program that has never run. `environment` is added to what it sees.
  init(environment: [String: String] = [:]) throws {
    home = FileManager.default.temporaryDirectory.path + "/yozakura-test-\(UUID().uuidString.prefix(8))"
    extra = environment
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
  }

  deinit {
    _ = try? FileManager.default.removeItem(atPath: home)
  }

  /// The folder of the capsule.
  var data: String { home + "/data/yozakura" }
  /// The folder of the configuration.
  var configuration: String { home + "/config/yozakura" }

  /// What the program sees; no network but this machine's own, English, UTF-8, a day of August 2026.
  var environment: [String: String] {
    [
      "HOME": home, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo", "YOZAKURA_NOW": "2026-08-15T13:00:00Z",
      "XDG_DATA_HOME": home + "/data", "XDG_CACHE_HOME": home + "/cache", "XDG_STATE_HOME": home + "/state",
      "XDG_CONFIG_HOME": home + "/config",
      "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "no_proxy": "127.0.0.1,localhost",
    ].merging(extra) { $1 }
  }

  /// Runs the program with `arguments` to its end.
  func run(_ arguments: String...) throws -> Outcome {
    try start(BuiltProgram.path, arguments).outcome()
  }

  /// Runs a line of shell in which `$Y` is the program.
  func shell(_ line: String) throws -> Outcome {
    try startShell(line).outcome()
  }

  /// Starts a line of shell in which `$Y` is the program, to be waited for or killed.
  func startShell(_ line: String) throws -> Running {
    try start("/bin/sh", ["-c", line])
  }

  /// Starts the program with `arguments`, to be waited for or killed.
  func start(_ arguments: String...) throws -> Running {
    try start(BuiltProgram.path, arguments)
  }

  private func start(_ file: String, _ arguments: [String]) throws -> Running {
    let id = UUID().uuidString.prefix(8)
    let paths = ["\(home)/out-\(id)", "\(home)/err-\(id)"]
    let files = paths.map { open($0, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644) }
    defer { for file in files { close(file) } }
    let child = try Child(
      file, arguments, environment: environment.merging(["Y": BuiltProgram.path]) { $1 }, folder: home,
      output: files[0], talk: files[1])
    return Running(child: child, output: paths[0], talk: paths[1])
  }

  /// Writes `text` to the file `name` in the configuration's folder.
  func configure(_ name: String, _ text: String) throws {
    let file = URL(fileURLWithPath: "\(configuration)/\(name)")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
}

/// A program that runs.
struct Running {
  let child: Child
  let output: String
  let talk: String

  /// Waits for its end, and says what came of it.
  func outcome() throws -> Outcome {
    let end = child.end()
    return Outcome(
      status: end.status, wasKilled: end.wasKilled,
      output: try String(contentsOfFile: output, encoding: .utf8),
      talk: try String(contentsOfFile: talk, encoding: .utf8))
  }
}

/// What came of a run.
struct Outcome {
  var status: Int32
  var wasKilled: Bool
  /// Standard output.
  var output: String
  /// Standard error.
  var talk: String

  /// The lines of standard output.
  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// Standard output as the one JSON object that it has to be.
  func json(_ schema: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [String: Any] {
    let value = try? JSONSerialization.jsonObject(with: Data(output.utf8))
    let object = try #require(value as? [String: Any], "not one object: \(output)", sourceLocation: sourceLocation)
    #expect(object["schema"] as? String == "yozakura.\(schema)/1", sourceLocation: sourceLocation)
    return object
  }
}

extension [String: Any] {
  /// The list under `key`.
  func list(_ key: String) -> [[String: Any]] { self[key] as? [[String: Any]] ?? [] }

  /// The object under `key`.
  func object(_ key: String) -> [String: Any] { self[key] as? [String: Any] ?? [:] }

  /// The text under `key`.
  func text(_ key: String) -> String? { self[key] as? String }

  /// The code of the error.
  var errorCode: String? { object("error").text("code") }
}
