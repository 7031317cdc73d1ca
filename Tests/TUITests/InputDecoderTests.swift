import TUI
import Testing

@Suite struct InputDecoderTests {
  private func decode(_ text: String) -> [InputEvent] {
    var decoder = InputDecoder()
    return decoder.decode(Array(text.utf8)) + decoder.expire()
  }

  @Test(arguments: [
    ("j", Key.character("j")), ("夜", .character("夜")), ("🌸", .character("🌸")), ("\r", .enter), ("\n", .enter),
    ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{12}", .control("r")), ("\0", .control(" ")),
    ("\u{1B}", .escape), ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[1;5C", .right), ("\u{1B}[1;3D", .left),
    ("\u{1B}[H", .home), ("\u{1B}[4~", .end), ("\u{1B}[5~", .pageUp), ("\u{1B}[6;5~", .pageDown),
    ("\u{1B}[3~", .delete),
    ("\u{1B}[2~", .insert), ("\u{1B}[Z", .backTab), ("\u{1B}OP", .function(1)), ("\u{1B}[[B", .function(2)),
    ("\u{1B}[1;2R", .function(3)), ("\u{1B}[24~", .function(12)), ("\u{1B}x", .alt("x")), ("\u{1B}夜", .alt("夜")),
    ("\u{1B}\u{7F}", .alt("\u{7F}")), ("\u{1B}[97;5u", .control("a")), ("\u{1B}[27;5;82~", .control("r")),
    ("\u{1B}[27u", .escape), ("\u{1B}[9;2u", .backTab), ("\u{1B}Oq", .character("1")),
  ])
  func `A key is known by its bytes`(_ bytes: String, _ key: Key) {
    #expect(decode(bytes) == [.key(key)])
  }

  @Test(arguments: [
    "\u{1B}[", "\u{1B}[1;", "\u{1B}O", "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}[12;40R",
    "\u{1B}[I", "\u{1B}[97;1:3u", "\u{1B}[M !!", "\u{1B}[99999999999999999999~", "\u{1B}P1+r\u{7}", "\u{1B}[57441u",
    "\u{1B}[" + String(repeating: "1;", count: 200) + "q", "\u{85}",
  ])
  func `Half a sequence, and what the terminal answers, acts as no key`(_ bytes: String) {
    #expect(decode(bytes) == [])
  }

  @Test func `The end of a half-typed sequence is swallowed when it comes at last`() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0x1B]) == [])
    #expect(decoder.expire() == [.key(.escape)])
    #expect(decoder.decode(Array("[A".utf8)) == [.key(.up)])
    #expect(decoder.decode(Array("[".utf8)) == [.key(.character("["))])
  }

  @Test func `Words typed at once after Escape are words`() {
    var decoder = InputDecoder()
    _ = decoder.decode([0x1B]) + decoder.expire()
    #expect(decoder.decode(Array("Oh".utf8)) == [.key(.character("O")), .key(.character("h"))])
  }

  @Test func `Escape waits a moment and other sequences longer`() {
    var decoder = InputDecoder()
    #expect(decoder.patience == nil)
    _ = decoder.decode([0x1B])
    #expect(decoder.patience == 30)
    _ = decoder.decode([0x5B])
    #expect(decoder.patience == 500)
  }

  @Test func `Escape before another key is both`() {
    #expect(decode("\u{1B}\r") == [.key(.escape), .key(.enter)])
    #expect(decode("\u{1B}\u{1B}[A") == [.key(.escape), .key(.up)])
  }

  @Test func `Pasted text is one event, whatever it holds`() {
    #expect(decode("\u{1B}[200~:q\r\n夜\u{1B}[A\r\u{1B}[201~j") == [.paste(":q\n夜[A\n"), .key(.character("j"))])
  }

  @Test func `A paste without end never acts as keys`() {
    #expect(decode("\u{1B}[200~quit") == [])
  }

  @Test func `A long paste is cut and ends where it ends`() {
    let long = String(repeating: "a", count: InputDecoder.pasteLimit + 100)
    let events = decode("\u{1B}[200~" + long + "\u{1B}[201~q")
    #expect(events == [.paste(String(long.prefix(InputDecoder.pasteLimit))), .key(.character("q"))])
  }

  @Test func `The mouse says where it pressed and how it scrolled`() {
    let place = Position(column: 4, row: 2)
    #expect(decode("\u{1B}[<0;5;3M\u{1B}[<0;5;3m") == [.mouse(MouseEvent(position: place, kind: .press))])
    #expect(decode("\u{1B}[<64;5;3M") == [.mouse(MouseEvent(position: place, kind: .scrollUp))])
    #expect(decode("\u{1B}[<69;5;3M") == [.mouse(MouseEvent(position: place, kind: .scrollDown))])
    #expect(decode("\u{1B}[<35;5;3M") == [])
  }

  @Test func `A terminal answers what it can show, and nothing of that is a key`() {
    var decoder = InputDecoder()
    let answers = "\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62;4;22c"

    #expect(decoder.decode(Array(answers.utf8)) == [.answer(.kittyGraphics), .answer(.attributes([4, 22]))])
    #expect(TerminalAnswer.attributes([4, 22]).pixelForm == .sixel)
    #expect(TerminalAnswer.attributes([22]).pixelForm == nil)
  }

  @Test(arguments: [
    "\u{1B}_Gi=31;ENOTSUP: no graphics\u{1B}\\", "\u{1B}]11;rgb:0000/0000/0000\u{07}", "\u{1B}P>|XTerm(379)\u{1B}\\",
    "\u{1B}_G\u{18}",
  ])
  func `Other answers say nothing`(answer: String) {
    var decoder = InputDecoder()

    #expect(decoder.decode(Array(answer.utf8)).isEmpty)
    #expect(decoder.decode(Array("a".utf8)) == [.key(.character("a"))])
  }

  @Test func `A terminal's own sequences come before xterm's`() {
    var decoder = InputDecoder(terminalKeys: [Array("\u{1B}[25~".utf8): .function(3)])
    #expect(decoder.decode(Array("\u{1B}[25~".utf8)) == [.key(.function(3))])
  }

  @Test func `Bytes that are no UTF-8 are dropped and the next key is not`() {
    var decoder = InputDecoder()
    #expect(
      decoder.decode([0xFF, 0xE5, 0xA4, 0x6A, 0xC0, 0x80, 0x6B]) == [.key(.character("j")), .key(.character("k"))])
  }

  @Test func `How bytes are split changes nothing`() {
    var random = SystemRandomNumberGenerator()
    let pool = Array("\u{1B}\u{1B}[[O]<~;;:0123456789ABMmuRZ夜🌸\u{7F}\r\u{1B}[200~\u{1B}[201~".utf8)
    for _ in 0..<2_000 {
      let bytes = (0..<60).map { _ in
        Int.random(in: 0..<8, using: &random) == 0 ? .random(in: 0...255) : pool[.random(in: pool.indices)]
      }
      var whole = InputDecoder()
      var split = InputDecoder()
      let expected = whole.decode(bytes)
      #expect(bytes.flatMap { split.decode([$0]) } == expected, "\(bytes)")
      #expect(split.expire() == whole.expire(), "\(bytes)")
    }
  }
}
