import Anime

/// A consumer who asks for a year: by cron, at odd times, after ten days of sleep, with a clock that is wrong for a
/// while; sometimes it is killed, before it says anything or before it remembers that it did.
struct SimulatedConsumer {
  /// What it was told, and whether it remembers.
  private(set) var told: [Told] = []
  /// How often it asked.
  private(set) var askedCount = 0

  struct Told {
    var arrival: Arrival
    /// The edition that said so.
    var edition: Int
    /// Whether it was killed before it was remembered, so that it comes once more.
    var isForgotten: Bool
  }

  private let wall: WallZone
  private let choice: AnnouncementChoice
  private var kept: String
  private var skew = Instant.Span(milliseconds: 0)
  private var skewedCalls = 0
  /// When the machine was started.
  private var boot: Instant
  /// The starts of the machine after which it asked with a wrong clock since it last asked with a right one.
  private var wrongBoots: Set<Instant> = []
  /// The shows that were followed when it last asked with a right clock.
  private var known: Set<ShowID> = []
  /// From when on a show can be judged that was followed while the clock was wrong, where the machine was started anew
  /// before the clock was right: by how much it had been wrong nobody can know then.
  private(set) var judgedFrom: [ShowID: Instant] = [:]

  init(_ choice: AnnouncementChoice, from begin: Instant, using random: inout some RandomNumberGenerator) {
    self.choice = choice
    boot = begin
    wall = WallZone.allCases.randomElement(using: &random) ?? .tokyo
    kept = ConsumerMemory(begun: begin).text
  }

  /// When it asks next.
  mutating func next(after time: Instant, using random: inout some RandomNumberGenerator) -> Instant {
    switch Int.random(in: 0..<20, using: &random) {
    case 0: return time + .days(10)
    case 1...4: return time + .minutes(Int64.random(in: 0..<900, using: &random))
    default: return wall.next(hour: [2, 8, 20].randomElement(using: &random) ?? 8, after: time)
    }
  }

  /// Asks at `time`, with the clock as it is just now.
  mutating func ask(
    _ editions: [Edition], _ index: Int, _ followed: [ListEntry], at time: Instant, isLast: Bool,
    using random: inout some RandomNumberGenerator
  ) {
    setClock(isLast: isLast, using: &random)
    guard var memory = ConsumerMemory(kept) else { preconditionFailure("a memory does not read back:\n\(kept)") }
    if Int.random(in: 0..<20, using: &random) == 0 { boot = time }
    let announcer = Announcer(
      editions[index].catalogue, choice: choice, now: time + skew,
      uptime: Uptime(boot: "\(boot.milliseconds)", elapsed: time - boot))
    var news = announcer.news(for: &memory, following: followed)
    if !isLast, Int.random(in: 0..<10, using: &random) == 0 { news = Array(news.prefix(2)) }
    memory.tell(news)
    askedCount += 1
    let fate = isLast ? 9 : Int.random(in: 0..<10, using: &random)
    if fate == 0 { return }
    told += news.map { Told(arrival: $0.arrival, edition: index, isForgotten: fate == 1) }
    guard fate > 1 else { return }
    kept = memory.text
    takeNote(of: Set(followed.map(\.show)), at: time)
  }

  /// Notes a look that it remembers.
  private mutating func takeNote(of shows: Set<ShowID>, at time: Instant) {
    guard skew.milliseconds == 0 else {
      wrongBoots.insert(boot)
      return
    }
    if !wrongBoots.isSubset(of: [boot]) { for show in shows.subtracting(known) { judgedFrom[show] = time } }
    known = shows
    wrongBoots = []
  }

  private mutating func setClock(isLast: Bool, using random: inout some RandomNumberGenerator) {
    skewedCalls -= 1
    if isLast || skewedCalls == 0 { skew = Instant.Span(milliseconds: 0) }
    guard !isLast, skewedCalls <= 0, Int.random(in: 0..<25, using: &random) == 0 else { return }
    skew =
      [.hours(3), .hours(20), .hours(-3), .days(30), .days(-30), .days(-9000)].randomElement(using: &random)
      ?? .hours(1)
    skewedCalls = Int.random(in: 1..<6, using: &random)
  }
}
