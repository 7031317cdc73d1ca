internal import Anime
internal import Library

/// A name, what it says, and the shows that it may be of.
struct ReleaseRow {
  let name: String
  let release: ReleaseName
  let matches: [ReleaseMatch]
  /// Whether the user said which show it is, or that it is none.
  let isCorrected: Bool

  func json(_ snapshot: Snapshot) -> JSON {
    .object([("name", .string(name))] + title + file + [("matches", .array(matches.map { Self.json($0, snapshot) }))])
  }

  private var title: [JSON.Field] {
    [
      ("title", .string(orNull: release.title)), ("names", .array(release.names.map { .string($0) })),
      ("seasons", .array(release.seasons.map { .number($0) })),
      (
        "episodes",
        .array(
          release.episodes.map { range in
            .object([
              ("first", .string(range.lowerBound.description)), ("last", .string(range.upperBound.description)),
            ])
          })
      ),
      ("absoluteEpisode", .string(orNull: release.absoluteEpisode?.description)),
      ("volumes", .array(release.volumes.map { .number($0) })), ("kind", .string(release.kind.rawValue)),
      ("version", .number(orNull: release.version)), ("year", .number(orNull: release.year)),
    ]
  }

  private var file: [JSON.Field] {
    [
      ("group", .string(orNull: release.group)), ("resolution", .string(orNull: release.words.resolution)),
      ("source", .string(orNull: release.words.source)),
      ("video", .array(release.words.video.map { .string($0) })),
      ("audio", .array(release.words.audio.map { .string($0) })),
      ("subtitles", .array(release.words.subtitles.map { .string($0) })),
      ("checksum", .string(orNull: release.checksum)), ("extension", .string(orNull: release.fileExtension)),
    ]
  }

  private static func json(_ match: ReleaseMatch, _ snapshot: Snapshot) -> JSON {
    .object([
      ("confidence", .number(match.confidence)),
      ("reasons", .array(match.reasons.map { .string($0.word) })),
      ("show", snapshot.json(match.show)),
    ])
  }
}

extension ReleaseMatch.Reason {
  /// The word for it in JSON.
  var word: String {
    switch self {
    case .corrected: "corrected"
    case .sameTitle: "sameTitle"
    case .sameStem: "sameTitleButSeason"
    case .sameSpelling: "sameTitleInLatinLetters"
    case .reading: "titleReadsSo"
    case .otherLanguage: "sameTitleInOtherLanguage"
    case .partOfTitle: "partOfTitle"
    case .similarTitle: "similarTitle"
    case .sameSeason: "sameSeason"
    case .otherSeason: "otherSeason"
    case .laterSeason: "laterSeason"
    case .otherPart: "otherPart"
    case .sameYear: "sameYear"
    case .otherYear: "otherYear"
    case .sameKind: "sameKind"
    case .otherKind: "otherKind"
    case .ambiguous: "ambiguous"
    }
  }
}
