import Mirrors
import Testing

private typealias TestRace = Race<String>

/// A race of `count` mirrors, 250 ms apart, all released at 0.
private func race(_ count: Int, groups: [String]? = nil) -> (race: TestRace, actions: [TestRace.Action]) {
  let timing = RaceTiming(
    stagger: .milliseconds(250), staggerTotal: .milliseconds(500), leadBytes: 5000, quiet: .milliseconds(1250))
  var race = TestRace(groups: groups ?? (0..<count).map { "\($0)" }, timing: timing)
  let actions = race.handle(.released(Array(0..<count)), at: .zero)
  return (race, actions)
}

extension Duration {
  fileprivate static func ms(_ count: Int) -> Duration { .milliseconds(count) }
}

@Suite struct `The start of a race` {
  @Test func `begins with the first mirror and asks to be woken for the second`() {
    #expect(race(3).actions == [.start(0), .wake(at: .ms(250))])
  }

  @Test func `lets the next one go when its time has come`() {
    var race = race(3).race

    #expect(race.handle(.tick, at: .ms(100)) == [.wake(at: .ms(250))])
    #expect(race.handle(.tick, at: .ms(250)) == [.start(1), .wake(at: .ms(500))])
    #expect(race.handle(.tick, at: .ms(500)) == [.start(2)])
  }

  @Test func `never takes longer than the total, however many there are`() {
    var (race, _) = race(11)
    var started = 1
    for now in stride(from: 0, through: 500, by: 10) {
      started += race.handle(.tick, at: .ms(now)).count { if case .start = $0 { true } else { false } }
    }

    #expect(started == 11)
  }

  @Test func `waits for no stagger behind a closed door`() {
    var race = race(3).race

    #expect(race.handle(.failed(0, "refused"), at: .ms(1)) == [.start(1), .wake(at: .ms(251))])
  }

  @Test func `lets the next one go at once when one of those under way fails`() {
    var race = race(3).race
    _ = race.handle(.tick, at: .ms(250))

    #expect(race.handle(.failed(0, "refused"), at: .ms(260)) == [.start(2)])
  }

  @Test func `holds back what is not released`() {
    var race = TestRace(groups: ["a", "b"])

    #expect(race.handle(.released([1]), at: .zero) == [.start(1)])
    #expect(race.handle(.failed(1, "refused"), at: .ms(1)) == [])
    #expect(race.handle(.released([0]), at: .ms(9)) == [.start(0)])
  }
}

@Suite struct `A leader` {
  @Test func `sends the others away`() {
    var race = race(2).race
    _ = race.handle(.tick, at: .ms(250))

    #expect(race.handle(.received(0, total: 5000), at: .ms(300)) == [.cancel(1), .wake(at: .ms(1550))])
  }

  @Test func `is nobody who only trickles`() {
    var race = race(2).race
    _ = race.handle(.tick, at: .ms(250))

    #expect(race.handle(.received(0, total: 4999), at: .ms(300)) == [])
  }

  @Test func `keeps the others from starting`() {
    var race = race(2).race
    _ = race.handle(.received(0, total: 5000), at: .ms(100))

    #expect(race.handle(.tick, at: .ms(250)) == [.wake(at: .ms(1350))])
  }

  @Test func `that fails brings the others back`() {
    var race = race(2).race
    _ = race.handle(.tick, at: .ms(250))
    _ = race.handle(.received(0, total: 5000), at: .ms(300))

    #expect(race.handle(.failed(0, "reset"), at: .ms(900)) == [.start(1)])
  }

  @Test func `that falls silent brings the others back and may still win`() {
    var race = race(2).race
    _ = race.handle(.received(0, total: 5000), at: .ms(100))

    #expect(race.handle(.tick, at: .ms(1350)) == [.start(1)])
    #expect(race.handle(.finished(0), at: .ms(1400)) == [.judge(0), .cancel(1)])
  }

  @Test func `that was one is not sent away by a second`() {
    var race = race(2).race
    _ = race.handle(.received(0, total: 5000), at: .ms(100))
    _ = race.handle(.tick, at: .ms(1350))

    #expect(race.handle(.received(1, total: 6000), at: .ms(1500)) == [])
  }
}

@Suite struct `A whole answer` {
  @Test func `is judged, and ends the race when it is accepted`() {
    var race = race(2).race
    _ = race.handle(.tick, at: .ms(250))

    #expect(race.handle(.finished(1), at: .ms(300)) == [.judge(1), .cancel(0)])
    #expect(race.handle(.accepted(1), at: .ms(400)) == [.end(.accepted(1))])
    #expect(race.outcome == .accepted(1))
  }

  @Test func `that is refused lets the others go on`() {
    var race = race(2).race
    _ = race.handle(.finished(0), at: .ms(10))

    #expect(race.handle(.rejected(0, "a web page"), at: .ms(20)) == [.start(1)])
    #expect(race.failures.map(\.reason) == ["a web page"])
  }

  @Test func `waits while another is judged`() {
    var race = race(2).race
    _ = race.handle(.received(0, total: 5000), at: .ms(100))
    _ = race.handle(.tick, at: .ms(1350))
    _ = race.handle(.received(1, total: 5000), at: .ms(1400))
    _ = race.handle(.finished(0), at: .ms(1500))

    #expect(race.handle(.finished(1), at: .ms(1510)) == [])
    #expect(race.handle(.rejected(0, "cut short"), at: .ms(1600)) == [.judge(1)])
  }

  @Test func `of a mirror that was sent away meanwhile is nobody's`() {
    var race = race(2).race
    _ = race.handle(.tick, at: .ms(250))
    _ = race.handle(.received(0, total: 5000), at: .ms(300))

    #expect(race.handle(.finished(1), at: .ms(301)) == [.wake(at: .ms(1550))])
  }
}

@Suite struct `An answer that is hard to believe` {
  @Test func `makes the next mirror speak`() {
    var race = race(2).race
    _ = race.handle(.finished(0), at: .ms(10))

    #expect(race.handle(.doubted(0, sameAs: nil, "lacks 900"), at: .ms(20)) == [.start(1)])
  }

  @Test func `stands when an independent mirror says the same`() {
    var race = race(3).race
    _ = race.handle(.finished(0), at: .ms(10))
    _ = race.handle(.doubted(0, sameAs: nil, "lacks 900"), at: .ms(20))
    _ = race.handle(.finished(1), at: .ms(30))

    #expect(race.handle(.doubted(1, sameAs: 0, "lacks 900"), at: .ms(40)) == [.end(.doubted(0))])
  }

  @Test func `is not confirmed by a mirror that shares its fate`() {
    var race = race(3, groups: ["cdn", "cdn", "other"]).race
    _ = race.handle(.finished(0), at: .ms(10))
    _ = race.handle(.doubted(0, sameAs: nil, "lacks 900"), at: .ms(20))
    _ = race.handle(.finished(1), at: .ms(30))

    #expect(race.handle(.doubted(1, sameAs: 0, "lacks 900"), at: .ms(40)) == [.start(2)])
  }

  @Test func `loses against a good one`() {
    var race = race(2).race
    _ = race.handle(.finished(0), at: .ms(10))
    _ = race.handle(.doubted(0, sameAs: nil, "lacks 900"), at: .ms(20))
    _ = race.handle(.finished(1), at: .ms(30))

    #expect(race.handle(.accepted(1), at: .ms(40)) == [.end(.accepted(1))])
  }

  @Test func `stands when there is no other mirror left`() {
    var race = race(2).race
    _ = race.handle(.finished(0), at: .ms(10))
    _ = race.handle(.doubted(0, sameAs: nil, "lacks 900"), at: .ms(20))

    #expect(race.handle(.failed(1, "refused"), at: .ms(30)) == [.end(.doubted(0))])
  }
}

@Suite struct `The end of a race` {
  @Test func `comes when all have failed, with every reason in order`() {
    var race = race(2).race
    _ = race.handle(.failed(0, "refused"), at: .ms(1))

    #expect(race.handle(.failed(1, "stalled"), at: .ms(900)) == [.end(.failed)])
    #expect(race.failures.map(\.reason) == ["refused", "stalled"])
  }

  @Test func `is final`() {
    var race = race(1).race
    _ = race.handle(.failed(0, "refused"), at: .ms(1))
    let ended = race

    #expect(race.handle(.finished(0), at: .ms(2)) == [])
    #expect(race == ended)
  }

  @Test func `comes at once without any mirror`() {
    #expect(race(0).actions == [.end(.failed)])
  }
}
