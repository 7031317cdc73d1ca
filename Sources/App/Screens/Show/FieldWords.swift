import Anime
import TUI

/// The words of a fact that changed: a change has instants, broadcasts and links in the codes of catalogues.
struct FieldWords {
  let world: Surroundings

  /// What was said before and what is said since; where the short words for both are the same, the exact ones.
  func words(of change: ShowVersion.FieldChange) -> (before: String, after: String) {
    let short = (words(change.before, change.field), words(change.after, change.field))
    guard short.0 == short.1 else { return short }
    return (words(change.before, change.field, isExact: true), words(change.after, change.field, isExact: true))
  }

  private func words(_ text: String, _ field: ShowVersion.Field, isExact: Bool = false) -> String {
    guard !text.isEmpty else { return world.marks.nothing }
    return switch field {
    case .titles: each(of: text) { title($0) }
    case .sites: each(of: text) { SiteLink(summary: $0).map { link($0, isExact: isExact) } }
    case .type: Show.Kind(rawValue: text).map(world.strings.kind) ?? text
    case .begin, .end: Instant(iso8601: text).map { moment($0, isExact: isExact) } ?? text
    case .broadcast: Broadcast(text).map { times($0, isExact: isExact) } ?? text
    case .officialSite, .episodes, .provider: text
    }
  }

  /// What `words` makes of each part; what it does not know stays as it is.
  private func each(of text: String, words: (String) -> String?) -> String {
    text.split(separator: ShowVersion.FieldChange.separator).map { words(String($0)) ?? String($0) }
      .joined(separator: world.marks.separator)
  }

  /// `Japanese 葬送のフリーレン`.
  private func title(_ text: String) -> String? {
    let words = text.split(separator: " ", maxSplits: 1)
    guard words.count == 2, let language = Language(rawValue: String(words[0])) else { return nil }
    return "\(world.strings.titleLanguage(language)) \(words[1])"
  }

  /// `木棉花 TW 每周五 22:30 TW`; exactly with the show's id there.
  private func link(_ link: SiteLink, isExact: Bool) -> String {
    let site = world.siteTitle(link.site)
    let exact = isExact ? [link.id, link.url].compactMap(\.self) : []
    let when = (link.broadcast?.start ?? link.begin).map { world.days(from: $0, link.broadcast) }
    return ([site] + exact + [when].compactMap(\.self) + link.regions).joined(separator: " ")
  }

  private func moment(_ instant: Instant, isExact: Bool) -> String {
    world.date(instant) + (isExact ? " " + world.clock(instant) : "")
  }

  /// `Fri 23:00`; exactly with the first day.
  private func times(_ broadcast: Broadcast, isExact: Bool) -> String {
    let days = world.days(from: broadcast.start, broadcast)
    return isExact ? "\(world.date(broadcast.start)) \(days)" : days
  }
}
