internal import Glibc
internal import TUI

/// What a command says to people: lines of pieces, each with its tone.
///
/// Whatever comes from outside is cleaned here, so that neither a title nor the name of a
/// file can steer the terminal; the escapes of colours are written here and nowhere else.
struct Page {
  /// How a piece of text is meant. Drawn in colours only where the reader wants them.
  enum Tone: String {
    case plain = ""
    case strong = "1"
    case faint = "2"
    case here = "35"
    case new = "33"
    case good = "32"
    case bad = "31"
  }

  /// A piece of a line.
  struct Piece: ExpressibleByStringLiteral {
    var text: String
    var tone: Tone

    init(_ text: String, _ tone: Tone = .plain) {
      self.text = Page.cleaned(text)
      self.tone = tone
    }

    init(stringLiteral text: String) {
      self.init(text)
    }
  }

  /// Whether tones are drawn.
  let isColoured: Bool
  /// How wide the lines may be; nil means as wide as they are.
  let columns: Int?
  /// What was said.
  private(set) var text = ""

  /// The page that standard output is.
  static var standard: Page {
    Page(isColoured: isColoured(STDOUT_FILENO), columns: Standard.columns(of: STDOUT_FILENO))
  }

  /// The page that standard error is.
  static var talk: Page {
    Page(isColoured: isColoured(STDERR_FILENO), columns: nil)
  }

  /// Whether whoever reads `descriptor` wants colours (no-color.org).
  private static func isColoured(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && Environment["NO_COLOR"] == nil && Environment["TERM"] != "dumb"
  }

  init(isColoured: Bool, columns: Int?) {
    self.isColoured = isColoured
    self.columns = columns
  }

  /// Says one line.
  mutating func line(_ pieces: Piece...) {
    line(pieces)
  }

  /// Says one line.
  mutating func line(_ pieces: [Piece]) {
    for piece in pieces { append(piece) }
    text += "\n"
  }

  /// Says `text` byte for byte: a file that happens to go to standard output.
  mutating func verbatim(_ text: String) {
    self.text += text
  }

  /// Says `rows` in columns that stand below each other.
  ///
  /// Where the page has an edge, the column `flexible` gives way until the lines fit.
  mutating func table(_ rows: [[Piece]], flexible: Int? = nil) {
    let count = rows.map(\.count).max() ?? 0
    var widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? TextWidth.of($0[column].text) : 0 }.max() ?? 0
    }
    if let columns, let flexible, flexible < count {
      let others = widths.reduce(0, +) - widths[flexible] + 2 * (count - 1)
      widths[flexible] = min(widths[flexible], max(12, columns - others))
    }
    for row in rows {
      let last = row.lastIndex { !$0.text.isEmpty } ?? 0
      for (column, piece) in row.prefix(last + 1).enumerated() {
        let shown = Piece(piece.text.truncated(to: widths[column]), piece.tone)
        append(shown)
        if column < last {
          text += String(repeating: " ", count: max(0, widths[column] - TextWidth.of(shown.text)) + 2)
        }
      }
      text += "\n"
    }
  }

  private mutating func append(_ piece: Piece) {
    guard isColoured, piece.tone != .plain, !piece.text.isEmpty else {
      text += piece.text
      return
    }
    text += "\u{1B}[\(piece.tone.rawValue)m\(piece.text)\u{1B}[0m"
  }

  /// `text` without what steers a terminal: controls and the overrides of direction.
  static func cleaned(_ text: String) -> String {
    func steers(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        true
      default: false
      }
    }
    guard text.unicodeScalars.contains(where: steers) else { return text }
    var cleaned = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { cleaned.append(steers(scalar) ? " " : scalar) }
    return String(cleaned)
  }
}
