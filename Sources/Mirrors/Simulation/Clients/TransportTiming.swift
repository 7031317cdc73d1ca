/// What the transport waits for, as the program's own does.
public struct TransportTiming: Hashable, Sendable {
  /// Until a connection stands.
  public var connect = Duration.seconds(4)
  /// A transfer without a byte is cut after this.
  public var silence = Duration.seconds(5)
  /// What it takes to look at a whole file.
  public var judging = Duration.milliseconds(30)

  /// The usual times.
  public init() {}

  /// The same in a world where all goes `factor` times as fast.
  public func scaled(by factor: Double) -> TransportTiming {
    var scaled = self
    scaled.connect = connect / factor
    scaled.silence = silence / factor
    scaled.judging = judging / factor
    return scaled
  }
}
