/// A part of every episode of a show that the user does not want to see each time; the raw values are those of the log.
public enum SkippedPart: String, CaseIterable, Sendable {
  /// The sequence at the begin, with its song.
  case opening
  /// The one at the end.
  case ending
}

extension ListEntry {
  /// The parts that somebody can mean, in milliseconds of the media: none is empty, none longer than a day.
  public static func plausible(skips: [SkippedPart: Range<Int>]) -> [SkippedPart: Range<Int>] {
    skips.filter {
      !$0.value.isEmpty && $0.value.lowerBound >= 0 && $0.value.upperBound <= Played.positionRange.upperBound
    }
  }

  /// The change by which `part` is skipped from one moment to the other; nil shows it again.
  public func skipping(_ part: SkippedPart, _ span: Range<Int>?) -> Change {
    var marked = skips
    marked[part] = span
    return .skips(Self.plausible(skips: marked))
  }
}
