/// The Latin spelling of a title's stem, by which a release that is called `Yofukashi no Uta` meets `よふかしのうた`.
///
/// Loosely spelled, as people differ in the length of vowels; kanji have none, see `Romaji`.
enum LatinStem {
  /// So few letters may be spelled alike by chance.
  private static let fewestLetters = 5

  /// The spellings of `stem`, a title in kana without a kanji: as it is written, and as it is spoken where は and へ may
  /// be particles. None of any other title.
  static func spellings(ofKana stem: String) -> [[UInt8]] {
    guard !stem.unicodeScalars.contains(where: { !isSpelled($0.value) }) else { return [] }
    let spoken = stem.prefix(1) + stem.dropFirst().map { ["は": "わ", "へ": "え"][$0] ?? $0 }
    return Set([stem, String(spoken)]).compactMap { Romaji.spelling(ofTitle: Array($0.utf8)) }.map(Romaji.loosened)
      .filter { $0.count >= fewestLetters }
  }

  /// The spelling of `stem`, a name in Latin letters; nil of any other.
  static func spelling(ofLatin stem: String) -> [UInt8]? {
    guard stem.utf8.contains(where: \.isLatinLetter), stem.utf8.allSatisfy({ isSpelled(UInt32($0)) }) else {
      return nil
    }
    let spelling = Romaji.loosened(Romaji.spelling(ofLatin: stem.utf8))
    return spelling.count >= fewestLetters ? spelling : nil
  }

  /// Whether a scalar of folded text has a spelling: a Latin letter, a digit, a kana or the mark of a long vowel.
  private static func isSpelled(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x61...0x7A, 0x3041...0x3096, 0x30FC: true
    default: false
    }
  }
}
