extension LaneRules {
  /// Rules for a stage of `columns` × `rows` of which `rules` leave a part free.
  ///
  ///     24 rows, area 50, subtitleSafe 0    →  12 lanes, 12 spare
  ///     24 rows, area 100, subtitleSafe 15  →  20 lanes,  4 spare
  ///
  /// As long as any part of the stage is wanted, at least one lane is.
  public init(columns: Int, rows: Int, rules: RuleSet) {
    let rows = max(0, rows)
    let area = min(max(0, rules.area), 100)
    let wanted = area == 0 ? 0 : max(1, (rows * area + 50) / 100)
    let safe = (rows * min(max(0, rules.subtitleSafe), 100) + 99) / 100
    self.init(columns: columns, lanes: min(wanted, rows - safe))
    spareLanes = rows - lanes
  }
}
