import Anime
import App
import TUI
import TUITesting
import Testing

/// How far a moment is, as everything on screen and every command says it.
@Suite struct RelativeTimeTests {
  /// What is said in Tokyo on Saturday 15 August 2026 at 22:40:10 of `time`.
  private func words(_ time: String, _ language: InterfaceLanguage = .english, dayBegins hour: Int = 0) throws -> String
  {
    let now = try #require(Instant(iso8601: "2026-08-15T22:40:10+09:00"))
    let boundary = DayBoundary(hour: hour)
    return Strings(language).relative(try #require(Instant(iso8601: time)), now: now) {
      boundary.civil($0, in: .japan).date
    }
  }

  @Test(arguments: [
    ("2026-08-15T23:30:00+09:00", "in 50m"), ("2026-08-15T23:40:00+09:00", "in 1h"),
    ("2026-08-16T22:39:00+09:00", "in 23h 59m"), ("2026-08-15T22:00:00+09:00", "40m ago"),
    ("2026-08-15T22:40:00+09:00", "just now"), ("2026-08-15T22:38:30+09:00", "1m ago"),
  ])
  func `Within a day minutes are those of the clock`(_ time: String, _ expected: String) throws {
    #expect(try words(time) == expected)
  }

  @Test(arguments: [
    ("2026-08-16T23:00:00+09:00", "in 1d"), ("2026-08-17T14:00:00+09:00", "in 2d"),
    ("2026-08-18T14:00:00+09:00", "in 3d"), ("2026-08-19T00:10:00+09:00", "in 4d"),
    ("2026-08-14T20:00:00+09:00", "1d ago"), ("2026-08-12T23:50:00+09:00", "3d ago"),
  ])
  func `From a day on the days of the calendar are counted`(_ time: String, _ expected: String) throws {
    #expect(try words(time) == expected)
  }

  @Test func `A night belongs to the day before where days begin later`() throws {
    #expect(try words("2026-08-18T01:30:00+09:00") == "in 3d")
    #expect(try words("2026-08-18T01:30:00+09:00", dayBegins: 5) == "in 2d")
  }

  @Test func `Tuesday is three days from Saturday in every language`() throws {
    #expect(try words("2026-08-18T14:00:00+09:00", .japanese) == "あと3日")
    #expect(try words("2026-08-18T14:00:00+09:00", .simplifiedChinese) == "3天后")
  }

  @Test func `The card counts so too: from Saturday evening to Friday half past midnight are six days`() {
    var model = Samples.model(columns: 120, rows: 36)
    model.type("2/Chainsmoker<Enter>")
    #expect(ScreenPicture(model.frame.buffer).text.contains("in 6d"))
  }
}
