internal import Anime
internal import App
internal import Library

/// A month as lines for people: a table of days as wall calendars have it, and below it the user's shows day by day.
///
///      Mon    Tue    Wed    Thu    Fri    Sat    Sun
///                                          1 31   2 28●
struct MonthPage {
  let session: Session
  let snapshot: Snapshot
  let airings: [Airing]
  /// The first day of the month.
  let first: CivilDate

  private typealias Day = (date: CivilDate, rows: [ShowAirings])

  func say(to page: inout Page) {
    let days = days
    page.line(Page.Piece(session.strings.month(first), .here))
    page.table([heading] + weeks(days))
    for day in days {
      let mine = day.rows.filter(isMine)
      if mine.isEmpty { continue }
      page.line()
      AiringRows(session: session, snapshot: snapshot)
        .say(AiringList(airings: mine.flatMap { ($0.tv.map { [$0] } ?? []) + $0.streams }), to: &page)
    }
  }

  private var days: [Day] {
    let rows = Dictionary(grouping: ShowAirings.rows(airings)) { row in
      row.first.map { session.civil($0.at).date } ?? first
    }
    return (0..<31).map { first.adding(days: $0) }.filter { $0.month == first.month }
      .map { ($0, rows[$0] ?? []) }
  }

  private var heading: [Page.Piece] {
    (1...7).map { Page.Piece(" " + session.strings.weekday($0 % 7), .faint) }
  }

  /// The weeks from Monday on; days before the first are blank.
  private func weeks(_ days: [Day]) -> [[Page.Piece]] {
    let blanks = (first.weekday + 6) % 7
    let cells = Array(repeating: Page.Piece(""), count: blanks) + days.map(cell)
    return stride(from: 0, to: cells.count, by: 7).map { Array(cells[$0..<min($0 + 7, cells.count)]) }
  }

  /// ` 2 28●`: the day, how much is on, and whether anything of it is the user's.
  private func cell(_ day: Day) -> Page.Piece {
    let number = "\(day.date.day < 10 ? " " : "")\(day.date.day)"
    let count = day.rows.isEmpty ? "" : " \(day.rows.count)"
    let mark = day.rows.contains(where: isMine) ? "●" : ""
    return Page.Piece(number + count + mark, day.date == session.today ? .new : mark.isEmpty ? .plain : .strong)
  }

  private func isMine(_ row: ShowAirings) -> Bool {
    row.first.map { snapshot.entry(for: $0.show).isFollowed } ?? false
  }
}
