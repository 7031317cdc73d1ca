extension UnsafeBufferPointer<UInt8> {
  /// Whether it is UTF-8 of which nothing can be seen: blanks of any width, line breaks, joiners.
  ///
  /// Such comments are sent to push others out of their lanes. The first character of nearly every text decides.
  var isBlankText: Bool {
    var place = 0
    while place < count {
      let length = blankLength(at: place)
      guard length > 0 else { return false }
      place += length
    }
    return true
  }

  /// How many bytes the blank or joiner takes that stands at `place`; 0 where something else does.
  private func blankLength(at place: Int) -> Int {
    switch self[place] {
    case ...0x20: 1
    // U+00A0, which does not break.
    case 0xC2 where holds(0xA0, at: place + 1): 2
    case 0xE2...0xEF where place + 2 < count: isBlank(self[place], self[place + 1], self[place + 2]) ? 3 : 0
    default: 0
    }
  }

  private func holds(_ byte: UInt8, at place: Int) -> Bool { place < count && self[place] == byte }

  /// Whether nothing is seen of a character of three bytes.
  private func isBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    // The blanks, joiners and separators U+2000–200F and U+2028–202F …
    case (0xE2, 0x80): third < 0x90 || third >= 0xA8
    // … and U+205F–206F.
    case (0xE2, 0x81): third >= 0x9F
    // Braille without a dot, U+2800.
    case (0xE2, 0xA0): third == 0x80
    // The ideographic blank, U+3000.
    case (0xE3, 0x80): third == 0x80
    // Variation selectors, U+FE00–FE0F, and the byte order mark.
    case (0xEF, 0xB8): third < 0x90
    case (0xEF, 0xBB): third == 0xBF
    default: false
    }
  }
}
