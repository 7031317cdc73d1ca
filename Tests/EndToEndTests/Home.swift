import Foundation
import TestSupport

/// A user's home in a folder of its own: the test sees a first run, and nothing of the person who runs it.
final class Home: Sendable {
  /// The folder that holds everything the program writes.
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "yozakura-home-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// What a program sees that is started here: English, UTF-8, Tokyo, and no way out of the machine.
  var environment: [String: String] {
    [
      "HOME": folder, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "TERM": "tmux-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo",
      "XDG_DATA_HOME": folder + "/data", "XDG_CACHE_HOME": folder + "/cache",
      "XDG_STATE_HOME": folder + "/state", "XDG_CONFIG_HOME": folder + "/config", "BROWSER": "true",
      // A proxy that refuses: whatever asks for the network is turned away at once and never leaves the machine.
      "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "no_proxy": "127.0.0.1,localhost",
    ]
  }

  /// Writes `text` as the file `name` and returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let path = "\(folder)/\(name)"
    let parent = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Runs the program with `arguments` to its end and returns what it printed.
  @discardableResult
  func run(_ arguments: String...) throws -> String {
    try run(arguments)
  }

  /// Runs the program with `arguments` to its end and returns what it printed.
  @discardableResult
  func run(_ arguments: [String]) throws -> String {
    let output = try Child.output(of: BuiltProgram.path, arguments, environment: environment, hasTalk: true)
    return String(decoding: output, as: UTF8.self)
  }
}
