/// Finds the shows that releases are of.
///
/// Made once for a catalogue, or for the shows that are followed, and then asked for each of thousands of releases:
/// exact titles are looked up; where there is none, titles that share groups of letters are compared.
///
///     let index = ReleaseIndex(catalogue)
///     let best = index.matches(ReleaseName(reading: "[Group] Sousou no Frieren - 05.mkv")).first
public struct ReleaseIndex: Sendable {
  let catalogue: Catalogue
  /// The shows, in the order of their places in the catalogue.
  private(set) var shows: [IndexedShow] = []
  /// Every title of the shows, without what numbers seasons; those of one show stand together.
  private(set) var titles: [Title] = []
  /// The titles by their stems.
  private(set) var byStem: [String: [Int32]] = [:]
  /// The titles that are all kana by their stems in Latin letters, loosely spelled; see `LatinStem`.
  private(set) var bySpelling: [[UInt8]: [Int32]] = [:]
  /// The titles in Japanese, and in Chinese, by what they begin with; see `TitleReader`.
  private(set) var byBeginning: [UInt32: [Int32]] = [:]
  /// The titles by the groups of letters in their stems.
  private(set) var byGram: [UInt64: [Int32]] = [:]

  /// A show.
  struct IndexedShow: Sendable {
    /// Where it is in the catalogue.
    let position: Int
    /// Its titles.
    var titles: Range<Int>
    /// Its season, where one of its titles numbers it.
    var season: Int?
  }

  /// A title of a show.
  struct Title: Sendable {
    /// Whose it is, as a place among the shows.
    let show: Int
    let seasoned: SeasonedTitle
    /// How many groups of letters its stem has.
    let gramCount: Int
  }

  /// The titles of every show of `catalogue`.
  public init(_ catalogue: Catalogue) {
    self.init(catalogue, positions: 0..<catalogue.count)
  }

  /// The titles of the shows at `positions`.
  public init(_ catalogue: Catalogue, positions: some Sequence<Int>) {
    self.catalogue = catalogue
    for position in positions { add(position) }
    for index in shows.indices { shows[index].season = season(of: shows[index]) }
  }

  private mutating func add(_ position: Int) {
    let start = titles.count
    var known: Set<SeasonedTitle> = []
    for title in catalogue.foldedTitles(at: position) {
      let seasoned = SeasonedTitle(folded: title)
      if known.insert(seasoned).inserted { add(seasoned) }
    }
    shows.append(IndexedShow(position: position, titles: start..<titles.count))
  }

  private mutating func add(_ seasoned: SeasonedTitle) {
    let index = Int32(titles.count)
    let grams = Self.grams(seasoned.stem)
    titles.append(Title(show: shows.count, seasoned: seasoned, gramCount: grams.count))
    byStem[seasoned.stem, default: []].append(index)
    for spelling in LatinStem.spellings(ofKana: seasoned.stem) { bySpelling[spelling, default: []].append(index) }
    let scalars = seasoned.stem.unicodeScalars
    if let first = scalars.first, scalars.contains(where: \.value.isJapanese) {
      byBeginning[first.value, default: []].append(index)
    }
    for gram in grams { byGram[gram, default: []].append(index) }
  }

  /// The season that the titles of `show` number; a number alone counts where another show has the rest of the title.
  private func season(of show: IndexedShow) -> Int? {
    let numbered = show.titles.lazy.map { titles[$0].seasoned }.filter { $0.season != nil }
    let title = numbered.first { !$0.isBareNumber } ?? numbered.first { isShared($0.stem) }
    return title?.season
  }

  /// Whether several shows have a title with this stem.
  func isShared(_ stem: String) -> Bool {
    guard let found = byStem[stem], let first = found.first else { return false }
    return found.contains { titles[Int($0)].show != titles[Int(first)].show }
  }

  /// The groups of letters of `stem`: three of Latin ones, two where one is Chinese or kana; each once.
  ///
  /// A word of Chinese has two characters as a word of Latin letters has six, so groups of one length would find
  /// either everything or nothing.
  static func grams(_ stem: String) -> Set<UInt64> {
    let scalars = stem.unicodeScalars.prefix(200).map { UInt64($0.value) }
    guard scalars.count > 1 else { return Set(scalars) }
    var grams: Set<UInt64> = []
    for index in 0..<scalars.count - 1 {
      let pair = scalars[index] << 21 | scalars[index + 1]
      let isLatin = max(scalars[index], scalars[index + 1]) < 0x3000
      if isLatin, index + 2 < scalars.count, scalars[index + 2] < 0x3000 {
        grams.insert(pair << 21 | scalars[index + 2])
      } else if !isLatin || scalars.count == 2 {
        grams.insert(pair)
      }
    }
    return grams
  }
}

extension Catalogue {
  /// The titles of the show at `position`, folded.
  func foldedTitles(at position: Int) -> [UnsafeRawBufferPointer.SubSequence] {
    folded.bytes[foldedRange(at: position)].split(separator: FoldedTitles.separator)
  }
}
