import Anime
import App
import TUI
import TUITesting
import Testing

/// What Tonight says of what came since the last look.
@Suite struct TonightNewsTests {
  /// The interface with an episode of each of two followed shows, the latest three days old.
  private func start(language: InterfaceLanguage = .english) -> Model.Start {
    var start = Samples.start(language: language)
    start.news = [
      Arrival(show: Samples.elbaf.id, line: .episodes, at: Samples.now - .days(4), kind: .tv),
      Arrival(
        show: Samples.mushoku.id, line: .episodes, at: Samples.now - .days(3), kind: .tv,
        episode: EpisodeNumber(6, isEstimate: true)),
    ]
    return start
  }

  @Test func `What is new stands first and is selected`() {
    let model = Model(start())
    let rows = ScreenPicture(model.frame.buffer).rows

    #expect(rows[2].contains("New since your last look"))
    #expect(rows[3].contains("無職転生Ⅲ"))
    #expect(rows[3].contains("3d ago"))
  }

  @Test func `Of what is new only the mark has the colour of the lantern`() {
    let model = Model(start())
    let buffer = model.frame.buffer
    let lantern = start().theme[.new].foreground

    let lit = (1..<79).filter { buffer[$0, 4].character != " " && buffer[$0, 4].style.foreground == lantern }
    #expect(lit.map { buffer[$0, 4].character } == ["●"])
  }

  @Test(arguments: [(24, 7), (60, 19)])
  func `However much is new, a third of the rows is all that it takes`(_ rows: Int, _ shown: Int) {
    var start = Samples.start(columns: 80, rows: rows)
    start.news = (1...40).map { number in
      Arrival(
        show: Samples.elbaf.id, line: .episodes, at: Samples.now - .days(50) + .days(Int64(number)), kind: .tv,
        episode: EpisodeNumber(number, isEstimate: false))
    }
    let model = Model(start)
    let picture = ScreenPicture(model.frame.buffer).rows

    #expect(picture[2 + shown].contains("+\(41 - shown)"))
    #expect(!picture[2 + shown + 1].contains("ONE PIECE"))
    #expect(picture[3].contains(" 40 "))
  }

  @Test func `One more than fits is shown and not counted`() {
    var start = Samples.start(columns: 80, rows: 24)
    start.news = (1...8).map { number in
      Arrival(
        show: Samples.elbaf.id, line: .episodes, at: Samples.now - .days(50) + .days(Int64(number)), kind: .tv,
        episode: EpisodeNumber(number, isEstimate: false))
    }
    let most = ScreenPicture(Model(start).frame.buffer).rows.filter { $0.contains("ONE PIECE") }.count
    start.news.removeFirst()
    let all = ScreenPicture(Model(start).frame.buffer).rows.filter { $0.contains("ONE PIECE") }.count

    #expect(most < all)
  }

  @Test func `Without news, and in the past, the heading is not there`() {
    #expect(!ScreenPicture(Samples.model().frame.buffer).text.contains("New since"))

    var model = Model(start())
    _ = model.update(.travelled(Samples.moment, Samples.pastLibrary))
    #expect(!ScreenPicture(model.frame.buffer).text.contains("New since"))
  }

  @Test func `News of a show that is followed no longer are nobody's`() {
    var start = start()
    start.news = [Arrival(show: Samples.frieren.id, line: .episodes, at: Samples.now - .days(3), kind: .tv)]

    #expect(!ScreenPicture(Model(start).frame.buffer).text.contains("New since"))
  }

  @Test func `What feeds brought comes to what is new when it is known`() {
    var model = Model(start())
    let release = Arrival(
      show: Samples.elbaf.id, line: .feed("releases"), name: "1", at: Samples.now - .hours(1), kind: .feed,
      place: "releases", episode: EpisodeNumber(1160, isEstimate: false))
    _ = model.update(.news(start().news + [release]))
    let rows = ScreenPicture(model.frame.buffer).rows

    #expect(rows[2].contains("New since your last look"))
    #expect(rows[3].contains("1160"))
    #expect(model.news.last == release)
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `The news are pictured in each language`(_ language: InterfaceLanguage) throws {
    let picture = ScreenPicture(Model(start(language: language)).frame.buffer).text
    try Snapshot.verify(picture, named: "TonightNews 80x24 \(language.rawValue)")
  }
}
