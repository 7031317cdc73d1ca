import Foundation
import TestSupport
import Testing

/// The user's list: what the screen says is saved, is saved.
@Suite(.needsTerminal, .blocking)
struct ListTests {
  /// Follows Frieren, and waits until the screen says that it is saved.
  private func follow(_ terminal: Terminal) throws {
    try terminal.wait(for: "╭ Tonight")
    try terminal.press("/")
    try terminal.type("frieren")
    try terminal.wait(for: "/ frieren")
    try terminal.press("Enter", "f")
    try terminal.wait(for: "saved · 葬送のフリーレン")
  }

  @Test func `A followed show is followed after quitting and starting again`() throws {
    let home = try Home()
    let first = try Terminal(home: home)
    let process = try first.process()
    try follow(first)
    try first.press("q")
    #expect(Terminal.poll { kill(process, 0) != 0 })

    let second = try Terminal(home: home)
    try second.wait(for: "╭ Tonight")
    try second.press("4")
    try second.wait(for: "● ")
    try second.wait(for: "葬送のフリーレン")
  }

  @Test func `What the screen called saved survives kill -9`() throws {
    let home = try Home()
    let first = try Terminal(home: home)
    let process = try first.process()
    try follow(first)
    kill(process, SIGKILL)
    #expect(Terminal.poll { kill(process, 0) != 0 })

    #expect(try home.run("following").contains("葬送のフリーレン"))
    let second = try Terminal(home: home)
    try second.wait(for: "╭ Tonight")
    try second.press("4")
    try second.wait(for: "葬送のフリーレン")
  }

  @Test func `A change is undone and redone`() throws {
    let terminal = try Terminal()
    try follow(terminal)
    try terminal.press("u")
    try terminal.wait(for: "undone · 葬送のフリーレン")
    #expect(try terminal.home.run("following").contains("葬送のフリーレン") == false)
    try terminal.press("C-r")
    try terminal.wait(for: "redone · 葬送のフリーレン")
    #expect(try terminal.home.run("following").contains("葬送のフリーレン"))
  }

  /// The watchlist of `home`, in which both shows that are watched are marked.
  private func markBoth(_ home: Home) throws -> Terminal {
    let terminal = try Terminal(columns: 120, rows: 36, home: home)
    try terminal.wait(for: "╭ Tonight")
    try terminal.press("4")
    try terminal.wait(for: "watching 2")
    try terminal.press("a")
    try terminal.wait(for: "2 marked")
    return terminal
  }

  @Test func `Marked shows are changed by one key, and one undo takes it back for all of them`() throws {
    let home = try Home()
    let ids = try ["frieren", "bebop"].compactMap {
      try home.run("search", $0).split(separator: " ").first.map(String.init)
    }
    _ = try home.run(["set"] + ids + ["--status", "watching"])
    let terminal = try markBoth(home)
    try terminal.press("s", "4")
    try terminal.wait(for: "saved · 2 shows · paused")
    #expect(try home.run("list", "--status", "paused").contains("葬送のフリーレン"))
    try terminal.press("u")
    try terminal.wait(for: "undone · 2 shows · watching")
    #expect(try home.run("list", "--status", "paused").contains("葬送のフリーレン") == false)
  }

  @Test func `A marked show that no catalogue has is changed with the others, and taken back with them`() throws {
    let home = try Home()
    try home.write("title,mal,status\n遠い国,999999,watching\n", to: "list.csv")
    try home.run("import", home.folder + "/list.csv")
    try home.run("set", "bangumi:400602", "--status", "watching")
    let terminal = try markBoth(home)
    try terminal.press("e")
    try terminal.wait(for: "Edit · 2 shows")
    try terminal.press("p", "Enter")
    try terminal.wait(for: "saved · 2 shows · paused")
    let paused = try home.run("list", "--status", "paused")
    #expect(paused.contains("遠い国") && paused.contains("葬送のフリーレン"))
    try terminal.press("u")
    try terminal.wait(for: "undone · 2 shows · watching")
    #expect(try home.run("list", "--status", "watching", "--json").matches(of: /"progress"/).count == 2)
  }

  @Test func `The panel writes all that was typed into it`() throws {
    let terminal = try Terminal(columns: 120, rows: 36)
    try follow(terminal)
    try terminal.press("e")
    try terminal.wait(for: "Edit · 葬送のフリーレン")
    try terminal.press("p", "Down")
    try terminal.type("7")
    try terminal.press("Down")
    try terminal.type("8.5")
    try terminal.press("Enter")
    try terminal.wait(for: "· planned, watched 7, score 8.5")
    let list = try terminal.home.run("list", "--json")
    #expect(list.contains("\"progress\": 7"))
    #expect(list.contains("\"score\": 85"))
    #expect(list.contains("\"status\": \"planned\""))
  }

  @Test func `Status, progress, score and note are edited in place`() throws {
    let terminal = try Terminal(columns: 120, rows: 36)
    try follow(terminal)
    try terminal.press("w")
    try terminal.wait(for: "watched 1")
    try terminal.press("S")
    try terminal.wait(for: "score 0–10")
    try terminal.type("9.5")
    try terminal.press("Enter")
    try terminal.wait(for: "score 9.5")
    try terminal.press("n")
    try terminal.type("旅の終わり")
    try terminal.wait(for: "旅の終わり")
    try terminal.press("Enter")
    try terminal.wait(for: "note: 旅の終わり")
    let list = try terminal.home.run("list", "--json")
    #expect(list.contains("\"progress\": 1"))
    #expect(list.contains("\"score\": 95"))
    #expect(list.contains("旅の終わり"))
  }

  @Test func `Two open programs show each other's changes`() throws {
    let home = try Home()
    let here = try Terminal(home: home)
    let there = try Terminal(home: home)
    try there.wait(for: "╭ Tonight")
    try there.press("4")
    try there.wait(for: "╭ Watchlist")
    try follow(here)
    try there.wait(for: "葬送のフリーレン")
    try here.press("u")
    try there.wait(without: "葬送のフリーレン")
  }
}
