/// The slots of one broadcast, and what the user's delays make of them.
///
/// A broadcast never leaves its slots. What people mean by a delay becomes one of three things:
///
///     holiday            the slot is empty; the episode comes in the next one, and so do all that follow
///     a week later       the same, for as many slots as lie between: the rest moves along
///     45 minutes later   this one comes later, and all others when they were planned
///
/// An end that the catalogue knows is a fact and stays: nothing comes in a slot after it, but for the episode that the
/// user's own note moves there.
struct SlotPlan {
  /// The slots.
  let broadcast: Broadcast
  /// The last slot; nil where nobody knows.
  private(set) var end: Instant?
  /// The slots in which nothing comes, in order.
  private(set) var empty: [Instant] = []
  /// By how much what was planned for a slot comes later.
  private(set) var moved: [Instant: Instant.Span] = [:]

  /// One slot with something in it.
  struct Slot: Hashable {
    /// When it was planned for.
    var planned: Instant
    /// When it comes.
    var at: Instant
  }

  /// The slots of `broadcast` until `end`; it comes `lag` after the broadcast whose days the delays name.
  init(_ broadcast: Broadcast, until end: Instant? = nil, delays: [Delay] = [], lag: Instant.Span = .days(0)) {
    self.broadcast = broadcast
    self.end = end
    for delay in delays { apply(delay, lag: lag) }
    empty.sort()
  }

  private mutating func apply(_ delay: Delay, lag: Instant.Span) {
    let day = Zone.japan.startOfDay(delay.of) + lag
    guard let slot = broadcast.occurrences(in: day..<day + .days(1)).first(where: isFull) else { return }
    guard let minutes = delay.by else {
      empty.append(slot)
      return
    }
    let span = Instant.Span.minutes(Int64(minutes))
    guard let count = wholeWeeks(span), case .days(let days) = broadcast.period else {
      moved[slot] = span
      return
    }
    empty += (0..<count).map { slot + .days(Int64($0 * days)) }
    if let end { self.end = max(end, slot + span) }
  }

  private func isFull(_ slot: Instant) -> Bool {
    !empty.contains(slot) && end.map { slot <= $0 } ?? true
  }

  /// How many slots a delay by whole weeks leaves empty; nil where it is none, or would not end in a slot.
  private func wholeWeeks(_ span: Instant.Span) -> Int? {
    guard case .days(let days) = broadcast.period, days > 0, span.milliseconds > 0,
      span.milliseconds % Instant.Span.weeks(1).milliseconds == 0
    else { return nil }
    let (count, rest) = span.milliseconds.quotientAndRemainder(dividingBy: Instant.Span.days(Int64(days)).milliseconds)
    return rest == 0 ? Int(count) : nil
  }

  /// What comes in `range`, in order of time.
  func slots(in range: Range<Instant>) -> [Slot] {
    guard !moved.isEmpty || !empty.isEmpty else {
      return broadcast.occurrences(in: range).prefix { isInTime($0) }.map { Slot(planned: $0, at: $0) }
    }
    let latest = moved.values.max().map { max($0, .days(0)) } ?? .days(0)
    let earliest = moved.values.min().map { min($0, .days(0)) } ?? .days(0)
    let planned = Range(uncheckedBounds: (range.lowerBound - latest, range.upperBound - earliest))
    return broadcast.occurrences(in: planned).prefix { isInTime($0) }.filter { !empty.contains($0) }
      .map { Slot(planned: $0, at: $0 + (moved[$0] ?? .days(0))) }
      .filter { range.contains($0.at) }
      .sorted { ($0.at, $0.planned) < ($1.at, $1.planned) }
  }

  /// What comes first at `instant` or later; nil where nothing more is known.
  func next(from instant: Instant) -> Slot? {
    // Notes can empty slots for years, and between two of them are up to 99 days, or 99 months.
    let from = max(instant, broadcast.start)
    let spans: [Instant.Span] = [.days(100), .days(500), .days(5000)]
    return spans.lazy.compactMap { slots(in: instant..<from + $0).first }.first
  }

  private func isInTime(_ slot: Instant) -> Bool {
    end.map { slot <= $0 } ?? true
  }

  /// How many episodes came before the slot at `planned`.
  func episodes(before planned: Instant) -> Int {
    broadcast.count(before: planned) - empty.count { $0 < planned }
  }
}
