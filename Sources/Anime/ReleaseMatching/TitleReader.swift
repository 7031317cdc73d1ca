/// Tells whether a Japanese title can be read as a name in Latin letters: `葬送のフリーレン` as `Sousou no Frieren`.
///
/// Nobody can tell how a kanji is read without a dictionary of words, but a name tells how it was read; what is asked
/// here is only whether it can be. A kanji is read in any way that `KanjiReadings` knows, with the changes that sounds
/// have inside words: 語り as gatari, 学校 as gakkou. A long title has many readings, and yet next to no other name.
///
/// The title is an automaton that reads the name; its states, how many letters of the name can be read by one place in
/// the title, are the bits of a number.
struct TitleReader {
  /// How many letters the name has, without the length of its vowels.
  let count: Int
  /// The first of them.
  private let first: UInt8
  /// Where in the name each letter stands.
  private var places = [States](repeating: 0, count: 256)
  /// Behind which letters of the name each letter may be left out, since people write or leave out the length of vowels
  /// and the doubling of consonants.
  private var merging = [States](repeating: 0, count: 256)

  /// A bit for each number of letters that are read.
  private typealias States = UInt128

  /// So few letters are read so by chance.
  private static let fewestLetters = 5
  private static let mostLetters = 127
  /// Whoever has a longer title is known by another.
  private static let longestTitle = 80

  /// A reader of the name with this stem; nil where it has other letters than Latin ones, or too few, or too many.
  init?(_ stem: String) {
    guard stem.utf8.allSatisfy({ UInt32($0).isLatinOrDigit }) else { return nil }
    let letters = Romaji.shortened(Romaji.spelling(ofLatin: stem.utf8))
    guard (Self.fewestLetters...Self.mostLetters).contains(letters.count), let first = letters.first else { return nil }
    self.first = first
    count = letters.count
    for (place, letter) in letters.enumerated() {
      places[Int(letter)] |= 1 << States(place)
      let behind = States(1) << States(place + 1)
      merging[Int(letter)] |= behind
      if letter == UInt8(ascii: "o") { merging[Int(UInt8(ascii: "u"))] |= behind }
      if letter == UInt8(ascii: "i") { merging[Int(UInt8(ascii: "e"))] |= behind }
    }
  }

  /// Whether a title that begins with `scalar` may be read as the name; asked first, since most may not.
  func canBegin(with scalar: UInt32) -> Bool {
    if scalar.isLatinOrDigit { return true }
    if scalar.isKana { return Kana.spellings([scalar]).contains { $0.first == first } }
    return KanjiReadings.shared.begins(scalar, with: first)
  }

  /// Whether the title with this stem, folded, can be read as the name.
  func reads(_ stem: String) -> Bool {
    let title = stem.unicodeScalars.map(\.value)
    guard title.count <= Self.longestTitle else { return false }
    var states = [States](repeating: 0, count: title.count + 1)
    states[0] = 1
    for position in title.indices where states[position] != 0 {
      read(title[position...], from: states[position], &states)
    }
    return states[title.count] >> States(count) & 1 == 1
  }

  /// Reads what `title` begins with, in each way that there is.
  private func read(_ title: ArraySlice<UInt32>, from start: States, _ states: inout [States]) {
    let position = title.startIndex
    let scalar = title[position]
    if scalar == Kana.doubling || scalar == Kana.lengthening {
      states[position + 1] |= start
    } else if scalar.isKana {
      let isJoined = position + 1 < title.endIndex && Kana.joins(title[position + 1])
      let end = position + (isJoined ? 2 : 1)
      for syllable in Kana.spellings(title[position..<end]) { states[end] |= moved(start, by: syllable[...]) }
    } else if scalar.isLatinOrDigit {
      let word = title.prefix(while: \.isLatinOrDigit)
      let letters = Romaji.spelling(ofLatin: word.map(UInt8.init(truncatingIfNeeded:)))
      states[word.endIndex] |= moved(start, by: letters[...])
    } else {
      KanjiReadings.shared.forEach(at: title) { reading in
        states[position + reading.length] |= moved(start, by: reading, isInside: position > 0)
      }
    }
  }

  /// The states after a kanji, or a word of some: read as a whole, without the end that is written in kana, and without
  /// one that is doubled into what follows; inside of a title also voiced.
  private func moved(_ start: States, by reading: KanjiReadings.Reading, isInside: Bool) -> States {
    let letters = reading.letters
    guard let first = letters.first else { return 0 }
    var states = moved(start, by: letters.prefix(1))
    if isInside {
      for voiced in Kana.voiced(first) { states |= moved(start, by: [voiced]) }
    }
    var end: States = 0
    for index in letters.indices.dropFirst() where states != 0 {
      // Of a Japanese word 化 is bake, of bakeru, and 語 katari, of kataru; of a Chinese one 学 is ga, before kou.
      let isStem = reading.isInflected && letters[index - 1].isVowel
      let isDoubled = !reading.isInflected && index == letters.endIndex - 2 && Kana.isDoubled(letters[index...])
      if isStem || isDoubled { end |= states }
      if reading.isInflected, index == letters.endIndex - 1, letters[index] == UInt8(ascii: "u") {
        end |= moved(states, by: [UInt8(ascii: "i")])
      }
      states = moved(states, by: letters[index...index], behind: letters[index - 1])
    }
    return end | states
  }

  /// The states after `letters`, which stand behind `previous`.
  private func moved(_ start: States, by letters: ArraySlice<UInt8>, behind previous: UInt8? = nil) -> States {
    var states = start
    var previous = previous
    for letter in letters {
      // Foreign words lose the vowels that Japanese puts behind their consonants: ドラゴン, dragon.
      let isHelp =
        letter == UInt8(ascii: "u") && previous.map { $0.isLatinLetter && !$0.isVowel } ?? false
        || letter == UInt8(ascii: "o") && (previous == UInt8(ascii: "t") || previous == UInt8(ascii: "d"))
      let staying = isHelp ? states : states & merging[Int(letter)]
      states = (states & places[Int(letter)]) << 1 | staying
      previous = letter
    }
    return states
  }
}

/// What letters kana have, and what becomes of sounds inside words.
private enum Kana {
  /// っ, before a consonant that is doubled.
  static let doubling: UInt32 = 0x3063
  /// ー, behind a vowel that is long.
  static let lengthening: UInt32 = 0x30FC

  /// Whether `scalar` is a small kana that joins the one before it.
  static func joins(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3083, 0x3085, 0x3087: true
    default: false
    }
  }

  /// The letters of one kana, or of two that are joined; は and へ may be particles, ヶ is mostly ga or ka.
  static func spellings(_ kana: ArraySlice<UInt32>) -> [[UInt8]] {
    var speller = KanaSpeller()
    kana.forEach { speller.append($0) }
    let spelling = speller.finished()
    guard kana.count == 1, let scalar = kana.first else { return [spelling] }
    switch scalar {
    case 0x306F: return [spelling, Array("wa".utf8)]
    case 0x3078: return [spelling, Array("e".utf8)]
    case 0x3095, 0x3096: return ["ka", "ga", "ke"].map { Array($0.utf8) }
    default: return [spelling]
    }
  }

  /// What a consonant becomes inside a word: 人々 hitobito.
  static func voiced(_ letter: UInt8) -> [UInt8] {
    switch letter {
    case UInt8(ascii: "k"): [UInt8(ascii: "g")]
    case UInt8(ascii: "s"): [UInt8(ascii: "z")]
    case UInt8(ascii: "t"): [UInt8(ascii: "d"), UInt8(ascii: "z")]
    case UInt8(ascii: "h"): [UInt8(ascii: "b"), UInt8(ascii: "p")]
    default: []
    }
  }

  /// Whether a reading's last syllable is one that doubles what follows: ku and ki, tu and ti.
  static func isDoubled(_ syllable: ArraySlice<UInt8>) -> Bool {
    guard syllable.count == 2, let consonant = syllable.first, let vowel = syllable.last else { return false }
    return (consonant == UInt8(ascii: "k") || consonant == UInt8(ascii: "t"))
      && (vowel == UInt8(ascii: "u") || vowel == UInt8(ascii: "i"))
  }
}

extension UInt32 {
  fileprivate var isKana: Bool { (0x3041...0x3096).contains(self) }
  fileprivate var isLatinOrDigit: Bool { (0x30...0x39).contains(self) || (0x61...0x7A).contains(self) }

  /// Whether it is a kana or a Chinese character, as folding leaves them.
  var isJapanese: Bool { isKana || (0x3400...0x9FFF).contains(self) }
}
