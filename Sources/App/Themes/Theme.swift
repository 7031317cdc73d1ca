internal import Anime
public import TUI

/// How everything looks.
///
///     [palette]
///     night = [234, 0]            # of 256 colours; where there are only 16
///     blossom = "#ff87af"
///     [styles]
///     "list.selected" = "night on blossom bold"
public struct Theme: Sendable {
  /// Its name.
  public let name: String
  private var styles: [StyleName: Style]

  /// How `name` looks.
  public subscript(_ name: StyleName) -> Style { styles[name] ?? .plain }

  /// How `name` looks where it stands on the background of `ground`.
  public subscript(_ name: StyleName, on ground: StyleName) -> Style {
    var style = self[name]
    style.background = self[ground].background
    return style
  }

  /// The theme of this name that is compiled in; nil for others.
  public init?(builtIn name: String, depth: ColorDepth) {
    guard let table = Self.builtIn[depth == .none ? "mono" : name], depth != .none || Self.builtIn[name] != nil
    else { return nil }
    var warnings: [ConfigurationWarning] = []
    self.init(name: name, table: table, depth: depth, file: name, warnings: &warnings)
  }

  /// The theme that `table` describes; what it leaves out, colours too, is as in the default theme.
  ///
  /// Without colours everything looks as in `mono`, whatever the table says: shape and weight
  /// are all that is left, and a theme of colours has neither.
  public init(
    name: String, table: ConfigurationTable, depth: ColorDepth, file: String, warnings: inout [ConfigurationWarning]
  ) {
    self.name = name
    var palette = Palette(depth: depth)
    var described: [StyleName: StyleDescription] = [:]
    let standard = Self.builtIn[depth == .none ? "mono" : "yozakura"] ?? [:]
    palette.read(standard, file: file, warnings: &warnings)
    palette.read(table, file: file, warnings: &warnings)
    Self.read(standard, palette, file: file, into: &described, warnings: &warnings)
    if depth > .none { Self.read(table, palette, file: file, into: &described, warnings: &warnings) }
    styles = [:]
    for style in StyleName.allCases { styles[style] = Self.visible(Self.resolve(style, described), at: depth) }
  }

  private static func resolve(_ name: StyleName, _ described: [StyleName: StyleDescription]) -> Style {
    var style = name.parent.map { resolve($0, described) } ?? .plain
    guard let own = described[name] else { return style }
    if let foreground = own.foreground { style.foreground = foreground }
    if let background = own.background { style.background = background }
    if own.isPlain { style.attributes = [] }
    style.attributes.formUnion(own.attributes)
    return style
  }

  /// With few colours two of a palette may become one: text keeps off the colour behind it.
  private static func visible(_ style: Style, at depth: ColorDepth) -> Style {
    let background = style.background.reduced(to: depth)
    guard background != .terminal, style.foreground.reduced(to: depth) == background else { return style }
    var style = style
    style.foreground = background == .indexed(0) ? .indexed(7) : .indexed(0)
    return style
  }

  private static func read(
    _ table: ConfigurationTable, _ palette: Palette, file: String, into described: inout [StyleName: StyleDescription],
    warnings: inout [ConfigurationWarning]
  ) {
    for (name, _) in table.sorted where name != "palette" && name != "styles" {
      warnings.append(.unknownKey(name, nearest: name.nearest(in: ["palette", "styles"]), file))
    }
    guard case .table(let rows) = table["styles"] else { return }
    for (name, value) in rows.sorted {
      guard let style = StyleName(rawValue: name) else {
        let nearest = name.nearest(in: StyleName.allCases.map(\.rawValue))
        warnings.append(.unknownKey("styles.\(name)", nearest: nearest, file))
        continue
      }
      guard case .string(let text) = value else {
        let expected = "\"night on blossom bold\""
        warnings.append(.badValue("styles.\(name)", value: value.description, expected: expected, file))
        continue
      }
      var description = StyleDescription()
      if let unknown = description.read(text, palette) {
        let nearest = unknown.nearest(in: palette.names + StyleDescription.words)
        warnings.append(.unknownName("styles.\(name)", value: unknown, nearest: nearest, file))
      }
      described[style] = description
    }
  }
}

/// What a theme says of one style.
struct StyleDescription {
  var foreground: Color?
  var background: Color?
  var attributes: Style.Attributes = []
  var isPlain = false

  static let words = ["on", "plain", "bold", "dim", "italic", "underline", "reverse"]

  /// Reads `night on blossom bold`; gives back the first word that means nothing.
  mutating func read(_ text: String, _ palette: Palette) -> String? {
    var isBackground = false
    for word in text.split(separator: " ") {
      switch word {
      case "on": isBackground = true
      case "plain": isPlain = true
      case "bold": attributes.insert(.bold)
      case "dim": attributes.insert(.dim)
      case "italic": attributes.insert(.italic)
      case "underline": attributes.insert(.underline)
      case "reverse": attributes.insert(.reverse)
      default:
        guard let color = palette[word] else { return String(word) }
        if isBackground { background = color } else { foreground = color }
        isBackground = false
      }
    }
    return nil
  }
}

/// The colours of a theme by their names.
struct Palette {
  private let depth: ColorDepth
  private var colors: [String: Color] = ["terminal": .terminal]

  init(depth: ColorDepth) {
    self.depth = depth
  }

  var names: [String] { Array(colors.keys) }

  subscript(_ name: Substring) -> Color? { colors[String(name)] }

  /// Takes the colours of `[palette]`: `211`, `[211, 13]` or `"#ff87af"`.
  mutating func read(_ table: ConfigurationTable, file: String, warnings: inout [ConfigurationWarning]) {
    guard case .table(let rows) = table["palette"] else { return }
    for (name, value) in rows.sorted {
      if let color = Self.color(value, depth) {
        colors[name] = color
      } else {
        warnings.append(
          .badValue("palette.\(name)", value: value.description, expected: "211, [211, 13], \"#ff87af\"", file))
      }
    }
  }

  private static func color(_ value: ConfigurationValue, _ depth: ColorDepth) -> Color? {
    switch value {
    case .integer(let index): UInt8(exactly: index).map(Color.indexed)
    case .string("terminal"): .terminal
    case .string(let text): hexadecimal(text)
    case .array(let values) where values.count == 2:
      color(values[0], .trueColor).flatMap { many in
        color(values[1], .trueColor).map { few in depth >= .palette256 ? many : few }
      }
    default: nil
    }
  }

  private static func hexadecimal(_ text: String) -> Color? {
    guard text.utf8.count == 7, text.hasPrefix("#"), let number = UInt32(text.dropFirst(), radix: 16) else {
      return nil
    }
    return .rgb(UInt8(number >> 16), UInt8(number >> 8 & 255), UInt8(number & 255))
  }
}
