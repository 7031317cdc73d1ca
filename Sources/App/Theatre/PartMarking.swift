public import Playback

/// What came of a press that marks an opening or an ending.
public enum PartMarking: Hashable, Sendable {
  /// It begins here; another press says where it ends.
  case begun(SkippedSpan.Kind)
  /// It is kept, and skipped in every episode from now on.
  case kept(SkippedSpan.Kind)
  /// Nobody knows which show is played, so that there is nothing to keep it for.
  case unknownShow
}

extension Model {
  /// Marks where a part of the film on top begins or ends; both ends are taken back at once.
  func markPart(_ action: Action) -> [Effect] {
    guard case .stage(let stage) = layers.last, stage.isTheatre else { return [] }
    return [.markPart(action == .markOpening ? .opening : .ending, at: stage.stage.clock.time(at: world.now))]
  }

  /// Says what came of that.
  mutating func tell(_ marking: PartMarking) {
    let words = PlayStrings.of(world.strings.language)
    switch marking {
    case .begun(let kind):
      let action: Action = kind == .opening ? .markOpening : .markEnding
      say(words.markBegun(kind, key(for: action) ?? "-"))
    case .kept(let kind):
      noteStep(.note)
      say(words.marked(kind))
      notice?.undo = .undo
    case .unknownShow: alarm(words.unknownShow)
    }
  }
}
