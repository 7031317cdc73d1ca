/// The mean speed over a trailing time.
///
/// Ours, because curl averages its own: with a limit of 2 s it fired after 7.
///
///     window 5 s:  ──────────┤ 0 │ 4 KiB │ 0 │ 0 │ 1 KiB ├─→ now      mean 1 KiB/s
struct SpeedWindow {
  private let length: Duration
  private let start: Duration
  private var slots: [(at: Duration, bytes: Int)] = []
  private var sum = 0

  /// A window of `length` that begins at `start`, a moment of the caller's clock.
  init(length: Duration, start: Duration) {
    self.length = length
    self.start = start
  }

  /// Counts `bytes` that came at `now`.
  mutating func add(_ bytes: Int, at now: Duration) {
    forget(before: now - length)
    sum += bytes
    if let last = slots.last, now - last.at < length / 50 {
      slots[slots.count - 1].bytes += bytes
    } else {
      slots.append((now, bytes))
    }
  }

  /// Bytes per second over the trailing window, or over the time since the start while that is shorter.
  mutating func mean(at now: Duration) -> Int {
    forget(before: now - length)
    let span = min(max(now - start, .milliseconds(1)), length)
    return Int(Double(sum) / (span / .seconds(1)))
  }

  /// Whether a whole window has passed, so that its mean can be held against a floor.
  func isFull(at now: Duration) -> Bool {
    now - start >= length
  }

  /// When to look at the mean next.
  func nextCheck(after now: Duration) -> Duration {
    max(start + length, now + length / 20)
  }

  private mutating func forget(before limit: Duration) {
    let old = slots.prefix { $0.at < limit }
    sum -= old.reduce(0) { $0 + $1.bytes }
    slots.removeFirst(old.count)
  }
}
