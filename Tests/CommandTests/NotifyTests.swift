import FaultServer
import Foundation
import TestSupport
import Testing

/// Notifications go through a command that notes its arguments, one a line.
@Suite(.blocking)
struct NotifyTests {
  private let program: Program
  private let server: HostileServer

  init() throws {
    program = try Program()
    server = try HostileServer(["/good.json": .ok(SampleCatalogue.bytes())])
    _ = try program.run("provider", "remove", "bangumi-data")
    _ = try program.shell("\"$Y\" provider add bangumi-data --name test --mirror '\(server.url("/good.json"))'")
    #expect(try program.run("sync").status == 0)
    #expect(try program.run("follow", "bangumi:900000").status == 0)
    try configure()
  }

  private func configure(_ more: String = "", command: String = "sh -c 'printf \\\"%s|\\\" \\\"$@\\\" >> said' sh")
    throws
  {
    try program.configure(
      "config.toml", "[notify]\ncommand = \"\(command) {title} {text} {count}\"\n\(more)\n")
  }

  private func new(_ options: String = "", at time: String) throws -> Outcome {
    try program.shell("YOZAKURA_NOW=2026-08-\(time):00Z \"$Y\" new --notify \(options)")
  }

  private func said() throws -> [String] {
    let text = (try? String(contentsOfFile: "\(program.home)/said", encoding: .utf8)) ?? ""
    return text.split(separator: "|").map(String.init)
  }

  @Test func `A command is given title, text and count`() throws {
    #expect(try new("--since 7d", at: "15T13:00").status == 0)

    #expect(try said() == ["桜の話0", "~7 · TV · 2026-08-12 22:00", "1"])
  }

  @Test func `A command finds its signals as one of a shell's does`() throws {
    try configure(command: "sh -c 'grep -E \\\"Sig(Blk|Ign)\\\" /proc/self/status > signals' sh")
    #expect(try new("--since 7d", at: "15T13:00").status == 0)

    let signals = try String(contentsOfFile: "\(program.home)/signals", encoding: .utf8)
    let masks = signals.matches(of: /\t([0-9a-f]+)\n/).compactMap { UInt64($0.1, radix: 16) }
    // Beyond the 31 of the system libc keeps some for itself.
    #expect(masks.map { $0 & 0x7FFF_FFFF } == [0, 0])
  }

  @Test func `Nobody is notified twice`() throws {
    #expect(try new("--since 7d", at: "15T13:00").status == 0)
    #expect(try new(at: "15T13:00").status == 0)

    #expect(try said().count == 3)
  }

  @Test func `Many at once come as one`() throws {
    #expect(try program.run("follow", "bangumi:900001", "bangumi:900003", "bangumi:900004").status == 0)
    #expect(try new("--since 13d", at: "15T13:00").lines.count == 8)

    #expect(try said().first == "8 new episodes")
    #expect(try said().count == 3)
    #expect(try said().last == "8")
  }

  @Test func `What comes in quiet hours is printed at once and told afterwards in one piece`() throws {
    try configure("quiet = \"23:00-07:00\"")
    #expect(try new("--since 8d", at: "12T16:00").lines.count == 2)
    #expect(try said().isEmpty)

    #expect(try new(at: "12T22:30").lines.isEmpty)
    #expect(try said() == ["2 new episodes", "桜の話0", "2"])
    #expect(try new(at: "12T22:40").lines.isEmpty)
    #expect(try said().count == 3)
  }

  @Test func `What nobody could be told of is told the next time in one piece`() throws {
    try configure(command: "false")
    #expect(try new("--since 8d", at: "13T00:00").status == 1)
    try configure()
    #expect(try new(at: "13T01:00").status == 0)

    #expect(try said() == ["2 new episodes", "桜の話0", "2"])
  }

  @Test func `A title reaches the command as text, whatever it holds`() throws {
    #expect(try program.run("follow", "bangumi:900002").status == 0)
    #expect(try program.run("unfollow", "bangumi:900000").status == 0)
    #expect(try new("--since 7d", at: "15T13:00").status == 0)

    #expect(try said().first == "=HYPERLINK(1)")
  }

  @Test(arguments: [("false", "failed"), ("no-such-program-here", "cannot be started")])
  func `A notifier that fails is told of, and what was printed is not repeated`(
    _ command: String, _ trouble: String
  ) throws {
    try configure(command: command)

    let outcome = try new("--since 7d", at: "15T13:00")
    #expect(outcome.status == 1)
    #expect(outcome.talk.contains(trouble))
    #expect(try new(at: "15T13:00").lines.isEmpty)
  }

  @Test func `A notifier that hangs is ended, with all that it started`() throws {
    try configure(command: "sh -c 'echo $$ > leader; sleep 1000 & wait' sh")

    let outcome = try new("--since 7d", at: "15T13:00")
    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("was ended"))
    #expect(try program.shell("kill -0 -- -$(cat leader)").status != 0)
  }

  @Test func `Without command, desktop and terminal it is said that nobody was notified`() throws {
    try program.configure("config.toml", "")

    let outcome = try program.shell(
      "env -u DISPLAY -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS \"$Y\" new --notify --since 7d")
    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("notify.command"))
  }
}
