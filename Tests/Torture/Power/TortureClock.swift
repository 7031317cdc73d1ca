import Capsule
import Locking

/// A clock that moves a little at each look, and never waits.
final class TortureClock: CapsuleClock {
  private let time: Lock<Int64>

  /// A clock that shows `start`.
  init(_ start: Int64 = 1_786_752_000_000) {
    time = Lock(start)
  }

  func now() -> Int64 {
    time.withLock { time in
      time += 1
      return time
    }
  }

  func uptime() -> Int64 { time.withLock { $0 } }
  func sleep(milliseconds: Int64) { time.withLock { $0 += milliseconds } }

  /// Puts the clock to `time`, which may be in the past.
  func set(_ time: Int64) { self.time.withLock { $0 = time } }
}
