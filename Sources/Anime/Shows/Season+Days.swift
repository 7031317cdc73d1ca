extension Season {
  /// The moments of the season, by the calendar of Japan.
  public var interval: Range<Instant> {
    start..<advanced(by: 1).start
  }

  /// The moment at which it begins.
  public var start: Instant {
    let quarter = Quarter.allCases.firstIndex(of: quarter) ?? 0
    return Zone.japan.startOfDay(CivilDate(year: year, month: quarter * 3 + 1, day: 1))
  }
}
