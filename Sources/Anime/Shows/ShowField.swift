/// A fact about a show that can change; the raw values are the words of JSON output.
public enum ShowField: String, CaseIterable, Sendable {
  case titles, type, begin, end, broadcast, sites, officialSite, episodes, provider
}

/// A fact about a show that differs between two times.
public struct ShowFieldChange: Hashable, Sendable {
  /// Which fact.
  public var field: ShowField
  /// What was said before and is said no longer; "" where nothing was.
  public var before: String
  /// What is said now and was not before; "" where nothing is.
  public var after: String

  /// What stands between several titles or sites.
  public static let separator = " · "

  /// A change of `field`.
  public init(_ field: ShowField, before: String, after: String) {
    self.field = field
    self.before = before
    self.after = after
  }
}

extension Show {
  /// In what `other`, a later state of the same show, differs; of titles and sites only those that do.
  public func changes(to other: Show) -> [ShowFieldChange] {
    ShowField.allCases.compactMap { field in
      let (old, new) = (parts(of: field), other.parts(of: field))
      guard old != new else { return nil }
      let before = old.filter { !new.contains($0) }
      let after = new.filter { !old.contains($0) }
      // Nothing but the order.
      let isReordered = before.isEmpty && after.isEmpty
      return ShowFieldChange(
        field, before: (isReordered ? old : before).joined(separator: ShowFieldChange.separator),
        after: (isReordered ? new : after).joined(separator: ShowFieldChange.separator))
    }
  }

  private func parts(of field: ShowField) -> [String] {
    switch field {
    case .titles:
      ["\(titles.nativeLanguage.rawValue) \(titles.native)"]
        + Language.allCases.flatMap { language in
          (titles.translations[language] ?? []).map { "\(language.rawValue) \($0)" }
        }
    case .type: [kind.rawValue]
    case .begin: [begin.iso8601]
    case .end: [end.map(\.iso8601)].compactMap(\.self)
    case .broadcast: [broadcast.map(\.description)].compactMap(\.self)
    case .sites: sites.map(\.summary)
    case .officialSite: [officialSite].filter { !$0.isEmpty }
    case .episodes: [episodeCount.map(String.init)].compactMap(\.self)
    case .provider: [provider]
    }
  }
}

extension SiteLink {
  /// All that is said, in one line: `crunchyroll:G4PH0WXVJ from 2026-07-01T13:00:00Z in JP TW`.
  fileprivate var summary: String {
    var words = ["\(site):\(id)"]
    if let url { words.append(url) }
    if let begin { words.append("from \(begin.iso8601)") }
    if let broadcast { words.append(broadcast.description) }
    if !regions.isEmpty { words.append("in \(regions.joined(separator: " "))") }
    return words.joined(separator: " ")
  }

  /// Reads what `summary` wrote, in the order in which it wrote it; nil for anything else.
  public init?(summary: some StringProtocol) {
    var words = summary.split(separator: " ")[...]
    guard let name = words.popFirst(), let colon = name.firstIndex(of: ":") else { return nil }
    self.init(site: String(name[..<colon]), id: String(name[name.index(after: colon)...]))
    if let word = words.first, word.contains("://") { url = words.popFirst().map { String($0) } }
    if words.first == "from" {
      begin = words.dropFirst().first.flatMap { Instant(iso8601: String($0)) }
      words = words.dropFirst(2)
    }
    broadcast = words.first.flatMap { Broadcast($0) }
    if broadcast != nil { words.removeFirst() }
    guard let word = words.popFirst() else { return }
    guard word == "in" else { return nil }
    regions = words.map { String($0) }
  }
}
