import Testing

@testable import Mirrors

@Suite struct SimulationExchangeTests {
  private let hour = Duration.seconds(3600)

  /// A world of one mirror that behaves so from the first hour to the second.
  private func world(_ behaviour: Behaviour, versioned: Bool = true) -> World {
    var scenario = Scenario()
    scenario.mirrors = [.init("only")]
    scenario.mirrors[0].isVersioned = versioned
    scenario.releases = .fixed(hour * 1.2)
    scenario.outages = [.init("only", behaviour, from: hour, for: hour)]
    return World(scenario, seed: 1)
  }

  private func exchange(
    _ kind: Exchange.Kind, in world: World, at moment: Duration, trouble: LocalFault.Cause? = nil
  ) -> Exchange {
    var random = SeededGenerator(seed: 1)
    let circumstances = Exchange.Circumstances(now: moment, trouble: Timeline(trouble), timing: TransportTiming())
    return Exchange(kind, of: 0, in: world, circumstances, &random)
  }

  @Test func `A mirror that is up tells the newest version, and serves its file`() {
    let world = world(.up)
    let file = exchange(.file(release: 1, from: 0), in: world, at: hour * 1.5)

    #expect(exchange(.version, in: world, at: hour * 1.5).ending == .release(1))
    #expect(file.ending == .release(1))
    #expect(file.measure(at: file.end).bytes == world.scenario.bytes)
    #expect(file.end - file.began > .milliseconds(900))
  }

  @Test(arguments: [
    (Behaviour.down, Fault.Code.refused), (.silent, .stalled), (.busy, .busy), (.refusing, .refusing),
  ])
  func `A mirror that does not serve says so in its own way`(_ behaviour: Behaviour, _ code: Fault.Code) {
    guard case .fault(let fault) = exchange(.version, in: world(behaviour), at: hour * 1.5).ending else {
      Issue.record("\(behaviour) answers")
      return
    }
    #expect(fault.code == code)
  }

  @Test func `A silent mirror is given up after five seconds`() {
    let silent = exchange(.version, in: world(.silent), at: hour * 1.5)

    #expect((.seconds(5)...(.milliseconds(5100))).contains(silent.end - silent.began))
    #expect(silent.firstByte == nil)
  }

  @Test func `A lying mirror tells a version that does not exist, and serves wrong bytes`() {
    let world = world(.lying)

    #expect(exchange(.version, in: world, at: hour * 1.5).ending == .release(world.releases.count))
    #expect(exchange(.file(release: 1, from: 0), in: world, at: hour * 1.5).ending == .wrong(Fault(.lying)))
  }

  @Test func `A mirror that fell behind knows only what came out before`() {
    let world = world(.stale)
    let missing = exchange(.file(release: 1, from: 0), in: world, at: hour * 1.5)

    #expect(exchange(.version, in: world, at: hour * 1.5).ending == .release(0))
    #expect(missing.ending == .fault(Fault(.missing, status: 404)))
    #expect(exchange(.file(release: nil, from: 0), in: world, at: hour * 1.5).ending == .release(0))
  }

  @Test func `A slow mirror takes a hundred times as long`() {
    let slow = exchange(.file(release: 0, from: 0), in: world(.slow), at: hour * 1.1)

    #expect(slow.ending == .release(0))
    #expect(slow.end - slow.began > .seconds(89))
  }

  @Test func `A transfer breaks where its mirror goes down, and the rest can be had afterwards`() {
    let world = world(.down)
    let cut = exchange(.file(release: 0, from: 0), in: world, at: hour - .milliseconds(500))

    #expect(cut.ending == .fault(Fault(.reset)))
    #expect(cut.end == hour)
    #expect(0 < cut.bytes && cut.bytes < world.scenario.bytes)
    let rest = exchange(.file(release: 0, from: cut.bytes), in: world, at: hour * 2)
    #expect(cut.bytes + rest.bytes == world.scenario.bytes)
  }

  @Test func `A transfer stalls where its mirror falls silent`() {
    let cut = exchange(.file(release: 0, from: 0), in: world(.silent), at: hour - .milliseconds(500))

    #expect(cut.ending == .fault(Fault(.stalled)))
    #expect(cut.end == hour + .seconds(5))
    #expect(cut.bytes(by: hour + .seconds(1)) == cut.bytes)
  }

  @Test(arguments: [
    (LocalFault.Cause.noRoute, Exchange.Ending.fault(Fault(.unreachable))), (.noDNS, .fault(Fault(.nameUnknown))),
    (.everythingFails, .fault(Fault(.connectTimeout))), (.wrongClock, .fault(Fault(.clock))),
    (.portal, .wrong(Fault(.page))), (.tampering, .wrong(Fault(.lying))),
  ])
  func `Trouble on the client's own side looks as it does`(_ trouble: LocalFault.Cause, _ ending: Exchange.Ending) {
    #expect(exchange(.file(release: 0, from: 0), in: world(.up), at: hour / 2, trouble: trouble).ending == ending)
  }

  @Test func `What never left the machine is no load`() {
    #expect(!exchange(.version, in: world(.up), at: hour / 2, trouble: .noRoute).reaches)
    #expect(exchange(.version, in: world(.up), at: hour / 2, trouble: .wrongClock).reaches)
  }
}
