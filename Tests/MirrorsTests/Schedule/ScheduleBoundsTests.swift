import Testing

@testable import Mirrors

@Suite struct ScheduleBoundsTests {
  private let interval = Duration.seconds(3600)
  private let now = Duration.seconds(1_000_000)
  private var random = SeededGenerator(seed: 5)

  private func schedule() -> SyncSchedule { SyncSchedule(.init(interval: interval), start: now) }

  /// The waits of `count` schedules that were told the same at the same moment, the shortest and the longest.
  private mutating func waits(
    of ending: SyncSchedule.Ending, after failures: Int = 0, isAttended: Bool = false
  ) -> ClosedRange<Duration> {
    let waits = (0..<300).map { _ in
      var schedule = schedule()
      if isAttended { schedule.attend(at: now, random: &random) }
      for _ in 0..<failures { schedule.note(.failed(), at: now, random: &random) }
      schedule.note(ending, at: now, random: &random)
      return schedule.nextTry - now
    }
    return (waits.min() ?? .zero)...(waits.max() ?? .zero)
  }

  @Test mutating func `While all is well it waits the interval, a fifth more or less`() {
    let waits = waits(of: .answered)

    #expect(waits.lowerBound >= interval * 0.8 && waits.upperBound <= interval * 1.2)
    #expect(waits.upperBound - waits.lowerBound > interval * 0.3)
  }

  @Test mutating func `With nobody there a failure changes nothing of that`() {
    for failures in [0, 1, 5, 50] {
      let waits = waits(of: .failed(), after: failures)
      #expect(waits.lowerBound >= interval * 0.8 && waits.upperBound <= interval * 1.2, "\(failures)")
    }
  }

  @Test(arguments: [(0, 15), (1, 30), (2, 60), (3, 120), (4, 240)])
  mutating func `With somebody there it tries again within a bound that doubles`(_ failures: Int, _ bound: Int) {
    let waits = waits(of: .failed(), after: failures, isAttended: true)

    #expect(waits.upperBound <= .seconds(bound))
    #expect(waits.upperBound > .seconds(bound) * 0.9)
    #expect(waits.lowerBound >= .seconds(2))
    #expect(waits.lowerBound < .seconds(2) + .seconds(bound) * 0.1)
  }

  @Test(arguments: [5, 50, 5000])
  mutating func `The bound is less than five minutes, however long the outage`(_ failures: Int) {
    let waits = waits(of: .failed(), after: failures, isAttended: true)

    #expect(waits.lowerBound >= .seconds(216) && waits.upperBound <= .seconds(270))
  }

  @Test mutating func `Attention lasts ten minutes`() {
    var schedule = schedule()
    schedule.attend(at: now, random: &random)

    #expect(schedule.isAttended(at: now + .seconds(600)))
    #expect(!schedule.isAttended(at: now + .seconds(601)))
  }

  @Test mutating func `Where no request leaves this machine it tries soon, though nobody is there`() {
    #expect(waits(of: .failed(isSilent: true)).upperBound <= .seconds(15))
  }

  @Test mutating func `A pause that is asked for is kept, and then spread over a minute`() {
    let pause = Duration.seconds(1800)
    let waits = waits(of: .failed(notBefore: now + pause), isAttended: true)

    #expect(waits.lowerBound >= pause && waits.upperBound <= pause + .seconds(70))
    #expect(waits.upperBound - waits.lowerBound > .seconds(50))
  }

  @Test mutating func `A pause that is over delays nothing`() {
    #expect(waits(of: .failed(notBefore: now - .seconds(1800)), isAttended: true).upperBound <= .seconds(15))
  }

  @Test mutating func `Who never left makes nothing sooner with a key`() {
    var schedule = schedule()
    schedule.attend(at: now, random: &random)
    for _ in 1...10 { schedule.note(.failed(), at: now, random: &random) }
    let next = schedule.nextTry

    for second in 1...60 { schedule.attend(at: now + .seconds(second), random: &random) }

    #expect(schedule.nextTry == next)
  }

  @Test mutating func `Who comes back does not break a pause that was asked for`() {
    var schedule = schedule()
    schedule.note(.failed(notBefore: now + .seconds(1800)), at: now, random: &random)
    let next = schedule.nextTry

    schedule.attend(at: now + .seconds(60), random: &random)

    #expect((now + .seconds(1800)...next).contains(schedule.nextTry))
  }

  @Test mutating func `Who comes back to a client that is well changes nothing`() {
    var schedule = schedule()
    schedule.note(.answered, at: now, random: &random)
    let next = schedule.nextTry

    schedule.attend(at: now + .seconds(60), random: &random)

    #expect(schedule.nextTry == next)
  }

  @Test mutating func `An answer forgets the failures`() {
    var schedule = schedule()
    for second in 1...3 { schedule.note(.failed(), at: now + .seconds(second), random: &random) }
    #expect(schedule.failures == 3)
    #expect(schedule.failingSince == now + .seconds(1))

    schedule.note(.answered, at: now + .seconds(9), random: &random)

    #expect(schedule.failures == 0)
    #expect(schedule.failingSince == nil)
  }

  @Test mutating func `There is always a next try, and it is ahead`() {
    var schedule = schedule()
    var moment = now
    for step in 1...5000 {
      moment += .seconds(Int.random(in: 0...900, using: &random))
      switch Int.random(in: 0...3, using: &random) {
      case 0: schedule.note(.answered, at: moment, random: &random)
      case 1: schedule.note(.failed(), at: moment, random: &random)
      case 2:
        let pause = Duration.seconds(Int.random(in: -3600...3600, using: &random))
        schedule.note(.failed(notBefore: moment + pause, isSilent: true), at: moment, random: &random)
      default:
        schedule.attend(at: moment, random: &random)
        continue
      }
      #expect(schedule.nextTry > moment, "step \(step)")
      #expect(schedule.nextTry <= moment + interval * 1.2 + .seconds(70), "step \(step)")
    }
  }
}
