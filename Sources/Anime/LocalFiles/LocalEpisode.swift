/// A file of the user's: what its name says, and which show that is.
public struct LocalEpisode: Hashable, Sendable {
  /// The file.
  public var file: LocalFile
  /// The title in its name, or in that of its folder; nil where there is none.
  public var title: String?
  /// What sort of release it is.
  public var kind: ReleaseName.Kind
  /// The episodes in it, by the numbers of the show; nil where its name tells none.
  public var episodes: ClosedRange<ReleaseEpisode>?
  /// The size of the picture, as its name has it: `1080p`.
  public var resolution: String?
  /// What the film itself tells; nil where nobody looked into it yet.
  public var facts: MediaFacts?
  /// Who made it.
  public var group: String?
  /// The likeliest show; nil where none is like the title.
  public var show: ShowID?
  /// How sure that is, from 0 to 100; see `ReleaseMatch`.
  public var confidence: Int

  /// What is known of `file`.
  public init(
    file: LocalFile, title: String?, kind: ReleaseName.Kind, episodes: ClosedRange<ReleaseEpisode>? = nil,
    resolution: String? = nil, group: String? = nil, show: ShowID? = nil, confidence: Int = 0
  ) {
    self.file = file
    self.title = title
    self.kind = kind
    self.episodes = episodes
    self.resolution = resolution
    self.group = group
    self.show = show
    self.confidence = confidence
  }

  /// The size of the picture: what the film tells, else what its name says; nil where neither does.
  public var pictureText: String? { facts?.pictureText ?? resolution }

  /// Whether the show is more than a guess.
  public var isLikely: Bool { show != nil && confidence >= ReleaseMatch.likely }

  /// The numbers of the whole episodes that count for the watchlist; nil for specials and where no number is told.
  public var numbers: ClosedRange<Int>? {
    guard kind == .episode || kind == .work || kind == .movie || kind == .ova, let episodes else { return nil }
    let (first, last) = (episodes.lowerBound, episodes.upperBound)
    guard first.tenths == 0, first.part == nil, last.tenths == 0, last.part == nil else { return nil }
    return first.whole...last.whole
  }

  /// `7`, `12.5`, `1-2`, or "" where its name tells no number.
  public var numberText: String {
    guard let episodes else { return "" }
    let (first, last) = (episodes.lowerBound, episodes.upperBound)
    return first == last ? first.description : "\(first)-\(last)"
  }

  /// Whether `left` comes first where a show's files are listed: episodes before specials, by number, then by path.
  public static func comesBefore(_ left: LocalEpisode, _ right: LocalEpisode) -> Bool {
    if left.isExtra != right.isExtra { return right.isExtra }
    let first = (left.episodes?.lowerBound ?? .max, right.episodes?.lowerBound ?? .max)
    return first.0 == first.1 ? left.file.path < right.file.path : first.0 < first.1
  }

  private var isExtra: Bool { kind == .special }
}

extension ReleaseEpisode {
  /// Behind every other.
  fileprivate static let max = ReleaseEpisode(.max)
}
