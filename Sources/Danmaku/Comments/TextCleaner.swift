/// Makes the text of strangers harmless on its way into `Comments`.
///
/// Controls and bidirectional overrides go, every kind of line break becomes `\n`, a character keeps four
/// combining marks and a comment a thousand scalars. Most texts hold nothing of the kind and are spared the work.
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

  /// Whether any byte may begin a scalar that is not plainly harmless.
  private static func needsCleaning(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    for index in start..<bytes.count where suspects[Int(bytes[index])] {
      guard index + 2 < bytes.count else { return true }
      let isInnocent =
        switch (bytes[index], bytes[index + 1]) {
        case (0xC2, let next): next >= 0xA0 && next != 0xAD
        // General Punctuation: the controls are U+200B–200F and U+2028–202F here …
        case (0xE2, 0x80): !(0x8B...0x8F ~= bytes[index + 2] || 0xA8...0xAF ~= bytes[index + 2])
        // … and U+2060–206F.
        case (0xE2, 0x81): bytes[index + 2] < 0xA0
        case (0xE2, _): true
        // Half- and full-width forms; before them stand variation selectors, after them specials.
        case (0xEF, 0xBC), (0xEF, 0xBD): true
        case (0xEF, 0xBE): true
        default: false
        }
      if !isInnocent { return true }
    }
    return false
  }

  /// Controls and the first bytes of scalars with marks and formats among them.
  private static let suspects: [Bool] = (0..<256).map { byte in
    switch byte {
    case 0x0A: false
    case ..<0x20, 0x7F, 0xC2, 0xCC, 0xCD, 0xD2, 0xD6...0xDF, 0xE0...0xE2, 0xEF, 0xF3...: true
    default: false
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
