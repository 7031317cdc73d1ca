import Anime
import Providers

/// Filters, inside of this program: what a key costs that is typed into a search field.
struct FilterBenchmarks {
  private static let texts = [
    "status:watching and airing and score>=8 and tag:iyashikei", "(type:movie or type:ova) and not on:netflix",
    "ka ri or \"夜桜\" or note:again", "unwatched or changed<30d and season>=2020",
  ]

  /// The figures, as the group `filter`.
  func figures() -> [Figure] {
    guard let catalogue else { return [.failed("filter")] }
    let entries = Self.entries(of: catalogue)
    let scene = FilterScene(
      catalogue: catalogue, now: Instant(seconds: 1_786_795_200), zone: .japan, saved: ["best": .term(.mark(.listed))])
    return [
      Figure(
        name: "filter: 5,000 entries, the slowest of \(Self.texts.count)",
        ours: slowest { filter in
          let prepared = PreparedFilter(filter, in: scene)
          return entries.values.count { prepared.passes($0.show, entry: $0) }
        }, unit: "ms", limit: 5),
      Figure(
        name: "filter: 8,821 shows, the slowest",
        ours: slowest { catalogue.positions(passing: $0, in: scene, entries: entries).count }, unit: "ms", limit: 10),
      Figure(
        name: "filter: complete a word",
        ours: time {
          let words = FilterVocabulary(catalogue: catalogue, entries: entries.values, saved: ["best"])
          _ = FilterCompletion("airing ta", cursor: 9, in: words)
        }, unit: "ms", limit: 5),
    ]
  }

  private var catalogue: Catalogue? {
    guard let decoded = try? BangumiData.decode(SyntheticCatalogue().json) else { return nil }
    let shows = decoded.shows.enumerated().map { number, show in
      show.show(id: ShowID(bits: UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15), provider: BangumiData.kind)
    }
    return Catalogue(shows: shows, sites: decoded.sites)
  }

  /// Five thousand shows of which something is kept.
  private static func entries(of catalogue: Catalogue) -> [ShowID: ListEntry] {
    var entries: [ShowID: ListEntry] = [:]
    for position in 0..<min(5000, catalogue.count) {
      var entry = ListEntry(show: catalogue.id(at: position))
      entry.status = WatchStatus.allCases[position % WatchStatus.allCases.count]
      entry.isFollowed = position % 3 == 0
      (entry.progress, entry.score) = (position % 26, position % 101)
      entry.note = position % 5 == 0 ? "watch again with Mika" : ""
      entry.tags = position % 2 == 0 ? ["iyashikei", "slice of life"] : []
      entry.changed = Instant(seconds: 1_786_795_200 - Int64(position) * 10_000)
      entries[entry.show] = entry
    }
    return entries
  }

  /// The median of the slowest of the texts, from its characters to the shows.
  private func slowest(_ find: (Filter) -> Int) -> Double {
    var found = 0
    let times = Self.texts.map { text in
      time { found += (try? Filter(text, saved: ["best"])).map(find) ?? 0 }
    }
    return found > 0 ? times.max() ?? .infinity : .infinity
  }
}
