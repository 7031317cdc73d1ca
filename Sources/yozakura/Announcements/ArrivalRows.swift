internal import Anime
internal import App
internal import Library

/// Arrivals as lines for people, one each.
struct ArrivalRows {
  let session: Session
  let snapshot: Snapshot

  /// A table of `arrivals`: when, which show and episode, its id, where.
  func say(_ arrivals: [Arrival], to page: inout Page) {
    page.table(
      arrivals.map { arrival in
        [
          Page.Piece(time(arrival)), Page.Piece(title(arrival), .new),
          Page.Piece(arrival.show.description, .faint), Page.Piece(place(arrival), .faint),
          Page.Piece(arrival.mayHaveEnded ? session.strings.mayHaveEnded : "", .faint),
          Page.Piece(arrival.link ?? "", .faint),
        ]
      }, flexible: 1)
  }

  /// `2026-08-15 22:00`; where only the day is known, that alone.
  func time(_ arrival: Arrival) -> String {
    let time = session.zone.civil(arrival.at)
    return arrival.isExact ? "\(time.date) \(time.clock)" : time.date.description
  }

  /// The show and what came of it: `葬送のフリーレン ~7`, where the number is an estimate.
  func title(_ arrival: Arrival) -> String {
    [name(arrival.show), what(arrival)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The show's title in the user's choice of languages.
  func name(_ show: ShowID) -> String {
    snapshot.catalogue.show(show)?.titles.display(session.titles) ?? show.description
  }

  /// What came: the episode's number where there is one, that it is a premiere, or that the season is whole.
  func what(_ arrival: Arrival) -> String {
    switch arrival.kind {
    case .premiere: session.strings.premiere
    case .complete: session.strings.seasonComplete
    case .feed, .tv, .stream: arrival.episode.map { ($0.isEstimate ? "~" : "") + String($0.value) } ?? ""
    }
  }

  /// Television, the site, or the feed.
  func place(_ arrival: Arrival) -> String {
    switch arrival.kind {
    case .tv: session.strings.television
    case .stream: arrival.place.map { snapshot.catalogue.site($0).map(session.strings.title(of:)) ?? $0 } ?? ""
    case .feed: arrival.place ?? ""
    case .premiere, .complete: ""
    }
  }
}

extension Snapshot {
  /// An arrival as JSON has it: facts only, so without an estimated episode.
  func json(_ arrival: Arrival) -> JSON {
    .object([
      ("show", json(arrival.show)),
      ("at", .string(arrival.at.iso8601)),
      ("kind", .string(arrival.kind.rawValue)),
      ("site", .string(orNull: arrival.place)),
      ("exact", .bool(arrival.isExact)),
      ("episode", .number(orNull: arrival.episode.flatMap { $0.isEstimate ? nil : $0.value })),
      ("title", .string(orNull: arrival.title)),
      ("link", .string(orNull: arrival.link)),
    ])
  }
}
