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

  @Test func `What is new has the colour of the lantern`() {
    let model = Model(start())
    let buffer = model.frame.buffer
    let place = (0..<40).last { buffer[$0, 4].character != " " }

    #expect(place.map { buffer[$0, 4].style.foreground } == start().theme[.new].foreground)
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
