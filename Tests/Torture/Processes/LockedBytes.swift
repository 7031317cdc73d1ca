import Locking

/// Bytes that grow on one thread and are read on another.
final class LockedBytes: Sendable {
  private let kept = Lock<[UInt8]>([])

  var bytes: [UInt8] { kept.withLock { $0 } }

  func append(_ more: ArraySlice<UInt8>) {
    let more = Array(more)
    kept.withLock { $0 += more }
  }
}
