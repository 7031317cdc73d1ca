/// The policy in a world of our own: the same code that the program drives with curl, under a virtual clock.
///
///     let course = Simulation(scenario).run(seed: 7)
///     course.availability   // 0.9987
///
/// The same seed gives the same course, on every machine. Time between events costs nothing.
public struct Simulation: Sendable {
  private let scenario: Scenario
  private let timing: PolicyTiming

  /// A simulation of `scenario`, by the policy's usual numbers unless others are handed in.
  public init(_ scenario: Scenario, timing: PolicyTiming? = nil) {
    self.scenario = scenario
    self.timing = timing ?? PolicyTiming(interval: scenario.clients.interval)
  }

  /// What comes of the world that `seed` gives.
  public func run(seed: UInt64) -> Course {
    guard let course = run(seed: seed, while: { true }) else { preconditionFailure("stopped, and nobody wanted that") }
    return course
  }

  /// The same; nil where it is not wanted any more before it is over. `isWanted` is asked now and then.
  public func run(seed: UInt64, while isWanted: () -> Bool) -> Course? {
    let world = World(scenario, seed: seed)
    var tally = Tally(world, seed: seed, timing)
    var clients = (0..<scenario.clients.sample).map { SimulatedClient($0, in: world, seed: seed, timing: timing) }
    var queue = EventQueue<Int>()
    for client in clients { if let moment = client.next { queue.insert(client.number, at: moment) } }
    var steps = 0
    while let (moment, number) = queue.popFirst(), moment < scenario.span {
      steps += 1
      if steps % 4096 == 0, !isWanted() { return nil }
      clients[number].step(at: moment, tally: &tally)
      if let next = clients[number].next { queue.insert(number, at: max(next, moment)) }
    }
    for index in clients.indices { clients[index].finish(at: scenario.span, tally: &tally) }
    return Course(tally, of: world, seed: seed, timing)
  }
}
