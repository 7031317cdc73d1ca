/// Says of files which episodes they are, one after the other; releases of one title are looked up once.
///
///     var matcher = LocalMatcher(catalogue, corrections: corrections, relations: relations)
///     let episode = matcher.episode(of: file, ReleaseName(path: file.path))
public struct LocalMatcher {
  private let catalogue: Catalogue
  private let index: ReleaseIndex
  private let corrections: MatchCorrections
  private let relations: EpisodeRelations
  private var known: [ReleaseName: ReleaseMatch?] = [:]

  /// A matcher for the shows of `catalogue`, with what the user said of releases and of numbers.
  public init(_ catalogue: Catalogue, corrections: MatchCorrections, relations: EpisodeRelations) {
    self.catalogue = catalogue
    index = ReleaseIndex(catalogue)
    self.corrections = corrections
    self.relations = relations
  }

  /// What `file` is, whose name says `release`.
  public mutating func episode(of file: LocalFile, _ release: ReleaseName) -> LocalEpisode {
    let match = match(release)
    var episode = LocalEpisode(
      file: file, title: release.title, kind: release.kind, episodes: Self.span(release),
      resolution: release.words.resolution, group: release.group, show: match?.show,
      confidence: match?.confidence ?? 0)
    settle(&episode)
    return episode
  }

  private mutating func match(_ release: ReleaseName) -> ReleaseMatch? {
    let key = release.withoutEpisode
    if let match = known[key] { return match }
    let match = index.matches(release, corrections: corrections, limit: 1).first
    known[key] = .some(match)
    return match
  }

  /// From the first number to the last one that a name tells.
  private static func span(_ release: ReleaseName) -> ClosedRange<ReleaseEpisode>? {
    let numbers = release.episodes
    guard let first = numbers.map(\.lowerBound).min(), let last = numbers.map(\.upperBound).max() else { return nil }
    return first...last
  }

  /// A film without a number is its own first episode; what the user's rules count elsewhere is there.
  private func settle(_ episode: inout LocalEpisode) {
    guard let id = episode.show, let position = catalogue.position(of: id), let show = catalogue.show(id) else {
      return
    }
    let isSingle = catalogue.summary(at: position).kind == .movie || show.episodeCount == 1
    if episode.episodes == nil, isSingle { episode.episodes = ReleaseEpisode(1)...ReleaseEpisode(1) }
    guard let number = episode.numbers, number.count == 1,
      let destination = relations.destination(of: number.lowerBound, in: ShowIdentity(show).aliases)
    else { return }
    let shows = destination.shows.flatMap { catalogue.positions(site: $0.site, id: $0.id) }
    guard let target = shows.first else { return }
    episode.show = catalogue.id(at: target)
    episode.episodes = ReleaseEpisode(destination.episode)...ReleaseEpisode(destination.episode)
  }
}

extension ReleaseName {
  /// Whether it is something that counts as watched: openings, endings and trailers do not.
  public var isWatchable: Bool { kind != .opening && kind != .ending && kind != .trailer }

  /// What of it decides which show it is of.
  fileprivate var withoutEpisode: ReleaseName {
    var key = self
    key.episodes = []
    key.absoluteEpisode = nil
    key.volumes = []
    key.version = nil
    key.words = Words()
    key.checksum = nil
    key.fileExtension = nil
    return key
  }
}
