/// The points of a match: what the title is worth, less what speaks against it.
///
/// The weights are chosen so that a match is certain only where a whole title agrees and nothing contradicts, and so
/// that no contradiction of seasons leaves it likely.
struct ReleaseScore {
  /// Below this a title is not like a name at all.
  static let leastSimilarity = 55
  /// How far the best has to lead in order to be the only one.
  static let clearLead = 5

  private(set) var points: Int
  /// No match with these reasons is surer.
  private var bound = 99
  private(set) var reasons: [ReleaseMatch.Reason]
  private let hasSameSigns: Bool

  /// The points as a confidence.
  var confidence: Int { max(1, min(points, bound)) }

  /// How like a title is to a name.
  enum Likeness: Hashable {
    case same
    /// The title is the name to the last sign, and that of no earlier season is.
    case sameSigns
    /// The title is the name in kana.
    case sameSpelling
    /// The title can be read as the name, which has so many letters.
    case reading(letters: Int)
    /// A sister show has the same title.
    case sameInOtherLanguage
    /// By so many of 100.
    case similar(Int)
  }

  init(_ likeness: Likeness) {
    hasSameSigns = likeness == .sameSigns
    switch likeness {
    case .same, .sameSigns:
      (points, reasons) = (92, [.sameTitle])
    case .sameSpelling:
      (points, reasons) = (91, [.sameSpelling])
    case .reading(let letters):
      // A short name may be what another title is read as.
      (points, reasons) = (letters < 8 ? 80 : 88, [.reading])
    case .sameInOtherLanguage:
      (points, reasons) = (88, [.otherLanguage])
    case .similar(let similarity):
      (points, reasons) = (similarity - 15, [.similarTitle(similarity)])
      bound = ReleaseMatch.certain - 1
    }
  }

  // MARK: Seasons

  /// What is known of the season of a title.
  struct Seasons {
    let title: SeasonedTitle
    let show: Int?
    /// Whether other shows have the title too, numbers aside.
    let isShared: Bool
  }

  /// Weighs the season of a release called `name`; nil is one that is not numbered.
  mutating func weighSeason(_ season: Int?, of name: SeasonedTitle, against seasons: Seasons) {
    let title = seasons.title
    if name == title, name.isBareNumber { return }
    if reasons.first == .sameTitle, name.season != title.season || season != nil { reasons[0] = .sameStem }
    let show = title.season ?? seasons.show
    if season ?? 1 == show ?? 1 {
      if let season = season ?? show { weigh(.sameSeason(season)) }
    } else if season == nil, title.season == nil, let show {
      // A title that no other show has needs no number, whatever the show is called elsewhere.
      let isSame = [.sameTitle, .sameSpelling, .reading].contains(reasons[0])
      if !hasSameSigns, seasons.isShared || !isSame { weigh(.laterSeason(show)) }
    } else {
      weigh(.otherSeason(release: season, show: show))
    }
  }

  // MARK: The rest

  /// Weighs what else `release`, called `name`, says of `show`, called `title`.
  mutating func weigh(
    _ release: ReleaseName, _ name: SeasonedTitle, _ title: ReleaseIndex.Title, _ show: ShowSummary
  ) {
    if name.part ?? 1 != title.seasoned.part ?? 1 { weigh(.otherPart) }
    if let year = release.year {
      let begin = Zone.japan.civil(show.begin).date.year
      weigh(abs(begin - year) <= 1 ? .sameYear(begin) : .otherYear(release: year, show: begin))
    }
    switch (release.kind, show.kind) {
    case (.movie, .movie), (.ova, .ova): weigh(.sameKind)
    case (.movie, _), (.episode, .movie): weigh(.otherKind)
    default: break
    }
  }

  /// Adds what `reason` is worth.
  mutating func weigh(_ reason: ReleaseMatch.Reason) {
    reasons.append(reason)
    switch reason {
    case .sameSeason, .sameYear, .sameKind: points += 4
    case .laterSeason: lower(by: 45, to: ReleaseMatch.likely - 10)
    case .otherSeason(.some, .some): lower(by: 60, to: 20)
    case .otherSeason: lower(by: 45, to: ReleaseMatch.likely - 20)
    case .partOfTitle: lower(by: 10, to: ReleaseMatch.certain - 1)
    case .otherPart, .otherKind: lower(by: 15, to: ReleaseMatch.certain - 5)
    case .otherYear: lower(by: 40, to: ReleaseMatch.likely - 10)
    case .ambiguous: lower(by: 20, to: ReleaseMatch.certain - 15)
    case .corrected, .sameTitle, .sameStem, .sameSpelling, .reading, .otherLanguage, .similarTitle: break
    }
  }

  private mutating func lower(by points: Int, to bound: Int) {
    self.points -= points
    self.bound = min(self.bound, bound)
  }
}
