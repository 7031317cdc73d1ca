extension Catalogue {
  /// The show at `position`, every field decoded.
  public func show(at position: Int) -> Show {
    let row = summary(at: position)
    return Show(
      id: row.id, titles: row.titles, kind: row.kind, begin: row.begin, end: row.end, broadcast: row.broadcast,
      sites: row.sites, officialSite: row.officialSite, episodeCount: row.episodeCount, provider: row.provider,
      isGone: row.isGone)
  }

  /// The show with this id, every field decoded.
  public func show(_ id: ShowID) -> Show? {
    position(of: id).map(show(at:))
  }

  /// The row at `position`, whose fields are decoded as they are read.
  public func summary(at position: Int) -> ShowSummary {
    precondition((0..<count).contains(position), "position \(position) of \(count) shows")
    return ShowSummary(catalogue: self, position: position)
  }

  /// The id at `position`.
  public func id(at position: Int) -> ShowID {
    ShowID(bits: ids.number(at: position * 8))
  }

  /// Where the show with this id is.
  public func position(of id: ShowID) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if ids.number(at: middle * 8, as: UInt64.self) < id.bits { low = middle + 1 } else { high = middle }
    }
    return low < count && self.id(at: low) == id ? low : nil
  }

  /// The shows that `site` knows as `id`; the case of the site's key is ignored.
  ///
  /// Several where the site has one id for what are several shows here.
  public func positions(site: String, id: String) -> [Int] {
    let hash = CatalogueLayout.aliasHash(site: site, id: id)
    var index = firstAlias(from: hash)
    var found: [Int] = []
    while index < aliases.count / 8 {
      let entry: UInt64 = aliases.number(at: index * 8)
      guard entry >> 32 == UInt64(hash) else { break }
      let position = Int(entry & 0xFFFF_FFFF)
      if position < count, position != found.last, hasLink(position, site: site, id: id) { found.append(position) }
      index += 1
    }
    return found
  }

  /// The sites that the providers describe.
  public var sites: [Site] {
    (0..<min(describedSiteCount, siteRecords.count / CatalogueLayout.SiteRecord.size)).map(site(at:))
  }

  /// The site with this key; the case is ignored.
  public func site(_ key: String) -> Site? {
    sites.first { $0.key.utf8.elementsEqual(key.utf8) { $0.asciiLowercased == $1.asciiLowercased } }
  }
}

extension Catalogue {
  func begin(at position: Int) -> Int64 {
    records.number(at: position * CatalogueLayout.Record.size, as: Int64.self).clamped(to: CatalogueLayout.instants)
  }

  func text(at offset: UInt32) -> String {
    offset == CatalogueLayout.none ? "" : strings.text(at: Int(offset)).text
  }

  func regions(at offset: UInt32) -> [String] {
    text(at: offset).split(separator: " ").map(String.init)
  }

  func broadcast(in view: ByteView, start: Int, period: Int) -> Broadcast? {
    guard let start = view.instant(at: start), let period = CatalogueLayout.period(of: view.number(at: period)) else {
      return nil
    }
    return Broadcast(start: start, period: period)
  }

  func site(at index: Int) -> Site {
    typealias Field = CatalogueLayout.SiteRecord
    let base = index * Field.size
    let kind = Int(siteRecords.number(at: base + Field.kind, as: UInt32.self))
    return Site(
      key: text(at: siteRecords.number(at: base + Field.key)),
      title: text(at: siteRecords.number(at: base + Field.title)),
      urlTemplate: text(at: siteRecords.number(at: base + Field.template)),
      kind: Site.Kind.allCases[min(kind, Site.Kind.allCases.count - 1)],
      regions: regions(at: siteRecords.number(at: base + Field.regions)))
  }

  func siteKey(at index: UInt32) -> String {
    typealias Field = CatalogueLayout.SiteRecord
    return text(at: siteRecords.number(at: Int(index) * Field.size + Field.key))
  }

  func isOnAir(site index: UInt32) -> Bool {
    typealias Field = CatalogueLayout.SiteRecord
    return siteRecords.number(at: Int(index) * Field.size + Field.kind, as: UInt32.self) == 1
  }

  /// The places among the sites of those with this key; the case is ignored.
  func siteIndexes(_ key: String) -> Set<UInt32> {
    let count = siteRecords.count / CatalogueLayout.SiteRecord.size
    return Set((0..<UInt32(count)).filter { siteKey(at: $0).lowercased() == key.lowercased() })
  }

  /// Whether the show at `position` has a link to a site at one of the places that `isWanted`.
  func hasLink(_ position: Int, where isWanted: (UInt32) -> Bool) -> Bool {
    linkRange(at: position).contains { index in
      isWanted(links.number(at: index * CatalogueLayout.Link.size + CatalogueLayout.Link.site))
    }
  }

  func link(at index: Int) -> SiteLink {
    typealias Field = CatalogueLayout.Link
    let base = index * Field.size
    let url: UInt32 = links.number(at: base + Field.url)
    return SiteLink(
      site: siteKey(at: links.number(at: base + Field.site)),
      id: text(at: links.number(at: base + Field.id)),
      url: url == CatalogueLayout.none ? nil : text(at: url),
      begin: links.instant(at: base + Field.begin),
      broadcast: broadcast(in: links, start: base + Field.broadcastStart, period: base + Field.period),
      regions: regions(at: links.number(at: base + Field.regions)))
  }

  /// Which links are those of the show at `position`.
  func linkRange(at position: Int) -> Range<Int> {
    typealias Field = CatalogueLayout.Record
    let total = links.count / CatalogueLayout.Link.size
    let first = min(Int(records.number(at: position * Field.size + Field.firstLink, as: UInt32.self)), total)
    let count = Int(records.number(at: position * Field.size + Field.linkCount, as: UInt32.self))
    return first..<min(first + count, total)
  }

  private func hasLink(_ position: Int, site: String, id: String) -> Bool {
    typealias Field = CatalogueLayout.Link
    return linkRange(at: position).contains { index in
      guard text(at: links.number(at: index * Field.size + Field.id)) == id else { return false }
      let key = siteKey(at: links.number(at: index * Field.size + Field.site))
      return key.utf8.elementsEqual(site.utf8) { $0.asciiLowercased == $1.asciiLowercased }
    }
  }

  private func firstAlias(from hash: UInt32) -> Int {
    var low = 0
    var high = aliases.count / 8
    while low < high {
      let middle = (low + high) / 2
      if aliases.number(at: middle * 8, as: UInt64.self) >> 32 < UInt64(hash) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
