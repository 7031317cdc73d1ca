/// Makes titles that people take for the same the same bytes.
///
/// Case, width and compatibility forms; hiragana and katakana; simplified, traditional and
/// Japanese characters; the marks of Latin letters: all become one. Punctuation becomes a space
/// between two words of Latin letters or digits, and nothing beside CJK, where nobody types it
/// twice the same; so do spaces.
///
///     Fate／Stay Night     →  fate stay night
///     Re:ゼロから始める      →  reぜろから始める
///     SPY×FAMILY, K-ON!   →  spyxfamily, kon
///     桜, 櫻, 樱           →  樱
public enum Folding {
  /// `title` in its folded form, as UTF-8; never empty unless `title` is blank.
  public static func fold(_ title: String) -> [UInt8] {
    let folded = fold(title, keepingSigns: false)
    // A title that is nothing but signs, such as "△" or "!!", is found by its signs.
    return folded.isEmpty ? fold(title, keepingSigns: true) : folded
  }

  static func fold(_ title: String, keepingSigns: Bool) -> [UInt8] {
    var folder = Folder(keepsSigns: keepingSigns)
    for scalar in title.unicodeScalars { folder.append(scalar.value) }
    return folder.bytes
  }
}

/// A folded title in the making.
private struct Folder {
  private(set) var bytes: [UInt8] = []
  private let keepsSigns: Bool
  private var previous: UInt32 = 0
  private var gap = Gap.none

  init(keepsSigns: Bool) {
    self.keepsSigns = keepsSigns
  }

  /// What stands between the last scalar and the next.
  private enum Gap {
    case none
    /// Nothing that separates letters: `K-ON`.
    case hyphen
    case space
  }

  mutating func append(_ scalar: UInt32) {
    switch scalar {
    case 0x61...0x7A, 0x30...0x39, 0x3041...0x3096: put(scalar)
    case 0x41...0x5A: put(scalar | 0x20)
    case 0x30A1...0x30F6, 0x30FD...0x30FE: put(scalar - 0x60)
    case 0x20: gap = .space
    default: FoldingMap.shared.fold(scalar) { appendFolded($0) }
    }
  }

  private mutating func appendFolded(_ scalar: UInt32) {
    switch scalar {
    case UInt32(UInt8(ascii: "'")), 0x2019: return
    case UInt32(UInt8(ascii: "-")), 0x2010, 0x2011, 0x2212: gap = gap == .none ? .hyphen : gap
    case 0xD7: put(UInt32(UInt8(ascii: "x")))
    case 0x3099, 0x309A: voice(by: scalar)
    case 0x3005 where previous.isHan && gap == .none: put(previous)
    default:
      switch ScalarKind(scalar) {
      case .word: put(scalar)
      case .sign where keepsSigns: put(scalar)
      case .sign, .space: gap = .space
      case .nothing: return
      }
    }
  }

  private mutating func put(_ scalar: UInt32) {
    if gap == .space || gap == .hyphen && !(previous.isLetter && scalar.isLetter), !bytes.isEmpty,
      !previous.isCJK, !scalar.isCJK
    {
      bytes.append(UInt8(ascii: " "))
    }
    gap = .none
    previous = scalar
    guard let scalar = Unicode.Scalar(scalar) else { return }
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// Joins a sound mark to the kana before it, か and ゛ to が, as half-width katakana and macOS write them.
  private mutating func voice(by mark: UInt32) {
    let voiced: UInt32? =
      switch (previous, mark) {
      case (0x3046, 0x3099): 0x3094
      case (0x304B...0x3061, 0x3099) where previous % 2 == 1, (0x3064...0x3068, 0x3099) where previous % 2 == 0,
        (0x309D, 0x3099):
        previous + 1
      case (0x306F...0x307B, _) where previous % 3 == 0: previous + (mark == 0x3099 ? 1 : 2)
      default: nil
      }
    guard let voiced, gap == .none else { return }
    bytes.removeLast(3)
    put(voiced)
  }
}

/// What a folded scalar does in a title.
private enum ScalarKind {
  case word, sign, space, nothing

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x3400...0x9FFF, 0x3041...0x3096, 0x30FC, 0x3005...0x3007, 0xAC00...0xD7A3, 0x61...0x7A, 0x30...0x39:
      self = .word
      return
    case 0x2044, 0x2190...0x21FF:
      self = .sign
      return
    default: break
    }
    guard let properties = Unicode.Scalar(scalar)?.properties else {
      self = .nothing
      return
    }
    switch properties.generalCategory {
    case _ where properties.isDefaultIgnorableCodePoint: self = .nothing
    case .mathSymbol where scalar > 0x7F: self = .word
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: self = .space
    case .format, .surrogate: self = .nothing
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      self = .sign
    default: self = scalar.isCombiningAccent ? .nothing : .word
    }
  }
}

extension UInt32 {
  fileprivate var isHan: Bool { (0x3400...0x9FFF).contains(self) }

  /// Whether it is of a script that is written without spaces.
  fileprivate var isCJK: Bool {
    switch self {
    case 0xAC00...0xD7A3: false
    case 0x2E80...0xFFFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  fileprivate var isLetter: Bool { !(0x30...0x39).contains(self) }

  /// Whether it is a mark on a Latin, Greek or Cyrillic letter.
  fileprivate var isCombiningAccent: Bool {
    (0x300..<0x370).contains(self) || (0x1AB0..<0x1B00).contains(self) || (0x1DC0..<0x1E00).contains(self)
      || (0x20D0..<0x2100).contains(self)
  }
}
