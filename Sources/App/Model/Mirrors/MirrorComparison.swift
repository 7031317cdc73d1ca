/// What it came to when all mirrors of a provider were asked for the same version.
public struct MirrorComparison: Hashable, Sendable {
  /// Whose mirrors they are.
  public var provider: String
  /// The version that was asked for; nil where none is known.
  public var version: String?
  /// The hosts that give the same bytes.
  public var agreeing: [String]
  /// The hosts that give other bytes.
  public var differing: [String]
  /// The hosts that gave nothing.
  public var silent: [String]

  /// A comparison of the mirrors of `provider`.
  public init(provider: String, version: String?, agreeing: [String], differing: [String] = [], silent: [String] = []) {
    self.provider = provider
    self.version = version
    self.agreeing = agreeing
    self.differing = differing
    self.silent = silent
  }
  /// Whether there was no mirror that can be asked for a certain version.
  var isEmpty: Bool { agreeing.isEmpty && differing.isEmpty && silent.isEmpty }
}
