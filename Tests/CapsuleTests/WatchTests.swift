import Capsule
import Foundation
import Testing

struct WatchTests {
  let test = TestCapsule()

  @Test(.timeLimit(.minutes(5)))
  func `A watch tells of another process's commit and append`() async throws {
    try test.open().sync("one")
    let (changes, watch) = changes(of: try test.open())
    defer { watch.stop() }
    var iterator = changes.makeAsyncIterator()

    try test.open().sync("two")
    #expect(await iterator.next() != nil)
    try test.open().append("{}")
    #expect(await iterator.next() != nil)
  }

  @Test(.timeLimit(.minutes(5)))
  func `A watch begun before there is a capsule tells of its first operation`() async throws {
    let (changes, watch) = changes(of: try test.open())
    defer { watch.stop() }
    var iterator = changes.makeAsyncIterator()

    try test.open().append("{}")

    #expect(await iterator.next() != nil)
  }

  @Test(.timeLimit(.minutes(5)))
  func `What happened between loading and watching is a change`() async throws {
    let capsule = try test.open()
    let token = try capsule.changeToken()
    try capsule.append("{}")
    let (changes, watch) = changes(of: capsule, since: token)
    defer { watch.stop() }
    var iterator = changes.makeAsyncIterator()

    #expect(await iterator.next() != nil)
  }

  @Test func `The token changes with each commit and append, and not otherwise`() throws {
    let capsule = try test.open()
    var tokens = [try capsule.changeToken()]
    try capsule.sync("one")
    tokens.append(try capsule.changeToken())
    try capsule.append("{}")
    tokens.append(try capsule.changeToken())
    try capsule.write("look") { _ in }

    #expect(Set(tokens).count == 3)
    #expect(try capsule.changeToken() == tokens.last)
  }

  private func changes(
    of capsule: TimeCapsule, since token: ChangeToken? = nil
  ) -> (AsyncStream<Void>, CapsuleWatch) {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
    return (stream, CapsuleWatch(capsule, since: token) { continuation.yield() })
  }
}
