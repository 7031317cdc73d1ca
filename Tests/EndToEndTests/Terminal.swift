import Foundation

/// A real terminal: a private tmux server with one window, driven from a test.
///
/// Its home is a fresh folder, so that a test sees a first run and nothing of the person who runs it.
final class Terminal {
  /// The folder that holds everything the program writes.
  let home: URL
  private let socket = "yozakura-\(UUID().uuidString.prefix(8))"

  /// Whether this machine can run such a test.
  static var isAvailable: Bool { binary != nil && which("tmux") != nil }

  /// The program under test.
  static var binary: String? { ProcessInfo.processInfo.environment["YOZAKURA_BINARY"] }

  /// Starts `command` (the program itself where nil) in a window of `columns` × `rows`.
  init(
    columns: Int = 80, rows: Int = 24, home: URL? = nil, command: String? = nil,
    environment: [String: String] = [:]
  ) throws {
    self.home =
      home ?? FileManager.default.temporaryDirectory.appendingPathComponent("yozakura-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: self.home, withIntermediateDirectories: true)
    let command = command ?? Self.quoted(Self.binary ?? "yozakura")
    let variables = Self.environment(home: self.home).merging(environment) { $1 }
      .map { "\($0.key)=\(Self.quoted($0.value))" }.sorted().joined(separator: " ")
    try run(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "exec env -i \(variables) \(command)")
  }

  deinit {
    _ = try? run("kill-server")
    try? FileManager.default.removeItem(at: home)
  }

  /// What a program started here sees; no network, English, UTF-8.
  static func environment(home: URL) -> [String: String] {
    [
      "HOME": home.path, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "TERM": "tmux-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo",
      "XDG_DATA_HOME": home.path + "/data", "XDG_CACHE_HOME": home.path + "/cache",
      "XDG_STATE_HOME": home.path + "/state", "XDG_CONFIG_HOME": home.path + "/config",
      // A proxy that refuses: whatever asks for the network is turned away at once and never leaves the machine.
      "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "no_proxy": "127.0.0.1,localhost",
    ]
  }

  /// Presses keys, by tmux's names: `j`, `Enter`, `C-r`.
  func press(_ keys: String...) throws {
    for key in keys { try run("send-keys", key) }
  }

  /// Types `text` letter by letter.
  func type(_ text: String) throws {
    try run("send-keys", "-l", text)
  }

  /// Pastes `text` as a terminal does, bracketed where the program asked for that.
  func paste(_ text: String) throws {
    try run("set-buffer", text)
    try run("paste-buffer", "-p")
  }

  /// Makes the window `columns` × `rows`.
  func resize(columns: Int, rows: Int) throws {
    try run("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// The rows on the screen, without trailing blanks.
  func rows() throws -> [String] {
    try run("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The screen as one text.
  func screen() throws -> String {
    try rows().joined(separator: "\n")
  }

  /// What tmux knows of the pane: `#{cursor_x}`, `#{alternate_on}`, `#{pane_dead}`.
  func know(_ format: String) throws -> String {
    try run("display-message", "-p", format).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Waits until the screen holds what `condition` looks for; throws with the screen after `seconds`.
  @discardableResult
  func wait(
    for what: String, seconds: Double = 15, until condition: (String) -> Bool
  ) throws -> String {
    let deadline = Date(timeIntervalSinceNow: seconds)
    var last = ""
    repeat {
      last = (try? screen()) ?? ""
      if condition(last) { return last }
      // A pause between two looks, not a wait for a result.
      Thread.sleep(forTimeInterval: 0.03)
    } while Date() < deadline
    throw Timeout(what: what, screen: last)
  }

  /// Waits until `text` is on the screen.
  @discardableResult
  func wait(for text: String, seconds: Double = 15) throws -> String {
    try wait(for: text, seconds: seconds) { $0.contains(text) }
  }

  /// Waits until `text` is gone from the screen.
  @discardableResult
  func wait(without text: String, seconds: Double = 15) throws -> String {
    try wait(for: "no \(text)", seconds: seconds) { !$0.contains(text) }
  }

  /// What was waited for, and the screen that did not show it.
  struct Timeout: Error, CustomStringConvertible {
    var what: String
    var screen: String
    var description: String { "never saw \(what) on:\n\(screen)" }
  }

  @discardableResult
  private func run(_ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.which("tmux") ?? "/usr/bin/tmux")
    process.arguments = ["-u", "-L", socket] + arguments
    var environment = ProcessInfo.processInfo.environment
    environment["TMUX"] = nil
    environment["LC_ALL"] = "C.UTF-8"
    process.environment = environment
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Refused(arguments: arguments) }
    return String(decoding: data, as: UTF8.self)
  }

  /// A call that tmux refused, as it does once the window is gone.
  struct Refused: Error {
    var arguments: [String]
  }

  static func quoted(_ text: String) -> String {
    "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }

  private static func which(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
