/// The number of an episode as releases write it: `07`, `12.5` of a recap, `4a` of a half.
public struct ReleaseEpisode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number.
  public var whole: Int
  /// The digit behind the point: 5 of 12.5, and 0 where there is no point.
  public var tenths: Int
  /// The letter of a part in lower case, `a` of 4a.
  public var part: Unicode.Scalar?

  /// The episode `whole`.`tenths` `part`.
  public init(_ whole: Int, tenths: Int = 0, part: Unicode.Scalar? = nil) {
    self.whole = whole
    self.tenths = tenths
    self.part = part
  }

  /// `7`, `12.5`, `4a`: no zeros in front.
  public var description: String {
    "\(whole)" + (tenths == 0 ? "" : ".\(tenths)") + (part.map { String($0) } ?? "")
  }

  /// Whether `left` is the smaller number; parts are in the order of their letters.
  public static func < (left: ReleaseEpisode, right: ReleaseEpisode) -> Bool {
    (left.whole, left.tenths, left.part?.value ?? 0) < (right.whole, right.tenths, right.part?.value ?? 0)
  }
}
