/// A title's Latin spelling in the making, from the hiragana that folding makes of all kana.
struct KanaSpeller {
  /// Whether any kana was spelled.
  private(set) var hasKana = false
  private var spelling: [UInt8] = []
  /// Latin letters that are not spelled yet: what they become depends on those behind them.
  private var latin: [UInt8] = []
  /// Whether the next consonant is doubled, by っ.
  private var isDoubled = false

  mutating func append(_ scalar: UInt32) {
    switch scalar {
    case 0x61...0x7A, 0x30...0x39: latin.append(UInt8(scalar))
    case 0x3041...0x3096: put(kana: scalar)
    case 0x30FC: lengthen()
    default:
      flush()
      if let last = spelling.last, last != UInt8(ascii: " ") { spelling.append(UInt8(ascii: " ")) }
    }
  }

  /// The whole spelling.
  mutating func finished() -> [UInt8] {
    flush()
    return spelling
  }

  private mutating func put(kana: UInt32) {
    flush()
    hasKana = true
    let syllable = Self.syllables[Int(kana - 0x3041)]
    switch kana {
    case 0x3063: isDoubled = true
    case 0x3083, 0x3085, 0x3087: join(syllable)
    case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049: join(vowel: syllable[0])
    default: put(syllable)
    }
  }

  private mutating func put(_ syllable: [UInt8]) {
    if isDoubled, let first = syllable.first, !first.isVowel, first != UInt8(ascii: "n") { spelling.append(first) }
    isDoubled = false
    // んな is written nna and na; both are n here.
    let isSecond = syllable.first == UInt8(ascii: "n") && spelling.last == UInt8(ascii: "n")
    spelling += isSecond ? syllable.dropFirst() : syllable[...]
  }

  /// A small や, ゆ or よ: き and ゃ are kya.
  private mutating func join(_ syllable: [UInt8]) {
    if let last = spelling.last, last.isVowel, spelling.count > 1, spelling[spelling.count - 2].isLatinLetter {
      spelling.removeLast()
    }
    spelling += syllable
  }

  /// A small vowel: ふぁ is ha, てぃ is ti, ちぇ is tye, うぃ is wi; after a vowel of its own it is only longer.
  private mutating func join(vowel: UInt8) {
    guard let last = spelling.last, last.isVowel, last != vowel, last != UInt8(ascii: "a") else {
      spelling.append(vowel)
      return
    }
    let consonant = spelling.dropLast().last
    switch (consonant, last) {
    case (let consonant?, UInt8(ascii: "i")) where consonant.isLatinLetter && !consonant.isVowel:
      spelling[spelling.count - 1] = UInt8(ascii: "y")
    case (UInt8(ascii: "k")?, UInt8(ascii: "u")), (UInt8(ascii: "g")?, UInt8(ascii: "u")):
      spelling[spelling.count - 1] = UInt8(ascii: "w")
    case (let consonant?, _) where consonant.isLatinLetter && !consonant.isVowel: spelling.removeLast()
    case (_, UInt8(ascii: "u")): spelling[spelling.count - 1] = UInt8(ascii: "w")
    default: break
    }
    spelling.append(vowel)
  }

  /// A long vowel, ー.
  private mutating func lengthen() {
    flush()
    if let last = spelling.last, last.isVowel { spelling.append(last) }
  }

  private mutating func flush() {
    guard !latin.isEmpty else { return }
    spelling += Romaji.spelling(ofLatin: latin)
    latin = []
  }

  /// From U+3041 on, in order; voiced and small ones between the others.
  private static let syllables: [[UInt8]] = """
    a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za si zi su zu se ze so zo ta da ti zi - tu zu te de to do \
    na ni nu ne no ha ba pa hi bi pi hu bu pu he be pe ho bo po ma mi mu me mo ya ya yu yu yo yo ra ri ru re ro \
    wa wa i e o n bu ka ke
    """.split(separator: " ").map { Array($0.utf8) }
}
