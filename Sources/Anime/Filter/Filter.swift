/// Which shows are wanted, as the user says it: `status:watching and airing and score>=8`.
///
/// A value that prints back as text that reads as the same value. Lists are flat: no `all` stands directly in an
/// `all`, and none has one member only; `Filter.all(of:)` and its like keep that.
public indirect enum Filter: Hashable, Sendable {
  /// Every one of these; none of them lets everything pass.
  case all([Filter])
  /// At least one of these.
  case any([Filter])
  /// What this one does not let pass.
  case not(Filter)
  /// One question about a show.
  case term(FilterTerm)

  /// How many characters a filter can have.
  public static let maximumLength = 4000
  /// How deep parentheses and `not` can stand in one another: reading and asking go as deep into the stack.
  public static let maximumDepth = 50

  /// What lets everything pass.
  public static let everything = Filter.all([])

  /// The filter that wants every one of `filters`.
  public static func all(of filters: [Filter]) -> Filter {
    let flat = filters.flatMap { filter in
      if case .all(let members) = filter { members } else { [filter] }
    }
    return flat.count == 1 ? flat[0] : .all(flat)
  }

  /// The filter that wants at least one of `filters`.
  static func any(of filters: [Filter]) -> Filter {
    let flat = filters.flatMap { filter in
      if case .any(let members) = filter { members } else { [filter] }
    }
    return flat.count == 1 ? flat[0] : .any(flat)
  }

  /// The filter that wants what `filter` does not.
  static func not(of filter: Filter) -> Filter {
    if case .not(let inner) = filter { inner } else { .not(filter) }
  }

  /// The words that every show has to hold in its titles; a list is ranked by them. "" where there are none.
  public var words: String {
    switch self {
    case .term(.words(let words)): words
    case .all(let members):
      members.map { if case .term(.words(let words)) = $0 { words } else { "" } }.filter { !$0.isEmpty }
        .joined(separator: " ")
    case .any, .not, .term: ""
    }
  }

  /// Whether it asks for nothing but words in titles, as a search does.
  public var isSearch: Bool {
    switch self {
    case .term(.words): true
    case .all(let members): members.isEmpty
    case .any, .not, .term: false
    }
  }

  /// Every term in it, in the order in which they are written.
  public var terms: [FilterTerm] {
    switch self {
    case .all(let members), .any(let members): members.flatMap(\.terms)
    case .not(let filter): filter.terms
    case .term(let term): [term]
    }
  }
}
