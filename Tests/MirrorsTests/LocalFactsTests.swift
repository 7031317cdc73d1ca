import Mirrors
import Testing

struct LocalFactsTests {
  private func cause(_ change: (inout LocalFacts) -> Void) -> LocalFault.Cause? {
    var facts = LocalFacts()
    facts.needsRoute = true
    facts.hasRoute4 = true
    facts.names = ["a.example": .found, "b.example": .found]
    change(&facts)
    return facts.cause
  }

  @Test func `A machine against which nothing speaks has no fault`() {
    #expect(cause { $0.faults = [.refused, .connectTimeout] } == nil)
  }

  @Test func `Without a way out it is the route, unless everybody is on this machine`() {
    #expect(cause { $0.hasRoute4 = false } == .noRoute)
    #expect(
      cause {
        $0.hasRoute4 = false
        $0.hasRoute6 = true
      } == nil)
    #expect(
      cause {
        $0.hasRoute4 = false
        $0.needsRoute = false
      } == nil)
  }

  @Test func `Names are dead when all of several are unknown, or when nobody says anything`() {
    #expect(cause { $0.names = ["a.example": .unknown, "b.example": .unknown] } == .noDNS)
    #expect(cause { $0.names = ["a.example": .silent] } == .noDNS)
    #expect(cause { $0.names = ["a.example": .unknown] } == nil)
    #expect(cause { $0.names = ["a.example": .silent, "b.example": .found] } == nil)
  }

  @Test func `Slow name servers are not dead while somebody fails in a way that takes an address`() {
    #expect(
      cause {
        $0.names = ["a.example": .silent, "b.example": .silent]
        $0.faults = [.connectTimeout, .refused]
      } == nil)
  }

  @Test func `Names do not decide where some are known by their addresses`() {
    #expect(
      cause {
        $0.names = ["a.example": .silent]
        $0.hasNumericHosts = true
      } == nil)
  }

  @Test func `Pages from everybody are a portal, a page from one is its own`() {
    #expect(cause { $0.faults = [.page, .page] } == .portal)
    #expect(cause { $0.faults = [.page] } == nil)
    #expect(cause { $0.faults = [.page, .refused] } == nil)
  }

  @Test func `A wrong clock is the cause where certificates fail by it`() {
    #expect(
      cause {
        $0.clockError = .seconds(7200)
        $0.faults = [.clock, .refused]
      } == .wrongClock)
    #expect(
      cause {
        $0.clockError = .seconds(7200)
        $0.faults = [.refused]
      } == nil)
  }

  @Test func `An answer proves that this side is well`() {
    #expect(
      cause {
        $0.hasRoute4 = false
        $0.hasAnswer = true
      } == nil)
  }

  @Test func `What was found on this machine outlives what other processes have written meanwhile`() {
    var book = HealthBook()
    book.note(localCause: .noRoute, at: .seconds(100))
    _ = book.rebase(onto: HealthBook())

    #expect(book.localFault?.cause == .noRoute)
  }

  @Test func `A clock before what is certainly past is wrong by the difference`() {
    let witnesses = ClockWitnesses(passed: .seconds(1_000_000))

    #expect(witnesses.error(of: .seconds(990_000)) == .seconds(-10_000))
    #expect(witnesses.error(of: .seconds(999_900)) == nil)
    #expect(witnesses.error(of: .seconds(9_000_000)) == nil)
  }

  @Test func `The median of the servers tells the time`() {
    let servers = [Duration.seconds(1_000_000), .seconds(1_000_002), .seconds(5)]
    let witnesses = ClockWitnesses(passed: .zero, servers: servers)

    #expect(witnesses.error(of: .seconds(1_000_060)) == nil)
    #expect(witnesses.error(of: .seconds(1_007_200)) == .seconds(7200))
  }
}
