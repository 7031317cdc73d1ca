internal import Anime
internal import Mirrors

/// A report on a month, to be written in one of its forms.
struct WrittenReport {
  /// The month.
  let month: LogMonth
  /// What it says.
  let report: MirrorReport
  /// How many lines of the log made no sense.
  let damagedLines: Int

  /// Whether the log tells nothing of the month.
  var isEmpty: Bool { report.span == nil }

  static func instant(_ moment: Duration) -> String { Instant(moment).iso8601 }

  static func milliseconds(_ value: Double?) -> Int? { value.map { Int($0.rounded()) } }

  static func seconds(_ duration: Duration?) -> Int? { duration.map { Int($0.components.seconds) } }
}
