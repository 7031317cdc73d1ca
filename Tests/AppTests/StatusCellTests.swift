import Anime
import App
import TUI
import TUITesting
import Testing

@Suite struct StatusCellTests {
  /// An interface that has found nobody for three hours, 40 seconds before the next try.
  private func outage(
    _ cause: NetworkCause = .refused, columns: Int = 80, language: InterfaceLanguage = .english
  ) -> Model {
    var model = Samples.model(columns: columns, language: language)
    let failed = Samples.now + .hours(6)
    _ = model.update(.tick(failed))
    _ = model.update(.synced(.failed(cause, nextTry: failed)))
    _ = model.update(.tick(failed + .hours(3)))
    _ = model.update(.synced(.failed(cause, nextTry: failed + .hours(3) + .seconds(40))))
    return model
  }

  @Test(arguments: [
    (200, "  offline 3h · connection refused · capsule of Sat 22:46 · next try 40s · r retry"),
    (120, "  offline 3h · connection refused · next try 40s · r retry"),
    (80, "  offline 3h · next try 40s · r retry"),
    (60, "  offline 3h · next try 40s"),
    (40, "  offline 3h ⟳ 40s"),
  ])
  func `An outage tells its age and the next try, and with more room more`(_ columns: Int, _ cell: String) {
    #expect(outage(columns: columns).bottomLine.hasSuffix(cell))
  }

  @Test(arguments: [
    (InterfaceLanguage.japanese, "オフライン 3時間 · 再試行まで40秒"),
    (.simplifiedChinese, "离线 3小时 · 40秒后重试 · r 重试"),
  ])
  func `An outage is told in the language of the interface`(_ language: InterfaceLanguage, _ cell: String) {
    #expect(outage(language: language).bottomLine.hasSuffix(cell))
  }

  @Test(arguments: ["1", "2", "3", "3m", "4", "5", "6", "2<Enter>"], InterfaceLanguage.allCases)
  func `However much is said of the network, the key for the help stays`(_ keys: String, _ language: InterfaceLanguage)
  {
    for columns in [40, 80, 120] {
      var start = Samples.start(columns: columns, language: language)
      start.isOffline = true
      var model = Model(start)
      model.type(keys)

      #expect(model.bottomLine.contains(" ? "), "\(columns) columns")
    }
  }

  @Test func `Who wants no network reads it in a word where there is little room, and not twice`() {
    var start = Samples.start(columns: 40)
    start.isOffline = true
    let narrow = Model(start).bottomLine
    #expect(narrow.hasSuffix("  offline"))
    #expect(!narrow.contains("…"))

    start = Samples.start(columns: 120)
    start.isOffline = true
    var wide = Model(start)
    _ = wide.update(.synced(.failed(.offline, nextTry: Samples.now)))
    wide.type("r")
    #expect(wide.bottomLine.ranges(of: "the network is switched off").count == 1)
  }

  @Test func `Who wants no network is not told to fetch, and is told once of which day the catalogue is`() {
    var start = Samples.start(Samples.starterOnly, columns: 160)
    #expect(ScreenPicture(Model(start).frame.buffer).text.contains("r fetches the real one"))

    start.isOffline = true
    var model = Model(start)
    #expect(!ScreenPicture(model.frame.buffer).text.contains("r fetches the real one"))
    model.type("2")
    let rows = ScreenPicture(model.frame.buffer).rows
    #expect(rows[0].hasSuffix("starter catalogue of 2026-08"))
    #expect(!model.bottomLine.contains("2026-08"))
  }

  @Test(arguments: ["1", "2", "3", "4", "5", "6", "?", "2<Enter>"])
  func `An outage is told on every screen`(_ keys: String) {
    var model = outage()
    model.type(keys)

    #expect(model.bottomLine.contains("offline 3h · next try 40s"))
  }

  @Test func `The key is the one that the user has bound`() {
    var start = Samples.start()
    _ = start.keymap.apply(["r": .string(""), "<F5>": .string("sync")], file: "config.toml")
    var model = Model(start)
    _ = model.update(.synced(.failed(.refused, nextTry: Samples.now + .seconds(40))))

    #expect(model.bottomLine.hasSuffix("next try 40s · F5 retry"))
  }

  @Test func `A fault of this side is told before the age of the capsule`() {
    #expect(outage(.noRoute).bottomLine.hasSuffix("offline 3h · no route · next try 40s"))
  }

  @Test(arguments: [NetworkCause.setAside(missing: 8127), .noRoom, .badAnswer, .busy(until: nil), .disputed])
  func `Whoever was answered is not called offline`(_ cause: NetworkCause) {
    #expect(outage(cause).bottomLine.contains("not synced 3h · next try 40s"))
  }

  @Test func `A sync that waits tells for how long, second by second`() {
    var model = Samples.model()
    model.type("r")
    #expect(model.bottomLine.hasSuffix("asking mirrors…"))
    #expect(model.nextTick - Samples.now <= .seconds(1))

    _ = model.update(.tick(Samples.now + .seconds(3)))
    #expect(model.bottomLine.hasSuffix("asking mirrors… 3s"))
  }

  @Test func `The next try is when the schedule says last`() {
    var model = outage()

    _ = model.update(.retry(at: Samples.now + .hours(9) + .seconds(5)))
    #expect(model.bottomLine.contains("next try 5s"))
    _ = model.update(.retry(at: nil))
    #expect(!model.bottomLine.contains("next try"))
    #expect(model.update(.tick(Samples.now + .days(9))).isEmpty)
  }

  // MARK: Somebody comes back

  @Test func `Who comes back to an outage after a minute is told of, once`() {
    var model = outage()
    let back = Samples.now + .hours(9)

    #expect(model.type("j") == [.attend(back)])
    #expect(model.lastAttended == back)
    _ = model.update(.tick(back + .seconds(30)))
    #expect(model.type("j").isEmpty)
  }

  @Test func `Who stays at the keys is told of once a minute`() {
    var model = outage()
    _ = model.update(.retry(at: nil))
    var told: [Effect] = []
    for second in 1...180 {
      _ = model.update(.tick(Samples.now + .hours(9) + .seconds(Int64(second))))
      told += model.type("j")
    }

    #expect(told.count == 3)
  }

  @Test func `Nobody is told of while all is well`() {
    var model = Samples.model()
    _ = model.update(.tick(Samples.now + .hours(1)))

    #expect(model.type("j").isEmpty)
  }

  // MARK: The words of a service

  @Test func `What a service says stands beside our words and does not look like them`() throws {
    var model = Samples.model(columns: 120)
    model.type("r")
    _ = model.update(.synced(.failed(.refusing(sentence: "The API is disabled."), nextTry: nil)))

    let line = model.bottomLine
    #expect(line.hasPrefix(" Nothing was fetched: the service says no. “The API is disabled.”"))
    let buffer = model.frame.buffer
    let row = buffer.size.rows - 1
    let alarm = buffer[1, row].style
    let quote = buffer[try column(of: "“", in: line), row].style
    #expect(alarm != quote)
  }

  private func column(of character: Character, in line: String) throws -> Int {
    let index = try #require(line.firstIndex(of: character))
    return TextWidth.of(String(line[..<index]))
  }
}
