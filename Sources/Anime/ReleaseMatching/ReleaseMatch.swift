/// A show that a release may be of, and how sure that is.
public struct ReleaseMatch: Hashable, Sendable {
  /// The show.
  public var show: ShowID
  /// From 0 to 100; see `certain` and `likely`.
  public var confidence: Int
  /// What speaks for it and against it, the weightiest first.
  public var reasons: [Reason]

  /// A match.
  public init(show: ShowID, confidence: Int, reasons: [Reason]) {
    self.show = show
    self.confidence = confidence
    self.reasons = reasons
  }

  /// From here on nothing speaks against the match.
  public static let certain = 90
  /// From here on it is worth showing to the user, and below it is only a guess.
  public static let likely = 70

  /// Something that speaks for a match or against it.
  public enum Reason: Hashable, Sendable {
    /// The user said so.
    case corrected
    /// A title of the show is a name in the release.
    case sameTitle
    /// A title of the show is a name in the release, but for the number of the season.
    case sameStem
    /// A title of the show, in kana, is a name in the release, in Latin letters.
    case sameSpelling
    /// A title of the show, with kanji, can be read as a name in the release, in Latin letters.
    case reading
    /// A season of the show is called so in another language.
    case otherLanguage
    /// A title of the show is a part of the title in the release.
    case partOfTitle
    /// A title is like a name, by so many of 100 of their letters.
    case similarTitle(Int)
    /// Both are of this season.
    case sameSeason(Int)
    /// The release is of one season and the show another; nil is a season that is not numbered.
    case otherSeason(release: Int?, show: Int?)
    /// The show is of a later season, though its title has no number; others have the title too.
    case laterSeason(Int)
    /// They are of different parts of a season.
    case otherPart
    /// The show began in the year that the release names.
    case sameYear(Int)
    /// The show began in another year.
    case otherYear(release: Int, show: Int)
    /// Both are a film, or an episode sold on discs.
    case sameKind
    /// The release is of a film and the show is none, or the other way round.
    case otherKind
    /// Another show fits as well.
    case ambiguous
  }
}
