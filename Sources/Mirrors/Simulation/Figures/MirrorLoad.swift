/// The requests that reach one mirror, and whether it bears them.
struct MirrorLoad {
  /// The requests a minute that it bears; nil for any number.
  private let capacity: Double?
  /// How many more it bears now: a bucket that holds a minute's worth.
  private var allowance: Double
  private var allowanceAt = Duration.zero
  private var minute = 0
  private var requestsOfMinute = 0
  /// The requests so far.
  private(set) var requests = 0
  /// The most of them in one minute.
  private(set) var peak = 0
  /// How many had to be turned away.
  private(set) var turnedAway = 0
  /// The bytes that were sent.
  var bytes = 0

  init(capacity: Double?) {
    self.capacity = capacity
    allowance = capacity ?? 0
  }

  mutating func count(inMinute number: Int) {
    requestsOfMinute = number == minute ? requestsOfMinute + 1 : 1
    minute = number
    requests += 1
    peak = max(peak, requestsOfMinute)
  }

  mutating func admit(_ weight: Double, minute: Duration, at now: Duration) -> Bool {
    guard let capacity else { return true }
    allowance = min(capacity, allowance + capacity * ((now - allowanceAt) / minute))
    allowanceAt = now
    guard allowance >= weight else {
      turnedAway += 1
      return false
    }
    allowance -= weight
    return true
  }
}
