/// The glyphs of a text, cleaned of all that terminals disagree on.
///
/// Width follows what terminals do: each scalar that takes cells begins a
/// glyph, the marks after it join. What no two of libc, ncurses and the
/// terminals agree on is rewritten here, so that no row can shift:
///
///     "❤\u{FE0F}"          →  ❤        variation selectors, skin tones and bidi controls go
///     "👩\u{200D}🚀"        →  👩        so does what a joiner joins to an emoji
///     "🇯🇵"                 →  JP       flags are the letters that they are made of
///     "\u{1B}[31m"         →  [31m     controls go; a tab or line break is a blank
///     "Z\u{300}\u{301}…"   →  two marks stay
///     "\u{1FAE8}"          →  □        newer than the oldest tables in use; ? where □ is ambiguous
///     "ᄒ" + "ᅡ" + "ᆫ"     →  한       conjoining jamo are composed
public struct Glyphs: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  private var ahead: Unicode.Scalar?
  private let ambiguity: TextWidth.Ambiguity

  /// The glyphs of `text`.
  public init(_ text: some StringProtocol, ambiguity: TextWidth.Ambiguity = .narrow) {
    scalars = String(text).unicodeScalars.makeIterator()
    ahead = scalars.next()
    self.ambiguity = ambiguity
  }

  /// The next glyph.
  public mutating func next() -> Glyph? {
    while let scalar = ahead {
      ahead = scalars.next()
      guard var glyph = begin(scalar) else { continue }
      absorb(into: &glyph, base: scalar)
      return glyph
    }
    return nil
  }

  /// The glyph that `scalar` begins, without its marks.
  private mutating func begin(_ scalar: Unicode.Scalar) -> Glyph? {
    switch ScalarClass(scalar) {
    // A blank that no line breaks at is a blank on a screen; backends use it where they draw nothing.
    case .narrow where scalar == "\u{A0}": return .blank
    case .narrow: return Glyph(base: Self.letter(ofFlag: scalar) ?? scalar, isWide: false)
    case .wide: return Glyph(base: composingHangul(scalar), isWide: true)
    case .ambiguous: return Glyph(base: scalar, isWide: ambiguity == .wide)
    case .unknown: return Glyph(base: ambiguity == .wide ? "?" : "□", isWide: false)
    case .joining: return nil
    case .dropped:
      let isSpace = scalar == "\t" || scalar == "\n" || scalar == "\r"
      return isSpace ? .blank : nil
    }
  }

  /// Takes what follows `base` without a cell of its own.
  private mutating func absorb(into glyph: inout Glyph, base: Unicode.Scalar) {
    while let scalar = ahead, scalar.value >= 0xAD {
      switch ScalarClass(scalar) {
      case .joining: glyph.join(scalar)
      case .dropped where scalar == "\u{200D}" && base.isPictograph:
        ahead = scalars.next()
        guard let tail = ahead, tail.isPictograph else { continue }
      case .dropped: break
      case .narrow, .wide, .ambiguous, .unknown: return
      }
      ahead = scalars.next()
    }
  }

  /// Composes a leading consonant with the vowel and final that follow: alone they are 0, 1 or 2 cells wide.
  private mutating func composingHangul(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0x1100...0x1112).contains(scalar.value), let vowel = ahead, (0x1161...0x1175).contains(vowel.value) else {
      return scalar
    }
    ahead = scalars.next()
    var syllable = 0xAC00 + ((scalar.value - 0x1100) * 21 + vowel.value - 0x1161) * 28
    if let final = ahead, (0x11A8...0x11C2).contains(final.value) {
      ahead = scalars.next()
      syllable += final.value - 0x11A7
    }
    return Unicode.Scalar(syllable) ?? scalar
  }

  /// The Latin letter of a regional indicator: a lone one takes a cell or two.
  private static func letter(ofFlag scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0x1F1E6...0x1F1FF).contains(scalar.value) else { return nil }
    return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41)
  }
}

extension Unicode.Scalar {
  /// Whether it is a picture that joiners can join to another.
  fileprivate var isPictograph: Bool { value > 0xA8 && properties.isEmoji }
}
