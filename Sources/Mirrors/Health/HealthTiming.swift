/// The numbers of the policy. Tests hand in shorter times.
///
/// Where they come from: three failures are pacman's limit, Envoy's is five; 30 s times the number of ejections
/// is Envoy's outlier detection; the token bucket is gRPC's retry throttling, the 20 % Finagle's retry
/// budget; 24 h is aria2's server statistics; one probe is Polly's half-open state.
public struct HealthTiming: Hashable, Sendable {
  /// So many failures, one after the other, open a breaker.
  public var failuresToOpen = 3
  /// A breaker opens for this time, multiplied by how often it opened…
  public var openFor = Duration.seconds(30)
  /// …but not for longer.
  public var openAtMost = Duration.seconds(15 * 60)
  /// After so long a good time one opening is forgiven.
  public var forgiveAfter = Duration.seconds(10 * 60)
  /// A probe that nobody reported on is given up.
  public var probePatience = Duration.seconds(60)
  /// A pause that a service asks for is kept up to this.
  public var busyAtMost = Duration.seconds(3600)
  /// The pause where a busy service names none: between this and its double.
  public var busyFor = Duration.seconds(2)
  /// A refusal is remembered for this.
  public var refusedFor = Duration.seconds(10 * 60)
  /// A mirror that lied is not believed for this…
  public var distrustFor = Duration.seconds(24 * 3600)
  /// …and for this after the second time.
  public var distrustAgainFor = Duration.seconds(7 * 24 * 3600)
  /// Failures so close together are looked at as one event.
  public var faultWindow = Duration.seconds(10)
  /// Pages from unrelated hosts so close together are a portal's.
  public var portalWindow = Duration.seconds(30)
  /// Lies of unrelated hosts so close together are told by the network between.
  public var tamperingWindow = Duration.seconds(60)
  /// When the network is tried again after a local fault: this, then its double, up to four times it.
  public var localRetry = Duration.seconds(15)
  /// Measurements older than this choose nobody.
  public var statisticsLife = Duration.seconds(24 * 3600)
  /// The wait before a hedge while nothing is measured…
  public var hedge = Duration.milliseconds(400)
  /// …and its bounds when something is.
  public var hedgeBounds = Duration.milliseconds(50)...Duration.seconds(2)
  /// The tokens of a retry budget when it is full.
  public var tokens = 10.0
  /// Time gives a token back.
  public var tokenEvery = Duration.seconds(60)
  /// Time allows one retry more, of whomever, after this.
  public var retryEvery = Duration.seconds(1)
  /// An idle mirror is tried again after this, then after its double, and so on.
  public var retestAfter = Duration.seconds(24 * 3600)
  /// That there is nothing new is confirmed by a second source this often.
  public var confirmEvery = Duration.seconds(24 * 3600)
  /// Whether chance decides among equals; where it does not, the order of the configuration does.
  public var drawsLots = true

  /// The usual numbers.
  public init() {}

  /// The same policy in a world where all goes `factor` times as fast.
  public func scaled(by factor: Double) -> HealthTiming {
    var scaled = self
    for path in Self.durations { scaled[keyPath: path] = self[keyPath: path] / factor }
    scaled.hedgeBounds = hedgeBounds.lowerBound / factor...hedgeBounds.upperBound / factor
    return scaled
  }

  private static var durations: [WritableKeyPath<HealthTiming, Duration>] {
    [
      \.openFor, \.openAtMost, \.forgiveAfter, \.probePatience, \.busyAtMost, \.busyFor, \.refusedFor, \.distrustFor,
      \.distrustAgainFor, \.faultWindow, \.portalWindow, \.tamperingWindow, \.localRetry, \.statisticsLife, \.hedge,
      \.tokenEvery, \.retryEvery, \.retestAfter, \.confirmEvery,
    ]
  }
}
