internal import CSystem
internal import Glibc

/// The clock that all processes of the machine share and nobody sets.
public enum MonotonicClock {
  /// Milliseconds since some moment in the past.
  public static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }
}
