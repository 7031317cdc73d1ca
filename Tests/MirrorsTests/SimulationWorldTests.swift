import Testing

@testable import Mirrors

@Suite struct SimulationWorldTests {
  private let day = Duration.seconds(86_400)

  private func world(_ mirrors: [Scenario.Mirror], groups: [Scenario.Group] = [], seed: UInt64 = 1) -> World {
    var scenario = Scenario()
    scenario.mirrors = mirrors
    scenario.groups = groups
    return World(scenario, seed: seed)
  }

  /// The share of the month in which the mirror at `place` is up.
  private func uptime(_ place: Int, in world: World) -> Double {
    let pieces = world.mirrors[place].timeline.pieces
    let up = pieces.indices.filter { pieces[$0].value == .up }.reduce(Duration.zero) { sum, index in
      sum + (index + 1 < pieces.count ? pieces[index + 1].start : max(pieces[index].start, world.scenario.span))
        - pieces[index].start
    }
    return up / world.scenario.span
  }

  private let often = Trouble<Behaviour>(
    [.down, .silent], every: .exponential(mean: .seconds(9000)), lasts: .exponential(mean: .seconds(1000)))

  @Test func `A mirror that nothing befalls is always up`() {
    #expect(world([.init("calm")]).mirrors[0].timeline.pieces.map(\.value) == [.up])
  }

  @Test func `Trouble comes as often and lasts as long as it is said to`() {
    var mirror = Scenario.Mirror("shaky")
    mirror.troubles = [often]

    #expect(abs(uptime(0, in: world([mirror])) - 0.9) < 0.03)
  }

  @Test func `The same seed gives the same world, another one another`() {
    var mirror = Scenario.Mirror("shaky")
    mirror.troubles = [often]
    let timeline = world([mirror], seed: 4).mirrors[0].timeline

    #expect(world([mirror], seed: 4).mirrors[0].timeline == timeline)
    #expect(world([mirror], seed: 5).mirrors[0].timeline != timeline)
  }

  @Test func `What befalls a group befalls all its members at once`() {
    let mirrors = [Scenario.Mirror("a", group: "cdn"), .init("b", group: "cdn"), .init("c")]
    let world = world(mirrors, groups: [.init("cdn", troubles: [often])])

    #expect(world.mirrors[0].timeline.pieces.count > 100)
    #expect(world.mirrors[0].timeline == world.mirrors[1].timeline)
    #expect(world.mirrors[2].timeline.pieces.count == 1)
  }

  @Test func `Without shared fate each member has trouble of its own, as much of it`() {
    var scenario = Scenario()
    scenario.mirrors = [Scenario.Mirror("a", group: "cdn"), .init("b", group: "cdn")]
    scenario.groups = [.init("cdn", troubles: [often])]
    let world = World(scenario.withoutSharedFate, seed: 1)

    #expect(world.mirrors[0].timeline != world.mirrors[1].timeline)
    #expect(abs(uptime(0, in: world) - uptime(1, in: world)) < 0.04)
  }

  @Test func `A known outage hides what would have befallen its mirrors by chance`() {
    var scenario = Scenario()
    scenario.mirrors = [Scenario.Mirror("a", group: "cdn"), .init("b")]
    scenario.mirrors[0].troubles = [often]
    scenario.outages = [.init("cdn", .lying, from: day, for: day)]
    let world = World(scenario, seed: 1)

    #expect(world.mirrors[0].timeline.pieces.contains { $0.start == day && $0.value == .lying })
    #expect(world.mirrors[0].timeline.change(after: day)?.start == day * 2)
    #expect(world.mirrors[1].timeline.pieces.count == 1)
  }

  @Test func `It is dark while nobody honest serves, and while nobody honest tells the version`() {
    var (file, teller) = (Scenario.Mirror("file"), Scenario.Mirror("teller"))
    file.tells = false
    teller.serves = false
    var scenario = Scenario()
    scenario.mirrors = [file, teller]
    scenario.outages = [.init("file", .silent, from: day, for: day), .init("teller", .stale, from: day * 4, for: day)]
    #expect(World(scenario, seed: 1).blackouts == [day..<day * 2, day * 4..<day * 5])

    scenario.mirrors[0].isVersioned = false
    #expect(World(scenario, seed: 1).blackouts == [day..<day * 2])
  }

  @Test func `The newest release is the last one that came out`() {
    var scenario = Scenario()
    scenario.releases = .fixed(.seconds(7 * 86_400))
    let world = World(scenario, seed: 1)

    #expect(world.releases.count == 5)
    #expect(world.newestRelease(at: day * 7 - .milliseconds(1)) == 0)
    #expect(world.newestRelease(at: day * 7) == 1)
    #expect(world.newestRelease(at: day * 30) == 4)
  }

  @Test func `A queue gives the earliest first, and those of one moment as they came`() {
    var queue = EventQueue<Int>()
    var random = SeededGenerator(seed: 2)
    let moments = (0..<500).map { _ in Int.random(in: 0..<50, using: &random) }
    for (number, moment) in moments.enumerated() { queue.insert(number, at: .seconds(moment)) }

    var order: [Int] = []
    while let next = queue.popFirst() { order.append(next.element) }
    #expect(order == moments.indices.sorted { (moments[$0], $0) < (moments[$1], $1) })
  }

  @Test func `A world can be played: it tells every change, and what each mirror does and knows then`() {
    var scenario = Scenario()
    scenario.releases = .fixed(day * 12)
    scenario.mirrors = [.init("a"), .init("b")]
    scenario.outages = [.init("a", .stale, from: day * 10, for: day * 5)]
    let world = World(scenario, seed: 1)

    #expect(world.changes == [day * 10, day * 12, day * 15, day * 24])
    #expect(world.moment(of: 0, at: day * 13) == .init(behaviour: .stale, release: 0))
    #expect(world.moment(of: 0, at: day * 15) == .init(behaviour: .up, release: 1))
    #expect(world.moment(of: 1, at: day * 13) == .init(behaviour: .up, release: 1))
  }

  static let refusals: [(ScenarioError, @Sendable (inout Scenario) -> Void)] = [
    (.noServer, { $0.mirrors = [] }),
    (.noTeller, { $0.mirrors[0].tells = false }),
    (.tooManyMirrors(129), { $0.mirrors = (0..<129).map { .init("m-\($0)") } }),
    (.badCount(1_000_001), { $0.clients.count = 1_000_001 }),
    (.badSample(2, of: 1), { $0.clients.sample = 2 }),
    (.badName("A b"), { $0.mirrors[0].name = "A b" }),
    (.twice("a"), { $0.mirrors.append(.init("a")) }),
    (.unknownGroup("cdn", mirror: "a"), { $0.mirrors[0].group = "cdn" }),
    (.unknownTarget("c"), { $0.outages = [.init("c", .down, from: .zero, for: .seconds(1))] }),
    (
      .capacityTooSmall(mirror: "a", least: 10),
      { scenario in
        (scenario.clients.count, scenario.clients.sample) = (100, 10)
        scenario.mirrors[0].capacity = 9
      }
    ),
  ]

  @Test(arguments: refusals)
  func `What cannot be simulated is refused, and why`(
    _ error: ScenarioError, _ spoil: @Sendable (inout Scenario) -> Void
  ) throws {
    var scenario = Scenario()
    scenario.mirrors = [.init("a")]
    try scenario.validate()
    spoil(&scenario)

    #expect(throws: error) { try scenario.validate() }
  }
}
