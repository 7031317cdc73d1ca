/// What a part of many samples does not exceed.
public struct Quantiles: Equatable, Sendable {
  private let sorted: [Double]

  /// The quantiles of `samples`.
  public init(_ samples: [Double]) {
    sorted = samples.sorted()
  }

  /// How many samples there are.
  public var count: Int { sorted.count }

  /// The mean; nil where there is no sample.
  public var mean: Double? {
    sorted.isEmpty ? nil : sorted.reduce(0, +) / Double(sorted.count)
  }

  /// The smallest sample that `part` of all, from 0 to 1, do not exceed; nil where there is none.
  public subscript(part: Double) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let place = Int((part * Double(sorted.count)).rounded(.up)) - 1
    return sorted[min(sorted.count - 1, max(0, place))]
  }
}
