import Anime
import App
import TUI
import TUITesting
import Testing

@Suite struct CommandLineTests {
  @Test func `A theme is put on at once`() {
    var model = Samples.model()
    let before = model.frame.buffer[0, 3].style

    #expect(model.type(":theme hanami<Enter>").isEmpty)

    #expect(model.frame.buffer[0, 3].style != before)
  }

  @Test func `A theme from a file is asked for, and put on when it comes`() {
    var start = Samples.start()
    start.themeNames.append("mine")
    var model = Model(start)

    #expect(model.type(":theme mine<Enter>") == [.loadTheme("mine")])
    _ = model.update(
      .theme(name: "mine", table: ["palette": .table(["night": .integer(17)])], file: "mine.toml"))
    #expect(model.frame.buffer[40, 20].style.background == .indexed(17))
  }

  @Test func `A mistyped name is told with the nearest one`() {
    var model = Samples.model()

    model.type(":thme hanami<Enter>")
    #expect(model.bottomLine.contains("There is no “thme”. Did you mean “theme”?"))
    model.type(":theme hanma<Enter>")
    #expect(model.bottomLine.contains("There is no theme “hanma”. Did you mean “hanami”?"))
    model.type(":set ui.mose true<Enter>")
    #expect(model.bottomLine.contains("unknown key, did you mean ui.mouse?"))
    model.type(":theme<Enter>")
    #expect(model.bottomLine.contains("Write :theme NAME"))
  }

  @Test func `Tab completes verbs, then what may follow them`() {
    var model = Samples.model()

    model.type(":them<Tab>")
    #expect(model.bottomLine.hasPrefix(" :theme"))
    model.type("<Tab><Tab>")
    #expect(model.bottomLine.hasPrefix(" :theme mono"))
    model.type("<S-Tab>")
    #expect(model.bottomLine.hasPrefix(" :theme hanami"))
  }

  @Test func `The words that are proposed stand there whole, beside their scrollbar`() {
    for columns in [80, 120] {
      var model = Samples.model(columns: columns)
      model.type(":s<Tab>")

      #expect(model.rows.contains { $0.contains("│ seek-far-backward ") })
      #expect(!model.rows.contains { $0.contains("seek-far-backwa…") })
    }
  }

  @Test func `Arrows bring back what was written before`() {
    var model = Samples.model()
    model.type(":season 2026-spring<Enter>:follow<Enter>:x<Up>")
    #expect(model.bottomLine.hasPrefix(" :follow"))

    model.type("<Up>")
    #expect(model.bottomLine.hasPrefix(" :season 2026-spring"))

    model.type("<Down><Down>")
    #expect(model.bottomLine.hasPrefix(" :x"))
  }

  @Test func `A season is shown in the catalogue`() {
    var model = Samples.model()
    model.type(":season 2026-spring<Enter>")

    #expect(ScreenPicture(model.frame.buffer).text.contains("Catalogue · 1 show "))
  }

  @Test func `The language changes at once`() {
    var model = Samples.model()
    model.type(":lang zh-Hans<Enter>")

    #expect(ScreenPicture(model.frame.buffer).rows[0].contains("今晚"))
  }

  @Test func `Actions can be written out, and quitting is q as well`() {
    var model = Samples.model()

    #expect(model.type(":sync<Enter>") == [.sync(isAsked: true)])
    #expect(model.type(":q<Enter>") == [.quit])
  }

  @Test(arguments: ["<Esc>", "<C-c>", "<Backspace>"])
  func `An empty line is left by several keys`(_ key: String) {
    var model = Samples.model()
    model.type(":" + key)

    #expect(model.frame.cursor == nil)
    #expect(model.bottomLine.contains("Enter open"))
  }
}
