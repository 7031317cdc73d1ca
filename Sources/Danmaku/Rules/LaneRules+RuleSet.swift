extension LaneRules {
  /// Rules for a stage of `columns` × `rows` of which `rules` leave a part free.
  ///
  ///     24 rows, area 50, subtitleSafe 0    →  12 lanes, 12 spare
  ///     24 rows, area 100, subtitleSafe 15  →  20 lanes,  4 spare
  ///
  /// As long as any part of the stage is wanted, at least one lane is.
  public init(columns: Int, rows: Int, rules: RuleSet) {
    self.init(columns: columns, rows: rows, area: rules.area, subtitleSafe: rules.subtitleSafe)
  }

  /// The same for an area and a share for subtitles that stand in no set of rules, both in percent.
  init(columns: Int, rows: Int, area: Int, subtitleSafe: Int) {
    let rows = max(0, rows)
    let area = min(max(0, area), 100)
    let wanted = area == 0 ? 0 : max(1, (rows * area + 50) / 100)
    let safe = (rows * min(max(0, subtitleSafe), 100) + 99) / 100
    self.init(columns: columns, lanes: min(wanted, rows - safe))
    spareLanes = rows - lanes
  }
}
