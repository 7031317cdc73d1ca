/// The id of a show at a site, `bangumi:400602`.
public struct Alias: Hashable, Sendable, CustomStringConvertible {
  /// The site's key.
  public var site: String
  /// The show's id there.
  public var id: String

  /// The show that `site` knows as `id`.
  public init(site: String, id: String) {
    self.site = site
    self.id = id
  }

  /// `bangumi:400602`.
  public var description: String { "\(site):\(id)" }
}

/// How a user names a show: by its local id, or by an alias.
public enum ShowReference: Hashable, Sendable {
  case local(ShowID)
  case alias(Alias)

  /// Reads ten base32 digits, or a site's key, a colon and an id. Nil for anything else.
  public init?(_ text: String) {
    if let id = ShowID(text) {
      self = .local(id)
      return
    }
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let site = text[..<colon]
    let id = text[text.index(after: colon)...]
    guard !site.isEmpty, !id.isEmpty else { return nil }
    self = .alias(Alias(site: String(site), id: String(id)))
  }
}

extension Catalogue {
  /// The shows that `reference` fits: none, one, or several that share an alias.
  public func positions(_ reference: ShowReference) -> [Int] {
    switch reference {
    case .local(let id): position(of: id).map { [$0] } ?? []
    case .alias(let alias): positions(site: alias.site, id: alias.id)
    }
  }
}

/// What an operation says about its show, so that it can be applied where the id is unknown.
public struct ShowIdentity: Hashable, Sendable {
  /// The local id, where it was written.
  public var id: ShowID
  /// Its ids at sites.
  public var aliases: [Alias]
  /// Its first title.
  public var title: String

  /// An identity.
  public init(id: ShowID, aliases: [Alias] = [], title: String) {
    self.id = id
    self.aliases = aliases
    self.title = title
  }

  /// What is to be written about `show`; `isIdentity` tells which sites identify shows.
  public init(_ show: Show, sites isIdentity: (String) -> Bool = { _ in true }) {
    self.init(
      id: show.id,
      aliases: show.sites.filter { isIdentity($0.site) && !$0.id.isEmpty }.map { Alias(site: $0.site, id: $0.id) },
      title: show.titles.native)
  }
}

extension Catalogue {
  /// The id under which each of `identities` is kept, by the id it was written with.
  ///
  /// An id of this catalogue stays. Another one is a show of this catalogue where an alias fits
  /// that show alone; else it is the smallest of the unknown ids that share an alias with it and
  /// contradict it at no site. (Thirty seasons of one series share a MAL id; their Bangumi ids differ.)
  public func ids(of identities: some Sequence<ShowIdentity>) -> [ShowID: ShowID] {
    var ids: [ShowID: ShowID] = [:]
    var unknown: [ShowID: ShowIdentity] = [:]
    for identity in identities {
      if position(of: identity.id) != nil {
        ids[identity.id] = identity.id
      } else if let known = identity.aliases.compactMap(onlyShow).min() {
        ids[identity.id] = min(known, ids[identity.id] ?? known)
      } else {
        unknown[identity.id, default: identity].aliases += identity.aliases
      }
    }
    var firstWith: [Alias: ShowIdentity] = [:]
    for identity in unknown.values.sorted(by: { $0.id < $1.id }) where ids[identity.id] == nil {
      let elder = identity.aliases.compactMap { firstWith[$0] }.filter { !$0.contradicts(identity) }
      ids[identity.id] = elder.map { ids[$0.id] ?? $0.id }.min() ?? identity.id
      for alias in identity.aliases where firstWith[alias] == nil { firstWith[alias] = identity }
    }
    return ids
  }

  private func onlyShow(_ alias: Alias) -> ShowID? {
    let found = positions(site: alias.site, id: alias.id)
    return found.count == 1 ? id(at: found[0]) : nil
  }
}

extension ShowIdentity {
  /// Whether a site knows the two by different ids.
  fileprivate func contradicts(_ other: ShowIdentity) -> Bool {
    aliases.contains { mine in other.aliases.contains { $0.site == mine.site && $0.id != mine.id } }
  }
}
