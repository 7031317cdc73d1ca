extension ReleaseReader {
  /// Fills in what single words say.
  mutating func readMarks() {
    for index in marks.indices where lengths[index] > 0 {
      switch marks[index] {
      case .season(let number)?: if !name.seasons.contains(number) { name.seasons.append(number) }
      case .volumes(let numbers)?: name.volumes += numbers
      case .year(let year)?: name.year = name.year ?? year
      case .file(let meaning)?: addFileWord(index..<index + lengths[index], meaning)
      case .version(let version)?: name.version = name.version ?? version
      case .episodes?, .kind?, nil: break
      }
    }
  }

  private mutating func addFileWord(_ words: Range<Int>, _ meaning: ReleaseVocabulary.Meaning) {
    let word = text.text(words)
    switch meaning.subject {
    case .resolution: name.words.resolution = name.words.resolution ?? word
    case .source: name.words.source = name.words.source ?? word
    case .video: name.words.video.append(word)
    case .audio: name.words.audio.append(word)
    case .subtitles: name.words.subtitles.append(word)
    case .checksum: name.checksum = name.checksum ?? word.uppercased()
    case .container, .stamp, .remark: break
    }
  }
}

extension ReleaseReader {
  /// What sort of release it is: what its title and its marks say, and else whether it has episodes.
  mutating func chooseKind(_ title: ReleaseTitle) {
    let isComplete = marks.contains { if case .file(let meaning)? = $0 { meaning.subject == .remark } else { false } }
    let marked = kindMark()
    if let kind = marked ?? title.kind {
      name.kind = kind
    } else if !name.volumes.isEmpty || isComplete && name.episodes.isEmpty || isRange {
      name.kind = .batch
    } else if !name.episodes.isEmpty {
      name.kind = .episode
    }
  }

  private var isRange: Bool {
    name.episodes.contains { $0.lowerBound < $0.upperBound } || name.seasons.count > 1
  }

  /// The word before the episode's number, or a word alone in brackets.
  private func kindMark() -> ReleaseName.Kind? {
    for index in marks.indices {
      guard case .kind(let kind)? = marks[index] else { continue }
      let piece = text.pieces[text.words[index].piece]
      if piece.bracket != nil && piece.words.count == 1 || index + 1 == episodeWords?.lowerBound { return kind }
    }
    return nil
  }
}

extension ReleaseName {
  /// Reads a name; of a longer one than titles are, only what is in front.
  public init(reading text: String) {
    self = ReleaseReader.read(Sanitiser.clean(text))
  }
}
