internal import Glibc

/// The time, handed in so that tests can hold it still.
public protocol CapsuleClock: Sendable {
  /// Milliseconds since 1970, as the wall clock has it.
  func now() -> Int64

  /// Milliseconds that only ever grow, for measuring waits.
  func uptime() -> Int64

  /// Waits.
  func sleep(milliseconds: Int64)
}

/// The machine's own clock.
public struct SystemClock: CapsuleClock {
  /// Makes the machine's clock.
  public init() {}

  /// Milliseconds since 1970.
  public func now() -> Int64 { milliseconds(of: CLOCK_REALTIME) }

  /// Milliseconds since the machine started.
  public func uptime() -> Int64 { milliseconds(of: CLOCK_MONOTONIC) }

  /// Sleeps on this thread.
  public func sleep(milliseconds: Int64) {
    var time = timespec(tv_sec: Int(milliseconds / 1000), tv_nsec: Int(milliseconds % 1000) * 1_000_000)
    nanosleep(&time, nil)
  }

  private func milliseconds(of clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
