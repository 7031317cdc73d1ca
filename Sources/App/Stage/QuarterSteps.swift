/// What a key makes of a share that it lowers: 100, 75, 50 and 25 percent, then 100 again.
public enum QuarterSteps {
  /// What comes after `percent`; after a value of the user's own the next of these.
  public static func next(after percent: Int) -> Int { percent > 25 ? (percent - 1) / 25 * 25 : 100 }
}
