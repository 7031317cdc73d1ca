import Anime
import Testing

struct SanitiserTests {
  @Test(arguments: [
    "葬送のフリーレン", "Frieren: Beyond Journey's End", "WHAT’S MICHAEL", "ドラえもん　のび太", "Ⅱ ♡ ☆", "한국어", "",
  ])
  func `An ordinary title stays`(_ title: String) {
    #expect(Sanitiser.clean(title) == title)
  }

  @Test(arguments: [
    ("\u{1B}[31mred\u{1B}[0m", "red"), ("\u{9B}2Jx", "x"), ("\u{1B}]0;title\u{07}x", "x"),
    ("\u{1B}]8;;http://x\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"), ("\u{1B}]0;never ended", "0;never ended"),
    ("\u{1B}(0x", "x"), ("\u{1B}cx", "x"), ("\u{1B}", ""), ("a\u{7}b\u{0}c\u{7F}", "abc"),
  ])
  func `Escape sequences and controls vanish`(_ text: String, _ clean: String) {
    #expect(Sanitiser.clean(text) == clean)
  }

  @Test(arguments: [
    ("\u{202E}evil\u{202C}", "evil"), ("a\u{2066}b\u{2069}", "ab"), ("a\u{200B}\u{200D}\u{FEFF}b", "ab"),
    ("❤\u{FE0F}", "❤"), ("a\u{E0041}b", "ab"),
  ])
  func `Marks that turn or join text vanish`(_ text: String, _ clean: String) {
    #expect(Sanitiser.clean(text) == clean)
  }

  @Test func `A title is one line`() {
    #expect(Sanitiser.clean(" a\n\tb\r\n\u{2028}c  d ") == "a b c d")
  }

  @Test func `A character keeps four combining marks`() {
    let zalgo = "Z" + String(repeating: "\u{0301}", count: 400) + "a\u{0301}"
    #expect(Array(Sanitiser.clean(zalgo).unicodeScalars).count == 1 + 4 + 2)
  }

  @Test func `A title has at most a thousand scalars`() {
    #expect(Sanitiser.clean(String(repeating: "長", count: 10_000)).unicodeScalars.count == 1000)
  }

  @Test(arguments: ["\u{1B}]", "\u{9D}", "\u{1B}P\u{1B}"])
  func `Strings without an end cost one pass together`(_ string: String) {
    let text = String(repeating: string, count: 200_000)
    let time = ContinuousClock().measure { _ = Sanitiser.clean(text) }
    // One pass for each of them would take hours.
    #expect(time < .seconds(20))
  }

  @Test func `A string that ends vanishes before others that never do`() {
    #expect(Sanitiser.clean("\u{1B}]a\u{07}b\u{1B}]c\u{1B}]d") == "bcd")
  }

  @Test(arguments: 0..<200)
  func `Cleaning twice changes nothing more`(_ seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    let alphabet = Array("a長 \u{1B}[]m\u{7}\n\u{0301}\u{202E}\u{200D}\u{3000}が\u{3099}".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<30 { text.append(alphabet.randomElement(using: &generator) ?? "a") }
    let once = Sanitiser.clean(String(text))
    #expect(Sanitiser.clean(once) == once)
  }
}
