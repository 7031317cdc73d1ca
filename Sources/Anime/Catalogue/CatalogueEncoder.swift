extension Catalogue {
  /// Packs `shows` into the bytes of a catalogue; search text is folded here, once.
  ///
  /// Of shows with the same id the first is kept.
  public static func encode(shows: [Show], sites: [Site], stamp: Stamp) -> [UInt8] {
    var encoder = CatalogueEncoder(sites: sites, showCount: shows.count)
    var previous: ShowID?
    for index in shows.indices.sorted(by: { (shows[$0].id, $0) < (shows[$1].id, $1) }) where shows[index].id != previous
    {
      encoder.add(shows[index])
      previous = shows[index].id
    }
    return encoder.finish(stamp: stamp)
  }

  /// Says of the packed catalogue `bytes` which state of the capsule it is of; what follows the header is not read
  /// again, for its sum stands in the header.
  public static func restamp(_ bytes: inout [UInt8], headSequence: Int, observed: Instant?) {
    typealias Header = CatalogueLayout.Header
    let old = bytes.withUnsafeBytes { buffer in
      let view = ByteView(bytes: buffer)
      return (
        stamp: Stamp(header: view), newestBegin: view.instant(at: Header.newestBegin),
        sum: view.number(at: Header.sum, as: UInt64.self) ^ CatalogueLayout.headerSum(buffer)
      )
    }
    var stamp = old.stamp
    (stamp.headSequence, stamp.observed) = (headSequence, observed)
    var writer = ByteWriter()
    stamp.write(to: &writer, newestBegin: old.newestBegin)
    bytes.replaceSubrange(Header.headSequence..<Header.showCount, with: writer.bytes)
    let sum = old.sum ^ bytes.withUnsafeBytes(CatalogueLayout.headerSum)
    withUnsafeBytes(of: sum.littleEndian) { bytes.replaceSubrange(Header.sum..<CatalogueLayout.headerSize, with: $0) }
  }
}

/// Packs shows, given in the order of their ids.
struct CatalogueEncoder {
  private var ids: ByteWriter
  private var records: ByteWriter
  private var links: ByteWriter
  private var strings: ByteWriter
  private var sites = ByteWriter()
  private var aliases: [UInt64] = []
  private var begins: [Int64] = []
  private var folded: FoldedTitles
  private var interned: [String: UInt32] = [:]
  private var siteIndexes: [String: UInt32] = [:]
  private var onAirSites: Set<UInt32> = []
  private var describedSiteCount = 0

  init(sites: [Site], showCount: Int) {
    ids = ByteWriter(reserving: showCount * 8)
    records = ByteWriter(reserving: showCount * CatalogueLayout.Record.size)
    links = ByteWriter(reserving: showCount * 9 * CatalogueLayout.Link.size)
    strings = ByteWriter(reserving: showCount * 300)
    folded = FoldedTitles(reserving: showCount * 150)
    for site in sites where siteIndexes[site.key] == nil { add(site) }
    describedSiteCount = siteIndexes.count
  }

  mutating func add(_ show: Show) {
    let position = UInt32(begins.count)
    let firstLink = UInt32(links.count / CatalogueLayout.Link.size)
    for link in show.sites { add(link, of: position) }
    let span = AiringSpan(of: show) { onAirSites.contains(siteIndexes[$0] ?? CatalogueLayout.none) }
    let titles = put(show.titles)

    ids.put(show.id.bits)
    begins.append(show.begin.milliseconds.clamped(to: CatalogueLayout.instants))
    records.put(show.begin)
    records.put(show.end)
    records.put(show.broadcast?.start)
    records.put(span.first)
    records.put(span.last)
    records.put(CatalogueLayout.number(of: show.broadcast?.period))
    records.put(UInt8(Show.Kind.allCases.firstIndex(of: show.kind) ?? 0))
    records.put(show.titles.nativeLanguage.index)
    records.put(UInt16(show.isGone ? 1 : 0))
    records.put(titles)
    records.put(firstLink)
    records.put(UInt32(show.sites.count))
    records.put(put(show.officialSite))
    records.put(intern(show.provider))
    records.put(show.episodeCount.map { UInt32(clamping: min($0, 1_000_000)) } ?? CatalogueLayout.none)
    folded.add(show.titles)
  }

  mutating func finish(stamp: Catalogue.Stamp) -> [UInt8] {
    aliases.sort()
    let count = begins.count
    let newest = (0..<count).sorted { (begins[$1], $0) < (begins[$0], $1) }
    let parts: [ByteWriter] = CatalogueLayout.Part.allCases.map { part in
      switch part {
      case .ids: ids
      case .records: records
      case .links: links
      case .strings: strings
      case .sites: sites
      case .aliases: numbers(aliases)
      case .newest: numbers(newest.map { UInt32($0) })
      case .byTitle: numbers(folded.positionsByTitle())
      case .folded: folded.text
      case .foldedAt: numbers(folded.starts)
      case .histogram: numbers(folded.histogram())
      case .spelled: folded.spellings
      case .spelledAt: numbers(folded.spellingStarts)
      }
    }
    return assemble(parts, stamp: stamp, newestBegin: begins.max().map { Instant(milliseconds: $0) })
  }

  private func assemble(_ parts: [ByteWriter], stamp: Catalogue.Stamp, newestBegin: Instant?) -> [UInt8] {
    let padded = parts.map { ($0.count + 7) / 8 * 8 }
    let length = CatalogueLayout.headerSize + padded.reduce(0, +)
    var whole = ByteWriter(reserving: length)
    whole.put(CatalogueLayout.magic)
    whole.put(CatalogueLayout.format)
    whole.put(UInt32(parts.count))
    whole.put(UInt64(length))
    stamp.write(to: &whole, newestBegin: newestBegin)
    whole.put(UInt32(begins.count))
    whole.put(UInt32(describedSiteCount))
    var offset = CatalogueLayout.headerSize
    for (part, size) in zip(parts, padded) {
      whole.put(UInt64(offset))
      whole.put(UInt64(part.count))
      offset += size
    }
    whole.put(UInt64(0))
    for part in parts {
      whole.put(part.bytes)
      whole.pad(toMultipleOf: 8)
    }
    var bytes = whole.bytes
    let sum = bytes.withUnsafeBytes(CatalogueLayout.sum)
    withUnsafeBytes(of: sum.littleEndian) {
      bytes.replaceSubrange(CatalogueLayout.Header.sum..<CatalogueLayout.headerSize, with: $0)
    }
    return bytes
  }

  private func numbers(_ numbers: [some FixedWidthInteger]) -> ByteWriter {
    var writer = ByteWriter(reserving: numbers.count * 8)
    for number in numbers { writer.put(number) }
    return writer
  }
}

extension CatalogueEncoder {
  private mutating func add(_ site: Site) {
    let index = UInt32(siteIndexes.count)
    siteIndexes[site.key] = index
    if site.kind == .onair { onAirSites.insert(index) }
    sites.put(intern(site.key))
    sites.put(intern(site.title))
    sites.put(intern(site.urlTemplate))
    sites.put(intern(site.regions.joined(separator: " ")))
    sites.put(UInt32(Site.Kind.allCases.firstIndex(of: site.kind) ?? 0))
  }

  private mutating func add(_ link: SiteLink, of position: UInt32) {
    if siteIndexes[link.site] == nil {
      add(Site(key: link.site, title: link.site, urlTemplate: "", kind: .info))
    }
    links.put(siteIndexes[link.site] ?? CatalogueLayout.none)
    links.put(CatalogueLayout.number(of: link.broadcast?.period))
    links.put(intern(link.regions.joined(separator: " ")))
    links.put(put(link.id))
    links.put(link.url.map { put($0) } ?? CatalogueLayout.none)
    links.put(UInt32(0))
    links.put(link.begin)
    links.put(link.broadcast?.start)
    aliases.append(UInt64(CatalogueLayout.aliasHash(site: link.site, id: link.id)) << 32 | UInt64(position))
  }

  private mutating func put(_ text: String) -> UInt32 {
    let offset = UInt32(strings.count)
    strings.put(text)
    return offset
  }

  private mutating func put(_ titles: Titles) -> UInt32 {
    let offset = put(titles.native)
    strings.putCount(titles.translations.count)
    for language in Language.allCases {
      guard let texts = titles.translations[language] else { continue }
      strings.put(language.index)
      strings.putCount(texts.count)
      for text in texts { strings.put(text) }
    }
    return offset
  }

  private mutating func intern(_ text: String) -> UInt32 {
    if let offset = interned[text] { return offset }
    let offset = put(text)
    interned[text] = offset
    return offset
  }
}
