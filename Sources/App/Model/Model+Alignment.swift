import Anime

/// Lets the sources of an episode fit each other.
extension Model {
  private var words: AlignmentStrings { StageStrings.of(world.strings.language).alignment }

  /// Asks how the sources on the stage fit each other; only where there are several, and only in the present.
  mutating func alignSources() -> [Effect] {
    guard case .stage(let stage) = layers.last, let kept = stage.stage.content.kept, kept.distances.count > 1 else {
      alarm(words.oneSource)
      return []
    }
    guard !refusesChange() else { return [] }
    var episode = kept.episode
    episode.entry = world.library[episode.show]
    return [.alignSources(episode)]
  }

  /// Tells how the sources fit, and asks whether they are to be moved so.
  mutating func propose(_ alignment: SourceAlignment) {
    guard case .stage(let stage) = layers.last, let kept = stage.stage.content.kept,
      kept.episode.isSame(as: alignment.episode)
    else { return }
    guard !alignment.fitting.isEmpty else { return alarm(words.nothingFits) }
    let isAligned = alignment.fitting.allSatisfy { kept.distances[$0.name] == $0.fit.distance }
    if isAligned {
      say(words.already(alignment.reference, text(of: alignment)))
    } else {
      prompt = .confirm(.align(alignment))
    }
  }

  /// Keeps the offsets that were found, and lets the comments fly by them.
  mutating func align(_ alignment: SourceAlignment) -> [Effect] {
    guard case .stage(let stage) = layers.last else { return [] }
    let episode = alignment.aligned(at: stage.stage.settings.offset)
    return edit([ShowEdit(episode.show, [.offsets(episode.entry.offsets)])]) + [.playEpisode(episode)]
  }

  /// The question whether the sources are to be moved.
  func question(about alignment: SourceAlignment) -> String { words.prompt(alignment.reference, text(of: alignment)) }

  private func text(of alignment: SourceAlignment) -> String {
    alignment.fitting.map { other in
      words.fit(
        other.name, StageStrings.offset(other.fit.distance), other.fit.percent, Strings.grouped(other.fit.shared))
    }.joined(separator: ", ")
  }
}
