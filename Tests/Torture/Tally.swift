import Glibc
import Locking

/// What a part counted and what failed in it; shared by its threads.
final class Tally: Sendable {
  /// How many failures are told in full; the others are only counted.
  private static let toldFailures = 20

  private struct State {
    var counts: [String: Int] = [:]
    var failures: [String] = []
    var failureCount = 0
  }

  private let state = Lock(State())
  private let started = Tally.seconds
  /// The name of the part.
  let part: String

  init(_ part: String) {
    self.part = part
  }

  /// How often `name` was counted.
  func count(of name: String) -> Int { state.withLock { $0.counts[name, default: 0] } }

  func count(_ name: String, _ more: Int = 1) {
    state.withLock { $0.counts[name, default: 0] += more }
  }

  /// Keeps the greatest `value` of `name`.
  func greatest(_ name: String, _ value: Int) {
    state.withLock { $0.counts[name] = max($0.counts[name, default: 0], value) }
  }

  /// A failure, and what repeats it.
  func fail(_ what: String, repeat command: String) {
    state.withLock { state in
      state.failureCount += 1
      guard state.failures.count < Self.toldFailures else { return }
      state.failures.append("  FAILED  \(what)\n          \(command)")
    }
  }

  var failureCount: Int { state.withLock { $0.failureCount } }

  /// Whether it makes no sense to go on.
  var isHopeless: Bool { failureCount >= Self.toldFailures }

  /// Prints one line with `summary`, and the failures below it.
  func print(_ summary: String) {
    let seconds = Tally.seconds - started
    let (failures, count) = state.withLock { ($0.failures, $0.failureCount) }
    let name = part + String(repeating: " ", count: max(0, 10 - part.count))
    let verdict = count == 0 ? "ok" : "\(count) FAILED"
    Swift.print(
      "\(name) \(verdict): \(summary); \(Int((seconds * 10).rounded()) / 10).\(Int((seconds * 10).rounded()) % 10) s")
    for failure in failures { Swift.print(failure) }
    if count > failures.count { Swift.print("  … and \(count - failures.count) more") }
    fflush(nil)
  }

  /// Seconds of a clock that only goes forward.
  static var seconds: Double { seconds(of: CLOCK_MONOTONIC) }

  /// Seconds for which a processor has worked for the thread: what somebody else takes of it does not count.
  static var worked: Double { seconds(of: CLOCK_THREAD_CPUTIME_ID) }

  private static func seconds(of clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension Int {
  /// `1,234,567`.
  var grouped: String {
    let digits = Array(String(self))
    return digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index) % 3 == 0 ? ",\(digit)" : "\(digit)"
    }.joined()
  }
}
