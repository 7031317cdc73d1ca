import Testing

@testable import Mirrors

@Suite struct SimulationTests {
  private let day = Duration.seconds(86_400)

  /// Three mirrors of different fate that nothing befalls, and somebody before every client now and then.
  private func calm(days: Int = 10, clients: Int = 1) -> Scenario {
    var scenario = Scenario()
    scenario.span = day * days
    scenario.releases = .fixed(day * 2)
    scenario.clients.count = clients
    scenario.clients.sample = clients
    scenario.mirrors = ["a", "b", "c"].map { Scenario.Mirror($0) }
    return scenario
  }

  @Test func `Where all is well no client is ever behind`() {
    let course = Simulation(calm(clients: 20)).run(seed: 1)

    #expect(course.availability == 1)
    #expect(course.fresh.count == course.fresh.total)
    #expect(course.delays.count == 20 * 4)
    #expect(course.broken == [])
  }

  @Test func `The same seed gives the same course, another one another`() {
    var scenario = calm(clients: 5)
    scenario.mirrors[0].troubles = [
      Trouble(Behaviour.allCases, every: .exponential(mean: day / 8), lasts: .exponential(mean: day / 16))
    ]
    let course = Simulation(scenario).run(seed: 3)

    #expect(Simulation(scenario).run(seed: 3) == course)
    #expect(Simulation(scenario).run(seed: 4) != course)
  }

  @Test func `In the dark nobody is fresh, and clients are as long behind as it lasts`() {
    var scenario = calm(clients: 50)
    scenario.outages = [.init(nil, .silent, from: day, for: day * 3)]
    let course = Simulation(scenario).run(seed: 1)

    // A release came out a day after the dark began, and nobody had to have it in the first seven hours.
    #expect((0.8...0.84).contains(course.availability))
    #expect(course.recoveries.map(\.moment) == [day * 4])
    #expect(course.recoveries.map(\.outage) == [day * 3])
  }

  @Test func `After the dark, whoever sits there is served within five minutes`() throws {
    var scenario = calm(clients: 200)
    scenario.outages = [.init(nil, .down, from: day, for: day)]
    let course = Simulation(scenario).run(seed: 1)

    #expect(course.attendedWaits.count > 5)
    #expect(try #require(course.attendedWaits.max()) < 300)
    #expect(course.broken == [])
  }

  @Test func `One honest mirror beside liars serves everybody`() {
    var scenario = calm(clients: 20)
    scenario.outages = [.init("a", .lying, from: day, for: day * 8), .init("b", .lying, from: day, for: day * 8)]
    let course = Simulation(scenario).run(seed: 1)

    #expect(course.availability == 1)
    #expect(course.answered.count == course.answered.total)
  }

  @Test func `A client stands for as many as the sample says`() throws {
    var scenario = calm(clients: 50)
    let alone = Simulation(scenario).run(seed: 1)
    scenario.clients.count = 500

    let course = Simulation(scenario).run(seed: 1)
    #expect(course.mirrors.map(\.requests) == alone.mirrors.map { $0.requests * 10 })
    #expect(try #require(course.normal) == 10 * (try #require(alone.normal)))
  }

  @Test func `A mirror turns away what it cannot bear, and the others serve`() {
    var scenario = calm(clients: 50)
    scenario.clients.count = 50_000
    scenario.mirrors[0].capacity = 1000
    let course = Simulation(scenario).run(seed: 1)

    #expect(course.mirrors[0].turnedAway > 0)
    #expect(course.mirrors[1].turnedAway == 0)
    #expect(course.availability == 1)
  }

  @Test func `Fault in the client's own network is nobody else's load`() {
    var scenario = calm()
    scenario.clients.troubles = [Trouble([.noRoute], every: .fixed(day), lasts: .fixed(day * 4))]
    let course = Simulation(scenario).run(seed: 1)

    #expect(course.answered.total - course.answered.count > 100)
    #expect(course.mirrors.reduce(0) { $0 + $1.requests } < 100)
  }

  @Test func `A policy that lets somebody wait for too long is found out`() {
    let timing = PolicyTiming(interval: day / 4)
    let world = World(calm(), seed: 1)
    var watch = FreshnessWatch(client: 0, world: world, timing: timing, isAble: Timeline(true))
    var tally = Tally(world, seed: 1, timing)
    var (book, random) = (HealthBook(), SeededGenerator(seed: 1))
    let sync = SimulatedSync(
      holding: 0, in: .init(world: world, trouble: Timeline(nil), timing: timing), at: .zero, book: &book,
      random: &random)

    watch.note(sync, .init(isAnswered: false), at: .seconds(1000), tally: &tally)
    watch.note(sync, .init(isAnswered: true, release: 0), at: .seconds(1290), tally: &tally)
    #expect(tally.broken.isEmpty)
    watch.note(sync, .init(isAnswered: false), at: .seconds(2000), tally: &tally)
    watch.note(sync, .init(isAnswered: true, release: 0), at: .seconds(2310), tally: &tally)
    #expect(tally.broken.map(\.promise) == [.fresh])
    #expect(tally.broken.map(\.moment) == [.seconds(2300)])
  }

  @Test func `A policy that asks nobody beside an honest mirror is found out`() throws {
    let timing = PolicyTiming(interval: day / 4)
    var scenario = calm()
    scenario.outages = [.init(nil, .busy, from: day, for: day)]
    let world = World(scenario, seed: 1)
    let watch = FreshnessWatch(client: 0, world: world, timing: timing, isAble: Timeline(true))
    var tally = Tally(world, seed: 1, timing)
    var (book, random) = (HealthBook(), SeededGenerator(seed: 1))
    for mirror in world.mirrors {
      book.note(
        Observation(mirror.origin, .content, .failure(Fault(.busy, retryAfter: day * 9))), at: .seconds(1))
    }
    let sync = SimulatedSync(
      holding: 0, in: .init(world: world, trouble: Timeline(nil), timing: timing), at: .seconds(2), book: &book,
      random: &random)

    watch.noteCandidates(of: sync.fetch, at: day * 1.5, tally: &tally)
    #expect(tally.broken.isEmpty)
    watch.noteCandidates(of: sync.fetch, at: day * 2.5, tally: &tally)
    #expect(tally.broken.map(\.promise) == [.candidates])
  }

  @Test func `The first minute after an outage is told beside a normal one, and a crowd in it is a storm`() throws {
    var scenario = calm(days: 3, clients: 2000)
    scenario.releases = .fixed(day * 9)
    // Nearly everybody sits there.
    scenario.clients.attended = .fixed(day)
    scenario.clients.away = .fixed(.seconds(60))
    scenario.outages = [.init(nil, .down, from: day * 1.5, for: day / 24)]
    let course = Simulation(scenario).run(seed: 1)
    let recovery = try #require(course.recoveries.first)

    #expect(try #require(recovery.ratio) > 10)
    #expect(recovery.isStorm)
    #expect(course.broken.map(\.promise) == [.recovery])
  }

  @Test func `Where an outage hid a release, a minute after a release is the normal one`() throws {
    var scenario = calm(days: 9, clients: 300)
    scenario.releases = .fixed(day * 2.5)
    scenario.outages = [
      .init(nil, .down, from: day * 4, for: day * 1.5), .init(nil, .down, from: day * 6, for: day / 4),
    ]
    let course = Simulation(scenario).run(seed: 1)

    #expect(course.recoveries.count == 2)
    let (hidden, plain) = (try #require(course.recoveries[0].normal), try #require(course.recoveries[1].normal))
    #expect(hidden > plain * 1.3)
  }

  @Test func `It can be stopped before it is over`() {
    #expect(Simulation(calm(clients: 100)).run(seed: 1, while: { false }) == nil)
  }

  @Test func `A report sums up its worlds`() throws {
    let scenario = calm(clients: 4)
    let simulation = Simulation(scenario)
    let report = SimulationReport([simulation.run(seed: 1), simulation.run(seed: 2)], of: scenario)

    #expect(report.availability.count == 2)
    #expect(report.answered.total == report.courses.reduce(0) { $0 + $1.answered.total })
    #expect(report.delays.count == 2 * 4 * 4)
    #expect(report.mirrors.map(\.name) == ["a", "b", "c"])
    let requests = report.courses.flatMap(\.mirrors).reduce(0) { $0 + $1.requests }
    #expect(abs(report.mirrors.reduce(0) { $0 + $1.requestsPerDay } - requests / 20) < 1e-9)
  }
}
