/// What of a show a filter can ask for; the raw values are the words of filters.
public enum FilterField: String, CaseIterable, Sendable {
  case title, status, score, progress, rewatches, priority, tag, note
  case type, language, season, year, episodes, begin, end, started, finished, added, changed
  case on, id

  /// The field that is called `name`, in either case, by its name or by another one.
  init?(_ name: some StringProtocol) {
    let name = name.lowercased()
    switch name {
    case "site": self = .on
    case "kind": self = .type
    case "lang": self = .language
    case "tags": self = .tag
    default: self.init(rawValue: name)
    }
  }

  /// What stands behind a field.
  public enum Form: Hashable, Sendable {
    /// One of these words, which have no order.
    case choice([String])
    /// One of these words, the lowest first.
    case rank([String])
    /// A whole number.
    case number
    /// 0 to 10, with one decimal.
    case score
    /// A season or a year.
    case season
    /// A day, a month, a year, or so long ago.
    case date
    /// What the user writes.
    case text
    /// A site and the show's id there, or the show's own id.
    case id
  }

  /// What stands behind it.
  public var form: Form {
    switch self {
    case .status: .choice(WatchStatus.allCases.map(\.rawValue))
    case .type: .choice(Show.Kind.allCases.map(\.rawValue))
    case .language: .choice(Language.allCases.map { $0.rawValue.lowercased() })
    case .priority: .rank(Priority.allCases.map(\.rawValue))
    case .score: .score
    case .progress, .rewatches, .episodes, .year: .number
    case .season: .season
    case .begin, .end, .started, .finished, .added, .changed: .date
    case .title, .tag, .note, .on: .text
    case .id: .id
    }
  }

  /// Whether its values have an order, so that `<` and `>` mean something.
  public var isOrdered: Bool {
    switch form {
    case .rank, .number, .score, .season, .date: true
    case .choice, .text, .id: false
    }
  }

  /// The sites whose names stand for `id:` with them, `mal:52991`: those by whose ids shows are named everywhere.
  static let idSites = ["mal", "anilist", "bangumi", "anidb"]
}
