internal import Anime
internal import App
internal import Library

extension Session {
  /// What is on in `range`.
  func airings(in range: Range<Instant>, of snapshot: Snapshot, limit: Int?) -> Answer {
    let airings = Array(snapshot.catalogue.airings(in: range, now: now).prefix(limit ?? .max))
    return Answer(
      fields: { [("airings", .array(airings.map(snapshot.json)))] },
      hint: airings.isEmpty ? strings.nothingAirs : starterHint(snapshot),
      say: { AiringRows(session: self, snapshot: snapshot).say(airings, to: &$0) })
  }
}

extension Snapshot {
  /// An airing as JSON has it: facts only, so without the estimated episode.
  func json(_ airing: Airing) -> JSON {
    .object([
      ("show", json(at: airing.position)),
      ("at", .string(airing.at.iso8601)),
      ("kind", .string(airing.kind.rawValue)),
      ("site", .string(orNull: airing.site)),
      ("exact", .bool(airing.isExact)),
    ])
  }
}

/// Airings as lines for people: the day, then one line for each show with its times.
struct AiringRows {
  let session: Session
  let snapshot: Snapshot

  func say(_ airings: [Airing], to page: inout Page) {
    var day: CivilDate?
    var rows: [[Page.Piece]] = []
    for row in ShowAirings.rows(airings) {
      guard let first = row.first else { continue }
      let date = session.zone.civil(first.at).date
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
    let estimate = first.episodeEstimate.map { " ~\($0)" } ?? ""
    let tone: Page.Tone = first.mayHaveEnded || isOver ? .faint : .strong
    return [
      Page.Piece(first.isExact ? session.zone.civil(first.at).clock : "--:--", isOver ? .faint : .plain),
      Page.Piece(snapshot.entry(for: show.id).isFollowed ? "●" : " ", .here),
      Page.Piece(show.title(session.titles) + estimate, tone),
      Page.Piece(show.id.description, .faint),
      Page.Piece(places(row), .faint),
      Page.Piece(first.mayHaveEnded ? session.strings.mayHaveEnded : "", .faint),
    ]
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
