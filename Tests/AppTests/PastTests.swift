import Anime
import App
import TUI
import TUITesting
import Testing

@Suite struct PastTests {
  private func past(columns: Int = 80, rows: Int = 24) -> Model {
    var model = Samples.model(columns: columns, rows: rows)
    model.type(":asof 2026-07-26<Enter>")
    _ = model.update(.travelled(Samples.moment, Samples.pastLibrary))
    return model
  }

  @Test func `What is written behind asof is asked of the capsule as it stands`() {
    var model = Samples.model()

    #expect(model.type(":asof 2026-07-26<Enter>") == [.travel(to: "2026-07-26")])
    #expect(model.bottomLine.contains("Reading 2026-07-26."))
    #expect(model.type(":asof<Enter>").isEmpty)
    #expect(model.bottomLine.contains("Write :asof"))
  }

  @Test func `The past is shown, and the bar says so and how to come back`() {
    let rows = ScreenPicture(past().frame.buffer).rows

    #expect(rows[0].hasSuffix(" as of Sun 26 Jul 2026 · commit 805 · :asof now"))
    #expect(rows[1].contains("Tonight · Sunday 26 July"))
  }

  @Test func `The banner is filled, so that nobody takes the past for the present`() throws {
    let theme = try #require(Theme(builtIn: "yozakura", depth: .palette256))
    let buffer = past().frame.buffer

    #expect(buffer[79, 0].style == theme[.barPast])
    #expect(buffer[50, 0].style == theme[.barPast])
    #expect(theme[.barPast].background != theme[.bar].background)
  }

  @Test(arguments: [
    (120, "as of Sun 26 Jul 2026 · commit 805 · :asof now"), (63, "as of Sun 26 Jul 2026 · commit 805"),
    (49, "as of Sun 26 Jul 2026"), (43, "as of 2026-07-26"), (37, "2026-07-26"),
    (20, "2026-07-26"),
  ])
  func `On a narrow terminal the date stays the longest`(_ columns: Int, _ words: String) {
    let bar = ScreenPicture(past(columns: columns).frame.buffer).rows[0]

    #expect(bar.hasSuffix(" \(words)"))
  }

  @Test func `A commit is told with its clock, and one that stands in for another with its reason`() {
    var model = Samples.model(columns: 120)
    let moment = PastMoment(
      asked: Samples.commits[4].time, sequence: 809, observed: Samples.commits[5].time, isStandIn: true)
    _ = model.update(.travelled(moment, Samples.pastLibrary))

    #expect(model.bar.contains("as of Tue 11 Aug 2026 21:58 · commit 809, nearest kept"))
    #expect(model.bottomLine.contains("commit 809 stands in"))
  }

  @Test func `Countdowns, the week and the season are those of the moment shown`() {
    var model = past()
    #expect(ScreenPicture(model.frame.buffer).text.contains("5h 29m ago"))

    model.type("3")
    #expect(ScreenPicture(model.frame.buffer).text.contains("20–26 July 2026"))
    model.type("]]].")
    #expect(ScreenPicture(model.frame.buffer).text.contains("20–26 July 2026"))
  }

  @Test(arguments: ["f", "w", "W", "s", "S", "n", "P", "p", "u", "<C-r>", "2f", "4w", "5A", "5R", ":follow<Enter>"])
  func `Nothing can be changed in the past, and the way back is told`(_ keys: String) {
    var model = past()

    #expect(model.type(keys).filter { $0 != .loadCapsule }.isEmpty)
    #expect(model.bottomLine.contains(":asof now comes back"))
    #expect(model.frame.cursor == nil)
  }

  @Test func `A question that was open when the past came changes nothing`() {
    var model = Samples.model()
    model.type("/カウボーイ<Enter>s")
    _ = model.update(.travelled(Samples.moment, Samples.pastLibrary))

    #expect(model.type("1").isEmpty)
    #expect(model.bottomLine.contains(":asof now comes back"))
  }

  @Test(arguments: ["T", ":asof now<Enter>", ":present<Enter>"])
  func `The present is shown at once, and asked for`(_ keys: String) {
    var model = past()
    let before = ScreenPicture(Samples.model().frame.buffer).rows

    #expect(model.type(keys) == [.returnToPresent])
    #expect(ScreenPicture(model.frame.buffer).rows.dropLast() == before.dropLast())
    #expect(model.bottomLine.contains("This is the present."))
  }

  @Test func `What another process changes meanwhile waits in the present`() {
    var model = past()
    let text = ScreenPicture(model.frame.buffer).text
    let newer = LibraryState(
      catalogue: Samples.library.catalogue,
      entries: [Samples.bebop.id: ListEntry(show: Samples.bebop.id, status: .watching, progress: 9)])

    _ = model.update(.library(newer))
    #expect(ScreenPicture(model.frame.buffer).text == text)

    model.type("T")
    #expect(ScreenPicture(model.frame.buffer).text.contains("ep 9 / 26"))
  }

  @Test func `From one past to another the way leads back to the same present`() {
    var model = past(columns: 120)
    model.type(":asof 1<Enter>")
    _ = model.update(
      .travelled(PastMoment(asked: Samples.now - .days(900), sequence: 1, observed: nil), Samples.starterOnly))
    model.type("T")

    #expect(model.bar.contains("20 shows"))
  }

  @Test func `An answer that comes after the user came back is not wanted`() {
    var model = Samples.model(columns: 120)
    model.type(":asof 2026-07-26<Enter>T")
    _ = model.update(.travelled(Samples.moment, Samples.pastLibrary))

    #expect(model.bar.contains("20 shows"))
  }

  @Test func `Going back a step stays in the past`() {
    var model = past()
    model.type("2<Enter><Esc><Esc><Esc>")

    #expect(model.bar.contains("as of"))
  }

  @Test func `In the past the bottom line offers the way back and no change`() {
    let line = past().bottomLine

    #expect(line.contains("Enter open  T present"))
    #expect(!line.contains("follow"))
  }

  @Test func `A show that was not there yet is told so`() {
    var model = Samples.model()
    model.type("/黄金郷<Enter><Enter>")
    _ = model.update(.travelled(Samples.moment, Samples.pastLibrary))

    #expect(ScreenPicture(model.frame.buffer).text.contains("This show was not in the library then."))
  }

  @Test func `A moment that is none, or too early, is told with what could be written`() {
    var model = Samples.model()

    _ = model.update(.failed(.noSuchMoment("2026-13-01", first: nil)))
    #expect(model.bottomLine.contains("“2026-13-01” is no date such as 2026-03-22"))
    // 23:05 in UTC is the next day in Tokyo, and the day of the user is what can be written.
    _ = model.update(.failed(.beforeFirst(Instant(iso8601: "2024-03-22T23:05:00Z")!)))
    #expect(model.bottomLine.contains("the first day is 2024-03-23"))
  }

  @Test func `Tab completes the days on which something was committed`() {
    var model = Samples.model()
    _ = model.update(.capsule(Samples.capsule))

    model.type(":asof 2026-08-1<Tab>")
    #expect(model.bottomLine.hasPrefix(" :asof 2026-08-15"))
    model.type("<Tab>")
    #expect(model.bottomLine.hasPrefix(" :asof 2026-08-14"))
  }
}

extension Model {
  /// What the first line says.
  var bar: String { ScreenPicture(frame.buffer).rows.first ?? "" }
}
