import Capsule
import Locking

/// Takes objects in from many tasks, and makes them durable while more of them come.
final class ObjectIntake: Sendable {
  private struct Arrived {
    var objects: [PreparedObject] = []
    var byteCount = 0
    var isWriting = false
  }

  /// Less than this is not worth two syncs of the file system.
  private static let settled = 4 << 20

  private let capsule: TimeCapsule
  private let arrived = Lock(Arrived())

  /// Takes objects into `capsule`, of which nobody is to collect meanwhile.
  init(_ capsule: TimeCapsule) {
    self.capsule = capsule
  }

  /// Takes one object in. Who brings the last of a few MiB puts them on disk, and whatever comes meanwhile; nobody else
  /// waits for that.
  func add(_ object: PreparedObject) throws(CapsuleError) {
    arrived.withLock { arrived in
      arrived.objects.append(object)
      arrived.byteCount += object.byteCount
    }
    while let objects = begin() {
      defer { arrived.withLock { $0.isWriting = false } }
      try capsule.write("bench") { writer throws(CapsuleError) in
        for object in objects { _ = writer.put(object) }
        try writer.settle()
      }
    }
  }

  /// Puts the rest on disk, and a commit.
  func record() throws(CapsuleError) {
    let rest = arrived.withLock(Self.takeAll)
    try capsule.write("bench") { writer throws(CapsuleError) in
      for object in rest { _ = writer.put(object) }
      _ = try writer.record(CommitDraft(provider: "bench", cause: "sync", sources: [:]))
    }
  }

  /// What is to be written now; nil where it is too little, or somebody writes already.
  private func begin() -> [PreparedObject]? {
    arrived.withLock { arrived in
      guard !arrived.isWriting, arrived.byteCount >= Self.settled else { return nil }
      arrived.isWriting = true
      return Self.takeAll(&arrived)
    }
  }

  private static func takeAll(_ arrived: inout Arrived) -> [PreparedObject] {
    defer { (arrived.objects, arrived.byteCount) = ([], 0) }
    return arrived.objects
  }
}
