/// When a sync is due by itself.
///
/// Whoever sits before the screen waits for minutes at most; a client that nobody looks at asks no more often than when
/// all is well. So a million of them bring a server that has just recovered about what it always has, or twice that
/// where one in a hundred is attended. Where more are, the promise of minutes costs more than that: every twentieth
/// attended, seven times as much was simulated.
///
///     somebody there   ✗ ··✗ ····✗ ········✗ ················✗     15 s, 30 s … 4½ min, spread
///     nobody there     ✗ ······································✗   the interval, ± a fifth
///
/// A value: it reads no clock and draws its chance from a generator that is handed in.
public struct SyncSchedule: Hashable, Sendable {
  /// The times.
  public struct Timing: Hashable, Sendable {
    /// Between two syncs while all is well.
    public var interval: Duration
    /// The bound of the first wait after a failure; it doubles with each…
    public var firstRetry = Duration.seconds(15)
    /// …up to this.
    public var longestRetry = Duration.seconds(270)
    /// No wait is shorter: a failure that is told at once must not become a loop.
    public var shortestRetry = Duration.seconds(2)
    /// So long after a key somebody is taken to be there.
    public var attention = Duration.seconds(600)
    /// Who comes back waits at most this long for a try.
    public var welcome = Duration.seconds(5)

    /// The usual times around an interval.
    public init(interval: Duration) {
      self.interval = interval
    }

    /// The same in a world where all goes `factor` times as fast.
    public func scaled(by factor: Double) -> Timing {
      var scaled = Timing(interval: interval / factor)
      scaled.firstRetry = firstRetry / factor
      scaled.longestRetry = longestRetry / factor
      scaled.shortestRetry = shortestRetry / factor
      scaled.attention = attention / factor
      scaled.welcome = welcome / factor
      return scaled
    }
  }

  /// How a sync ended.
  public enum Ending: Hashable, Sendable {
    /// Somebody answered.
    case answered
    /// Nothing could be had. `notBefore` is when the first of those who asked to be left alone may be asked again, where
    /// all of them did; `isSilent` tells that no request left this machine, so that a try costs nobody anything.
    case failed(notBefore: Duration? = nil, isSilent: Bool = false)
  }

  private let timing: Timing
  /// When the next sync is due.
  public private(set) var nextTry: Duration
  /// How many syncs failed one after the other.
  public private(set) var failures = 0
  /// When the first of them failed.
  public private(set) var failingSince: Duration?
  private var lastAttention: Duration?
  private var notBefore: Duration?

  /// A schedule whose first sync is due at `start`.
  public init(_ timing: Timing, start: Duration) {
    self.timing = timing
    nextTry = start
  }

  /// Takes in how a sync ended at `now`.
  public mutating func note(_ ending: Ending, at now: Duration, random: inout some RandomNumberGenerator) {
    notBefore = nil
    switch ending {
    case .answered:
      failures = 0
      failingSince = nil
      nextTry = now + spread(timing.interval, using: &random)
    case .failed(let moment, let isSilent):
      failures += 1
      failingSince = failingSince ?? now
      notBefore = moment
      let isQuick = isSilent || isAttended(at: now)
      let wait = isQuick ? retry(using: &random) : spread(timing.interval, using: &random)
      nextTry = max(now + wait, returning(moment, using: &random) ?? now)
    }
  }

  /// Takes in that somebody is there: who comes back to a client that fails need not wait for its next turn, only for the
  /// pause that was asked for.
  public mutating func attend(at now: Duration, random: inout some RandomNumberGenerator) {
    let wasAttended = isAttended(at: now)
    lastAttention = now
    guard failures > 0, !wasAttended else { return }
    let isPaused = notBefore.map { $0 > now } ?? false
    let welcome = now + timing.welcome * Double.random(in: 0...1, using: &random)
    nextTry = min(nextTry, isPaused ? returning(notBefore, using: &random) ?? welcome : welcome)
  }

  /// Whether somebody is taken to be there.
  public func isAttended(at now: Duration) -> Bool {
    lastAttention.map { now - $0 <= timing.attention } ?? false
  }

  /// Full jitter: anywhere from zero to a bound that doubles, which loads a server least while many retry one failure.
  ///
  /// Who has come to the longest wait goes on retrying for as long as the outage lasts, and half of the mean wait would
  /// be twice the load in the minute in which it ends: from there on it is nearly all of it.
  private func retry(using random: inout some RandomNumberGenerator) -> Duration {
    let bound = timing.firstRetry * Double(1 << min(20, failures - 1))
    guard bound < timing.longestRetry else { return timing.longestRetry * Double.random(in: 0.8...1, using: &random) }
    return max(timing.shortestRetry, bound * Double.random(in: 0...1, using: &random))
  }

  private func spread(_ duration: Duration, using random: inout some RandomNumberGenerator) -> Duration {
    duration * Double.random(in: 0.8...1.2, using: &random)
  }

  /// A while after the pause that was asked for: all who were told the same moment would come in the same second.
  private func returning(_ moment: Duration?, using random: inout some RandomNumberGenerator) -> Duration? {
    moment.map { $0 + timing.longestRetry * (0.25 * Double.random(in: 0...1, using: &random)) }
  }
}
