internal import Anime
internal import Library
internal import Playback

/// Writes down what was watched: of a known show how far it is, where it was left, what is skipped; of another film
/// where it was left.
struct ViewingLog: Sendable {
  let library: ShowLibrary
  /// Where films were left: those of no known show, and the episodes before the one that was watched last.
  let places: FilmPlaces
  /// Whether what follows from a change is done with it.
  let followsThrough: Bool
  /// The day in the user's zone.
  let today: @Sendable () -> CivilDate

  /// Counts `target` as watched; what was changed, nil where it was watched before.
  func watch(_ target: PlayTarget) throws -> Edited? {
    guard let show = target.show, let last = target.episodes?.upperBound else { return nil }
    let edited = try library.edit([show]) { entry, known in
      guard last > entry.progress else { return [] }
      let changes = [Change.progress(last)]
      guard followsThrough else { return changes }
      return entry.withConsequences(of: changes, today: today(), episodeCount: known.episodeCount)
    }
    return edited.first.flatMap { $0.changes.isEmpty ? nil : $0 }
  }

  /// Takes back what `edited` changed, as far as nobody changed it since, and says what that changed.
  @discardableResult
  func takeBack(_ edited: Edited) throws -> Edited {
    try library.edit(edited.show) { entry in
      edited.changes.filter { $0 == Change($0.field, of: entry) }.map { Change($0.field, of: edited.before) }
    }
  }

  /// Keeps where `target` was left and for how long it was played.
  func keep(_ stretch: PlayedStretch, of target: PlayTarget) throws {
    try places.keep(stretch, of: target.source)
    guard let show = target.show, let episode = target.episodes?.lowerBound else { return }
    let played = Played(
      episode: episode, position: stretch.position, duration: stretch.duration, seconds: stretch.played / 1000)
    guard played.isPlausible else { return }
    try library.edit(show, [.played(played)])
  }

  /// Where `target` was left, in milliseconds; nil where it begins at its beginning.
  func resumePosition(of target: PlayTarget) -> Int? {
    // The list remembers one episode of a show, on every device; other ones are where they were left on this one.
    guard let entry = entry(of: target), let episode = target.episodes?.lowerBound, entry.played?.episode == episode
    else { return places.place(of: target.source) }
    return entry.resumePosition(of: episode)
  }

  /// Skips `span` in all episodes of the show; what was changed, nil where nobody knows which that is.
  func mark(_ span: SkippedSpan, of target: PlayTarget) throws -> Edited? {
    guard let show = target.show else { return nil }
    return try library.edit(show) { [$0.skipping(SkippedPart(span.kind), span.times)] }
  }

  /// What the user keeps about the show of `target`.
  func entry(of target: PlayTarget) -> ListEntry? { target.show.map { library.snapshot().entry(for: $0) } }
}

extension SkippedPart {
  /// The part of this kind.
  init(_ kind: SkippedSpan.Kind) {
    switch kind {
    case .opening: self = .opening
    case .ending: self = .ending
    }
  }

  /// The kind of the part.
  var kind: SkippedSpan.Kind {
    switch self {
    case .opening: .opening
    case .ending: .ending
    }
  }
}
