/// The words of the user and the catalogue that a filter can hold, to complete them.
public struct FilterVocabulary: Hashable, Sendable {
  /// The tags that exist.
  public var tags: [String]
  /// The keys of the sites.
  public var sites: [String]
  /// The seasons that shows began in, the newest first.
  public var seasons: [Season]
  /// The names of the saved filters.
  public var saved: [String]

  /// The vocabulary of these.
  public init(tags: [String] = [], sites: [String] = [], seasons: [Season] = [], saved: [String] = []) {
    self.tags = tags
    self.sites = sites
    self.seasons = seasons
    self.saved = saved
  }

  /// What can stand behind `field`, in the order in which it is offered.
  func values(of field: FilterField) -> [String] {
    switch field.form {
    case .choice(let words), .rank(let words): return words + ["none"]
    case .season: return seasons.map(\.description)
    case .date: return FilterDate.words.keys.sorted() + FilterDate.Unit.allCases.map { "30\($0.rawValue)" }
    case .id: return FilterField.idSites.map { "\($0):" }
    case .number, .score: return []
    case .text: break
    }
    switch field {
    case .tag: return tags.map { FilterValue.text($0).description } + ["none"]
    case .on: return sites
    default: return []
    }
  }
}
