/// How long a machine runs, by the clock that nobody can set; it goes on while the machine sleeps.
public struct Uptime: Hashable, Sendable {
  /// What names this run of the machine; one word.
  public var boot: String
  /// How long it has lasted.
  public var elapsed: Instant.Span

  /// So long since the start that is called `boot`.
  public init(boot: String, elapsed: Instant.Span) {
    self.boot = boot
    self.elapsed = elapsed
  }
}

/// A run of the machine in which a consumer looked: the clock on the wall beside the one that nobody can set.
///
/// Where the two went apart between two looks, the one on the wall was set, and it is known by how much.
public struct ClockRun: Hashable, Sendable {
  /// The run, and how long it had lasted at the last look.
  var uptime: Uptime
  /// What the clock on the wall showed at the first look in it; where the clock was set back since, what it would have
  /// shown as it is now.
  var first: Instant
  /// What it showed at the last look.
  var last: Instant

  /// A run in which the first look is at `now`.
  init(_ uptime: Uptime, now: Instant) {
    self.uptime = uptime
    first = now
    last = now
  }

  /// A run as it was written down.
  init(_ uptime: Uptime, first: Instant, last: Instant) {
    self.uptime = uptime
    self.first = first
    self.last = last
  }

  /// Clocks that are kept right are set by less than this again and again.
  private static let tolerance = Instant.Span.minutes(1)

  /// By how much the clock on the wall was set back before `now`, a negative span; nil where it was not, or where that
  /// cannot be known.
  func setBack(at now: Instant, _ uptime: Uptime) -> Instant.Span? {
    guard uptime.boot == self.uptime.boot else { return nil }
    let expected = last + Instant.Span(milliseconds: uptime.elapsed.milliseconds - self.uptime.elapsed.milliseconds)
    let drift = now - expected
    return drift.milliseconds < -Self.tolerance.milliseconds ? drift : nil
  }
}

extension ConsumerMemory {
  /// Compares the clocks before a look at `now`: where the one on the wall was ahead at looks in this run of the
  /// machine, what began with those looks begins as much earlier.
  ///
  /// Else a show that was followed meanwhile would begin at an hour that had not come yet, and what was on until then
  /// would be told to nobody. A clock that was behind needs nothing: what began with it begins early enough.
  mutating func compareClocks(at now: Instant, _ uptime: Uptime?) {
    guard let uptime else { return run = nil }
    guard var known = run, known.uptime.boot == uptime.boot else { return run = ClockRun(uptime, now: now) }
    if let span = known.setBack(at: now, uptime) {
      move(since: known.first, by: span)
      known.first = known.first + span
    }
    (known.uptime, known.last) = (uptime, now)
    run = known
  }

  /// Moves all that began at `first` or later by `span`.
  private mutating func move(since first: Instant, by span: Instant.Span) {
    func moved(_ instant: Instant) -> Instant { instant >= first ? instant + span : instant }
    begun = moved(begun)
    looks = looks.map(moved)
    lines = lines.mapValues { line in
      var line = line
      line.since = moved(line.since)
      return line
    }
  }
}
