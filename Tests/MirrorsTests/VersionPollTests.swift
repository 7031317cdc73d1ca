import Mirrors
import Testing

private let timing = VersionPollTiming(
  stagger: .milliseconds(100), staggerTotal: .milliseconds(300), grace: .milliseconds(350),
  patience: .milliseconds(600))

private func poll(_ count: Int) -> (poll: VersionPoll, actions: [VersionPoll.Action]) {
  var poll = VersionPoll(count: count, timing: timing)
  let actions = poll.handle(.begin, at: .zero)
  return (poll, actions)
}

private func version(_ number: Int) -> Version {
  Version("0.3.\(number)")!
}

extension Duration {
  fileprivate static func ms(_ count: Int) -> Duration { .milliseconds(count) }
}

@Suite struct `A poll of version sources` {
  @Test func `asks one after the other`() {
    var (poll, actions) = poll(2)

    #expect(actions == [.ask(0), .wake(at: .ms(100))])
    #expect(poll.handle(.tick, at: .ms(100)) == [.ask(1), .wake(at: .ms(600))])
  }

  @Test func `asks all others as soon as one has answered, because it may lag`() {
    var poll = poll(3).poll

    #expect(poll.handle(.answered(0, version(221)), at: .ms(10)) == [.ask(1), .ask(2), .wake(at: .ms(360))])
  }

  @Test func `takes the highest answer`() {
    var poll = poll(2).poll
    _ = poll.handle(.answered(0, version(222)), at: .ms(10))

    #expect(poll.handle(.answered(1, version(99)), at: .ms(20)) == [.decided(version(222))])
  }

  @Test func `waits for the slow ones only a grace long`() {
    var poll = poll(2).poll
    _ = poll.handle(.answered(0, version(221)), at: .ms(10))

    #expect(poll.handle(.tick, at: .ms(360)) == [.cancel(1), .decided(version(221))])
  }

  @Test func `goes to the next at once when one fails`() {
    var poll = poll(2).poll

    #expect(poll.handle(.failed(0), at: .ms(1)) == [.ask(1), .wake(at: .ms(600))])
  }

  @Test func `loses patience once`() {
    var poll = poll(1).poll

    #expect(poll.handle(.tick, at: .ms(600)) == [.impatient])
    #expect(poll.handle(.tick, at: .ms(700)) == [])
    #expect(poll.handle(.answered(0, version(1)), at: .ms(3000)) == [.decided(version(1))])
  }

  @Test func `ends with nothing when all fail`() {
    var poll = poll(1).poll

    #expect(poll.handle(.failed(0), at: .ms(5)) == [.decided(nil)])
  }

  @Test func `ends at once without sources`() {
    #expect(poll(0).actions == [.decided(nil)])
  }
}

@Suite struct `A poll that spares its sources` {
  /// A poll of three sources that holds 0.3.221, wants so many witnesses, and has asked the first one.
  private func poll(witnesses: Int = 2) -> VersionPoll {
    var poll = VersionPoll(count: 3, sufficient: version(221), witnesses: witnesses, timing: timing)
    _ = poll.handle(.begin, at: .zero)
    return poll
  }

  @Test func `ends with the first newer version`() {
    var poll = poll()

    #expect(poll.handle(.answered(0, version(222)), at: .ms(10)) == [.decided(version(222))])
  }

  @Test func `believes the first where one witness is enough`() {
    var poll = poll(witnesses: 1)

    #expect(poll.handle(.answered(0, version(221)), at: .ms(10)) == [.decided(version(221))])
  }

  @Test func `asks another source where the first one has nothing newer`() {
    var poll = poll()

    #expect(poll.handle(.answered(0, version(221)), at: .ms(10)).first == .ask(1))
    #expect(poll.handle(.answered(1, version(222)), at: .ms(20)) == [.decided(version(222))])
  }

  @Test func `believes two that there is nothing newer`() {
    var poll = poll()
    _ = poll.handle(.answered(0, version(221)), at: .ms(10))

    #expect(poll.handle(.answered(1, version(221)), at: .ms(20)) == [.decided(version(221))])
  }

  @Test func `believes one where no other answers`() {
    var poll = poll()
    _ = poll.handle(.answered(0, version(221)), at: .ms(10))
    _ = poll.handle(.failed(1), at: .ms(20))

    #expect(poll.handle(.failed(2), at: .ms(30)) == [.decided(version(221))])
  }
}
