import Locking
import Testing

struct ThreadsTests {
  @Test func `What threads make of many items comes in the order of the items`() {
    #expect(Threads.map(Array(0..<10_000)) { $0 * 2 } == (0..<10_000).map { $0 * 2 })
  }

  @Test func `Nothing is made of nothing`() {
    #expect(Threads.map([Int]()) { $0 }.isEmpty)
  }
}
