/// Finds where the title of a release stands, and which names of the show are in it.
struct ReleaseTitle {
  private let text: ReleaseText
  private let marks: [ReleaseMark?]
  private let episodeWords: Range<Int>?
  private(set) var title: String?
  private(set) var names: [String] = []
  private(set) var group: String?
  /// What the title says of the sort of release.
  private(set) var kind: ReleaseName.Kind?

  init(_ reader: ReleaseReader) {
    text = reader.text
    marks = reader.marks
    episodeWords = reader.episodeWords
  }

  mutating func find() {
    let leading = leadingBrackets()
    if let start = firstFreeWord(), !isOnlyEpisodeTitle(start) {
      findFree(from: start, leading: leading)
    } else {
      findBracketed(leading)
    }
    group = group ?? trailingGroup()
    let found = ReleaseNames(names: names)
    names = found.names
    kind = found.kind
  }

  // MARK: Pieces

  /// Whether what is in the brackets belongs to no title: words about the file, numbers, marks.
  private func isAside(_ piece: ReleaseText.Piece) -> Bool {
    guard let first = piece.words.first, piece.isClosed else { return true }
    if piece.words.contains(where: isCertainlyNoTitle) { return true }
    return piece.bracket == .square && marks[first] == nil ? false : piece.words.contains { marks[$0] != nil }
  }

  private func isCertainlyNoTitle(_ index: Int) -> Bool {
    if episodeWords?.contains(index) == true { return true }
    switch marks[index] {
    case .file(let meaning)?: return meaning.isCertain && meaning.subject != .remark
    case .volumes?, .year?, .episodes?, .version?: return true
    default: return false
    }
  }

  /// Whether a title ends before the word.
  private func endsTitle(_ index: Int) -> Bool {
    if episodeWords?.contains(index) == true { return true }
    switch marks[index] {
    case .file(let meaning)?: return meaning.isCertain
    case .volumes?, .year?, .episodes?, .season?, .version?: return true
    case .kind?, nil: return false
    }
  }

  /// The brackets before the episode that may hold the group or a title.
  private func leadingBrackets() -> [ReleaseText.Piece] {
    let end = episodeWords.flatMap { $0.lowerBound > 0 ? $0.lowerBound : nil } ?? text.words.count
    return text.pieces.filter { $0.bracket == .square && $0.words.lowerBound < end && !isAside($0) }
  }

  // MARK: Titles between brackets

  /// The first word between brackets that may begin a title.
  private func firstFreeWord() -> Int? {
    let free = text.words.indices.filter { isFree($0) && !endsTitle($0) && !isAlone($0) }
    guard let episodes = episodeWords else {
      let end = text.words.indices.first { isFree($0) && endsTitle($0) } ?? text.words.count
      return free.first.flatMap { $0 < end || end == text.pieces.first?.words.lowerBound ? $0 : nil }
    }
    if let first = free.first, first < episodes.lowerBound { return first }
    let isFirst = leadingBrackets().allSatisfy { $0.words.lowerBound > episodes.lowerBound }
    return isFirst ? free.first { $0 >= episodes.upperBound } : nil
  }

  /// Whether the word is a number alone before the brackets of the group: `37 [Group] Title`.
  private func isAlone(_ index: Int) -> Bool {
    let piece = text.words[index].piece
    guard text.pieces[piece].words.count == 1, text.words[index].key.allSatisfy(\.isNumber) else { return false }
    return piece == 0 && piece + 1 < text.pieces.count && text.pieces[piece + 1].bracket == .square
  }

  private func isFree(_ index: Int) -> Bool { text.pieces[text.words[index].piece].bracket == nil }

  /// Whether the text from `start` is that of an episode: `01 - Land of Visible Pain`.
  private func isOnlyEpisodeTitle(_ start: Int) -> Bool {
    guard let episodes = episodeWords, start >= episodes.upperBound, text.words[start].followsDash,
      text.words[start].piece == text.words[episodes.lowerBound].piece
    else { return false }
    return dashes(from: start).isEmpty
  }

  /// The words behind dashes in the run from `start`.
  private func dashes(from start: Int) -> [Int] {
    let run = text.pieces[text.words[start].piece].words
    return (start + 1..<max(start + 1, run.upperBound)).filter { text.words[$0].followsDash }
  }

  private mutating func findFree(from start: Int, leading: [ReleaseText.Piece]) {
    let before = leading.filter { $0.outer.upperBound <= text.words[start].scalars.lowerBound }
    group = before.first.map(content)
    var end = freeEnd(from: start)
    if let episodes = episodeWords, episodes.lowerBound == 0, start == 1, let dash = dashes(from: start).first {
      end = Cut(word: dash, scalar: text.words[dash - 1].scalars.upperBound)
    }
    let title = text.text(from: text.words[start].scalars.lowerBound, to: end.scalar)
    guard isTitle(start..<max(start, end.word), title) else { return }
    self.title = title
    let others = before.dropFirst().map(content).filter { $0.unicodeScalars.contains(where: \.isHanOrKana) }
    names = [title] + others + [behindSeason(end.word)].compactMap(\.self)
  }

  /// Whether it says anything: a sign or two, or words about the file alone, are no title.
  private func isTitle(_ words: Range<Int>, _ text: String) -> Bool {
    let isAboutFile = words.allSatisfy { if case .file? = marks[$0] { true } else { false } }
    return !isAboutFile && text.contains { $0.isLetter || $0.isNumber || $0.isSymbol }
  }

  private struct Cut {
    let word: Int
    let scalar: Int
  }

  /// Where the title that begins at `start` ends.
  private func freeEnd(from start: Int) -> Cut {
    var end = Cut(word: start, scalar: text.words[start].scalars.lowerBound)
    for index in text.words[start].piece..<text.pieces.count {
      let piece = text.pieces[index]
      if piece.bracket != nil {
        guard belongsToTitle(index) else { return end }
        end = Cut(word: piece.words.upperBound, scalar: piece.outer.upperBound)
        continue
      }
      for word in piece.words where word >= start {
        if endsTitle(word) { return Cut(word: word, scalar: end.scalar) }
        end = Cut(word: word + 1, scalar: text.words[word].scalars.upperBound)
      }
    }
    return end
  }

  /// Whether brackets stand in the midst of a title: `You Are (Not) Alone`.
  private func belongsToTitle(_ index: Int) -> Bool {
    let piece = text.pieces[index]
    guard !isAside(piece), index + 1 < text.pieces.count, let next = text.pieces[index + 1].words.first, isFree(next)
    else {
      return false
    }
    if piece.bracket == .round { return !endsTitle(next) || episodeWords?.contains(next) == true }
    return !endsTitle(next) && !text.words[next].followsDash
  }

  /// A second name between the season and the episode.
  private func behindSeason(_ word: Int) -> String? {
    guard word < marks.count, case .season? = marks[word] else { return nil }
    let run = text.pieces[text.words[word].piece].words
    let rest = (word..<run.upperBound).drop { if case .season? = marks[$0] { true } else { false } }.prefix {
      !endsTitle($0) && marks[$0] == nil
    }
    return rest.isEmpty ? nil : text.text(rest.startIndex..<rest.endIndex)
  }

  // MARK: Titles in brackets

  private mutating func findBracketed(_ pieces: [ReleaseText.Piece]) {
    guard let first = pieces.first else { return }
    let titles = pieces.count > 1 ? Array(pieces.dropFirst()) : pieces
    if pieces.count > 1 { group = content(first) }
    let cuts = titles.map { piece in piece.words.prefix { !endsTitle($0) } }.filter { !$0.isEmpty }
    names = cuts.flatMap { [text.text($0.startIndex..<$0.endIndex), behindSeason($0.endIndex)].compactMap(\.self) }
    title = cuts.last.map { text.text($0.startIndex..<$0.endIndex) }
  }

  private func content(_ piece: ReleaseText.Piece) -> String {
    text.text(from: piece.outer.lowerBound + 1, to: piece.outer.upperBound - 1)
  }

  /// `[1080p] - THORA`, `Title - 01 [Group]`.
  private func trailingGroup() -> String? {
    if let last = text.pieces.last, last.bracket == nil, let word = last.words.first, text.words[word].followsDash,
      word > 0, last.words.lowerBound > (episodeWords?.upperBound ?? 1), text.pieces.count > 1
    {
      return text.text(word..<word + 1)
    }
    let brackets = text.pieces.filter { $0.bracket == .square && $0.words.lowerBound > 0 && !isAside($0) }
    return brackets.first.map(content)
  }
}
