internal import Anime
internal import App
internal import Markup
internal import TUI

/// What was watched as a picture for others: an SVG that needs nothing else, light or dark as its reader has it.
///
/// It names no show: whoever shares it shares figures.
struct StatisticsCard {
  private let statistics: Statistics
  private let words: StatisticsStrings

  /// A card in these words.
  init(_ statistics: Statistics, words: StatisticsStrings) {
    self.statistics = statistics
    self.words = words
  }

  private static let (width, height) = (800, 420)
  /// Where the bars of the months stand.
  private static let (chartTop, chartHeight) = (190, 130)

  /// The picture, with a final newline.
  var svg: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(Self.height)" role="img">
    <title>夜桜 \(year)</title>
    <style>
    \(Self.style)
    </style>
    <rect class="night" width="\(Self.width)" height="\(Self.height)" rx="18"/>
    \(text("夜桜", x: 40, y: 62, "name"))
    \(text(year, x: 760, y: 62, "year"))
    \(figures)
    \(bars)
    \(footer)
    </svg>

    """
  }

  private var year: String { statistics.year.map(String.init) ?? "" }

  private var figures: String {
    var figures = [
      (String(statistics.episodes), words.episodes), (String(statistics.shows), words.shows),
      (String(statistics.completed), words.completed),
    ]
    if statistics.minutes > 0 { figures.append((words.length(statistics.minutes), words.watched)) }
    return figures.enumerated().map { index, figure in
      let x = 40 + index * 180
      return text(figure.0, x: x, y: 122, "figure") + "\n" + text(figure.1, x: x, y: 146, "label")
    }.joined(separator: "\n")
  }

  private var bars: String {
    let greatest = max(statistics.byMonth.values.max() ?? 0, 1)
    return (1...12).map { month in
      let count = statistics.byMonth[month] ?? 0
      let height = count == 0 ? 2 : max(4, count * Self.chartHeight / greatest)
      let x = 40 + (month - 1) * 61
      let y = Self.chartTop + Self.chartHeight - height
      let bar =
        "<rect class=\"\(count == 0 ? "rest" : "bar")\" x=\"\(x)\" y=\"\(y)\" width=\"45\" height=\"\(height)\" rx=\"2\"/>"
      let label = text(String(month), x: x + 22, y: Self.chartTop + Self.chartHeight + 20, "month")
      return count == 0 ? "\(bar)\n\(label)" : "\(bar)\n\(label)\n\(text(String(count), x: x + 22, y: y - 6, "count"))"
    }.joined(separator: "\n")
  }

  private var footer: String {
    var parts: [String] = []
    if let streak = statistics.longestStreak { parts.append("\(words.longestStreak) \(words.dayCount(streak.days))") }
    if let busiest = statistics.busiest {
      parts.append("\(words.busiestDay) \(busiest.day), \(words.count(busiest.episodes))")
    }
    return text(parts.joined(separator: " · "), x: 40, y: 388, "label")
  }

  /// `words` from `x`, in a style. Where they would leave the card they are drawn narrower, as far as the table of
  /// widths tells: the reader's font is not known here.
  private func text(_ words: String, x: Int, y: Int, _ style: String) -> String {
    let cells = TextWidth.of(words)
    let (room, isTooWide) =
      switch style {
      case "figure": (170, cells * 19 > 170)
      case "label": (Self.width - 40 - x, cells * 8 > Self.width - 40 - x)
      default: (0, false)
      }
    let fit = isTooWide ? " textLength=\"\(room)\" lengthAdjust=\"spacingAndGlyphs\"" : ""
    return "<text class=\"\(style)\" x=\"\(x)\" y=\"\(y)\"\(fit)>\(MarkupEscapes.escape(words))</text>"
  }

  private static let style = """
    .night { fill: #fff7fa; } .bar { fill: #d9578c; } .rest { fill: #ecdfe6; }
    text { font-family: system-ui, "Noto Sans CJK JP", sans-serif; fill: #2b2530; font-size: 14px; }
    .name { font-size: 32px; fill: #c2447a; } .year { font-size: 28px; text-anchor: end; }
    .figure { font-size: 32px; font-weight: 600; } .label, .month { fill: #857a8d; }
    .month, .count { text-anchor: middle; font-size: 12px; }
    @media (prefers-color-scheme: dark) {
      .night { fill: #14121a; } .bar { fill: #ff87af; } .rest { fill: #2a2633; } text { fill: #dcd7e2; }
      .name { fill: #ff87af; } .label, .month { fill: #857d90; }
    }
    """
}
