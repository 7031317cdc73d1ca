import Anime
import App
import TUI
import TUITesting
import Testing

@Suite struct KeyTests {
  @Test func `No key of the standard keymap hides another of the same context`() {
    #expect(Keymap.standard.collisions.isEmpty)
  }

  @Test(arguments: KeyContext.screens)
  func `On no screen is one sequence the beginning of another`(_ context: KeyContext) {
    let sequences = Keymap.standard.effective(in: context).map(\.sequence)
    for sequence in sequences {
      let longer = sequences.filter { $0 != sequence && $0.keys.starts(with: sequence.keys) }
      #expect(longer.isEmpty, "\(sequence) hides \(longer)")
    }
  }

  @Test func `Every action has a key somewhere`() {
    let bound = Set(Keymap.standard.bindings.map(\.action))
    #expect(Action.allCases.filter { !bound.contains($0) } == [])
  }

  @Test(arguments: ["gg", "<C-r>", "<Enter>", "<Space>", "<lt>", "<S-Tab>", "<F5>", "あ", "<A-x>"])
  func `A sequence is written as it is read`(_ text: String) {
    #expect(KeySequence(text)?.description == text)
  }

  @Test(arguments: ["", "<Nothing>", "<C-rr>"])
  func `What is no key is refused`(_ text: String) {
    #expect(KeySequence(text) == nil)
  }

  @Test func `A sequence waits for its end, and says so`() {
    var model = Samples.model()
    model.type("2jjjg")

    #expect(model.bottomLine.contains("g…  gg first"))
    model.type("g")
    #expect(ScreenPicture(model.frame.buffer).text.contains(" 1/20 "))
  }

  @Test func `Half a sequence never acts as a key`() {
    var model = Samples.model()

    #expect(model.type("2gf").isEmpty)
    #expect(!model.bottomLine.contains("…"))
  }

  @Test func `Keys of the user replace the standard ones`() {
    var keymap = Keymap.standard
    let warnings = keymap.apply(["x": .string("follow"), "catalogue": .table(["t": .string("")])], file: "config.toml")

    #expect(warnings.isEmpty)
    #expect(keymap.match([.character("x")], in: .catalogue) == .action(.follow))
    #expect(keymap.match([.character("x")], in: .tonight) == .action(.follow))
    #expect(keymap.match([.character("t")], in: .catalogue) == .unbound)
  }

  @Test func `Letters that were left out do not hide the name that was meant`() {
    #expect("srch".nearest(in: ["show", "search", "schedule"]) == "search")
    #expect("flw".nearest(in: ["follow", "list"]) == nil)
  }

  @Test func `A mistyped action is told with the nearest one, and the rest holds`() {
    var keymap = Keymap.standard
    let warnings = keymap.apply(["x": .string("folow"), "y": .string("quit")], file: "config.toml")

    #expect(
      warnings.map(Strings.english.message) == [
        "config.toml: keys.\"x\": “folow” is not known, did you mean “follow”?"
      ])
    #expect(keymap.match([.character("y")], in: .tonight) == .action(.quit))
  }

  @Test func `Keys of the user that hide each other are told`() {
    var keymap = Keymap.standard
    let warnings = keymap.apply(["z": .string("follow"), "zz": .string("quit")], file: "config.toml")

    #expect(warnings.map(Strings.english.message) == ["config.toml: keys.\"zz\": hides keys.\"z\", and is left out"])
  }

  @Test func `Pasted text goes into the field and never acts as keys`() {
    var model = Samples.model()

    #expect(model.update(.input(.paste("q:quit\n"))).isEmpty)
    #expect(model.isRunning)
    model.type("/")
    _ = model.update(.input(.paste("フリーレン\n")))
    #expect(ScreenPicture(model.frame.buffer).rows[2].contains("/ フリーレン"))
  }

  @Test func `The help shows the keys of the screen it was asked on, the user's own too`() {
    var keymap = Keymap.standard
    _ = keymap.apply(["schedule": .table(["X": .string("now")])], file: "config.toml")
    var start = Samples.start(columns: 80, rows: 60)
    start.keymap = keymap
    var model = Model(start)

    model.type("3?")

    let text = ScreenPicture(model.frame.buffer).text
    #expect(text.contains("Help · Schedule"))
    #expect(text.contains(".  X"))
    #expect(text.contains("go to the present"))
    #expect(!text.contains("filter by language"))
  }

  @Test func `A click selects, a double click opens, the wheel moves`() {
    var model = Samples.model()
    model.type("2")

    _ = model.update(.input(.mouse(MouseEvent(position: Position(column: 10, row: 6), kind: .press))))
    #expect(ScreenPicture(model.frame.buffer).text.contains(" 3/20 "))
    _ = model.update(.input(.mouse(MouseEvent(position: Position(column: 10, row: 6), kind: .scrollDown))))
    #expect(ScreenPicture(model.frame.buffer).text.contains(" 6/20 "))
    _ = model.update(.input(.mouse(MouseEvent(position: Position(column: 10, row: 6), kind: .doublePress))))
    #expect(ScreenPicture(model.frame.buffer).text.contains("╭ Show "))
    _ = model.update(.input(.mouse(MouseEvent(position: Position(column: 8, row: 0), kind: .press))))
    #expect(ScreenPicture(model.frame.buffer).text.contains("╭ Tonight "))
  }

  @Test func `Without the mouse a click does nothing`() {
    var start = Samples.start()
    start.configuration.mouse = false
    var model = Model(start)

    _ = model.update(.input(.mouse(MouseEvent(position: Position(column: 20, row: 0), kind: .press))))

    #expect(ScreenPicture(model.frame.buffer).text.contains("╭ Tonight "))
  }
}
