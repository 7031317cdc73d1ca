/// What a consumer was told of one line of one show.
///
/// An episode has no number that can be trusted, and catalogues move its time. So what is kept is the time that was
/// told; it stands for whatever is on within `reach` of it, half the way to the next episode. When the catalogue moves
/// a time, the kept one moves along, so that small moves do not add up.
///
///     told   Sat 22:00 ────── reach ──────▶│
///     now    Sun 00:30   the same episode, not told again; from now on kept as Sun 00:30
public struct LineMemory: Hashable, Sendable {
  /// Nothing before this is told.
  public var since: Instant
  /// What was told, in order of time.
  public private(set) var told: [Told] = []
  /// Nothing before this is told because what was told before it is forgotten.
  public private(set) var floor: Instant?
  /// Where the episodes were on that were told; nil where the line is one place.
  var lead: AnnouncementLine?

  /// How many told arrivals are kept; at one a week more than a year.
  public static let capacity = 64

  /// Something that was told.
  public struct Told: Hashable, Sendable {
    /// When it was planned for.
    public var at: Instant
    /// Its name, where it has one.
    public var name: String?

    /// What was planned for `at`.
    public init(at: Instant, name: String? = nil) {
      self.at = at
      self.name = name
    }
  }

  /// A memory in which nothing is told, of a line that begins with `since`.
  public init(since: Instant) {
    self.since = since
  }

  /// A memory as it was written down.
  init(since: Instant, floor: Instant?, lead: AnnouncementLine?, told: [Told]) {
    self.since = since
    self.floor = floor
    self.lead = lead
    self.told = told.suffix(Self.capacity).sorted { $0.at < $1.at }
  }

  /// From when on arrivals are looked for.
  var begin: Instant { floor.map { max($0, since) } ?? since }

  /// Whether `arrival` was told.
  func holds(_ arrival: Arrival, reach: Instant.Span) -> Bool {
    index(of: arrival, reach: reach) != nil
  }

  /// Notes that `arrival` was told.
  mutating func tell(_ arrival: Arrival, reach: Instant.Span) {
    guard !holds(arrival, reach: reach) else { return }
    let place = told.firstIndex { $0.at > arrival.planned } ?? told.endIndex
    told.insert(Told(at: arrival.planned, name: arrival.name), at: place)
    guard told.count > Self.capacity else { return }
    let forgotten = told.removeFirst().at + (arrival.name == nil ? reach : Instant.Span(milliseconds: 1))
    floor = max(floor ?? forgotten, forgotten)
  }

  /// Takes over the present times of what was told: `arrivals` are those of the line, told or not.
  mutating func follow(_ arrivals: [Arrival], reach: Instant.Span) {
    var moved = told
    for arrival in arrivals {
      if let index = index(of: arrival, reach: reach) { moved[index].at = arrival.planned }
    }
    told = moved.sorted { $0.at < $1.at }
  }

  /// Puts off all that was told by `span`, because it is now looked for where it is on by that much later.
  mutating func move(by span: Instant.Span) {
    for index in told.indices { told[index].at = told[index].at + span }
  }

  /// The place of what was told and is `arrival`: by name, else the nearest within reach.
  private func index(of arrival: Arrival, reach: Instant.Span) -> Int? {
    if let name = arrival.name { return told.firstIndex { $0.name == name } }
    return told.indices
      .filter { arrival.planned - told[$0].at >= Instant.Span(milliseconds: -reach.milliseconds) }
      .filter { arrival.planned - told[$0].at < reach }
      .min { distance($0, arrival) < distance($1, arrival) }
  }

  private func distance(_ index: Int, _ arrival: Arrival) -> Int64 {
    abs((arrival.planned - told[index].at).milliseconds)
  }
}
