/// Which episode an airing shows, and whether anybody knows.
public struct EpisodeNumber: Hashable, Sendable {
  /// The number.
  public var value: Int
  /// Whether it was counted in weeks: probable, never a fact, and to be marked wherever it is shown.
  public var isEstimate: Bool

  /// The number `value`.
  public init(_ value: Int, isEstimate: Bool) {
    self.value = value
    self.isEstimate = isEstimate
  }
}
