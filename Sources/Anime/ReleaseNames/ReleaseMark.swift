/// What one word, or a few together, say for themselves, wherever they stand.
enum ReleaseMark: Equatable {
  /// It is about the file.
  case file(ReleaseVocabulary.Meaning)
  /// It numbers episodes, and says so: `S02E05`, `第05話`, `Ep.5`, `20 of 25`.
  case episodes(EpisodeReading)
  /// It numbers a season.
  case season(Int)
  /// It numbers volumes.
  case volumes([Int])
  /// It names a sort of release: `OVA`, `NCOP`, 劇場版.
  case kind(ReleaseName.Kind)
  /// It numbers the revision of the file: `v2`.
  case version(Int)
  /// It is a year that stands alone in brackets.
  case year(Int)
}

/// Reads the marks of a name, word by word.
struct ReleaseMarks {
  private let text: ReleaseText
  /// The mark of each word; the words of one mark have the same.
  private(set) var marks: [ReleaseMark?]
  /// How many words the mark that begins at a word has; 0 where none begins.
  private(set) var lengths: [Int]

  init(_ text: ReleaseText) {
    self.text = text
    marks = Array(repeating: nil, count: text.words.count)
    lengths = Array(repeating: 0, count: text.words.count)
    var index = 0
    while index < text.words.count {
      guard let (mark, length) = read(at: index) else {
        index += 1
        continue
      }
      for place in index..<index + length { marks[place] = mark }
      lengths[index] = length
      index += length
    }
  }

  private typealias Found = (mark: ReleaseMark, length: Int)

  private func read(at index: Int) -> Found? {
    let key = text.words[index].key
    let next = next(after: index)
    if let next, let meaning = ReleaseVocabulary.meaning(of: key, next) { return (.file(meaning), 2) }
    if let found = counter(at: index) ?? episodes(at: index) ?? season(at: index) { return found }
    if let found = volumes(at: index) ?? size(at: index) { return found }
    if let version = Self.version(key) { return (.version(version), 1) }
    if let kind = ReleaseKinds.kind(of: key), key != "ex" || isAttachedNumber(after: index) { return (.kind(kind), 1) }
    if let year = year(at: index) { return (.year(year), 1) }
    return meaning(at: index).map { (.file($0), 1) }
  }

  /// The key of the word behind, where it is in the same piece.
  private func next(after index: Int, by distance: Int = 1) -> String? {
    let place = index + distance
    guard place < text.words.count, text.words[place].piece == text.words[index].piece else { return nil }
    return text.words[place].key
  }

  private func isAttachedNumber(after index: Int) -> Bool {
    index + 1 < text.words.count && text.words[index + 1].isAttached
  }

  private func counter(at index: Int) -> Found? {
    let scalars = Array(text.words[index].key.unicodeScalars)
    guard let last = scalars.last, last.isHanOrKana, let counter = Counter(scalars[...]),
      counter.range.count == scalars.count
    else { return nil }
    switch counter.unit {
    case .season: return (.season(counter.first), 1)
    case .volume: return (.volumes([counter.first]), 1)
    case .episode: return (.episodes(EpisodeReading(counter.first...counter.last)), 1)
    }
  }

  private static let episodeWords: Set<String> = [
    "ep", "ep.", "eps", "eps.", "episode", "episodes", "épisode", "folge",
  ]

  private func episodes(at index: Int) -> Found? {
    let key = text.words[index].key
    if let reading = EpisodeReading(key) {
      if reading.isMarked { return (.episodes(reading), 1) }
      if next(after: index) == "of", let total = next(after: index, by: 2), Self.number(total) != nil {
        return (.episodes(reading), 3)
      }
    }
    let isWord = Self.episodeWords.contains(key) || key == "e" && isAttachedNumber(after: index)
    guard isWord, let next = next(after: index), let reading = EpisodeReading(next) else { return nil }
    return (.episodes(reading), 2)
  }

  private static let seasonWords: Set<String> = ["season", "saison", "staffel", "temporada"]
  private static let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"]

  private func season(at index: Int) -> Found? {
    let key = text.words[index].key
    if key.hasPrefix("s"), key.utf8.count <= 3, let number = Self.number(key.dropFirst()) {
      return (.season(number), 1)
    }
    guard let next = next(after: index) else { return nil }
    if Self.seasonWords.contains(key), let number = Self.number(next) { return (.season(number), 2) }
    guard Self.seasonWords.contains(next), let number = Self.ordinal(key) else { return nil }
    return (.season(number), 2)
  }

  /// A number of one to three digits, without a sign.
  static func number(_ digits: some StringProtocol) -> Int? {
    guard (1...3).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isDigit) else { return nil }
    return Int(digits)
  }

  /// 2 of `2nd` and of `second`.
  static func ordinal(_ key: String) -> Int? {
    if let place = ordinals.firstIndex(of: key) { return place + 1 }
    guard ["st", "nd", "rd", "th"].contains(where: key.hasSuffix) else { return nil }
    return number(key.dropLast(2))
  }

  private func volumes(at index: Int) -> Found? {
    guard ["vol", "vol.", "volume", "volumes"].contains(text.words[index].key), let next = next(after: index),
      let reading = EpisodeReading(next)
    else { return nil }
    return (.volumes(reading.episodes.flatMap { [$0.lowerBound.whole, $0.upperBound.whole] }.unique), 2)
  }

  /// `1.2 GiB`; a whole number of `GB` is an episode with Chinese subtitles.
  private func size(at index: Int) -> Found? {
    let key = text.words[index].key
    guard let next = next(after: index), Double(key) != nil else { return nil }
    guard ["mb", "mib", "gib"].contains(next) || next == "gb" && key.contains(".") else { return nil }
    return (.file(ReleaseVocabulary.Meaning(subject: .stamp, isCertain: true)), 2)
  }

  /// 2 of `v2`.
  private static func version(_ key: String) -> Int? {
    guard key.hasPrefix("v"), key.utf8.count < 4 else { return nil }
    return number(key.dropFirst())
  }

  private func year(at index: Int) -> Int? {
    let word = text.words[index]
    let piece = text.pieces[word.piece]
    guard word.key.utf8.count == 4, let year = Int(word.key), ReleaseMarks.years.contains(year) else { return nil }
    if piece.bracket == .round { return piece.words.count == 1 ? year : nil }
    // Between brackets, only with words about the file behind it.
    guard piece.bracket == nil, index > piece.words.lowerBound, !word.followsDash, index + 1 < text.words.count else {
      return nil
    }
    return meaning(at: index + 1)?.isCertain == true ? year : nil
  }

  /// The years that shows have.
  static let years = 1917...2100

  /// What the word is about; in brackets `h264-720p` is about what its parts are.
  private func meaning(at index: Int) -> ReleaseVocabulary.Meaning? {
    let word = text.words[index]
    if let meaning = ReleaseVocabulary.meaning(of: word.key) { return meaning }
    let parts = word.key.split { $0 == "-" || $0 == "." || $0 == "/" || $0 == "&" }
    guard parts.count > 1 else { return nil }
    let isBracketed = text.pieces[word.piece].bracket != nil
    for part in isBracketed ? parts[...] : parts.prefix(1) {
      if let meaning = ReleaseVocabulary.meaning(of: String(part)), meaning.isCertain { return meaning }
    }
    return nil
  }
}

extension EpisodeReading {
  /// The episodes of a counter.
  init(_ range: ClosedRange<Int>) {
    self.init()
    episodes = [ReleaseEpisode(range.lowerBound)...ReleaseEpisode(range.upperBound)]
    isMarked = true
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it stands first.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
