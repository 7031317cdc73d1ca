/// What one consumer of announcements, a cron job, a timer, the interface, was told so far.
///
/// It is no mark in time alone: of each line it keeps what was told, so that nothing is told twice and nothing is lost
/// whatever the clock and the catalogue do meanwhile. A machine may sleep, its clock may be a year ahead and come back,
/// a time may be moved behind the last look: what is on since the line began and was not told is told.
public struct ConsumerMemory: Hashable, Sendable {
  /// A line of a show.
  public struct Key: Hashable, Sendable {
    /// The show.
    public var show: ShowID
    /// The line.
    public var line: AnnouncementLine

    /// The `line` of `show`.
    public init(_ show: ShowID, _ line: AnnouncementLine) {
      self.show = show
      self.line = line
    }
  }

  /// When the consumer began.
  public internal(set) var begun: Instant
  /// When it looked, one moment for each day, the latest last; a show that is followed anew begins with the last look.
  public internal(set) var looks: [Instant] = []
  /// The run of the machine in which it looked last; nil where nobody told of any.
  public internal(set) var run: ClockRun?
  /// What it was told, line by line.
  public internal(set) var lines: [Key: LineMemory] = [:]
  /// The shows of what came in quiet hours, to be notified of afterwards.
  public internal(set) var held: [ShowID] = []

  /// How many looks are kept.
  static let lookCapacity = 16
  /// How many shows are held back; beyond that a summary says no more.
  public static let heldCapacity = 200

  /// No clock is right that shows an earlier one: 1 January 2026, before which no program of this kind was made.
  ///
  /// A machine without a battery wakes up in 1970 and learns the day later. What began then would begin with all
  /// episodes there ever were.
  static let firstMoment = Instant(milliseconds: 1_767_225_600_000)

  /// The memory of a consumer that begins with `begun`.
  public init(begun: Instant) {
    self.begun = max(begun, Self.firstMoment)
  }

  /// What is remembered of `key`; a line that is new begins with the last look before `now`, or with the consumer.
  ///
  /// So does one that began later than `now`: the clock was ahead then.
  func line(_ key: Key, now: Instant) -> LineMemory {
    let begin = looks.last { $0 <= now } ?? min(begun, now)
    guard var line = lines[key] else { return LineMemory(since: begin) }
    if line.since > now { line.since = begin }
    return line
  }

  /// Lets the consumer, and all that it knows, begin no later than with `instant`.
  public mutating func begin(by instant: Instant) {
    begun = min(begun, instant)
    looks.removeAll { $0 > instant }
    lines = lines.mapValues { line in
      var line = line
      line.since = min(line.since, instant)
      return line
    }
  }

  /// Notes a look at `now` while the shows `followed` are followed; what is no longer followed is forgotten.
  mutating func look(at now: Instant, followed: Set<ShowID>) {
    lines = lines.filter { followed.contains($0.key.show) }
    let day = now.milliseconds / 86_400_000
    looks.removeAll { $0.milliseconds / 86_400_000 == day }
    looks = Array((looks + [now]).suffix(Self.lookCapacity))
  }

  /// Notes that `news` was told.
  public mutating func tell(_ news: [News]) {
    for one in news {
      lines[Key(one.arrival.show, one.arrival.line), default: LineMemory(since: begun)]
        .tell(one.arrival, reach: one.reach)
    }
  }

  /// Keeps `shows` of which something came for a summary when somebody can be told again.
  public mutating func hold(_ shows: [ShowID]) {
    held = Array((held + shows).prefix(Self.heldCapacity))
  }

  /// Gives what was held back, and holds it no longer.
  public mutating func release() -> [ShowID] {
    defer { held = [] }
    return held
  }
}

/// An arrival that was not told yet, and how far it may be moved and still be the same.
public struct News: Hashable, Sendable {
  /// What arrived.
  public var arrival: Arrival
  /// How far its time may be moved and still mean it.
  var reach: Instant.Span

  /// `arrival`, which is the same wherever it is moved within `reach`.
  public init(_ arrival: Arrival, reach: Instant.Span = .weeks(4)) {
    self.arrival = arrival
    self.reach = reach
  }
}
