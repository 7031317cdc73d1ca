internal import Anime
internal import App
internal import Library

/// What names mean, for people: each name, what it says, and the shows below it.
struct ReleaseSheet {
  let session: Session
  let snapshot: Snapshot

  private var strings: ReleaseStrings { session.strings.releases }

  func say(_ rows: [ReleaseRow], to page: inout Page) {
    for (index, row) in rows.enumerated() {
      if index > 0 { page.line() }
      page.line(Page.Piece(row.name, .faint))
      page.line(Page.Piece(row.release.title ?? strings.noTitle, .strong), Page.Piece(facts(of: row.release)))
      if row.matches.isEmpty { page.line(Page.Piece("  \(strings.noShow)", .faint)) }
      page.table(row.matches.map(line), flexible: 3)
    }
  }

  private func facts(of release: ReleaseName) -> String {
    var facts = release.seasons.map(strings.season)
    if !release.episodes.isEmpty { facts.append(strings.episodes(episodes(of: release))) }
    if release.kind != .episode { facts.append(strings.kind(release.kind)) }
    facts += [release.group, release.words.resolution].compactMap(\.self)
    return facts.map { " · \($0)" }.joined()
  }

  private func episodes(of release: ReleaseName) -> String {
    release.episodes.map { range in
      range.lowerBound == range.upperBound ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }.joined(separator: "+")
  }

  private func line(_ match: ReleaseMatch) -> [Page.Piece] {
    let title = snapshot.catalogue.show(match.show)?.titles.display(session.titles) ?? ""
    let tone: Page.Tone =
      match.confidence >= ReleaseMatch.certain ? .good : match.confidence >= ReleaseMatch.likely ? .new : .faint
    return [
      Page.Piece("  \(match.confidence)", tone), Page.Piece(match.show.description, .faint), Page.Piece(title),
      Page.Piece(match.reasons.map(strings.reason).joined(separator: " · "), .faint),
    ]
  }
}
