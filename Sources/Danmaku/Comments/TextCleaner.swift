/// Makes the text of strangers harmless on its way into `Comments`.
///
/// Controls and bidirectional overrides go, every kind of line break becomes `\n`, a character keeps four
/// combining marks and a comment a thousand scalars. What is not UTF-8 is
/// replaced. Most texts hold nothing of the kind and are spared the work.
enum TextCleaner {
  /// How many scalars of a comment are kept.
  static let maximumLength = 1000
  /// How many combining marks one character keeps.
  static let maximumMarks = 4

  /// Cleans what `bytes` holds from `start` on; code is repaired but not shortened.
  static func clean(_ bytes: inout [UInt8], from start: Int, isCode: Bool) {
    let isLong = !isCode && bytes.count - start > maximumLength
    guard isLong || bytes.withUnsafeBufferPointer({ needsCleaning($0, from: start) }) else { return }
    let text = String(decoding: bytes[start...], as: UTF8.self)
    let cleaned = clean(text, maximumLength: isCode ? .max : maximumLength)
    bytes.replaceSubrange(start..., with: cleaned.utf8)
  }

  /// Whether any scalar is not plainly harmless, or any byte part of none.
  private static func needsCleaning(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var index = start
    while index < bytes.count {
      let first = bytes[index]
      if 0x20..<0x7F ~= first || first == 0x0A {
        index += 1
        continue
      }
      if 0xE4...0xE9 ~= first, index + 2 < bytes.count, bytes[index + 1].continues, bytes[index + 2].continues {
        // Han, nearly all that there is to look at.
        index += 3
        continue
      }
      let length = harmlessLength(of: UnsafeBufferPointer(rebasing: bytes[index...].prefix(4)))
      guard length > 0 else { return true }
      index += length
    }
    return false
  }

  /// How many bytes the scalar takes with which `bytes` begin; 0 where it is none, or may be a mark or a format.
  ///
  /// What is not among the scripts and signs here is left to the thorough look, which knows all of Unicode.
  private static func harmlessLength(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let follows = bytes.dropFirst().prefix { 0x80..<0xC0 ~= $0 }.count
    guard follows > 0 else { return 0 }
    let (first, second) = (bytes[0], bytes[1])
    switch first {
    case 0xC2: return second >= 0xA0 && second != 0xAD ? 2 : 0
    case 0xC3...0xCB, 0xCE...0xD1, 0xD3...0xD5: return 2
    case 0xE2...0xEF where follows >= 2: return isHarmless(first, second, bytes[2]) ? 3 : 0
    // Emoji up to U+1FFBF, and the rare ideographs behind them.
    case 0xF0 where follows >= 3:
      return (second == 0x9F && bytes[2] != 0xBF) || 0xA0...0xAE ~= second ? 4 : 0
    default: return 0
    }
  }

  /// Whether a scalar of three bytes is plainly harmless.
  private static func isHarmless(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    // General Punctuation: the controls are U+200B–200F and U+2028–202F here …
    case (0xE2, 0x80): !(0x8B...0x8F ~= third || 0xA8...0xAF ~= third)
    // … and U+2060–206F.
    case (0xE2, 0x81): third < 0xA0
    // Marks for symbols, and those of Coptic, Tifinagh and Cyrillic.
    case (0xE2, 0x83), (0xE2, 0xB3), (0xE2, 0xB5), (0xE2, 0xB7): false
    // Marks of tones and of voice, and the filler of Hangul.
    case (0xE3, 0x80): !(0xAA...0xAF ~= third)
    case (0xE3, 0x82): !(0x99...0x9A ~= third)
    case (0xE3, 0x85): third != 0xA4
    // Marks of scripts between Yi and Hangul, surrogates.
    case (0xEA, _): second <= 0x98 || second >= 0xB0
    case (0xED, _): second < 0xA0
    // Half- and full-width forms; before them stand variation selectors, after them specials.
    case (0xEF, 0xBE): third != 0xA0
    case (0xEF, _): 0xBC...0xBD ~= second
    default: true
    }
  }

  private static func clean(_ text: String, maximumLength: Int) -> String {
    var kept = String.UnicodeScalarView()
    var length = 0
    var marks = 0
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars where length < maximumLength {
      defer { previous = scalar }
      guard let harmless = harmless(scalar, after: previous) else { continue }
      marks = harmless.isMark ? marks + 1 : 0
      guard marks <= maximumMarks else { continue }
      kept.append(harmless)
      length += 1
    }
    return String(kept)
  }

  /// `scalar`, or what stands for it; nil where nothing does.
  private static func harmless(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x0A where previous == "\r": nil
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: "\n"
    case 0x09: " "
    // A zero-width joiner makes families of emoji, U+FE0F makes hearts red: both are text.
    case 0x200C, 0x200D, 0xFE00...0xFE0F: scalar
    default: scalar.isInvisible ? nil : scalar
    }
  }
}

extension UInt8 {
  /// Whether it goes on with a scalar that another byte began.
  fileprivate var continues: Bool { self & 0xC0 == 0x80 }
}

extension Unicode.Scalar {
  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }

  /// Whether it is a control, turns the direction of what follows, or is no character at all.
  fileprivate var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate: true
    default: properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
    }
  }
}
