import Foundation
import TestSupport

/// A real terminal: a private tmux server with one window, driven from a test.
final class Terminal {
  /// The home of the program that runs here.
  let home: Home
  private let socket = "yozakura-\(UUID().uuidString.prefix(8))"

  /// Whether this machine can run such a test.
  static let isAvailable = Tool.find("tmux") != nil

  /// Starts the program with `arguments` in a window of `columns` × `rows`, or `command` instead of it.
  init(
    _ arguments: String..., columns: Int = 80, rows: Int = 24, home: Home? = nil, command: String? = nil,
    environment: [String: String] = [:]
  ) throws {
    self.home = try home ?? Home()
    let program = ([BuiltProgram.path] + arguments).map(Self.quoted).joined(separator: " ")
    let variables = self.home.environment.merging(environment) { $1 }
      .map { "\($0.key)=\(Self.quoted($0.value))" }.sorted().joined(separator: " ")
    try run(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "exec env -i \(variables) \(command ?? program)", ";", "set-option", "-g", "escape-time", "0")
  }

  /// Starts a shell in which the program can be stopped, ended and looked at from outside.
  static func shell(home: Home? = nil, columns: Int = 80, rows: Int = 24) throws -> Terminal {
    let terminal = try Terminal(
      columns: columns, rows: rows, home: home, command: "bash --norc --noprofile -i",
      environment: ["PS1": "$ ", "PROGRAM": BuiltProgram.path, "HISTFILE": ""])
    try terminal.wait(for: "$")
    return terminal
  }

  deinit {
    _ = try? run("kill-server")
  }

  // MARK: Input

  /// Presses keys, by tmux's names: `j`, `Enter`, `C-r`.
  func press(_ keys: String...) throws {
    for key in keys { try run("send-keys", key) }
  }

  /// Types `text` letter by letter.
  func type(_ text: String) throws {
    try run("send-keys", "-l", text)
  }

  /// Sends `bytes` as they are, whatever they mean.
  func send(_ bytes: [UInt8]) throws {
    try run(["send-keys", "-H"] + bytes.map { String($0, radix: 16) })
  }

  /// Pastes `text` as a terminal does, bracketed where the program asked for that.
  func paste(_ text: String) throws {
    try run("set-buffer", text)
    try run("paste-buffer", "-p", "-r")
  }

  /// Makes the window `columns` × `rows`.
  func resize(columns: Int, rows: Int) throws {
    try run("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// Takes the terminal away, as closing its window does.
  func vanish() throws {
    try run("kill-server")
  }

  // MARK: Output

  /// The rows on the screen, without trailing blanks.
  func rows() throws -> [String] {
    Self.rows(try screen())
  }

  /// The screen as one text.
  func screen() throws -> String {
    try run("capture-pane", "-p")
  }

  /// The screen with all blanks that were written.
  func cells() throws -> String {
    try run("capture-pane", "-p", "-N")
  }

  /// The screen with its colours.
  func colours() throws -> String {
    try run("capture-pane", "-p", "-e")
  }

  static func rows(_ screen: String) -> [String] {
    screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// What tmux knows of the pane: `cursor_x`, `alternate_on`, `pane_dead`.
  func know(_ name: String) throws -> Int? {
    Int(try run("display-message", "-p", "#{\(name)}").trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// The process that the window belongs to.
  func process() throws -> pid_t {
    guard let number = try know("pane_pid") else { throw Timeout(what: "a process", screen: "") }
    return pid_t(number)
  }

  /// The process that was started from the shell in the window.
  func child() throws -> pid_t {
    let shell = try process()
    let list = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    guard let number = list.split(separator: " ").first.flatMap({ pid_t($0) }) else {
      throw Timeout(what: "a child of \(shell)", screen: try screen())
    }
    return number
  }

  // MARK: Waiting

  /// Waits until the screen holds what `condition` looks for; throws with the screen where it never does.
  @discardableResult
  func wait(for what: String, until condition: (String) throws -> Bool) throws -> String {
    var last = ""
    let isSeen = try Self.poll {
      last = (try? screen()) ?? ""
      return try condition(last)
    }
    guard isSeen else { throw Timeout(what: what, screen: last) }
    return last
  }

  /// Waits until `text` is on the screen.
  @discardableResult
  func wait(for text: String) throws -> String {
    try wait(for: "“\(text)”") { $0.contains(text) }
  }

  /// Waits until `text` is gone from the screen.
  @discardableResult
  func wait(without text: String) throws -> String {
    try wait(for: "no “\(text)”") { !$0.contains(text) }
  }

  /// Looks again and again whether `condition` holds, as long as the busiest machine may need.
  static func poll(until condition: () throws -> Bool) rethrows -> Bool {
    let deadline = Date(timeIntervalSinceNow: patience)
    // Pauses between two looks, not a wait for a result: each look starts a program, which others want to use.
    var pause = 0.02
    repeat {
      if try condition() { return true }
      Thread.sleep(forTimeInterval: pause)
      pause = min(0.1, pause * 1.2)
    } while Date() < deadline
    return false
  }

  /// So many seconds what is waited for may take.
  static let patience = 60.0

  /// What was waited for, and the screen that did not show it.
  struct Timeout: Error, CustomStringConvertible {
    var what: String
    var screen: String
    var description: String { "never saw \(what) on:\n\(screen)" }
  }

  // MARK: tmux

  @discardableResult
  private func run(_ arguments: String...) throws -> String {
    try run(arguments)
  }

  @discardableResult
  private func run(_ arguments: [String]) throws -> String {
    var environment = ProcessInfo.processInfo.environment
    environment["TMUX"] = nil
    environment["LC_ALL"] = "C.UTF-8"
    let output = try Child.output(
      of: Tool.find("tmux") ?? "tmux", ["-u", "-L", socket] + arguments, environment: environment, hasTalk: true)
    return String(decoding: output, as: UTF8.self)
  }

  static func quoted(_ text: String) -> String {
    "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }
}
