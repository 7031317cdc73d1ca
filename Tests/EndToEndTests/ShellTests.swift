import Foundation
import TestSupport
import Testing

/// The program leaves the terminal as it was, whatever ends it.
@Suite(.needsTerminal, .blocking)
struct ShellTests {
  /// The modes of the terminal that tmux knows of and `stty` does not.
  private func modes(_ terminal: Terminal) throws -> [Int?] {
    try ["alternate_on", "cursor_flag", "keypad_flag", "keypad_cursor_flag", "mouse_any_flag", "insert_flag"]
      .map(terminal.know)
  }

  /// Opens the program in a shell that writes the terminal's modes to files before and after it.
  private func open() throws -> (Terminal, before: [Int?]) {
    let terminal = try Terminal.shell()
    let before = try modes(terminal)
    try terminal.type("stty -a >~/before; $PROGRAM; echo status=$?; stty -a >~/after")
    try terminal.press("Enter")
    try terminal.wait(for: "╭ Tonight")
    #expect(try terminal.know("alternate_on") == 1)
    #expect(try Terminal.poll { try terminal.know("cursor_flag") == 0 })
    return (terminal, before)
  }

  /// Expects the terminal to be as `before`, and the program to have ended with `status`.
  private func expectRestored(_ terminal: Terminal, _ before: [Int?], status: Int32) throws {
    try terminal.wait(for: "status=\(status)")
    #expect(try modes(terminal) == before)
    let files = try ["before", "after"].map { name in
      let path = "\(terminal.home.folder)/\(name)"
      #expect(Terminal.poll { (try? String(contentsOfFile: path, encoding: .utf8))?.contains("echoke") == true })
      return try String(contentsOfFile: path, encoding: .utf8)
    }
    #expect(files[0] == files[1])
    // Were pastes still marked, the mark would be on the screen.
    // The shell marks pastes too, but for what it runs: once it has printed the word, it does not.
    try terminal.type("echo rea''dy; cat -v")
    try terminal.press("Enter")
    try terminal.wait(for: "ready")
    try terminal.paste("flowers")
    try terminal.press("Enter")
    #expect(try terminal.wait(for: "flowers").contains("200~") == false)
  }

  @Test func `q leaves the terminal as it was`() throws {
    let (terminal, before) = try open()
    try terminal.press("q")
    try expectRestored(terminal, before, status: 0)
  }

  /// A sync's thread may still be at work in a library; the loader writes down which ones it takes apart.
  @Test func `Leaving takes no library apart`() throws {
    let home = try Home()
    let log = "\(home.folder)/loader"
    let terminal = try Terminal(home: home, environment: ["LD_DEBUG": "files", "LD_DEBUG_OUTPUT": log])
    try terminal.wait(for: "╭ Tonight")
    let process = try terminal.process()
    try terminal.press("q")
    #expect(Terminal.poll { kill(process, 0) != 0 })
    let text = try String(contentsOfFile: "\(log).\(process)", encoding: .utf8)
    #expect(text.contains("calling init"))
    #expect(text.contains("calling fini") == false)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGSEGV, SIGABRT])
  func `A signal that ends the program leaves the terminal as it was`(_ signal: Int32) throws {
    let (terminal, before) = try open()
    kill(try terminal.child(), signal)
    try expectRestored(terminal, before, status: 128 + signal)
  }

  @Test func `Ctrl-Z gives the shell its terminal and fg repaints`() throws {
    let terminal = try Terminal.shell()
    let before = try modes(terminal)
    try terminal.type("$PROGRAM")
    try terminal.press("Enter")
    try terminal.wait(for: "╭ Tonight")
    for _ in 0..<2 {
      try terminal.press("C-z")
      try terminal.wait(for: "Stopped")
      #expect(try modes(terminal) == before)
      try terminal.type("clear; echo in the $((1 + 1))nd shell")
      try terminal.press("Enter")
      try terminal.wait(for: "in the 2nd shell")
      try terminal.type("fg")
      try terminal.press("Enter")
      try terminal.wait(for: "╭ Tonight")
      #expect(try Terminal.poll { try terminal.know("cursor_flag") == 0 })
    }
    try terminal.press("2")
    try terminal.wait(for: "╭ Catalogue")
  }

  @Test func `A program whose terminal was resized while it was stopped comes back at the new size`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("$PROGRAM")
    try terminal.press("Enter")
    try terminal.wait(for: "╭ Tonight")
    try terminal.press("C-z")
    try terminal.wait(for: "Stopped")
    try terminal.resize(columns: 60, rows: 20)
    try terminal.type("fg")
    try terminal.press("Enter")
    try terminal.wait(for: "a screen 60 wide") { Cells.borders($0).first == [0, 59] }
  }

  @Test func `A terminal that vanishes ends the program`() throws {
    let terminal = try Terminal()
    try terminal.wait(for: "╭ Tonight")
    let process = try terminal.process()
    try terminal.vanish()
    #expect(Terminal.poll { kill(process, 0) != 0 })
  }

  @Test func `A terminal that vanishes without a signal ends the program`() throws {
    let terminal = try Terminal(command: "sh -c 'trap \"\" HUP; exec \(Terminal.quoted(BuiltProgram.path))'")
    try terminal.wait(for: "╭ Tonight")
    let process = try terminal.process()
    try terminal.vanish()
    #expect(Terminal.poll { kill(process, 0) != 0 })
  }

  @Test(arguments: 1...3)
  func `Any bytes for a while never end or confuse the program`(_ seed: UInt64) throws {
    let terminal = try Terminal("--offline")
    try terminal.wait(for: "╭ Tonight")
    let process = try terminal.process()
    var noise = Noise(state: seed)
    for _ in 0..<20 { try terminal.send(noise.bytes(200)) }
    // The end of a paste and of a sequence that may have begun.
    try terminal.send(Array("\u{1B}[201~\u{18}".utf8))
    // Out of a prompt or a field, and twice out of a panel in which something is typed. Right behind Escape another
    // key would be one with Alt.
    var looks = 0
    try terminal.wait(for: "Tonight, as always") { screen in
      if screen.contains("╭ Tonight") { return true }
      looks += 1
      if looks % 10 == 0 { try terminal.press("1") }
      if looks % 10 == 4 || looks % 10 == 7 { try terminal.press("Escape") }
      return false
    }
    #expect(kill(process, 0) == 0)
  }
}

/// Bytes without sense, the same for the same seed; those that rightly end or stop the program are left out.
private struct Noise {
  var state: UInt64

  private mutating func next() -> UInt8 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return UInt8(truncatingIfNeeded: state >> 33)
  }

  mutating func bytes(_ count: Int) -> [UInt8] {
    let ends: Set<UInt8> = [0x03, 0x1A, UInt8(ascii: "q"), UInt8(ascii: ":")]
    return (0..<count).map { _ in
      while true {
        let byte = next()
        // Every fourth begins a sequence.
        if byte > 0xF0 { return 0x1B }
        if !ends.contains(byte) { return byte }
      }
    }
  }
}
