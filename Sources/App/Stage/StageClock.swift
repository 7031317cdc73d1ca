public import Anime

/// The media's time: where it was at some moment, and how fast it has gone on since.
///
/// Nothing counts frames: a time is computed from the moment that is handed in, so that it never drifts.
public struct StageClock: Hashable, Sendable {
  /// How long the media is, in milliseconds.
  public internal(set) var duration: Int
  /// How fast it plays, in percent.
  public private(set) var speed = 100
  private var time = 0
  /// When it was `time`; nil while it is paused.
  private var since: Instant?
  /// It stands from this moment on, unless somebody tells again where the media are.
  private var limit: Instant?

  /// So long is believed what was told last: a player that says nothing any more may hang.
  private static let patience = Instant.Span.seconds(4)

  /// The speeds, in percent.
  static let speeds = [50, 75, 100, 125, 150, 200]

  /// A clock that stands at the start.
  public init(duration: Int) {
    self.duration = max(0, duration)
  }

  /// The media's time at `now`, in milliseconds.
  public func time(at now: Instant) -> Int {
    guard let since else { return time }
    let now = limit.map { min($0, now) } ?? now
    return min(duration, time + max(0, Int((now - since).milliseconds)) * speed / 100)
  }

  /// Whether it goes on at `now`; at the end it does not.
  public func isPlaying(at now: Instant) -> Bool { since != nil && time(at: now) < duration }

  /// Plays on from where it is, from the start where that is the end.
  mutating func play(at now: Instant) {
    if time(at: now) == duration { time = 0 } else { time = time(at: now) }
    (since, limit) = (now, nil)
  }

  /// Stops where it is.
  mutating func pause(at now: Instant) {
    time = time(at: now)
    since = nil
  }

  /// Goes to `target`, and plays on if it played.
  mutating func seek(to target: Int, at now: Instant) {
    since = isPlaying(at: now) ? now : nil
    limit = nil
    time = max(0, min(target, duration))
  }

  /// Stands at `target`.
  mutating func stop(at target: Int) {
    time = max(0, min(target, duration))
    since = nil
  }

  /// Goes as the media do: at `moment` they were at `target`, and since then they go on, or stand.
  mutating func follow(_ target: Int, at moment: Instant, isMoving: Bool, speed: Int) {
    time = max(0, min(target, duration))
    since = isMoving ? moment : nil
    limit = moment + Self.patience
    self.speed = max(1, speed)
  }

  /// Takes the next higher speed, or the next lower one.
  mutating func changeSpeed(faster: Bool, at now: Instant) {
    let isPlaying = isPlaying(at: now)
    time = time(at: now)
    (since, limit) = (isPlaying ? now : nil, nil)
    speed = (faster ? Self.speeds.first { $0 > speed } : Self.speeds.last { $0 < speed }) ?? speed
  }
}
