import Locking
import TUINcurses
import Testing

@Suite struct MailboxTests {
  @Test func `Messages come in the order in which they were posted`() {
    let mailbox = Mailbox<Int>()
    for number in 1...3 { mailbox.post(number) }
    #expect(mailbox.drain() == [1, 2, 3])
    #expect(mailbox.drain() == [])
  }

  @Test func `Only the first message wakes`() {
    let wakes = Lock(0)
    let mailbox = Mailbox<Int> { wakes.withLock { $0 += 1 } }
    for number in 1...3 { mailbox.post(number) }
    _ = mailbox.drain()
    mailbox.post(4)
    #expect(wakes.withLock { $0 } == 2)
  }

  @Test func `Nothing is lost when many threads post`() async {
    let mailbox = Mailbox<Int>()
    await withTaskGroup { group in
      for number in 0..<100 { group.addTask { mailbox.post(number) } }
    }
    #expect(mailbox.drain().sorted() == Array(0..<100))
  }

  @Test func `The thread of the interface returns what its body returns`() async throws {
    struct Failure: Error {}
    #expect(try await UIThread.run { 7 } == 7)
    await #expect(throws: Failure.self) { try await UIThread.run { throw Failure() } }
  }
}
