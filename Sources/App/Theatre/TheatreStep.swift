import Playback

/// What happened in a theatre and can be taken back there.
public enum TheatreStep: Hashable, Sendable {
  /// A comment was blocked.
  case block
  /// A part was skipped, which begins at this moment of the film: it is seen after all.
  case skip(from: Int)
  /// Something was written down: that the episode counts as watched, or that a part is skipped from now on.
  case note
  /// The next episode is about to begin.
  case next
}

/// What comes after the film.
public struct UpNext: Hashable, Sendable {
  /// What it is called.
  public let title: String
  /// In how many seconds it begins; nil where it waits for the user.
  public let seconds: Int?

  /// What comes in so many seconds, or when the user says so.
  public init(_ title: String, seconds: Int? = nil) {
    self.title = title
    self.seconds = seconds
  }
}

extension Model {
  /// Takes back what happened last in the theatre on top.
  mutating func takeBackInTheatre() -> [Effect] {
    var step: TheatreStep?
    changeTheatre { layer, _ in step = layer.takeLastStep() }
    switch step {
    case nil: alarm(words.nothingToTakeBack)
    case .block: _ = onTop { $0.handle(.undo, $1) }
    case .skip(let time):
      notice = nil
      changeTheatre { $0.seek(to: time, $1) }
    case .note: return [.takeBack(.note)]
    case .next: return [.takeBack(.next)]
    }
    return []
  }

  /// Says that a part was skipped, which began at `time`.
  mutating func tellSkip(_ kind: SkippedSpan.Kind, from time: Int) {
    noteStep(.skip(from: time))
    say(words.skipped(kind, key(for: .undo) ?? "-"))
  }

  /// Says what comes next, second by second, or says it no more.
  mutating func tell(_ next: UpNext?) {
    let isKnown = theatreLayer?.steps.contains(.next) ?? false
    guard let next else {
      changeTheatre { layer, _ in layer.forget(.next) }
      if isKnown { notice = nil }
      return
    }
    let begin = key(for: .nextEpisode) ?? "-"
    guard let seconds = next.seconds else { return say(words.nextWaits(next.title, begin)) }
    if !isKnown { noteStep(.next) }
    say(words.next(next.title, seconds, begin, key(for: .undo) ?? "-"))
  }

  /// Says that what is watched counts as that now.
  mutating func tellWatched(_ edits: [ShowEdit]) {
    noteStep(.note)
    tell(edits, world.strings.saved, undo: .undo)
  }

  /// Remembers what can be taken back.
  mutating func noteStep(_ step: TheatreStep) { changeTheatre { layer, _ in layer.note(step) } }

  private var words: PlayStrings { PlayStrings.of(world.strings.language) }
}
