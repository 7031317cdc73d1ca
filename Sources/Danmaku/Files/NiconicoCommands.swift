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

  /// What no word says.
  init() {}

  /// The commands of `mail`: words with white space between them, or a list of them in JSON.
  init(mail: Slice<UnsafeBufferPointer<UInt8>>) {
    var rest = mail
    for _ in 0..<Self.mostWords {
      rest = rest.drop(while: \.endsCommand)
      guard !rest.isEmpty else { return }
      let word = rest.prefix { !$0.endsCommand }
      rest = rest[word.endIndex...]
      // The first command of nearly all comments asks for a name that is not shown, as all names are here.
      if !word.equals("184") { take(String(decoding: word.prefix(32), as: UTF8.self).lowercased()) }
    }
  }

  /// Obeys `word`, unless one of its kind came before.
  private mutating func take(_ word: String) {
    switch Self.words[word] ?? Self.color(of: word) ?? Self.life(of: word) {
    case .place(let place): mode = mode ?? place
    case .size(let number): size = size ?? number
    case .color(let chosen): color = color ?? chosen
    case .life(let hundredths): life = life ?? hundredths
    case .invisible: isInvisible = true
    case nil: break
    }
  }

  /// What a word asks for.
  private enum Wish {
    case place(Comment.Mode)
    case size(UInt8)
    case color(CommentColor)
    case life(UInt16)
    case invisible
  }

  /// `#rrggbb`.
  private static func color(of word: String) -> Wish? {
    var word = word
    return word.withUTF8 { CommentColor(hexadecimal: $0[...]) }.map(Wish.color)
  }

  /// `@5`: five seconds; the sign may be the wide one.
  private static func life(of word: String) -> Wish? {
    guard word.hasPrefix("@") || word.hasPrefix("＠"), let seconds = Double(word.dropFirst()), seconds > 0 else {
      return nil
    }
    return .life(UInt16(min(seconds * 100, Double(UInt16.max))))
  }

  private static let words = [String: Wish](
    uniqueKeysWithValues: places.map { ($0, .place($1)) } + sizes.map { ($0, .size($1)) }
      + colors.map { ($0, .color(CommentColor($1))) } + [("invisible", .invisible)])
  private static let places: [String: Comment.Mode] = ["naka": .scroll, "ue": .top, "shita": .bottom]
  private static let sizes: [String: UInt8] = ["small": 16, "medium": 25, "big": 36]
  private static let colors: [String: UInt32] = [
    "white": 0xFFFFFF, "red": 0xFF0000, "pink": 0xFF8080, "orange": 0xFFC000, "yellow": 0xFFFF00, "green": 0x00FF00,
    "cyan": 0x00FFFF, "blue": 0x0000FF, "purple": 0xC000FF, "black": 0x000000,
    "white2": 0xCCCC99, "niconicowhite": 0xCCCC99, "red2": 0xCC0033, "truered": 0xCC0033, "pink2": 0xFF33CC,
    "orange2": 0xFF6600, "passionorange": 0xFF6600, "yellow2": 0x999900, "madyellow": 0x999900,
    "green2": 0x00CC66, "elementalgreen": 0x00CC66, "cyan2": 0x00CCCC, "blue2": 0x3399FF, "marinblue": 0x3399FF,
    "marineblue": 0x3399FF, "purple2": 0x6633CC, "nobleviolet": 0x6633CC, "black2": 0x666666,
  ]
}

extension UInt8 {
  /// Whether a command ends before it: no command holds any of what parts them in lists.
  fileprivate var endsCommand: Bool {
    switch self {
    case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"): true
    default: false
    }
  }
}
