/// The words beside a comment of Niconico's, which say how it shall look.
///
///     "184 ue big red @5"   at the top, large, red, five seconds long
///
/// The first word of each kind wins, and case does not matter. Words for fonts, frames and devices have no
/// place here, nor have `full`, `ender` and `_live`.
struct NiconicoCommands {
  /// How many words are looked at, as in niconicomments.
  static let mostWords = 64

  /// Where it moves; nil where no word says so.
  private(set) var mode: Comment.Mode?
  /// The font size in Bilibili's numbers; danmaku2ass takes these factors of 25.
  private(set) var size: UInt8?
  /// Its colour.
  private(set) var color: CommentColor?
  /// Hundredths of a second for which it is shown.
  private(set) var life: UInt16?
  /// Whether it shall not be seen.
  private(set) var isInvisible = false

  private var words = 0

  /// What no word says.
  init() {}

  /// The commands of `mail`, words with white space between them.
  init(mail: Slice<UnsafeBufferPointer<UInt8>>) {
    for word in mail.split(maxSplits: Self.mostWords, whereSeparator: { $0 <= 0x20 }) { take(word) }
  }

  /// Obeys `word`, unless one of its kind came before.
  mutating func take(_ word: Slice<UnsafeBufferPointer<UInt8>>) {
    guard words < Self.mostWords else { return }
    words += 1
    let word = String(decoding: word.prefix(32), as: UTF8.self).lowercased()
    if let mode = Self.places[word] {
      self.mode = self.mode ?? mode
    } else if let size = Self.sizes[word] {
      self.size = self.size ?? size
    } else if let color = Self.colors[word] ?? Self.color(of: word) {
      self.color = self.color ?? color
    } else if let life = Self.life(of: word) {
      self.life = self.life ?? life
    } else if word == "invisible" {
      isInvisible = true
    }
  }

  /// `#rrggbb`.
  private static func color(of word: String) -> CommentColor? {
    var word = word
    return word.withUTF8 { CommentColor(hexadecimal: $0[...]) }
  }

  /// `@5`: five seconds; the sign may be the wide one.
  private static func life(of word: String) -> UInt16? {
    guard word.hasPrefix("@") || word.hasPrefix("＠"), let seconds = Double(word.dropFirst()), seconds > 0 else {
      return nil
    }
    return UInt16(min(seconds * 100, Double(UInt16.max)))
  }

  private static let places: [String: Comment.Mode] = ["naka": .scroll, "ue": .top, "shita": .bottom]
  private static let sizes: [String: UInt8] = ["small": 16, "medium": 25, "big": 36]
  private static let colors: [String: CommentColor] = [
    "white": 0xFFFFFF, "red": 0xFF0000, "pink": 0xFF8080, "orange": 0xFFC000, "yellow": 0xFFFF00, "green": 0x00FF00,
    "cyan": 0x00FFFF, "blue": 0x0000FF, "purple": 0xC000FF, "black": 0x000000,
    "white2": 0xCCCC99, "niconicowhite": 0xCCCC99, "red2": 0xCC0033, "truered": 0xCC0033, "pink2": 0xFF33CC,
    "orange2": 0xFF6600, "passionorange": 0xFF6600, "yellow2": 0x999900, "madyellow": 0x999900,
    "green2": 0x00CC66, "elementalgreen": 0x00CC66, "cyan2": 0x00CCCC, "blue2": 0x3399FF, "marinblue": 0x3399FF,
    "marineblue": 0x3399FF, "purple2": 0x6633CC, "nobleviolet": 0x6633CC, "black2": 0x666666,
  ].mapValues { CommentColor($0) }
}
