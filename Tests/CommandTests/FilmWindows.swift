import Foundation
import TestSupport
import Testing

/// Suites that play films in a real mpv that has neither a picture nor a sound.
///
/// The films of one suite are played one after the other, so that none of them takes longer than the other tests do.
protocol FilmWindows {
  /// The program, with a folder of films in its home.
  var program: Program { get }
}

extension FilmWindows {
  static var silent: String { "mpv = \"mpv --no-config --vo=null --ao=null\"" }
  static var comments: String {
    """
    <?xml version="1.0" encoding="UTF-8"?><i><d p="1.0,1,25,16777215,0,0,a,1">夜桜</d>\
    <d p="1.5,1,25,16777215,0,0,a,2">感动</d></i>
    """
  }

  /// A program that knows where its films are.
  static func ready() throws -> Program {
    let program = try Program()
    try FileManager.default.createDirectory(atPath: program.home + "/films", withIntermediateDirectories: true)
    try configure(program, silent)
    return program
  }

  private static func configure(_ program: Program, _ play: String, more: String = "") throws {
    try program.configure("config.toml", "[library]\nfolders = [\"~/films\"]\n[play]\n\(play)\n\(more)\n")
  }

  var folder: String { program.home + "/films" }

  func configure(_ play: String = Self.silent, more: String = "") throws {
    try Self.configure(program, play, more: more)
  }

  func clip(_ name: String, seconds: Int = 2) throws -> String {
    try TestMedia.makeClip(at: "\(folder)/\(name)", seconds: seconds)
    return "\(folder)/\(name)"
  }

  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    return "\(folder)/\(name)"
  }

  func play(_ arguments: String...) throws -> (outcome: Outcome, object: [String: Any]) {
    let words = arguments.map { "'\($0)'" }.joined(separator: " ")
    let outcome = try program.shell("\"$Y\" play --json \(words)")
    return (outcome, try outcome.json("play"))
  }

  func entry() throws -> [String: Any] {
    try program.run("export", "--format", "json").json("export").list("shows")
      .first { $0.object("ids").text("bangumi") == "400602" } ?? [:]
  }

  /// Has mpv press `keys` in its window so many seconds after the film was opened, and note what is said there.
  func press(_ keys: [String], after seconds: Int = 0, more: String = "") throws {
    let names = keys.map { "'\($0)'" }.joined(separator: ", ")
    let script = try write(
      """
      function press() for _, key in ipairs({\(names)}) do mp.commandv('keypress', key) end end
      mp.register_event('file-loaded', function() mp.add_timeout(\(seconds), press) end)
      """, to: "keys.lua")
    let log = "--log-file=\(folder)/log --msg-level=cplayer=trace"
    try configure("mpv = \"mpv --no-config --vo=null --ao=null --script=\(script) \(log)\"", more: more)
  }

  /// What was said in the window so far.
  func said() -> String { (try? String(contentsOfFile: "\(folder)/log", encoding: .utf8)) ?? "" }
}
