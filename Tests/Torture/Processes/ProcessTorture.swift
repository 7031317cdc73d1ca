import Capsule
import FaultServer
import Glibc
import Locking

/// An open interface, a `sync` in a loop and a `set` in a loop: no edit is lost, and nobody is told of a locked database.
struct ProcessTorture {
  private static let shortSeconds = 8.0
  private static let longSeconds = 60.0

  private let options: Options
  private let tally = Tally("processes")

  init(_ options: Options) {
    self.options = options
  }

  func run() -> Tally {
    guard let folder = Files.makeScratch() else {
      tally.fail("no room for a folder in \(Files.scratch)", repeat: "")
      tally.print("nothing was done")
      return tally
    }
    defer { Files.remove(folder) }
    let seconds = options.isLong ? Self.longSeconds : Self.shortSeconds
    do {
      try together(Home(path: folder, binary: options.binary), until: Tally.seconds + seconds)
    } catch {
      tally.fail("\(error)", repeat: "yozakura-torture processes \(options.isLong ? "--long" : "--short")")
    }
    tally.print(
      """
      \(Int(seconds)) s with an interface open, \(tally.count(of: "syncs").grouped) syncs beside it and \
      \(tally.count(of: "edits").grouped) edits from a script, \(tally.count(of: "keys").grouped) by keys: all there
      """)
    return tally
  }

  private func together(_ home: Home, until end: Double) throws {
    let server = try CatalogueServer()
    server.provide(for: home)
    server.publish(generation: 0)
    try home.mustRun(["sync"])
    guard let window = Window([home.binary], environment: home.environment) else {
      throw Flaw(what: "no pseudo-terminal for the interface")
    }
    defer { window.close() }
    Workers.each(3, on: 3) { number in
      switch number {
      case 0: sync(home, server, until: end)
      case 1: edit(home, until: end)
      default: look(window, until: end)
      }
    }
    try inspect(home, window)
  }

  private func sync(_ home: Home, _ server: CatalogueServer, until end: Double) {
    var generation = 0
    while Tally.seconds < end {
      generation += 1
      server.publish(generation: generation)
      judge(home.run(["sync"], name: "sync-out"), "sync")
      tally.count("syncs")
    }
  }

  private func edit(_ home: Home, until end: Double) {
    while Tally.seconds < end {
      let count = tally.count(of: "edits") + 1
      let ended = home.run(["set", "bangumi:\(900_000 + count % 200)", "--progress", "\(count)"], name: "edit-out")
      judge(ended, "set --progress \(count)")
      tally.count("edits")
    }
  }

  private func judge(_ ended: Ended, _ what: String) {
    if ended.output.contains("database is locked") || ended.code != 0 {
      tally.fail("`\(what)` said \(ended.code): \(ended.output.prefix(300))", repeat: "yozakura-torture processes")
    }
  }

  /// Moves about in the interface and follows what is under the cursor.
  private func look(_ window: Window, until end: Double) {
    while Tally.seconds < end, window.isOpen {
      for key in ["3", "j", "f", "1", "j"] {
        window.type(key)
        window.read(milliseconds: 60)
      }
      tally.count("keys")
    }
    if !window.isOpen { tally.fail("the interface ended: \(window.tail)", repeat: "yozakura-torture processes") }
  }

  private func inspect(_ home: Home, _ window: Window) throws {
    if window.text.contains("database is locked") { throw Flaw(what: "the interface showed \"database is locked\"") }
    let bodies = try Account(of: home).bodies
    // What follows from the progress may stand behind it in the same line.
    for count in 1...max(1, tally.count(of: "edits"))
    where !bodies.contains(where: { body in ["}", ","].contains { body.contains("\"progress\":\(count)\($0)") } }) {
      throw Flaw(what: "edit \(count) is lost")
    }
    try home.mustRun(["capsule", "verify", "--read-all"])
  }
}
