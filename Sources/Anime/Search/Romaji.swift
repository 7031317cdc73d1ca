/// The Latin spelling of folded titles, and of what is typed to find them.
///
/// Kana and Latin letters become the same few letters, so that Hepburn, Kunrei and what is typed into an input method
/// meet: shi and si, tsu and tu, ji and zi, fu and hu, n and m before b. Kanji have no spelling here: they leave a
/// space, for nobody can tell how one is read without a dictionary.
///
///     よふかしのうた    →  yohukasinouta
///     フリーレン        →  huriiren      loosely hriren, as frieren is
///     葬送のフリーレン  →  " nohuriiren"
enum Romaji {
  /// The spelling of `folded`, nil where no kana is in it.
  static func spelling(ofTitle folded: [UInt8]) -> [UInt8]? {
    var speller = KanaSpeller()
    for scalar in String(decoding: folded, as: UTF8.self).unicodeScalars { speller.append(scalar.value) }
    return speller.hasKana ? speller.finished() : nil
  }

  /// The spelling of Latin letters that somebody typed, folded.
  static func spelling(ofLatin word: some Sequence<UInt8>) -> [UInt8] {
    let word = Array(word)
    var spelling: [UInt8] = []
    var position = 0
    while position < word.count {
      let rest = word[position...]
      if let rule = rules.first(where: { rest.starts(with: $0.typed) }) {
        spelling += rule.spelled
        position += rule.taken
      } else {
        spelling.append(word[position])
        position += 1
      }
    }
    return spelling
  }

  /// `spelling` without the length of vowels and the doubling of consonants, which people write or leave out.
  static func shortened(_ spelling: [UInt8]) -> [UInt8] {
    var short: [UInt8] = []
    for letter in spelling {
      let isLonger =
        letter == short.last || short.last == UInt8(ascii: "o") && letter == UInt8(ascii: "u")
        || short.last == UInt8(ascii: "i") && letter == UInt8(ascii: "e")
      if !isLonger || letter == UInt8(ascii: "\n") { short.append(letter) }
    }
    return short
  }

  /// `spelling` shortened, and without the vowels that Japanese puts between the consonants of foreign words.
  static func loosened(_ spelling: [UInt8]) -> [UInt8] {
    let short = shortened(spelling)
    var loose: [UInt8] = []
    for (index, letter) in short.enumerated() {
      let isHelp =
        index + 1 < short.count && short[index + 1].isConsonant && loose.last?.isConsonant ?? false
        && (letter == UInt8(ascii: "u")
          || letter == UInt8(ascii: "o") && short[index + 1] == UInt8(ascii: "r")
            && (loose.last == UInt8(ascii: "t") || loose.last == UInt8(ascii: "d")))
      if !isHelp { loose.append(letter) }
    }
    return loose
  }

  /// What is typed, how much of it is taken, and how it is spelled here; the first that fits counts.
  private static let rules: [(typed: [UInt8], taken: Int, spelled: [UInt8])] = [
    ("tchi", 4, "tti"), ("tch", 3, "tty"), ("cchi", 4, "tti"), ("cch", 3, "tty"), ("sshi", 4, "ssi"), ("ssh", 3, "ssy"),
    ("shi", 3, "si"), ("sh", 2, "sy"), ("chi", 3, "ti"), ("ch", 2, "ty"), ("cy", 2, "ty"), ("tts", 3, "tt"),
    ("ts", 2, "t"), ("dz", 2, "z"), ("ji", 2, "zi"), ("jy", 2, "zy"), ("j", 1, "zy"), ("ph", 2, "h"), ("f", 1, "h"),
    ("wo", 2, "o"), ("l", 1, "r"), ("v", 1, "b"), ("ck", 2, "k"), ("c", 1, "k"), ("q", 1, "k"), ("nn", 1, ""),
    ("mb", 1, "n"), ("mp", 1, "n"), ("mm", 1, "n"),
  ].map { (Array($0.utf8), $1, Array($2.utf8)) }
}

extension UInt8 {
  /// Whether it is a lower-case Latin letter, as folding leaves them.
  var isLatinLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }

  /// Whether it is one of a, i, u, e, o.
  var isVowel: Bool {
    switch self {
    case UInt8(ascii: "a"), UInt8(ascii: "i"), UInt8(ascii: "u"), UInt8(ascii: "e"), UInt8(ascii: "o"): true
    default: false
    }
  }

  fileprivate var isConsonant: Bool { isLatinLetter && !isVowel }
}
