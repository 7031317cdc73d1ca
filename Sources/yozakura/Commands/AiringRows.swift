internal import Anime
internal import App
internal import Library

extension Snapshot {
  /// An airing as JSON has it: facts only, so without an episode that is an estimate.
  func json(_ airing: Airing) -> JSON {
    .object([
      ("show", json(at: airing.position)),
      ("at", .string(airing.at.iso8601)),
      ("planned", .string(airing.planned.iso8601)),
      ("kind", .string(airing.kind.rawValue)),
      ("site", .string(orNull: airing.site)),
      ("exact", .bool(airing.isExact)),
      ("episode", airing.episode.flatMap { $0.isEstimate ? nil : .number($0.value) } ?? .null),
    ])
  }
}

/// Airings as lines for people: the day, then one line for each show with its times.
struct AiringRows {
  let session: Session
  let snapshot: Snapshot

  /// Says the airings, and below them what begins today at an hour that nobody said.
  func say(_ list: AiringList, to page: inout Page) {
    say(list.airings, to: &page)
    guard let premieres = list.premieres, !premieres.isEmpty else { return }
    if !list.airings.isEmpty { page.line() }
    page.line(Page.Piece(session.strings.beginsToday, .here))
    ShowRows(session: session, snapshot: snapshot).say(premieres, to: &page)
  }

  private func say(_ airings: [Airing], to page: inout Page) {
    var day: CivilDate?
    var rows: [[Page.Piece]] = []
    for row in ShowAirings.rows(airings) {
      guard let first = row.first else { continue }
      let date = session.civil(first.at).date
      if date != day {
        page.table(rows, flexible: 2)
        rows = []
        if day != nil { page.line() }
        page.line(Page.Piece(session.strings.longDay(date), .here))
        day = date
      }
      rows.append(line(row, first))
    }
    page.table(rows, flexible: 2)
  }

  private func line(_ row: ShowAirings, _ first: Airing) -> [Page.Piece] {
    let show = snapshot.catalogue.summary(at: first.position)
    let isOver = first.at < session.now
    let number = first.episode.map { " \($0.isEstimate ? "~" : "")\($0.value)" } ?? ""
    let tone: Page.Tone = first.mayHaveEnded || isOver ? .faint : .strong
    return [
      Page.Piece(first.isExact ? session.civil(first.at).clock : "--:--", isOver ? .faint : .plain),
      Page.Piece(snapshot.entry(for: show.id).isFollowed ? "●" : " ", .here),
      Page.Piece(show.title(session.titles) + number, tone),
      Page.Piece(show.id.description, .faint),
      Page.Piece(places(row), .faint),
      Page.Piece(remark(first), first.isMoved ? .new : .faint),
    ]
  }

  private func remark(_ airing: Airing) -> String {
    airing.isMoved ? session.strings.moved("") : airing.mayHaveEnded ? session.strings.mayHaveEnded : ""
  }

  /// On television, and the first streams.
  private func places(_ row: ShowAirings) -> String {
    var sites: [String] = []
    for site in row.streams.compactMap(\.site) where !sites.contains(site) { sites.append(site) }
    let television = row.tv == nil ? [] : [session.strings.television]
    let others = sites.count > 3 ? ["+\(sites.count - 3)"] : []
    return (television + sites.prefix(3) + others).joined(separator: " ")
  }
}
