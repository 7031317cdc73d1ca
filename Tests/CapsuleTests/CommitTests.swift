import Capsule
import Testing

struct CommitTests {
  let test = TestCapsule()

  @Test func `Reading where there is no capsule finds none and makes none`() throws {
    let capsule = try test.open()

    #expect(try capsule.head() == nil)
    #expect(try capsule.headCommit() == nil)
    #expect(try capsule.logs() == [])
    #expect(test.files() == [])
  }

  @Test func `What was received comes back byte for byte`() throws {
    let text = (0..<1000).map { "show \($0)\n" }.joined()
    try test.open().sync(text)

    #expect(try test.open().text() == text)
  }

  @Test func `Each commit names the one before`() throws {
    let capsule = try test.open()
    let first = try capsule.sync("one")
    let second = try capsule.sync("two")

    #expect(first.id.sequence == 1 && first.parent == nil)
    #expect(second.id.sequence == 2 && second.parent == first.id)
    #expect(try capsule.head() == second.id)
    #expect(try capsule.commit(first.id) == first)
  }

  @Test func `Operations come back in their order`() throws {
    try test.open().append("{\"a\":1}", "{\"b\":2}")
    try test.open().append("{\"c\":3}")

    #expect(try test.open().bodies() == ["{\"a\":1}", "{\"b\":2}", "{\"c\":3}"])
    #expect(test.reported == [])
  }
}
