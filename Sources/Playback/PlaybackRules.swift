/// What a viewer wants of every viewing.
public struct PlaybackRules: Hashable, Sendable {
  /// The part of an episode after which it counts as watched, in percent.
  public var watchedAt: Int
  /// Whether chapters are skipped that are called as openings and endings are.
  public var skipsChapters: Bool
  /// The parts that the user marked to be skipped.
  public var marks: [SkippedSpan]
  /// How many milliseconds pass between the end of an episode and the begin of the next; nil waits for the user.
  public var countdown: Int?

  /// Rules.
  public init(
    watchedAt: Int = 85, skipsChapters: Bool = false, marks: [SkippedSpan] = [], countdown: Int? = 10_000
  ) {
    self.watchedAt = watchedAt
    self.skipsChapters = skipsChapters
    self.marks = marks
    self.countdown = countdown
  }
}

/// A part of the media that is skipped.
public struct SkippedSpan: Hashable, Sendable {
  /// What it is.
  public enum Kind: Hashable, Sendable {
    /// The sequence at the begin, with its song.
    case opening
    /// The one at the end.
    case ending
  }

  /// What it is.
  public var kind: Kind
  /// From which to which moment, in milliseconds of the media.
  public var times: Range<Int>

  /// A part.
  public init(_ kind: Kind, _ times: Range<Int>) {
    self.kind = kind
    self.times = times
  }
}

extension SkippedSpan {
  /// What chapters of openings and endings are called, in the languages in which files are made; in lower case.
  private static let names: [(Kind, Set<String>)] = [
    (.opening, ["op", "opening", "opening theme", "opening song", "intro", "オープニング", "片头", "片頭", "片头曲", "主题曲"]),
    (.ending, ["ed", "ending", "ending theme", "ending song", "outro", "credits", "エンディング", "片尾", "片尾曲"]),
  ]

  /// The parts among `chapters` that are called as openings and endings are: each ends where the next chapter begins,
  /// or with the media.
  ///
  /// A chapter that takes more than a third of the media is none, whatever it is called.
  public static func spans(in chapters: [MediaChapter], duration: Int?) -> [SkippedSpan] {
    chapters.enumerated().compactMap { index, chapter in
      let end = index + 1 < chapters.count ? chapters[index + 1].start : duration
      guard let kind = kind(of: chapter.title), let end, end > chapter.start else { return nil }
      if let duration, end - chapter.start > duration / 3 { return nil }
      return SkippedSpan(kind, chapter.start..<end)
    }
  }

  /// `OP 2`, `Opening (NC)`: the name without what numbers it.
  private static func kind(of title: String) -> Kind? {
    let letters = title.lowercased().prefix { $0.isLetter || $0 == " " || $0 == "ー" }
    let words = letters.split(separator: " ").joined(separator: " ")
    return names.first { $0.1.contains(words) }?.0
  }
}
