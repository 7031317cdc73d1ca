/// When an operation was written: the wall clock, made never to run backwards, and the device to break ties.
///
/// It orders the operations of all devices the same way everywhere, and each after
/// those its device had seen. Source: Kulkarni et al., "Logical Physical Clocks", 2014.
public struct HybridClock: Hashable, Comparable, Sendable {
  /// The latest wall clock seen when it was written.
  public var wall: Instant
  /// Tells operations of one millisecond apart.
  public var counter: Int
  /// The device that wrote.
  public var device: String

  /// A reading.
  public init(wall: Instant, counter: Int = 0, device: String) {
    self.wall = wall
    self.counter = counter
    self.device = device
  }

  /// The reading for what `device` writes at `now`, having seen `latest`.
  public static func next(after latest: HybridClock?, now: Instant, device: String) -> HybridClock {
    guard let latest, latest.wall >= now else { return HybridClock(wall: now, device: device) }
    return HybridClock(wall: latest.wall, counter: latest.counter + 1, device: device)
  }

  /// Whether `left` was written before.
  public static func < (left: HybridClock, right: HybridClock) -> Bool {
    (left.wall, left.counter, left.device) < (right.wall, right.counter, right.device)
  }
}
