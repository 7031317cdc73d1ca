import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct StreamTests {
  @Test func `A closed pipe ends quietly`() throws {
    let outcome = try Program().shell("\"$Y\" search 2 | head -n 1; exec 2>&1; \"$Y\" schedule --days 300 | true")

    #expect(outcome.lines.count == 1)
    #expect(outcome.talk.isEmpty || !outcome.talk.contains("yozakura:"))
  }

  @Test func `An answer that cannot be written is a failure`() throws {
    let outcome = try Program().shell("\"$Y\" search 2 > /dev/full")

    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("No space left"))
  }

  @Test(arguments: ["C", "POSIX", "C.UTF-8"])
  func `Answers are UTF-8 in every locale`(_ locale: String) throws {
    let outcome = try Program(environment: ["LC_ALL": locale, "TERM": "dumb"]).run("search", "フリーレン")

    #expect(outcome.output.contains("葬送のフリーレン"))
  }

  @Test func `A pipe gets no colours`() throws {
    let outcome = try Program(environment: ["TERM": "xterm-256color"]).run("search", "フリーレン")

    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func `A terminal gets colours, and none with NO_COLOR`() throws {
    let coloured = try Program(environment: ["TERM": "xterm-256color"])
    let plain = try Program(environment: ["TERM": "xterm-256color", "NO_COLOR": "1"])
    let line = "script -qec '\"$Y\" search フリーレン' /dev/null"

    #expect(try coloured.shell(line).output.contains("\u{1B}["))
    #expect(try !plain.shell(line).output.contains("\u{1B}["))
  }

  @Test func `Quiet says nothing beside the answer`() throws {
    let program = try Program()

    #expect(try !program.run("tonight").talk.isEmpty)
    #expect(try program.run("tonight", "--quiet").talk.isEmpty)
  }
}
