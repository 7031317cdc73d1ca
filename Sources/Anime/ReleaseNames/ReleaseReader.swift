/// Puts the marks of a name together: which number is the episode's, where the title begins and ends.
struct ReleaseReader {
  let text: ReleaseText
  let marks: [ReleaseMark?]
  let lengths: [Int]
  /// The words that number the episodes.
  private(set) var episodeWords: Range<Int>?
  var name = ReleaseName()

  /// Reads `text`, which no more than `Sanitiser.maximumLength` scalars should be.
  static func read(_ text: String) -> ReleaseName {
    let (stem, fileExtension) = split(text)
    var reader = ReleaseReader(ReleaseText(stem))
    reader.name.fileExtension = fileExtension
    return reader.finished()
  }

  private init(_ text: ReleaseText) {
    self.text = text
    let read = ReleaseMarks(text)
    marks = read.marks
    lengths = read.lengths
  }

  /// The name without the known ends of the names of files, and the last of these.
  private static func split(_ text: String) -> (stem: String, fileExtension: String?) {
    var stem = text[...]
    var found: String?
    while let dot = stem.lastIndex(of: "."), stem.distance(from: dot, to: stem.endIndex) <= 11 {
      let end = stem[stem.index(after: dot)...].lowercased()
      guard ReleaseVocabulary.fileExtensions.contains(end), dot > stem.startIndex else { break }
      found = found ?? end
      stem = stem[..<dot]
    }
    return (String(stem), found)
  }

  private mutating func finished() -> ReleaseName {
    readEpisodes()
    readMarks()
    var titles = ReleaseTitle(self)
    titles.find()
    name.title = titles.title
    name.names = titles.names
    name.group = titles.group
    chooseKind(titles)
    return name
  }

  // MARK: Episodes

  private mutating func readEpisodes() {
    let found =
      seasonAndEpisode() ?? marked() ?? dashed() ?? numberedKind() ?? leading() ?? bracketed() ?? last() ?? padded()
    guard let (reading, words) = found else { return }
    episodeWords = words
    name.episodes = reading.episodes
    name.version = reading.version
    if let season = reading.season { name.seasons = [season] }
    readSecondNumber(behind: words.upperBound)
  }

  typealias Found = (reading: EpisodeReading, words: Range<Int>)

  private func explicit(where isWanted: (EpisodeReading) -> Bool) -> Found? {
    for index in marks.indices where lengths[index] > 0 {
      if case .episodes(let reading)? = marks[index], isWanted(reading) {
        return (reading, index..<index + lengths[index])
      }
    }
    return nil
  }

  private func seasonAndEpisode() -> Found? { explicit { $0.season != nil } }

  private func marked() -> Found? { explicit { _ in true } }

  /// The number at a word, where nothing else is said of it.
  private func plain(_ index: Int) -> EpisodeReading? {
    guard index < marks.count else { return nil }
    switch marks[index] {
    case nil: break
    // One Piece has had an episode 1080, and `1080` is a width.
    case .file(let meaning)? where meaning.subject == .resolution && text.words[index].key.allSatisfy(\.isNumber): break
    default: return nil
    }
    return EpisodeReading(text.words[index].key)
  }

  /// Whether the number before `index` stands apart: nothing, a dash, a bracket or a word about the file follows.
  private func endsNumber(_ index: Int) -> Bool {
    guard index < text.words.count else { return true }
    let word = text.words[index]
    if word.piece != text.words[index - 1].piece || word.followsDash { return true }
    switch marks[index] {
    case .file?, .version?: return true
    case .kind(let kind)?: return kind == .trailer
    default: return false
    }
  }

  private func isFree(_ index: Int) -> Bool { text.pieces[text.words[index].piece].bracket == nil }

  /// ` - 05`: the first number behind a dash that stands apart, else the first that has words behind it.
  private func dashed() -> Found? {
    let places = text.words.indices.filter { index in
      let piece = text.pieces[text.words[index].piece]
      return text.words[index].followsDash && isFree(index) || isRangeInParentheses(index, piece)
    }
    let numbers = places.compactMap { index in plain(index).map { (reading: $0, index: index) } }
    let chosen = numbers.first { endsNumber($0.index + 1) } ?? numbers.first { $0.reading.isPadded }
    return chosen.map { ($0.reading, $0.index..<$0.index + 1) }
  }

  /// ` - (01-04)`.
  private func isRangeInParentheses(_ index: Int, _ piece: ReleaseText.Piece) -> Bool {
    piece.bracket == .round && piece.words.count == 1
      && plain(index)?.episodes.first.map { $0.lowerBound < $0.upperBound } == true
  }

  /// `OVA01`, `SP 03`.
  private func numberedKind() -> Found? {
    for index in marks.indices.dropLast() where lengths[index] == 1 {
      guard case .kind(let kind)? = marks[index], kind != .movie, let reading = plain(index + 1),
        text.words[index + 1].piece == text.words[index].piece, !text.words[index + 1].followsDash,
        endsNumber(index + 2)
      else { continue }
      return (reading, index + 1..<index + 2)
    }
    return nil
  }

  /// `[07]`, `[24（END）]`, `[01 1080p HEVC]`, `(9)`.
  private func bracketed() -> Found? {
    for piece in text.pieces where piece.bracket != nil && piece.isClosed {
      guard let first = piece.words.first, let reading = plain(first), !isYear(first), !isCopy(first) else { continue }
      let others = piece.words.dropFirst()
      let isAlone = others.allSatisfy { if case .file? = marks[$0] { true } else { false } }
      let isTitled =
        reading.isPadded
        && others.first.map { text.words[$0].key.unicodeScalars.contains(where: \.isHanOrKana) } == true
      // What follows decides: a lone number in the midst of a title is a part of it.
      if isAlone && marks[first] == nil || isTitled { return (reading, first..<first + 1) }
    }
    return nil
  }

  /// Whether a lone digit is the number of a copy behind that of the episode: `Title 10 (1).avi`.
  private func isCopy(_ index: Int) -> Bool {
    index > 0 && text.words[index].key.utf8.count == 1 && isFree(index - 1) && plain(index - 1) != nil
  }

  private func isYear(_ index: Int) -> Bool {
    let key = text.words[index].key
    return key.utf8.count == 4 && Int(key).map(ReleaseMarks.years.contains) == true
  }

  private static let numberedWords: Set<String> = [
    "movie", "part", "no", "no.", "version", "ver", "ver.", "chapter", "act", "film", "gekijouban", "劇場版", "剧场版",
  ]

  /// The last number of a run of text, with a word of the title before it: `Bleach 225 [C63D149C]`.
  private func last() -> Found? {
    guard !isMovie else { return nil }
    for index in text.words.indices where isFree(index) && endsNumber(index + 1) {
      guard let reading = plain(index), !isYear(index), isBehindTitle(index), !isSequel(index) else { continue }
      return list(endingAt: index, reading) ?? (reading, index..<index + 1)
    }
    return nil
  }

  private func isBehindTitle(_ index: Int) -> Bool {
    let before = index - 1
    guard before >= 0 else { return false }
    if text.words[before].piece != text.words[index].piece {
      // [Group][Title] 02 [1080p]
      let isLong = text.words[index].key.utf8.count > 2
      return text.pieces[text.words[index].piece].words.count == 1 && (before > 0 || isLong)
    }
    return !Self.numberedWords.contains(text.words[before].key)
  }

  /// Whether a lone digit before a dash belongs to the title: `Kiddy Grade 2 - Pilot`.
  private func isSequel(_ index: Int) -> Bool {
    text.words[index].key.utf8.count == 1 && index + 1 < text.words.count && text.words[index + 1].followsDash
      && isFree(index + 1)
  }

  /// `8 & 10`.
  private func list(endingAt index: Int, _ last: EpisodeReading) -> Found? {
    guard index >= 2, ["&", "+", "and"].contains(text.words[index - 1].key), let first = plain(index - 2) else {
      return nil
    }
    var reading = last
    reading.episodes = first.episodes + last.episodes
    return (reading, index - 2..<index + 1)
  }

  /// Whether the name is of a film, whose number is a part of its title.
  private var isMovie: Bool {
    marks.contains(.kind(.movie)) && !text.words.contains { $0.key == "movies" }
  }

  /// A number with a zero in front in the midst of the text: `The.Animatrix.08.A.Detective.Story`.
  private func padded() -> Found? {
    for index in text.words.indices.dropFirst() where isFree(index) {
      let isSameRun = text.words[index - 1].piece == text.words[index].piece
      if isSameRun, let reading = plain(index), reading.isPadded { return (reading, index..<index + 1) }
    }
    return nil
  }

  /// `05 - Title`.
  private func leading() -> Found? {
    guard text.words.count > 1, isFree(0), text.words[1].followsDash, let reading = plain(0) else { return nil }
    return (reading, 0..<1)
  }

  /// The second of two numbers: `01 (51)`, `29 (04)`, `[Episode 83]`. The smaller counts from the season's first.
  private mutating func readSecondNumber(behind end: Int) {
    guard let first = name.episodes.first, name.episodes.count == 1, let second = secondNumber(behind: end) else {
      return
    }
    guard second != first.lowerBound else { return }
    name.absoluteEpisode = max(first.lowerBound, second)
    let smaller = min(first.lowerBound, second)
    name.episodes = [smaller...(smaller == second ? second : first.upperBound)]
  }

  private func secondNumber(behind end: Int) -> ReleaseEpisode? {
    guard end < text.words.count else { return nil }
    let piece = text.pieces[text.words[end].piece]
    // A lone digit is the number of a copy: `Title 10 (1).avi`.
    if piece.bracket == .round, piece.words == end..<end + 1, text.words[end].key.utf8.count > 1,
      let reading = plain(end), !isYear(end)
    {
      return reading.episodes.first?.lowerBound
    }
    for index in end..<text.words.count where !isFree(index) {
      if case .episodes(let reading)? = marks[index] { return reading.episodes.first?.lowerBound }
    }
    return nil
  }
}
