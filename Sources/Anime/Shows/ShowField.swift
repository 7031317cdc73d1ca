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
        field, before: (isReordered ? old : before).joined(separator: " · "),
        after: (isReordered ? new : after).joined(separator: " · "))
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
}
