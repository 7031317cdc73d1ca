internal import Anime
internal import Formats
internal import Library

/// What the user's feeds brought of the shows that are followed.
///
/// A release counts where it is certain of which show it is, by the names of releases and by what the user said of them.
struct FeedArrivals {
  let library: ShowLibrary
  let corrections: CorrectionsFile
  let snapshot: Snapshot
  let now: Instant

  /// For how long an item is looked at: whoever is not told of it by then is told no more.
  private static let age = Instant.Span.days(30)

  /// The releases of followed shows that came at `begin` or later, and in the last thirty days, if that is less.
  func since(_ begin: Instant) throws -> [Arrival] {
    let entries = try recentEntries(since: max(begin, now - Self.age))
    guard !entries.isEmpty, snapshot.entries.values.contains(where: \.isFollowed) else { return [] }
    // All shows are asked: a release of a season that is not followed is not the one of another that is.
    let index = ReleaseIndex(snapshot.catalogue)
    let corrections = try corrections.read()
    return entries.compactMap { feed, entry in
      let release = ReleaseName(reading: entry.item.title)
      guard let match = index.matches(release, corrections: corrections, limit: 1).first,
        match.confidence >= ReleaseMatch.certain, snapshot.entry(for: match.show).isFollowed
      else { return nil }
      return arrival(entry, of: match.show, release, in: feed)
    }
  }

  /// The items of all feeds that came since `begin`. A feed that cannot be read is named by `feed list`.
  private func recentEntries(since begin: Instant) throws -> [(feed: String, entry: FeedArchive.Entry)] {
    try library.feeds().flatMap { feed in
      let archive = (try? library.archive(of: feed)) ?? FeedArchive()
      return archive.entries.filter { $0.seen >= begin }.map { (feed.name, $0) }
    }
  }

  /// An item came when it was there first: what a feed says of its day may lie before the last look.
  private func arrival(
    _ entry: FeedArchive.Entry, of show: ShowID, _ release: ReleaseName, in feed: String
  ) -> Arrival {
    Arrival(
      show: show, line: .feed(feed), name: entry.item.identity.description, at: entry.seen, kind: .feed, place: feed,
      episode: release.onlyEpisode.map { EpisodeNumber($0, isEstimate: false) }, link: entry.item.links.first,
      title: entry.item.title)
  }
}

extension ReleaseName {
  /// The number of the one whole episode that it holds; nil where it holds several, a part of one, or none.
  fileprivate var onlyEpisode: Int? {
    guard kind == .episode, episodes.count == 1, let range = episodes.first, range.lowerBound == range.upperBound,
      range.lowerBound.tenths == 0, range.lowerBound.part == nil
    else { return nil }
    return range.lowerBound.whole
  }
}
