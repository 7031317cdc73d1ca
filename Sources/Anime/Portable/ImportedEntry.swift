/// What a file of this or another program says that somebody keeps about a show.
public struct ImportedEntry: Hashable, Sendable {
  /// The local id, where the file is one of ours.
  public var id: ShowID?
  /// Its ids at sites.
  public var aliases: [Alias]
  /// Its title, or "".
  public var title: String
  /// What is kept; a field of which the file says nothing is not among them.
  public var changes: [Change]
  /// When it was written down; nil where the file does not say.
  public var written: Instant?
  /// What the file tells of the show itself, in the words of ``ForeignFields``: kept as long as no catalogue here does.
  public var facts: [String: String]

  /// An entry of a show that is known by these names.
  public init(
    id: ShowID? = nil, aliases: [Alias] = [], title: String = "", changes: [Change] = [], written: Instant? = nil,
    facts: [String: String] = [:]
  ) {
    self.id = id
    self.aliases = aliases
    self.title = title
    self.changes = changes
    self.written = written
    self.facts = facts
  }
}

/// Which show of a catalogue an imported entry is about.
public enum ImportMatch: Hashable, Sendable {
  /// This one.
  case known(ShowID)
  /// Any of these, and nothing tells which.
  case ambiguous([ShowID])
  /// None that is known here.
  case unknown
}

extension Catalogue {
  /// The show that `entry` is about: by its id here, by the first alias that fits one show alone, or by the title where
  /// an alias fits several.
  public func match(_ entry: ImportedEntry) -> ImportMatch {
    if let id = entry.id, position(of: id) != nil { return .known(id) }
    var candidates: [Int] = []
    for alias in entry.aliases {
      let found = positions(site: alias.site, id: alias.id)
      if found.count == 1 { return .known(id(at: found[0])) }
      candidates += found.filter { !candidates.contains($0) }
    }
    guard !candidates.isEmpty else { return .unknown }
    let sameTitle = candidates.filter { show(at: $0).titles.all.contains(entry.title) }
    return sameTitle.count == 1 ? .known(id(at: sameTitle[0])) : .ambiguous(candidates.map(id(at:)))
  }
}
