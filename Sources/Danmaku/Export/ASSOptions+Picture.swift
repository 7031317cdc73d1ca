extension ASSOptions {
  /// Comments over a picture of any size, in the proportions that they have on one of 1080 lines, as players draw them:
  /// no two meet, whatever they are, and `rules` leave out what they leave out.
  ///
  /// `crossing` is for how many milliseconds moving comments are on the picture; `area` the part of its height that they
  /// use at most, in percent.
  public init(width: Int, height: Int, rules: RuleSet, crossing: Int, area: Int = 100) {
    let usual = ASSOptions()
    self = usual
    (self.width, self.height) = (width, height)
    fontSize = max(12, height * usual.fontSize / usual.height)
    outline = max(0.5, usual.outline * Double(height) / Double(usual.height))
    gap = max(2, usual.gap * width / usual.width)
    self.crossing = crossing
    standing = crossing / 2
    isLayered = false
    self.area = area * rules.area / 100
    subtitleSafe = rules.subtitleSafe
    modes.subtract(rules.modes)
  }

  /// The stage that such a picture is while it plays at `rate` percent and comments stay as long as ever.
  ///
  /// At twice the speed a comment needs twice as much of the media's time for the same reading.
  public func overlayRules(rate: Int) -> LaneRules {
    var lanes = laneRules
    lanes.resolution = 1
    lanes.crossing = lanes.crossing * rate / 100
    lanes.standing = lanes.standing * rate / 100
    lanes.stretch = rate
    return lanes
  }
}
