import Anime

/// Whose offsets a stage shows, where its comments are those that are kept of an episode.
///
/// One offset stands on the stage, that of the first source; the others keep their distance to it, which their
/// comments are moved by already.
public struct KeptOffsets: Hashable, Sendable {
  /// Whose they are.
  public let episode: KeptEpisode
  /// By how many milliseconds each source is moved beyond the offset of the stage.
  public let distances: [String: Int]
  /// The offset that the stage begins with.
  public let first: Int

  /// The offsets of `sources`, in their order, as the entry of `episode` remembers them.
  public init(_ sources: [String], of episode: KeptEpisode) {
    self.episode = episode
    let entry = episode.entry
    let first = sources.first.flatMap { entry.offsets[$0] } ?? 0
    self.first = first
    distances = Dictionary(sources.map { ($0, (entry.offsets[$0] ?? 0) - first) }) { one, _ in one }
  }

  /// What is to be remembered when the stage's offset is `offset` at last; nil where that says nothing new.
  func change(_ offset: Int, over entry: ListEntry) -> Change? {
    let moved = distances.reduce(entry) { entry, source in
      entry.applying([entry.moving(source.key, by: offset + source.value)])
    }
    return moved.offsets == entry.offsets ? nil : .offsets(moved.offsets)
  }
}

extension StageLayer {
  /// The show and the change of its offsets that the user made on this stage; nil where none was made.
  func movedOffsets(_ world: Surroundings) -> (show: ShowID, change: Change)? {
    guard let kept = stage.content.kept, stage.settings.offset != stage.content.offset else { return nil }
    return kept.change(stage.settings.offset, over: world.library[kept.episode.show]).map { (kept.episode.show, $0) }
  }
}
