import Capsule
import Foundation
import Glibc
import Testing

struct LockTests {
  let test = TestCapsule()

  @Test func `Who waits in vain is told who holds the lock and what for`() throws {
    try test.open().append("{}")
    let held = try #require(try LockFile(at: test.path("lock")).tryAcquire(for: "sync"))
    defer { held.release() }

    #expect(
      throws: CapsuleError.locked(
        path: test.path("lock"), holder: LockHolder(pid: getpid(), purpose: "sync"), waitedMilliseconds: 5000)
    ) {
      try test.open().append("{}")
    }
  }

  @Test func `A reader needs no lock`() throws {
    try test.open().sync("one")
    let held = try #require(try LockFile(at: test.path("lock")).tryAcquire(for: "sync"))
    defer { held.release() }

    #expect(try test.open().text() == "one")
  }

  @Test func `A released lock is free, and a forgotten one too`() throws {
    try test.open().append("{}")
    let lock = LockFile(at: test.path("lock"))
    try lock.tryAcquire(for: "one")?.release()
    _ = try lock.tryAcquire(for: "two")

    #expect(try lock.tryAcquire(for: "three") != nil)
  }

  @Test func `A lock is free once released, even where another still has its file`() throws {
    try test.open().append("{}")
    let held = try #require(try LockFile(at: test.path("lock")).tryAcquire(for: "sync"))
    let inherited = try #require(duplicate(of: test.path("lock")))
    defer { close(inherited) }
    held.release()

    #expect(try LockFile(at: test.path("lock")).tryAcquire(for: "next") != nil)
  }

  @Test func `A lock that is taken is not waited for by one who only tries`() throws {
    try test.open().append("{}")
    let lock = LockFile(at: test.path("sync.lock"))
    let held = try lock.tryAcquire(for: "sync")

    #expect(held != nil)
    #expect(try lock.tryAcquire(for: "sync") == nil)
  }

  @Test func `Threads that write at once lose nothing`() async throws {
    let capsule = try test.open()
    try await withThrowingTaskGroup { group in
      for number in 0..<8 {
        group.addTask {
          for _ in 0..<5 { try capsule.append("{\"n\":\(number)}") }
        }
      }
      try await group.waitForAll()
    }

    #expect(try capsule.bodies().count == 40)
  }

  /// Another descriptor of the open file at `path`, as a child has it between its fork and its exec.
  private func duplicate(of path: String) -> Int32? {
    // However many others the tests beside this one have open.
    let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    return open.compactMap { Int32($0) }.first { descriptor in
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(descriptor)")) == path
    }.map { dup($0) }
  }
}
