internal import Danmaku
internal import TUI

/// What `danmaku stats --heat` tells: how full the stage is over a file's time, and where it is fullest.
///
///      ▁▂▃▃▂▁ ▁▂▅█▅▂▁      ▁▃▅▃▁
///        ^00:41  ^01:10      ^02:05
struct HeatReport {
  private let heat: Heat
  private let duration: Int
  private let ambiguity: TextWidth.Ambiguity
  private let commentCount: Int

  /// The columns of the strip where nobody tells how many there are, and its parts in JSON.
  private static let columns = 60

  /// The heat of `file`, every comment of it that is text, on a stage that one crosses in `life` milliseconds.
  init(_ file: DanmakuFile, life: Int, ambiguity: TextWidth.Ambiguity) {
    let comments = file.comments
    let sizes = CommentSizes(comments) { TextWidth.of($0, ambiguity: ambiguity) }
    duration = comments.indices.last.map { max(0, comments.time(at: $0)) + life } ?? 0
    heat = Heat(comments, sizes: sizes, duration: duration, life: life)
    self.ambiguity = ambiguity
    commentCount = comments.count
  }

  /// Why there is nothing to see in it; nil where there is.
  var emptiness: String? {
    guard heat.isEmpty else { return nil }
    return commentCount == 0
      ? "The file holds no comment: the stage is empty from the begin to the end."
      : "Lanes show none of the \(Count.grouped(commentCount)) comments, which stand where their authors put them or are "
        + "programs: the stage is empty from the begin to the end."
  }

  /// The same as an SVG that is called `title`.
  func svg(title: String) -> String { HeatPicture(heat, title: title, duration: duration).svg }

  /// The same for programs, heights in parts of the highest.
  var json: JSON {
    .object([
      ("durationMilliseconds", .number(duration)),
      ("heights", .array(Density(heat, count: Self.columns).heights.map { .decimal(Self.rounded($0)) })),
      (
        "peaks",
        .array(
          heat.peaks.map {
            .object([("timeMilliseconds", .number($0.time)), ("height", .decimal(Self.rounded($0.height)))])
          })
      ),
    ])
  }

  private static func rounded(_ height: Double) -> Double { (height * 1000).rounded() / 1000 }

  /// Says the strip, and the times of the peaks below it, in as many lines as keep them apart; nothing of an empty one.
  func say(to page: inout Page) {
    guard !heat.isEmpty else { return }
    let columns = max(1, page.columns ?? Self.columns)
    let strip = Sparkline(Density(heat, count: columns).heights, maximum: 1).text(columns: columns, for: ambiguity)
    page.line(Page.Piece(strip, .here))
    for line in labels(columns: columns) { page.line(Page.Piece(line, .new)) }
  }

  /// The times of the peaks, each in the first line that has room for it.
  private func labels(columns: Int) -> [String] {
    var lines: [String] = []
    for peak in heat.peaks {
      let column = min(peak.time * columns / max(1, duration), columns - 1)
      let time = MediaTime.text(peak.time)
      // Near the edge the time stands to the left of its mark.
      let fits = column + 1 + time.count <= columns
      let label = fits ? "^" + time : time + "^"
      let first = fits ? column : max(0, column - time.count)
      let line = lines.firstIndex { $0.isEmpty || $0.count < first } ?? lines.count
      if line == lines.count { lines.append("") }
      lines[line] += String(repeating: " ", count: first - lines[line].count) + label
    }
    return lines
  }
}
