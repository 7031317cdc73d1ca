internal import Anime
internal import App
internal import Danmaku
internal import Library

/// Files of the user's with their shows, for people and as JSON.
struct LocalEpisodeRows {
  let session: Session
  let snapshot: Snapshot
  let episodes: [LocalEpisode]

  /// The shows by their titles, the files of each by their numbers, and those of no show last.
  static func byShow(_ snapshot: Snapshot) -> (LocalEpisode, LocalEpisode) -> Bool {
    { left, right in
      let shows = (left.isLikely ? left.show : nil, right.isLikely ? right.show : nil)
      switch shows {
      case (let left?, let right?) where left != right:
        return (title(left, snapshot), left.description) < (title(right, snapshot), right.description)
      case (nil, _?): return false
      case (_?, nil): return true
      default: return LocalEpisode.comesBefore(left, right)
      }
    }
  }

  private static func title(_ show: ShowID, _ snapshot: Snapshot) -> String {
    snapshot.catalogue.show(show)?.titles.native ?? ""
  }

  /// Whether all of `episode` was watched, by the progress of its show.
  private func isWatched(_ episode: LocalEpisode) -> Bool {
    guard episode.isLikely, let show = episode.show, let last = episode.numbers?.upperBound else { return false }
    return last <= snapshot.entry(for: show).progress
  }

  /// Each file with what is known of it.
  var json: [JSON] {
    episodes.map { episode in
      .object([
        ("path", .string(episode.file.path)), ("size", .number(Int(episode.file.size))),
        ("modified", .string(Instant(milliseconds: episode.file.modified).iso8601)),
        ("title", .string(orNull: episode.title)), ("kind", .string(episode.kind.rawValue)),
        ("first", .string(orNull: episode.episodes?.lowerBound.description)),
        ("last", .string(orNull: episode.episodes?.upperBound.description)),
        ("resolution", .string(orNull: episode.resolution)),
        ("width", .number(orNull: episode.facts?.width)), ("height", .number(orNull: episode.facts?.height)),
        ("duration", .number(orNull: episode.facts?.duration)), ("group", .string(orNull: episode.group)),
        ("confidence", .number(episode.confidence)), ("watched", .bool(isWatched(episode))),
        ("show", episode.show.map(snapshot.json) ?? .null),
      ])
    }
  }

  /// A heading for each show, and a line for each of its files.
  func say(to page: inout Page) {
    var start = episodes.startIndex
    while start < episodes.endIndex {
      let show = heading(of: episodes[start])
      let end = episodes[start...].firstIndex { heading(of: $0) != show } ?? episodes.endIndex
      if start > episodes.startIndex { page.line() }
      page.line(Page.Piece(title(of: show), .strong), Page.Piece(show.map { "  \($0)" } ?? "", .faint))
      page.table(episodes[start..<end].map(line), flexible: 6)
      start = end
    }
  }

  private func heading(of episode: LocalEpisode) -> ShowID? { episode.isLikely ? episode.show : nil }

  private func title(of show: ShowID?) -> String {
    guard let show else { return session.strings.localFiles.unmatched }
    return snapshot.catalogue.show(show)?.titles.display(session.titles) ?? show.description
  }

  private func line(_ episode: LocalEpisode) -> [Page.Piece] {
    let tone: Page.Tone = episode.confidence >= ReleaseMatch.certain ? .good : episode.isLikely ? .new : .faint
    return [
      Page.Piece("  " + (episode.numberText.isEmpty ? "–" : episode.numberText)),
      Page.Piece(isWatched(episode) ? "✓" : "", .good), Page.Piece(episode.pictureText ?? "", .faint),
      Page.Piece(episode.facts?.duration.map(MediaTime.text) ?? "", .faint),
      Page.Piece(Strings.bytes(Int(episode.file.size)), .faint), Page.Piece(String(episode.confidence), tone),
      Page.Piece(heading(of: episode) == nil ? episode.file.path : episode.file.name, .faint),
    ]
  }
}
