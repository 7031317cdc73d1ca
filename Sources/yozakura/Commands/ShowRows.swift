internal import Anime
internal import App
internal import Library

/// Shows as lines for people.
struct ShowRows {
  let session: Session
  let snapshot: Snapshot

  /// A table of the shows at `positions`, each with its id, title, kind, season and place in the list.
  func say(_ positions: [Int], to page: inout Page) {
    page.table(positions.map(row(at:)), flexible: 1)
  }

  /// A table of the shows `ids`, those among them that are not known here by their id alone.
  func say(_ ids: [ShowID], to page: inout Page) {
    page.table(
      ids.map { id in
        snapshot.catalogue.position(of: id).map(row(at:)) ?? [Page.Piece(id.description, .faint)] + [kept(id)]
      }, flexible: 1)
  }

  private func row(at position: Int) -> [Page.Piece] {
    let show = snapshot.catalogue.summary(at: position)
    return [
      Page.Piece(show.id.description, .faint),
      Page.Piece(show.title(session.titles), .strong),
      Page.Piece(show.isKnown ? session.strings.kind(show.kind) : ""),
      Page.Piece(show.isKnown ? session.strings.season(show.season) : "", .faint),
      kept(show.id),
    ]
  }

  /// What the user keeps, in a word or two.
  private func kept(_ id: ShowID) -> Page.Piece {
    let entry = snapshot.entry(for: id)
    var words: [String] = []
    if let status = entry.status { words.append(session.strings.status(status)) }
    if entry.progress > 0 { words.append(String(entry.progress)) }
    if let score = entry.score { words.append(session.scoreScale.text(score)) }
    if entry.isFollowed, let begin = snapshot.catalogue.show(id)?.begin, begin > session.now {
      words.append("\(session.strings.reserved) \(Zone.japan.civil(begin).date)")
      words.append(session.relative(begin))
    }
    let marks = entry.isFollowed ? ["●"] : []
    return Page.Piece((words.isEmpty ? marks : marks + [words.joined(separator: " · ")]).joined(separator: " "), .here)
  }
}
