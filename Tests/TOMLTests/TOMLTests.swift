import TOML
import Testing

@Suite struct `Reading TOML` {
  @Test(
    arguments: [
      ("", [:]), ("\u{FEFF}a = 1", ["a": .integer(1)]), ("# nothing\n\r\n", [:]),
      ("a = 1", ["a": .integer(1)]), ("a=-1_000\r\nb = +0", ["a": .integer(-1000), "b": .integer(0)]),
      ("a = 0xFf_f\nb = 0o17\nc = 0b11", ["a": .integer(0xFFF), "b": .integer(15), "c": .integer(3)]),
      ("a = 3.5\nb = -2e2\nc = 1_0.5E-1", ["a": .number(3.5), "b": .number(-200), "c": .number(1.05)]),
      ("a = inf\nb = -inf", ["a": .number(.infinity), "b": .number(-.infinity)]),
      ("a = true # yes\nb = false", ["a": .boolean(true), "b": .boolean(false)]),
      ("a = 2026-11-27 07:32:00Z\nb = 07:32:00", ["a": .moment("2026-11-27T07:32:00Z"), "b": .moment("07:32:00")]),
      (
        "a = 2026-11-27T07:32:00.5+09:00\nb = 2026-11-27",
        [
          "a": .moment("2026-11-27T07:32:00.5+09:00"), "b": .moment("2026-11-27"),
        ]
      ),
      (#"a = "夜\t\"\u685c\U0001F338\\""#, ["a": .string("夜\t\"桜🌸\\")]),
      (#"a = 'C:\new'"#, ["a": .string(#"C:\new"#)]),
      ("a = \"\"\"\none\n two\"\"\"\"\"", ["a": .string("one\n two\"\"")]),
      ("a = \"\"\"one \\\n   two\"\"\"", ["a": .string("one two")]),
      ("a = '''\n\\ 'x' '''", ["a": .string("\\ 'x' ")]),
      ("a = [1, [\"b\"], # c\n 2,\n]", ["a": .array([.integer(1), .array([.string("b")]), .integer(2)])]),
      (
        "a = { b = 1, c.d = 2 }\ne = {}",
        [
          "a": .table(["b": .integer(1), "c": .table(["d": .integer(2)])]), "e": .table([:]),
        ]
      ),
      (
        "\"a b\".'c' = 1\n3.14 = 2",
        [
          "a b": .table(["c": .integer(1)]), "3": .table(["14": .integer(2)]),
        ]
      ),
      (
        "[ a . b ]\nc = 1\n[a]\nd = 2",
        [
          "a": .table(["b": .table(["c": .integer(1)]), "d": .integer(2)])
        ]
      ),
      (
        "[[a]]\nb = 1\n[a.c]\nd = 2\n[[a]]\n[[a.e]]",
        [
          "a": .array([
            .table(["b": .integer(1), "c": .table(["d": .integer(2)])]), .table(["e": .array([.table([:])])]),
          ])
        ]
      ),
      ("a.b = 1\na.c = 2", ["a": .table(["b": .integer(1), "c": .integer(2)])]),
    ] as [(String, [String: TOMLValue])])
  func `A file is what the standard says`(_ text: String, _ table: [String: TOMLValue]) throws {
    #expect(try TOML.parse(text) == table)
  }

  @Test(arguments: [
    ("[", 1, 2), ("[[", 1, 3), ("[\n", 1, 2), ("[[.", 1, 3), ("[=", 1, 2), ("[[#", 1, 3), ("[]", 1, 2), ("a", 1, 2),
    ("a =", 1, 4), ("a = [}", 1, 6), ("a = [1", 1, 7), ("a = [1 2]", 1, 8), ("a = {b = 1", 1, 11),
    ("a = {b = 1,}", 1, 12), ("a = {b = 1\n}", 1, 11), ("a = \"夜\n\"", 1, 5), ("夜 = 1", 1, 1), ("a = 夜", 1, 5),
    ("a = 1\na = 2", 2, 1), ("[a]\n[a]", 2, 1), ("a = 1\n[a]", 2, 1), ("a = 1\n[[a]]", 2, 1),
    ("[a]\nb = 1\n[a.b]", 3, 1), ("a = {}\n[a.b]", 2, 1), ("[a.b]\n[a]\nb.c = 1", 3, 1), ("a = []\n[[a]]", 2, 1),
    ("a = 01", 1, 5), ("a = 1_", 1, 5), ("a = 1__2", 1, 5), ("a = 1.", 1, 5), ("a = .5", 1, 5), ("a = 0x", 1, 5),
    ("a = -0x1", 1, 5), ("a = 9999999999999999999", 1, 5), ("a = yes", 1, 5), ("a = 07:32:00a", 1, 5),
    ("a = 1 b = 2", 1, 7),
    ("a = 1979-05-27 0\n", 1, 5), ("a = 1979-05-27T\"\":", 1, 5), ("a = \"\\x\"", 1, 6), ("a = \"\\ud800\"", 1, 6),
    ("a = \"\u{1}\"", 1, 6), ("# \u{1}", 1, 3), ("a = '''", 1, 5), ("a = \"\"\"\\", 1, 8), ("夜桜夜桜", 1, 1),
    ("[夜]", 1, 2), ("\"夜\" x", 1, 5),
  ])
  func `What is not is refused with its place`(_ text: String, _ line: Int, _ column: Int) {
    do throws(TOMLError) {
      let table = try TOML.parse(text)
      Issue.record("\(text.debugDescription) is \(table)")
    } catch {
      #expect((error.line, error.column) == (line, column), "\(text.debugDescription): \(error)")
    }
  }

  @Test func `Nothing can be nested so deep that the reader falls`() {
    for (open, close) in [("[", "]"), ("{a=", "}")] {
      let deep = { (count: Int) in
        "a = " + String(repeating: open, count: count) + "1" + String(repeating: close, count: count)
      }
      #expect(throws: Never.self) { try TOML.parse(deep(60)) }
      #expect(throws: TOMLError.self) { try TOML.parse(deep(100_000)) }
    }
  }

  @Test(arguments: [("", " = 1"), ("[", "]"), ("[[", "]]"), ("a = {", " = 1}"), ("[b]\n", " = 1")])
  func `Names with dots between them are nested too`(_ open: String, _ close: String) {
    let deep = { (count: Int) in open + Array(repeating: "a", count: count).joined(separator: ".") + close }

    #expect(throws: Never.self) { try TOML.parse(deep(60)) }
    #expect(throws: TOMLError.self) { try TOML.parse(deep(70)) }
    #expect(throws: TOMLError.self) { try TOML.parse(deep(200_000)) }
  }

  @Test func `Depths of headers, names and braces add up`() {
    let names = Array(repeating: "a", count: 20).joined(separator: ".")
    let deep = { (braces: Int) in
      "[\(names)]\n" + String(repeating: "\(names) = {", count: braces) + "\(names) = 1"
        + String(repeating: "}", count: braces)
    }

    #expect(throws: Never.self) { try TOML.parse(deep(1)) }
    #expect(throws: TOMLError.self) { try TOML.parse(deep(2)) }
  }

  @Test func `Tables beside each other are as many as somebody likes`() {
    let tables = (0..<1000).map { "[a.b\($0)]\nc.d.e = {f.g = 1}\n" }.joined()

    #expect(throws: Never.self) { try TOML.parse(tables) }
  }

  @Test func `Whatever is typed, it is read or refused`() {
    let alphabet = Array("[]{}=\"'.,#\n a1-_\\T:夜")
    var random = SystemRandomNumberGenerator()
    var read = 0
    for _ in 0..<200_000 {
      let text = String(
        (0..<Int.random(in: 1...12, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "a" })
      if (try? TOML.parse(text)) != nil { read += 1 }
    }
    #expect((1..<200_000).contains(read))
  }
}
