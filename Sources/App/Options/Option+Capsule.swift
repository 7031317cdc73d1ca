extension Option {
  /// How much the capsule keeps, and how long.
  static let capsule: [Option] = [
    Option(
      "capsule.reserve", expected: "\"auto\", \"512M\", \"2G\", \"0\"",
      """
      The free space below which no new content is stored, so that your own changes always fit; \
      \"auto\" is 3 % of the disk, or 256M where that is more.
      """
    ) {
      .string($0.capsuleReserve.text)
    } write: { configuration, value in
      let text: String? =
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        default: nil
        }
      guard let choice = text.flatMap(ReserveChoice.init) else { return false }
      configuration.capsuleReserve = choice
      return true
    },
    number(
      "capsule.keep-all", days, "The days for which the content of every commit is kept.", \.retentionAll),
    number(
      "capsule.keep-daily", days, "The days for which the content of the last commit of each day is kept.",
      \.retentionDaily),
    number(
      "capsule.keep-weekly", days, "The days for which the content of the last commit of each week is kept.",
      \.retentionWeekly),
    Option(
      "capsule.keep-monthly", choices: ["forever"], expected: "\"forever\", \(days.lowerBound) … \(days.upperBound)",
      """
      The days for which the content of the last commit of each month is kept. \
      Shows that are pinned keep all their versions, and commits themselves are never removed.
      """
    ) {
      $0.retentionMonthly.map(ConfigurationValue.integer) ?? .string("forever")
    } write: { configuration, value in
      switch value {
      case .string("forever"): configuration.retentionMonthly = nil
      case .integer(let number) where days.contains(number): configuration.retentionMonthly = number
      default: return false
      }
      return true
    },
  ]

  private static let days = 1...36_500
}
