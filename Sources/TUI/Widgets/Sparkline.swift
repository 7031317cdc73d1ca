/// Values as a row of little bars: `▁▂▃▅▇▆▃▂▁`.
public struct Sparkline: Sendable {
  /// The values; negative ones count as 0.
  public let values: [Double]
  /// How it looks.
  public let style: Style
  /// The value of a full bar; nil takes the greatest one.
  public let maximum: Double?
  /// By how many values the bars stand further right; where nothing is moved to, they are 0.
  public let shift: Int

  /// Bars of `values`.
  public init(_ values: [Double], style: Style = .plain, maximum: Double? = nil, shift: Int = 0) {
    self.values = values
    self.style = style
    self.maximum = maximum
    self.shift = shift
  }

  /// Draws one bar per cell into the first row of `area`; several values may share one, the greatest wins.
  ///
  /// It takes no memory, for some are drawn in every frame.
  public func draw(in area: Rect, on buffer: inout Buffer) {
    guard !values.isEmpty else { return }
    let full = full(of: area.columns)
    for column in 0..<area.columns {
      let bar = Self.bar(value(of: column, of: area.columns), full: full, for: buffer.ambiguity)
      buffer.write(String(bar), column: area.column + column, row: area.row, style: style, in: area)
    }
  }

  /// The bars as text, one for each of `columns` cells.
  public func text(columns: Int, for ambiguity: TextWidth.Ambiguity) -> String {
    guard !values.isEmpty else { return "" }
    let full = full(of: columns)
    return String((0..<max(0, columns)).map { Self.bar(value(of: $0, of: columns), full: full, for: ambiguity) })
  }

  /// The value of a full bar, where there are `columns` of them.
  private func full(of columns: Int) -> Double {
    maximum ?? (0..<max(0, columns)).reduce(0) { max($0, value(of: $1, of: columns)) }
  }

  /// The greatest value that the bar of `column` stands for, where there are `columns` of them.
  private func value(of column: Int, of columns: Int) -> Double {
    let first = column * values.count / columns
    let last = max(first + 1, (column + 1) * values.count / columns)
    return (first..<last).reduce(0) { max($0, values.indices.contains($1 - shift) ? values[$1 - shift] : 0) }
  }

  /// The bar of `value`.
  private static func bar(_ value: Double, full: Double, for ambiguity: TextWidth.Ambiguity) -> Character {
    let levels = ambiguity == .narrow ? narrowLevels : wideLevels
    let level = full > 0 ? Int((value / full * Double(levels.count - 1)).rounded(.up)) : 0
    return levels[max(0, min(level, levels.count - 1))]
  }

  /// Nothing, then bars of growing height.
  private static let narrowLevels = Array(" ▁▂▃▄▅▆▇█")
  /// The same for terminals on which blocks may be two cells wide.
  private static let wideLevels = Array(" .:-=+*#%@")
}
