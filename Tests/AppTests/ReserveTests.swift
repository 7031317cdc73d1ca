import Anime
import App
import TUI
import TUITesting
import Testing

/// Shows that are followed before they exist.
@Suite struct ReserveTests {
  static let begin = Instant(iso8601: "2026-10-02T14:00:00Z")!
  static let film = Show(
    id: ShowID(bits: 77 << 40), titles: Titles(native: "桜の映画", nativeLanguage: .japanese), kind: .movie,
    begin: Instant(iso8601: "2026-10-01T16:00:00Z")!, provider: "bangumi-data")
  static let series = Show(
    id: ShowID(bits: 78 << 40), titles: Titles(native: "桜の連続", nativeLanguage: .japanese), kind: .tv, begin: begin,
    broadcast: Broadcast(start: begin, period: .days(7)), provider: "bangumi-data")

  func model(at now: Instant) -> Model {
    let entries = [Self.film, Self.series].map { ListEntry(show: $0.id, isFollowed: true) }
    var start = Samples.start(
      LibraryState(
        catalogue: Catalogue(shows: Samples.shows + [Self.film, Self.series], sites: Samples.sites),
        entries: Dictionary(uniqueKeysWithValues: entries.map { ($0.show, $0) })), columns: 120, rows: 30)
    start.now = now
    return Model(start)
  }

  func text(_ model: Model) -> String { ScreenPicture(model.frame.buffer).text }

  @Test func `A show that has not begun is reserved, with its day and the time until then`() {
    var model = model(at: Samples.now)
    #expect(!text(model).contains("桜の連続"))
    model.type("4")
    let row = ScreenPicture(model.frame.buffer).rows.first { $0.contains("桜の連続") } ?? ""
    for words in ["reserved", "2 Oct", "in 48d"] { #expect(text(model).contains(words)) }
    #expect(row.contains("reserved"))
    #expect(row.contains("in 48d"))
  }

  @Test func `On the day on which it starts it is on Tonight`() {
    let model = model(at: Self.begin - .hours(10))
    #expect(text(model).contains("桜の連続"))
    #expect(text(model).contains("in 10h"))
  }

  @Test func `A film is on Tonight on its day in Japan, and no longer`() {
    #expect(text(model(at: Instant(iso8601: "2026-10-02T03:00:00Z")!)).contains("Begins today"))
    #expect(text(model(at: Instant(iso8601: "2026-10-02T03:00:00Z")!)).contains("桜の映画"))
    #expect(!text(model(at: Instant(iso8601: "2026-10-03T03:00:00Z")!)).contains("桜の映画"))
    #expect(!text(model(at: Instant(iso8601: "2026-10-01T03:00:00Z")!)).contains("桜の映画"))
  }

  @Test func `The clock alone moves it to Tonight`() {
    var model = model(at: Self.begin - .days(3))
    #expect(!text(model).contains("桜の連続"))
    _ = model.update(.tick(Self.begin - .hours(3)))
    #expect(text(model).contains("桜の連続"))
  }
}
