/// A mean that follows: the plain one of the first five samples, then four parts old and one part new.
///
/// As aria2's server statistics do. A sample below 80 % of the mean of a throughput begins it anew, since
/// what was measured before says nothing about a line that has become slow.
public struct RunningMean: Hashable, Sendable {
  /// The mean; nil before the first sample.
  public private(set) var value: Double?
  /// How many samples it is made of, five at most.
  public private(set) var count: Int

  /// A mean without samples, or one that is taken up again.
  public init(value: Double? = nil, count: Int = 0) {
    self.value = value
    self.count = value == nil ? 0 : min(max(1, count), Self.plainSamples)
  }

  private static let plainSamples = 5

  /// Takes in one sample.
  mutating func add(_ sample: Double) {
    guard let old = value else {
      self = RunningMean(value: sample, count: 1)
      return
    }
    guard count < Self.plainSamples else {
      value = 0.8 * old + 0.2 * sample
      return
    }
    count += 1
    value = old + (sample - old) / Double(count)
  }

  /// Takes in one sample of what may drop for good.
  mutating func addDropping(_ sample: Double) {
    if let value, sample < 0.8 * value { count = min(count, 1) }
    add(sample)
  }
}
