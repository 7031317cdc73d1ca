internal import Anime

extension Option {
  /// When days begin.
  static let schedule: [Option] = [
    number(
      "schedule.dayBegins", DayBoundary.hours,
      """
      The hour at which a day of Tonight and the schedule begins. With 5, what is on at half past one on Saturday \
      stands under Friday, at 25:30, as stations in Japan write it.
      """, \.dayBegins)
  ]
}
