import Anime
import TUI

/// What is known about one show, as lines of text; where a line is an address, it can be opened.
struct ShowCard {
  let world: Surroundings
  let show: Show?
  let labelWidth: Int

  var strings: Strings { world.strings }
  var theme: Theme { world.theme }

  init(_ id: ShowID?, _ world: Surroundings) {
    self.world = world
    show = id.flatMap { world.catalogue.show($0) }
    labelWidth = Self.labelWidth(show, world)
  }

  /// Titles, dates, times, and its place in the user's list.
  func facts(width: Int) -> [Line] {
    guard let show else { return [] }
    return heading(show, width: width) + [Line()] + titles(show, width: width) + dates(show, width: width)
      + [Line()] + entry(show, width: width)
  }

  private func heading(_ show: Show, width: Int) -> [Line] {
    let summary = [
      strings.kind(show.kind), strings.season(Season(show.begin)), show.episodeCount.map(strings.episodes),
      world.catalogue.position(of: show.id).map { world.state(of: world.catalogue.summary(at: $0)) },
    ]
    let title = show.titles.display(world.titlePreference)
    guard show.isKnown else { return wrapped(title, theme[.textStrong], width) }
    return wrapped(title, theme[.textStrong], width)
      + wrapped(summary.compactMap { $0 }.joined(separator: world.marks.separator), theme[.new], width)
      + (show.isGone ? wrapped(strings.noLongerAt(show.provider), theme[.lineAlarm, on: .text], width) : [])
  }

  private func titles(_ show: Show, width: Int) -> [Line] {
    let shown = show.titles.display(world.titlePreference)
    return Language.allCases.flatMap { language -> [Line] in
      let titles = show.titles.titles(in: language).filter { $0 != shown }
      return field(strings.titleLanguage(language), titles.joined(separator: " / "), .text, width)
    } + (show.titles.all.count > 1 ? [Line()] : [])
  }

  private func dates(_ show: Show, width: Int) -> [Line] {
    guard show.isKnown else { return [] }
    let isAhead = show.begin > world.shown
    var lines = span(of: show, label: isAhead ? strings.begins : strings.began, width: width)
    if let broadcast = show.broadcast {
      lines += flowing(
        time(of: broadcast, show), label: show.kind == .web ? strings.streams : strings.television, width: width)
    }
    return lines
  }

  /// `2024-10-04 → 2024-12-20`; where that does not fit in one row, the second day stands below the first.
  private func span(of show: Show, label: String, width: Int) -> [Line] {
    let begin = world.date(show.begin)
    guard let end = show.end.map({ "\(world.marks.arrow) \(world.date($0))" }) else {
      return field(label, begin, .text, width)
    }
    guard world.widest(["\(begin) \(end)"]) > width - labelWidth else {
      return field(label, "\(begin) \(end)", .text, width)
    }
    return field(label, begin, .text, width) + field("", end, .text, width)
  }

  /// `Fri 23:00 · in 2d`: when it is on, in the user's zone; of what has ended, when it was on first.
  private func time(of broadcast: Broadcast, _ show: Show) -> [Span] {
    let airing = nextAirings.first { $0.site == nil }
    let civil = world.civil(airing?.at ?? broadcast.start)
    let (weekday, clock) = (strings.weekday(civil.date.weekday), Strings.clock(civil))
    let isWeekly = broadcast.period == .days(7) && !hasEnded
    let text = Span(isWeekly ? strings.weekly(weekday, clock) : "\(civil.date) \(clock)", style: theme[.text])
    guard let airing else { return [text] }
    let countdown = world.relative(airing.at)
    return [text, Span(airing.isMoved ? strings.moved(countdown) : countdown, style: theme[.text])]
  }

  /// Whether all of it was on.
  var hasEnded: Bool {
    let position = show.flatMap { world.catalogue.position(of: $0.id) }
    return position.map { world.catalogue.summary(at: $0).state(at: world.shown) == .ended } ?? false
  }

  private func entry(_ show: Show, width: Int) -> [Line] {
    let entry = world.library[show.id]
    guard !entry.isEmpty else { return field(strings.yourList, strings.notInList, .textFaint, width) }
    var parts: [Span] = []
    func add(_ text: String, _ style: StyleName) { parts.append(Span(text, style: theme[style])) }
    if entry.isFollowed {
      let word = show.begin > world.shown ? strings.reserved : strings.followed
      add("\(world.marks.followed) \(word)", .markFollowed)
    }
    if let status = entry.status { add("\(world.marks.status(status)) \(strings.status(status))", status.style) }
    if entry.progress > 0 || entry.status == .watching {
      add(strings.progress(entry.progress, show.episodeCount), .text)
    }
    if entry.isPinned { add("\(world.marks.pinned) \(strings.pinned)", .markFollowed) }
    if let score = entry.score { add(strings.scored(world.configuration.scoreScale.text(score)), .new) }
    return flowing(parts, label: strings.yourList, width: width) + field(strings.note, entry.note, .text, width)
  }

  // MARK: Links

  /// A line that opens something: an address, the comments of an episode, or a file; headings and remarks open nothing.
  struct LinkLine: Identifiable {
    var id: Int
    var line: Line
    var address: String?
    var episode: Int?
    var file: LocalEpisode?
    var isHeading = false

    /// Whether Enter does anything with it.
    var isOpenable: Bool { address != nil || episode != nil || file != nil }
  }

  /// Where it streams, its official site, its pages elsewhere, and where all this comes from.
  func links(width: Int) -> [LinkLine] {
    guard let show else { return [] }
    var lines: [LinkLine] = []
    func add(_ line: Line, _ address: String? = nil, isHeading: Bool = false) {
      lines.append(LinkLine(id: lines.count, line: line, address: address, isHeading: isHeading))
    }
    func addSection(_ title: String, _ links: [(SiteLink, Site?)], _ line: (SiteLink, Site?) -> Line) {
      guard !links.isEmpty else { return }
      if !lines.isEmpty { add(Line()) }
      add(Line(title, style: theme[.heading]), isHeading: true)
      for (link, site) in links { add(line(link, site), site?.address(of: link)) }
    }
    // Indexes of downloads are no place to watch.
    let links = show.sites.map { ($0, world.sites[$0.site]) }.filter { $0.1?.kind != .resource }
    let streams = links.filter { $0.1?.kind == .onair }.sorted { first($0.0) < first($1.0) }
    let cells = StreamCells(self, streams, width: width)
    addSection(strings.streams, streams) { cells.line($0, $1) }
    let others = links.filter { $0.1?.kind != .onair }
    addSection(strings.databases, others) { link, site in
      fieldLine(site.map(strings.title(of:)) ?? link.site, "\(link.site):\(link.id)", .textDim)
    }
    if Site.isSafe(show.officialSite) {
      if others.isEmpty, !lines.isEmpty { add(Line()) }
      add(fieldLine(strings.officialSite, show.officialSite, .link), show.officialSite)
    }
    add(Line())
    add(Line(strings.source(Self.source(of: show.provider)), style: theme[.textFaint]))
    return lines.map { line in
      var line = line
      line.line = line.line.truncated(to: width, ambiguity: world.ambiguity)
      return line
    }
  }

  private func first(_ link: SiteLink) -> Int64 {
    (link.broadcast?.start ?? link.begin)?.milliseconds ?? .max
  }

  /// When it is on next at each place.
  var nextAirings: [Airing] {
    guard let position = show.flatMap({ world.catalogue.position(of: $0.id) }) else { return [] }
    return world.catalogue.nextAirings(at: position, now: world.shown, notes: world.notes)
  }

  /// Who made the data, and under which licence it is here.
  static func source(of provider: String) -> String {
    switch provider {
    case Show.starterProvider: "Yozakura"
    case "bangumi-data": "bangumi-data, CC BY 4.0"
    default: "\(provider) (bangumi-data, CC BY 4.0)"
    }
  }

  // MARK: Lines

  /// As wide as the widest label, within reason, so that all values begin in one column. The names of streams, which may
  /// be long, have one of their own.
  private static func labelWidth(_ show: Show?, _ world: Surroundings) -> Int {
    let strings = world.strings
    let labels = [
      strings.television, strings.began, strings.begins, strings.yourList, strings.note, strings.officialSite,
    ]
    let pages = (show?.sites ?? []).filter { world.sites[$0.site]?.kind != .onair }.map { world.siteTitle($0.site) }
    return min(20, world.widest(labels + Language.allCases.map(strings.titleLanguage) + pages) + 2)
  }

  private func padded(_ label: String) -> String {
    label.padded(to: labelWidth - 1, ambiguity: world.ambiguity) + " "
  }

  private func fieldLine(_ label: String, _ value: String, _ style: StyleName) -> Line {
    Line([Span(padded(label), style: theme[.textFaint]), Span(value, style: theme[style])])
  }

  /// A label and a text that goes on below itself; nothing where there is no text.
  private func field(_ label: String, _ value: String, _ style: StyleName, _ width: Int) -> [Line] {
    guard !value.isEmpty else { return [] }
    let texts = value.wrapped(to: max(8, width - labelWidth), rows: 6, ambiguity: world.ambiguity)
    return texts.enumerated().map { index, text in fieldLine(index == 0 ? label : "", text, style) }
  }

  /// A label and parts side by side, which go on below where they do not fit.
  private func flowing(_ parts: [Span], label: String, width: Int) -> [Line] {
    var lines = [Line(padded(label), style: theme[.textFaint])]
    var isFirst = true
    for part in parts {
      let separator = isFirst ? "" : world.marks.separator
      let used = lines[lines.count - 1].width(ambiguity: world.ambiguity)
      if !isFirst, used + world.widest([separator + part.text]) > width {
        lines.append(Line(padded(""), style: theme[.textFaint]))
      } else {
        lines[lines.count - 1].append(separator, style: theme[.textFaint])
      }
      lines[lines.count - 1].append(part.text, style: part.style)
      isFirst = false
    }
    return lines.map { $0.truncated(to: width, ambiguity: world.ambiguity) }
  }

  private func wrapped(_ text: String, _ style: Style, _ width: Int) -> [Line] {
    text.wrapped(to: width, rows: 4, ambiguity: world.ambiguity).map { Line($0, style: style) }
  }
}
