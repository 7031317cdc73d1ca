/// Cuts what people write as one word where two meet: `ED2`, `标题第05话`, `01.DVD`, `S01E01-Senpai`.
struct WordCutter {
  /// The parts, in order; together they are the word, but for a dash between two.
  private(set) var parts: [Part] = []

  struct Part: Equatable {
    let range: Range<Int>
    /// Whether a hyphen stood between the part before and this one.
    let followsDash: Bool
  }

  init(_ word: ArraySlice<Unicode.Scalar>) {
    var start = word.startIndex
    var index = word.startIndex
    while index < word.endIndex {
      guard let counter = Counter(word[index...]) else {
        index = Self.next(in: word, after: index)
        continue
      }
      cutLatin(word[start..<index])
      add(counter.range)
      (start, index) = (counter.range.upperBound, counter.range.upperBound)
    }
    cutLatin(word[start...])
  }

  /// The next place at which a number may begin: numbers are not looked for inside numbers.
  private static func next(in word: ArraySlice<Unicode.Scalar>, after index: Int) -> Int {
    var next = index + 1
    if word[index].isDecimal {
      while next < word.endIndex, word[next].isDecimal { next += 1 }
    }
    return next
  }

  private mutating func add(_ range: Range<Int>, followsDash: Bool = false) {
    guard !range.isEmpty else { return }
    parts.append(Part(range: range, followsDash: followsDash))
  }

  /// Words with a number behind a prefix that is known, in lower case.
  private static let prefixes: Set<String> = [
    "ep", "eps", "episode", "e", "ova", "oad", "sp", "special", "op", "ed", "ncop", "nced", "pv", "cm", "ex", "vol",
    "season",
    "volume",
  ]

  private mutating func cutLatin(_ word: ArraySlice<Unicode.Scalar>) {
    var rest = word
    var followsDash = false
    // `Gunbuster-ep1`, `S01E01-Senpai`: what stands before or behind the number of the episode is a word of its own.
    while let dash = rest.dropFirst().firstIndex(of: "-"), dash + 1 < rest.endIndex {
      let (left, right) = (rest[..<dash], rest[(dash + 1)...])
      let isNumber = Self.isSeasonAndEpisode(left) && EpisodeReading(Self.lower(right)) == nil
      guard isNumber || Self.prefix(of: right)?.isEpisode == true && !Self.isRange(left) else { break }
      cutPrefix(left, followsDash: followsDash)
      rest = right
      followsDash = true
    }
    cutPrefix(rest, followsDash: followsDash)
  }

  /// Cuts a word of the vocabulary from behind a dot: `01.DVD`.
  private mutating func cutSuffix(_ word: ArraySlice<Unicode.Scalar>, followsDash: Bool) {
    guard let dot = word.dropFirst().firstIndex(of: "."), word[word.startIndex].isDecimal,
      ReleaseVocabulary.meaning(of: Self.lower(word[(dot + 1)...])) != nil
    else { return add(word.startIndex..<word.endIndex, followsDash: followsDash) }
    add(word.startIndex..<dot, followsDash: followsDash)
    add(dot + 1..<word.endIndex)
  }

  private mutating func cutPrefix(_ word: ArraySlice<Unicode.Scalar>, followsDash: Bool) {
    guard let prefix = Self.prefix(of: word) else { return cutSuffix(word, followsDash: followsDash) }
    add(word.startIndex..<prefix.end, followsDash: followsDash)
    cutSuffix(word[prefix.number...], followsDash: false)
  }

  private struct Prefix {
    let end: Int
    let number: Int
    let isEpisode: Bool
  }

  /// The prefix of `Ep05`, `Ep.5`, `OVA3.5` and `NCOPv2`.
  private static func prefix(of word: ArraySlice<Unicode.Scalar>) -> Prefix? {
    let letters = word.prefix(9).prefix { $0.isASCII && $0.properties.isAlphabetic }
    var text = lower(letters)
    var end = letters.endIndex
    if text.hasSuffix("v"), prefixes.contains(String(text.dropLast())) {
      text.removeLast()
      end -= 1
    }
    guard prefixes.contains(text), end < word.endIndex else { return nil }
    let number = word[end] == "." ? end + 1 : end
    guard number < word.endIndex, word[number].isDecimal || end < letters.endIndex else { return nil }
    return Prefix(end: end, number: number, isEpisode: text.hasPrefix("ep"))
  }

  private static func isRange(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    word.contains { $0.isDecimal } && prefix(of: word) != nil
  }

  /// Whether `word` is `S01E05` or such.
  private static func isSeasonAndEpisode(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard word.count < 12 else { return false }
    return EpisodeReading(lower(word))?.season != nil
  }

  private static func lower(_ word: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: word)
    return String(text).lowercased()
  }
}
