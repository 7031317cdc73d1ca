/// The times of a race. Moments are durations since an origin that the driver chooses.
public struct RaceTiming: Equatable, Sendable {
  /// Between two starts at most…
  public var stagger: Duration
  /// …and between the first and the last start, however many start.
  public var staggerTotal: Duration
  /// So many bytes received make an attempt the leader.
  public var leadBytes: Int
  /// A leader without a byte for this time leads no longer.
  public var quiet: Duration

  /// The usual times: bytes at speed are a whole window of them, 5 s at 1 KiB/s.
  public init(
    stagger: Duration = .seconds(2), staggerTotal: Duration = .milliseconds(800), leadBytes: Int = 5 << 10,
    quiet: Duration = .milliseconds(1250)
  ) {
    self.stagger = stagger
    self.staggerTotal = staggerTotal
    self.leadBytes = leadBytes
    self.quiet = quiet
  }

  /// Between two of `count` starts.
  func spacing(_ count: Int) -> Duration {
    count > 1 ? min(stagger, staggerTotal / (count - 1)) : .zero
  }
}
