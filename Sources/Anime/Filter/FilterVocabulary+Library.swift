extension FilterVocabulary {
  /// The words of a catalogue and of what the user keeps.
  public init(catalogue: Catalogue, entries: some Sequence<ListEntry>, saved: some Collection<String>) {
    var tags: Set<String> = []
    for entry in entries { tags.formUnion(entry.tags) }
    self.init(
      tags: tags.sorted(), sites: catalogue.sites.map(\.key).sorted(), seasons: catalogue.seasons,
      saved: saved.sorted())
  }
}

extension Catalogue {
  /// The seasons from that of the newest show back to that of the oldest, at most a century of them.
  fileprivate var seasons: [Season] {
    guard let newest = newestFirst.first, let oldest = newestFirst.last else { return [] }
    let (first, last) = (summary(at: oldest).season, summary(at: newest).season)
    return Array((0..<400).lazy.map { last.advanced(by: -$0) }.prefix { $0 >= first })
  }
}
