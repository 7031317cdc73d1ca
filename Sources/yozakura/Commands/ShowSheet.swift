internal import Anime
internal import App
internal import Library

/// Everything about one show, for people.
struct ShowSheet {
  let session: Session
  let snapshot: Snapshot
  let show: Show

  private var strings: Strings { session.strings }

  func say(to page: inout Page) {
    let title = show.titles.display(session.titles)
    page.line(Page.Piece(title, .strong))
    for other in show.titles.all where other != title { page.line(Page.Piece(other)) }
    if show.isKnown {
      page.line(
        Page.Piece("\(strings.kind(show.kind)) · \(strings.season(Season(show.begin)))", .faint),
        Page.Piece(show.isGone ? " · \(strings.noLongerAt(show.provider))" : "", .new))
    }
    page.line()
    page.table(facts + nextTimes + links)
  }

  private var facts: [[Page.Piece]] {
    var rows: [(String, String)] = [
      ("id", show.id.description),
      (show.begin > session.now ? strings.begins : strings.began, show.isKnown ? span : ""),
    ]
    rows += [(strings.yourList, kept), (strings.note, snapshot.entry(for: show.id).note)]
    rows.append((strings.officialSite, show.officialSite))
    return rows.filter { !$0.1.isEmpty }.map { [Page.Piece($0.0, .faint), Page.Piece($0.1)] }
  }

  /// Where it streams and in which regions, then who else knows it. Indexes of downloads are no place to watch.
  private var links: [[Page.Piece]] {
    let sites = Dictionary(snapshot.catalogue.sites.map { ($0.key, $0) }) { first, _ in first }
    let links = show.sites.map { ($0, sites[$0.site]) }.filter { $0.1?.kind != .resource }
    return (links.filter { $0.1?.kind == .onair } + links.filter { $0.1?.kind != .onair }).map { link, site in
      let regions = (site?.regions(of: link) ?? link.regions).joined(separator: " ")
      return [
        Page.Piece(link.site, .faint), Page.Piece(site?.address(of: link) ?? link.id), Page.Piece(regions, .faint),
      ]
    }
  }

  private var kept: String {
    let entry = snapshot.entry(for: show.id)
    let followed = show.begin > session.now ? strings.reserved : strings.followed
    var words = entry.isFollowed ? ["● \(followed)"] : []
    if let status = entry.status { words.append(strings.status(status)) }
    if entry.progress > 0 { words.append(String(entry.progress)) }
    if let score = entry.score { words.append(session.scoreScale.text(score)) }
    return words.joined(separator: " · ")
  }

  /// Only the day is known of films and OVAs, and it is the day in Japan.
  private func day(_ instant: Instant) -> String {
    Zone.japan.civil(instant).date.description
  }

  /// `2023-09-29 – 2024-03-23`
  private var span: String {
    day(show.begin) + (show.end.map { " – \(day($0))" } ?? "")
  }

  /// When it is on next, with the time until then and the places where it comes at that time.
  private var nextTimes: [[Page.Piece]] {
    let airings = session.nextAirings(of: show, in: snapshot)
    let times = airings.map(\.at).reduce(into: [Instant]()) { if $0.last != $1 { $0.append($1) } }
    return times.enumerated().map { index, time in
      let there = airings.filter { $0.at == time }
      return [
        Page.Piece(index == 0 ? strings.next : "", .faint), Page.Piece(moment(there[0])),
        Page.Piece(there.map(place).joined(separator: " "), .faint),
      ]
    }
  }

  /// `Saturday 22 August 20:00 · in 6d`
  private func moment(_ airing: Airing) -> String {
    let civil = session.civil(airing.at)
    let countdown = session.relative(airing.at)
    let words = airing.isMoved ? strings.moved(countdown) : countdown
    return "\(strings.longDay(civil.date))\(airing.isExact ? " \(civil.clock)" : "") · \(words)"
  }

  private func place(_ airing: Airing) -> String {
    airing.site ?? (airing.kind == .tv ? strings.television : strings.kind(show.kind))
  }
}

extension Session {
  /// When `show` is on next at each place.
  func nextAirings(of show: Show, in snapshot: Snapshot) -> [Airing] {
    guard let position = snapshot.catalogue.position(of: show.id) else { return [] }
    return snapshot.catalogue.nextAirings(at: position, now: now, notes: notes(snapshot))
  }
}

extension CivilTime {
  /// `22:30`
  var clock: String {
    "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
