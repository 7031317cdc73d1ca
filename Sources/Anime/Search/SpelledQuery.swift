/// What was typed into a search field, as it may be spelled in titles that are written in kana.
struct SpelledQuery {
  /// For each word what may stand for it; empty for a word that is not of Latin letters.
  let words: [[[UInt8]]]
  /// The whole query, as it may stand in a title.
  let phrases: [[UInt8]]

  /// So few letters are in half of all titles that are written in kana.
  private static let fewestLetters = 3

  /// Nil where too few Latin letters were typed.
  init?(_ query: [[UInt8]]) {
    let latin = query.filter { $0.allSatisfy { $0.isLatinLetter } }
    guard latin.reduce(0, { $0 + $1.count }) >= Self.fewestLetters else { return nil }
    words = query.map { latin.contains($0) ? Self.spellings(of: $0) : [] }
    phrases = Self.spellings(of: query.flatMap { $0 })
  }

  /// As it is written and as it is spoken; は and へ are written so where they are spoken wa and e.
  private static func spellings(of word: [UInt8]) -> [[UInt8]] {
    let spelling = Romaji.spelling(ofLatin: word)
    switch word {
    case Array("wa".utf8): return [spelling, Array("ha".utf8)]
    case Array("e".utf8): return [spelling, Array("he".utf8)]
    default:
      let loose = Romaji.loosened(spelling)
      return loose == spelling || loose.count < fewestLetters ? [spelling] : [spelling, loose]
    }
  }
}
