/// Makes texts that differ only in case or width the same bytes.
///
///     ＡＢＣ！ → abc!      ｶﾞﾝﾀﾞﾑ → カ゛ンタ゛ム ← ガンダム      Ⅳ → ⅳ
///
/// Every scalar is folded by itself. So a part of a text folds to a part of the folded text, and what is looked
/// for, once folded, is found by comparing bytes. Voiced kana come apart for this reason: at half width the mark
/// is a scalar of its own.
enum TextFolding {
  /// `text` in its folded form, as UTF-8.
  static func fold(_ text: String) -> [UInt8] {
    var text = text
    var folded: [UInt8] = []
    text.withUTF8 { append($0, to: &folded) }
    return folded
  }

  /// Appends the folded form of `bytes`, which are UTF-8, to `folded`.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to folded: inout [UInt8]) {
    guard bytes.contains(anyOf: isFoldable) else { return folded.append(contentsOf: bytes) }
    var index = 0
    while let next = bytes[index...].firstIndex(where: isFoldable) {
      folded.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<next]))
      let byte = bytes[next]
      index = min(bytes.count, next + (byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3))
      if byte < 0x80 {
        folded.append(byte | 0x20)
      } else {
        append(scalar: UnsafeBufferPointer(rebasing: bytes[next..<index]), to: &folded)
      }
    }
    folded.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index...]))
  }

  /// Whether a scalar begins with `byte` that may have case or width: neither small letters nor signs have, nor Han,
  /// nor Hangul, nor emoji. No byte inside of a scalar is taken for one.
  private static func isFoldable(_ byte: UInt8) -> Bool {
    byte &- 0x41 < 26 || byte &- 0xC0 <= 0xE3 - 0xC0 || byte == 0xEF
  }

  /// Appends the folded form of a scalar of two or three bytes.
  private static func append(scalar bytes: UnsafeBufferPointer<UInt8>, to folded: inout [UInt8]) {
    let value = bytes.dropFirst().reduce(UInt32(bytes[0]) & (bytes.count == 2 ? 0x1F : 0x0F)) {
      $0 << 6 | UInt32($1 & 0x3F)
    }
    let form = form(of: value)
    append(form.base, to: &folded)
    if form.mark > 0 { append(form.mark, to: &folded) }
  }

  private static func append(_ value: UInt16, to folded: inout [UInt8]) {
    switch value {
    case ..<0x80: folded.append(UInt8(value))
    case ..<0x800: folded.append(contentsOf: [0xC0 | UInt8(value >> 6), 0x80 | UInt8(value & 0x3F)])
    default:
      folded.append(0xE0 | UInt8(value >> 12))
      folded.append(0x80 | UInt8(value >> 6 & 0x3F))
      folded.append(0x80 | UInt8(value & 0x3F))
    }
  }
}

extension TextFolding {
  /// What a scalar folds to: another one, and the mark that it carried.
  private struct Form {
    var base: UInt16
    var mark: UInt16 = 0
  }

  private static let lowTable = (0..<0x3100 as Range<UInt32>).map { makeForm(of: $0) }
  private static let wideTable = (0xFF00..<0xFFF0 as Range<UInt32>).map { makeForm(of: $0) }

  /// What the scalar `value`, of the basic plane, folds to.
  private static func form(of value: UInt32) -> Form {
    switch value {
    case ..<0x3100: lowTable[Int(value)]
    case 0xFF00..<0xFFF0: wideTable[Int(value - 0xFF00)]
    default: Form(base: UInt16(truncatingIfNeeded: value))
    }
  }

  private static func makeForm(of value: UInt32) -> Form {
    switch value {
    case 0x3000: Form(base: 0x20)
    case 0xFF01...0xFF5E: makeForm(of: value - 0xFEE0)
    case 0xFF61...0xFF9F: halfWidthKana[Int(value - 0xFF61)]
    case 0x30A0...0x30FF: unvoiced(UInt16(value))
    default: Form(base: lowercase(value))
    }
  }

  private static func lowercase(_ value: UInt32) -> UInt16 {
    let lower = Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars
    // `İ` alone becomes two scalars in this range: it stays what it is.
    guard let lower, let first = lower.first, lower.count == 1 else { return UInt16(value) }
    return UInt16(exactly: first.value) ?? UInt16(value)
  }

  /// U+FF61 to U+FF9F in their order.
  private static let halfWidthKana =
    "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309A}"
    .unicodeScalars.map { Form(base: UInt16($0.value)) }

  private static func unvoiced(_ value: UInt16) -> Form {
    switch value {
    // カ to チ stand before their voiced ones, ッ between チ and ツ shifts the rest by one.
    case 0x30AC...0x30C2 where value % 2 == 0: Form(base: value - 1, mark: 0x3099)
    case 0x30C5, 0x30C7, 0x30C9: Form(base: value - 1, mark: 0x3099)
    case 0x30D0...0x30DD where value % 3 == 1: Form(base: value - 1, mark: 0x3099)
    case 0x30D0...0x30DD where value % 3 == 2: Form(base: value - 2, mark: 0x309A)
    case 0x30F4: Form(base: 0x30A6, mark: 0x3099)
    case 0x30F7...0x30FA: Form(base: value - 8, mark: 0x3099)
    default: Form(base: value)
    }
  }
}
