import Testing

@testable import Mirrors

@Suite struct SyncScheduleTests {
  private var random = SeededGenerator(seed: 1)
  private let timing = SyncSchedule.Timing(interval: .seconds(6 * 3600))

  /// The waits between failures of somebody who sits there all the time.
  private mutating func attendedWaits(_ count: Int) -> [Double] {
    var schedule = SyncSchedule(timing, start: .zero)
    return (0..<count).map { _ in
      let now = schedule.nextTry
      schedule.attend(at: now, random: &random)
      schedule.note(.failed(), at: now, random: &random)
      return (schedule.nextTry - now).seconds
    }
  }

  @Test mutating func `Somebody who waits is tried for at growing gaps, never longer than four and a half minutes`() {
    let waits = attendedWaits(200)

    #expect((2...15).contains(waits[0]))
    #expect((2...30).contains(waits[1]))
    #expect(waits.dropFirst(10).allSatisfy { (216...270).contains($0) })
  }

  @Test mutating func `The first waits are drawn from zero on, so that a crowd does not come back at once`() {
    let first = (0..<200).map { _ in attendedWaits(1)[0] }

    #expect(first.allSatisfy { (2...15).contains($0) })
    #expect(first.contains { $0 < 4 } && first.contains { $0 > 13 })
  }

  @Test mutating func `Where nobody is, a failure is tried again no sooner than news`() {
    var schedule = SyncSchedule(timing, start: .zero)
    schedule.note(.failed(), at: .zero, random: &random)

    #expect(schedule.nextTry >= timing.interval * 0.8)
  }

  @Test mutating func `Whoever comes back to a client that fails waits seconds`() {
    var schedule = SyncSchedule(timing, start: .zero)
    schedule.note(.failed(), at: .zero, random: &random)
    schedule.attend(at: .seconds(3600), random: &random)

    #expect(schedule.nextTry <= .seconds(3605))
  }

  @Test mutating func `Whoever comes back during a pause is tried for soon after it, not an interval later`() {
    var schedule = SyncSchedule(timing, start: .zero)
    schedule.note(.failed(notBefore: .seconds(600)), at: .zero, random: &random)
    schedule.attend(at: .seconds(300), random: &random)

    #expect((Duration.seconds(600)...(.seconds(680))).contains(schedule.nextTry))
  }
}
