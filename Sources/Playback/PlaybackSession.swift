/// One viewing of one episode: what counts as watched, what is skipped, and what comes when it ends.
///
/// A pure state machine: it is told what the player tells, and of time; it answers with what is to be done. The same
/// holds in the terminal and in a window.
///
///     var session = PlaybackSession(rules: rules, hasNext: true)
///     for step in session.take(event, at: clock.milliseconds) { perform(step) }
public struct PlaybackSession: Hashable, Sendable {
  private let rules: PlaybackRules
  private let hasNext: Bool
  private var description: MediaDescription?
  private var position: PlaybackPosition?
  /// The parts that are still to be skipped.
  private var spans: [SkippedSpan]
  /// Those that are not any more: they were skipped, or are to be seen.
  private var passed: Set<SkippedSpan> = []
  private var state = State.playing
  private var watching = Watching.unwatched
  /// For how many milliseconds the media were played since that was last kept.
  private var unkept = 0
  /// Whether somebody went elsewhere since then.
  private var isMoved = false
  /// Where the user goes, until the player is there.
  private var wish: Wish?
  /// Where a jump of our own leads: it is no wish of the user's.
  private var ownTarget: Int?

  /// A place that the player was asked for, and when.
  private struct Wish: Hashable {
    let time: Int
    let moment: Int
  }

  /// Whether the media are played, or what comes after them.
  private enum State: Hashable {
    case playing
    /// The media are over; the next episode begins at this moment, or when the user says so.
    case ended(nextAt: Int?)
    /// Nothing more happens.
    case left
  }

  /// Whether the episode counts as watched, and whether that is the user's own word.
  private enum Watching: Hashable {
    case unwatched, watched, refused
  }

  /// So many milliseconds of playing are kept at once, so that a power cut costs no more.
  private static let keepEvery = 300_000
  /// A longer silence of the player is no playing: it hung, or the machine slept.
  private static let longestGap = 2_000
  /// What the player did not do by then it will not do.
  private static let patience = 2_000
  /// A jump by more than this is one that somebody asked for.
  private static let leastJump = 1_500
  /// Whoever is so near to the end of a part sees the rest of it.
  private static let leastSkip = 1_000

  /// A viewing by `rules`; `hasNext` tells whether an episode comes after it.
  public init(rules: PlaybackRules, hasNext: Bool) {
    self.rules = rules
    self.hasNext = hasNext
    spans = rules.marks
  }

  /// Where the media are.
  public var time: Int { position?.time ?? 0 }
  /// How long they are; nil where nobody knows.
  public var duration: Int? { description?.duration }
  /// Whether the episode counts as watched.
  public var isWatched: Bool { watching == .watched }
  /// Whether the media are over.
  public var hasEnded: Bool { if case .ended = state { true } else { false } }
}

// MARK: What the player tells

extension PlaybackSession {
  /// Takes in what the player told at `moment` of the monotonic clock.
  public mutating func take(_ event: PlayerEvent, at moment: Int) -> [PlaybackStep] {
    guard state != .left else { return [] }
    switch event {
    case .loaded(let description): return open(description)
    case .position(let position): return move(to: position)
    case .ended: return end(at: moment)
    default: return []
    }
  }

  private mutating func open(_ description: MediaDescription) -> [PlaybackStep] {
    self.description = description
    guard rules.skipsChapters else { return [] }
    let chapters = SkippedSpan.spans(in: description.chapters, duration: description.duration)
    // What the user marked comes before what a file says.
    let all = rules.marks + chapters.filter { chapter in !rules.marks.contains { $0.kind == chapter.kind } }
    // Media are described again where a picture has another shape, and where the player was lost.
    spans = all.filter { !passed.contains($0) }
    return []
  }

  private mutating func move(to position: PlaybackPosition) -> [PlaybackStep] {
    let before = self.position
    self.position = position
    let hasJumped = before.map { abs(position.time - $0.time(at: position.moment)) > Self.leastJump } ?? true
    if let before { count(from: before, to: position) }
    if let wish, abs(position.time - wish.time) <= Self.leastJump || position.moment > wish.moment + Self.patience {
      self.wish = nil
    }
    var steps = comeBack()
    if hasJumped { settle(jumpTo: position.time, isFirst: before == nil) }
    guard position.isMoving, state == .playing else { return steps }
    steps += skip(at: position.time)
    if steps.isEmpty { steps += watch() }
    if unkept >= Self.keepEvery { steps += keep() }
    return steps
  }

  /// Adds the time that went by, if the media went on meanwhile.
  private mutating func count(from before: PlaybackPosition, to position: PlaybackPosition) {
    let gap = position.moment - before.moment
    guard before.isMoving, gap > 0 else { return }
    unkept += min(gap, Self.longestGap)
  }

  /// Whoever goes back from the end goes on watching.
  private mutating func comeBack() -> [PlaybackStep] {
    guard case .ended = state, let time = position?.time, duration.map({ time < $0 - Self.leastSkip }) ?? true else {
      return []
    }
    state = .playing
    return [.withdrawNext]
  }

  /// A part into which somebody jumps by will is to be seen.
  private mutating func settle(jumpTo time: Int, isFirst: Bool) {
    if let target = ownTarget, abs(time - target) <= Self.leastJump {
      ownTarget = nil
    } else if !isFirst {
      isMoved = true
      passed.formUnion(spans.filter { $0.times.contains(time) })
      spans.removeAll { $0.times.contains(time) }
    }
  }

  private mutating func skip(at time: Int) -> [PlaybackStep] {
    guard description?.isSeekable ?? true, let index = spans.firstIndex(where: { $0.times.contains(time) }) else {
      return []
    }
    let span = spans.remove(at: index)
    passed.insert(span)
    guard span.times.upperBound - time > Self.leastSkip else { return [] }
    let target = min(span.times.upperBound, duration ?? .max)
    ownTarget = target
    return [.send(.seek(to: target)), .skipped(span.kind, from: time)]
  }

  private mutating func watch() -> [PlaybackStep] {
    guard watching == .unwatched, let duration, duration > 0, time >= duration / 100 * rules.watchedAt else {
      return []
    }
    watching = .watched
    return [.watched]
  }

  private mutating func end(at moment: Int) -> [PlaybackStep] {
    guard state == .playing else { return [] }
    wish = nil
    guard description?.isEnd(time) ?? true else { return breakOff() }
    var steps: [PlaybackStep] = []
    if let duration { position?.time = duration }
    position?.isPaused = true
    if watching == .unwatched {
      watching = .watched
      steps.append(.watched)
    }
    state = .ended(nextAt: hasNext ? rules.countdown.map { moment + $0 } : nil)
    return steps + keep() + (hasNext ? [.offerNext(in: rules.countdown)] : [])
  }
}

extension PlaybackSession {
  /// The media end where they should not: a file was cut short, a disk was pulled out, a server broke off.
  private mutating func breakOff() -> [PlaybackStep] {
    position?.isPaused = true
    state = .ended(nextAt: nil)
    return keep() + [.brokenOff(at: time)]
  }
}

// MARK: What time and the user bring

extension PlaybackSession {
  /// Lets time pass until `moment`: the countdown goes on.
  public mutating func pass(to moment: Int) -> [PlaybackStep] {
    guard case .ended(let next?) = state else { return [] }
    guard moment >= next else { return [] }
    state = .left
    return [.playNext]
  }

  /// How many milliseconds are left at `moment` until the next episode begins by itself; nil where none does.
  public func countdown(at moment: Int) -> Int? {
    guard case .ended(let next?) = state else { return nil }
    return max(0, next - moment)
  }

  /// Takes note of what the player is asked at `moment`: whoever leaves before it is done was there already.
  public mutating func heed(_ command: PlayerCommand, at moment: Int) {
    guard state != .left, description?.isSeekable ?? true, case .seek(let time) = command else { return }
    wish = Wish(time: time, moment: moment)
    isMoved = true
  }

  /// The user wants no next episode.
  public mutating func declineNext() -> [PlaybackStep] {
    guard case .ended(_?) = state else { return [] }
    state = .ended(nextAt: nil)
    return [.withdrawNext]
  }

  /// The user says that the episode does not count as watched, or that it does after all.
  public mutating func toggleWatched() -> [PlaybackStep] {
    guard state != .left else { return [] }
    switch watching {
    case .watched:
      watching = .refused
      return [.unwatched]
    case .unwatched, .refused:
      watching = .watched
      return [.watched]
    }
  }

  /// Keeps what was played so far.
  private mutating func keep() -> [PlaybackStep] {
    guard let position, unkept > 0 || isMoved else { return [] }
    let time = max(0, min(wish?.time ?? position.time, duration ?? .max))
    let stretch = PlayedStretch(position: time, duration: duration, played: unkept)
    (unkept, isMoved) = (0, false)
    return [.keep(stretch)]
  }

  /// The viewing is over: the window is closed, or another episode is played.
  public mutating func leave() -> [PlaybackStep] {
    guard state != .left else { return [] }
    let steps = keep()
    state = .left
    return steps
  }
}
