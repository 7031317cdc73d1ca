internal import Anime
internal import App

/// What was watched, for people and as JSON.
struct StatisticsSheet {
  let statistics: Statistics
  let session: Session

  private var words: StatisticsStrings { session.strings.statistics }

  /// Figures first, then how they are spread.
  func say(to page: inout Page) {
    guard statistics.episodes > 0 || statistics.playedSeconds > 0 else { return page.line(Page.Piece(words.nothing)) }
    page.table(figures.map { [Page.Piece($0.0, .faint), Page.Piece($0.1, .strong)] })
    spread(words.byMonth, statistics.byMonth.sorted { $0.key < $1.key }.map { (String($0.key), $0.value) }, to: &page)
    let kinds = Show.Kind.allCases.compactMap { kind in
      statistics.byKind[kind].map { (session.strings.kind(kind), $0) }
    }
    spread(words.byKind, kinds, to: &page)
    let seasons = statistics.bySeason.sorted { $0.key > $1.key }.map { (session.strings.season($0.key), $0.value) }
    spread(words.bySeason, seasons, to: &page)
    let scores = Dictionary(statistics.byScore.map { (session.scoreScale.text($0.key), $0.value) }, uniquingKeysWith: +)
    spread(words.byScore, scores.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, to: &page)
  }

  private var figures: [(String, String)] {
    var figures = [
      (words.episodes, String(statistics.episodes)), (words.shows, String(statistics.shows)),
      (words.completed, String(statistics.completed)),
    ]
    let unknown = statistics.episodesOfUnknownLength
    let known = statistics.minutes > 0 ? [words.length(statistics.minutes)] : []
    figures.append(
      (words.watched, (known + (unknown > 0 ? [words.unknownLength(unknown)] : [])).joined(separator: " · ")))
    if statistics.playedSeconds > 0 { figures.append((words.played, words.length(statistics.playedSeconds / 60))) }
    if let mean = statistics.meanScore { figures.append((words.meanScore, session.scoreScale.text((mean + 5) / 10))) }
    if let busiest = statistics.busiest {
      figures.append((words.busiestDay, "\(busiest.day) · \(words.count(busiest.episodes))"))
    }
    if let streak = statistics.longestStreak {
      figures.append((words.longestStreak, "\(words.dayCount(streak.days)) · \(streak.begin) – \(streak.end)"))
    }
    if let streak = statistics.currentStreak(today: session.today) {
      figures.append((words.currentStreak, words.dayCount(streak.days)))
    }
    return figures
  }

  /// A bar for each of `rows`, the greatest 24 cells long.
  private func spread(_ title: String, _ rows: [(String, Int)], to page: inout Page) {
    guard let greatest = rows.map(\.1).max() else { return }
    page.line()
    page.line(Page.Piece(title, .faint))
    page.table(
      rows.map { name, count in
        let bar = String(repeating: "█", count: max(1, count * 24 / greatest))
        return [Page.Piece("  \(name)"), Page.Piece(String(count), .strong), Page.Piece(bar, .here)]
      })
  }

  /// The same; lengths are minutes, days are the user's.
  var json: JSON {
    let busiest = statistics.busiest.map {
      JSON.object([("day", .string($0.day.description)), ("episodes", .number($0.episodes))])
    }
    return .object([
      ("year", .number(orNull: statistics.year)), ("episodes", .number(statistics.episodes)),
      ("shows", .number(statistics.shows)), ("completed", .number(statistics.completed)),
      ("minutes", .number(statistics.minutes)),
      ("playedMinutes", .number(statistics.playedSeconds / 60)),
      ("episodesOfUnknownLength", .number(statistics.episodesOfUnknownLength)),
      ("meanScore", .decimal(orNull: statistics.meanScore.map { Double($0) / 10 })),
      ("busiestDay", busiest ?? .null), ("longestStreak", Self.json(statistics.longestStreak)),
      ("currentStreak", Self.json(statistics.currentStreak(today: session.today))),
      ("byMonth", Self.json(statistics.byMonth.sorted { $0.key < $1.key }.map { (String($0.key), $0.value) })),
      (
        "byKind",
        Self.json(Show.Kind.allCases.compactMap { kind in statistics.byKind[kind].map { (kind.rawValue, $0) } })
      ),
      ("bySeason", Self.json(statistics.bySeason.sorted { $0.key < $1.key }.map { ($0.key.description, $0.value) })),
      ("byScore", Self.json(statistics.byScore.sorted { $0.key < $1.key }.map { (String($0.key), $0.value) })),
      ("byDay", Self.json(statistics.byDay.sorted { $0.key < $1.key }.map { ($0.key.description, $0.value) })),
    ])
  }

  private static func json(_ streak: Statistics.Streak?) -> JSON {
    guard let streak else { return .null }
    return .object([
      ("days", .number(streak.days)), ("begin", .string(streak.begin.description)),
      ("end", .string(streak.end.description)),
    ])
  }

  private static func json(_ counts: [(String, Int)]) -> JSON {
    .object(counts.map { ($0.0, .number($0.1)) })
  }
}
