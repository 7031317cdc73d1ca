public import TUI

/// A buffer as text, to be read and compared in tests.
///
/// The right half of a wide character is left out, so that the picture lines
/// up wherever such characters are two columns wide. Blanks at the end of a
/// row are left out too.
public struct ScreenPicture: Hashable, Sendable, CustomStringConvertible {
  /// The text of each row.
  public let rows: [String]
  private let styleRows: [String]
  private let legend: [String]

  /// The picture of `buffer`, or of one part of it.
  public init(_ buffer: Buffer, area: Rect? = nil) {
    let area = (area ?? buffer.area).intersection(buffer.area)
    var letters = StyleLetters()
    var rows: [String] = []
    var styleRows: [String] = []
    for row in area.row..<area.endRow {
      let cells = (area.column..<area.endColumn).map { buffer[$0, row] }
      rows.append(String(cells.filter { $0.width > 0 }.map(\.character)).trimmingBlanks())
      styleRows.append(String(cells.map { letters.letter(for: $0.style) }))
    }
    self.rows = rows
    self.styleRows = styleRows
    legend = letters.legend
  }

  /// The rows, each ended by a line break.
  public var text: String { rows.map { $0 + "\n" }.joined() }

  /// The rows, then one letter per cell for its style, then what the letters mean; `.` is plain.
  public var textWithStyles: String {
    ([text] + [styleRows.map { $0 + "\n" }.joined(), legend.map { $0 + "\n" }.joined()]).joined(separator: "\n")
  }

  /// The text.
  public var description: String { text }
}

/// Gives each style a letter, in the order in which they appear.
private struct StyleLetters {
  private var letters: [Style: Character] = [.plain: "."]
  private(set) var legend: [String] = []
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")

  mutating func letter(for style: Style) -> Character {
    if let letter = letters[style] { return letter }
    let letter = legend.count < Self.alphabet.count ? Self.alphabet[legend.count] : "?"
    letters[style] = letter
    legend.append("\(letter) \(style.words)")
    return letter
  }
}

extension Style {
  /// The style in words: `211 on 234 bold`.
  fileprivate var words: String {
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
    ]
    let attributes = names.filter { self.attributes.contains($0.0) }.map(\.1)
    return (["\(foreground.words) on \(background.words)"] + attributes).joined(separator: " ")
  }
}

extension Color {
  fileprivate var words: String {
    switch self {
    case .terminal: "terminal"
    case .indexed(let index): "\(index)"
    case .rgb(let red, let green, let blue):
      "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}

extension String {
  fileprivate func trimmingBlanks() -> String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
