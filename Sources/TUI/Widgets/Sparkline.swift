/// Values as a row of little bars: `▁▂▃▅▇▆▃▂▁`.
public struct Sparkline: Sendable {
  /// The values; negative ones count as 0.
  public let values: [Double]
  /// How it looks.
  public let style: Style
  /// The value of a full bar; nil takes the greatest one.
  public let maximum: Double?

  /// Bars of `values`.
  public init(_ values: [Double], style: Style = .plain, maximum: Double? = nil) {
    self.values = values
    self.style = style
    self.maximum = maximum
  }

  /// Draws one bar per cell into the first row of `area`; several values may share one, the greatest wins.
  public func draw(in area: Rect, on buffer: inout Buffer) {
    let bars = text(columns: area.columns, for: buffer.ambiguity)
    buffer.write(bars, column: area.column, row: area.row, style: style, in: area)
  }

  /// The bars as text, one for each of `columns` cells.
  public func text(columns: Int, for ambiguity: TextWidth.Ambiguity) -> String {
    let bars = resampled(to: columns)
    let full = maximum ?? bars.max() ?? 0
    let levels = Self.levels(for: ambiguity)
    return String(
      bars.map { value in
        let level = full > 0 ? Int((value / full * Double(levels.count - 1)).rounded(.up)) : 0
        return levels[max(0, min(level, levels.count - 1))]
      })
  }

  /// The values as `count` ones.
  private func resampled(to count: Int) -> [Double] {
    guard !values.isEmpty, count > 0 else { return [] }
    return (0..<count).map { bar in
      let first = bar * values.count / count
      let last = max(first + 1, (bar + 1) * values.count / count)
      return values[first..<last].reduce(0) { max($0, $1) }
    }
  }

  /// Nothing, then bars of growing height.
  private static func levels(for ambiguity: TextWidth.Ambiguity) -> [Character] {
    ambiguity == .narrow ? Array(" ▁▂▃▄▅▆▇█") : Array(" .:-=+*#%@")
  }
}
