import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct SimulateTests {
  /// Writes a scenario into the program's folder and returns its path.
  private func scenario(_ text: String, of program: Program) throws -> String {
    let path = "\(program.home)/scenario.toml"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private let calm = """
    title = "Nothing happens"
    span = "2d"
    releases = "fixed 1d"
    [clients]
    count = 20
    [[mirror]]
    name = "a"
    [[mirror]]
    name = "b"
    """

  @Test func `A scenario of one's own is played, and says what came of it`() throws {
    let program = try Program()
    let outcome = try program.run("simulate", try scenario(calm, of: program), "--json")
    let answer = try outcome.json("simulate")

    #expect(outcome.status == 0)
    #expect(answer["title"] as? String == "Nothing happens")
    #expect((answer["availability"] as? [String: Any])?["mean"] as? Double == 1)
    #expect((answer["delays"] as? [String: Any])?["count"] as? Int == 20)
    #expect(answer.list("mirrors").map { $0["name"] as? String } == ["a", "b"])
    #expect(answer.list("broken").isEmpty)
  }

  @Test func `The same seed gives the same bytes, another one others`() throws {
    let program = try Program()
    let first = try program.run("simulate", "liars", "--runs", "2", "--seed", "7", "--json")

    #expect(try program.run("simulate", "liars", "--runs", "2", "--seed", "7", "--json").output == first.output)
    #expect(try program.run("simulate", "liars", "--runs", "2", "--seed", "8", "--json").output != first.output)
  }

  @Test func `People are shown a table, and which promises were kept`() throws {
    let program = try Program()
    let outcome = try program.run("simulate", try scenario(calm, of: program))

    #expect(outcome.lines.contains { $0.contains("availability") && $0.contains("100.00 %") })
    #expect(outcome.lines.count { $0.hasPrefix("kept") } == 4)
  }

  @Test func `A broken promise is a failure, with the command that repeats it`() throws {
    let program = try Program()
    // Most clients are attended: all of them at once want their mirrors back.
    let crowd = """
      span = "1d"
      [clients]
      count = 100000
      sample = 2000
      attended = "fixed 9h"
      away = "fixed 1h"
      [[outage]]
      of = "all"
      as = "down"
      at = "12h"
      for = "1h"
      [[mirror]]
      name = "a"
      [[mirror]]
      name = "b"
      """
    let path = try scenario(crowd, of: program)
    let outcome = try program.run("simulate", path, "--seed", "3")

    #expect(outcome.status == 1)
    #expect(outcome.lines.contains { $0.hasPrefix("broken 1×") })
    #expect(outcome.talk.contains("yozakura simulate \(path) --seed 3 --runs 1"))
  }

  @Test func `Every scenario that comes with the program can be read, and begun from`() throws {
    let program = try Program()
    let names = try program.run("simulate", "--list", "--json").json("simulate").list("scenarios")
      .compactMap { $0["name"] as? String }

    #expect(names.count >= 6)
    for name in names {
      let text = try program.run("simulate", name, "--text")
      #expect(text.status == 0)
      #expect(text.output.hasPrefix("title = "), "\(name)")
    }
  }

  @Test(arguments: [
    (
      "[[mirror]]\nname = \"a\"\nlatncy = \"3s\"", "[[mirror]] number 1: `latncy` is not known. Did you mean `latency`?"
    ),
    ("[[mirror]]\nname = \"a\"\nlatency = 3", "`latency` is 3, and has to be a time"),
    ("[[mirror]]\nname = \"a\"\ngroup = \"cdn\"", "no [[group]] is called so"),
    ("[[mirror]]\nname = \"A\"", "is no name for a mirror"),
    (
      "[[mirror]]\nname = \"a\"\n[[outage]]\nof = \"b\"\nas = \"down\"\nat = \"1d\"\nfor = \"1d\"",
      "An outage is of `b`"
    ),
    ("[[mirror]]\nname = \"a\"\n[[mirror.trouble]]\nas = \"sleepy\"\nevery = \"1d\"\nfor = \"1h\"", "has to be one of"),
    ("span = \"2d\"", "No [[mirror]] serves the file"),
    ("[clients]\ncount = 5\nsample = 6\n[[mirror]]\nname = \"a\"", "`sample` is 6 of 5 clients"),
    ("[[mirror]\n", "scenario.toml:1:"),
  ])
  func `A scenario that makes no sense says where, and what may stand there`(_ text: String, _ words: String) throws {
    let program = try Program()
    let path = try scenario(text, of: program)
    let outcome = try program.run("simulate", path)

    #expect(outcome.status == 1)
    #expect(outcome.talk.contains(words), "\(outcome.talk)")
    #expect(outcome.talk.contains(path))
  }

  @Test func `What is neither a scenario nor a file is not found`() throws {
    let outcome = try Program().run("simulate", "three-dys")

    #expect(outcome.status == 4)
    #expect(outcome.talk.contains("Did you mean `three-days`?"))
  }
}
