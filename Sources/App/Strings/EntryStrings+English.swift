internal import Anime

extension EntryStrings {
  static let english = EntryStrings(
    field: { field in
      switch field {
      case .followed: "Followed"
      case .status: "Status"
      case .progress: "Progress"
      case .rewatches: "Rewatched"
      case .score: "Score"
      case .started: "Started"
      case .finished: "Finished"
      case .note: "Note"
      case .tags: "Tags"
      case .priority: "Priority"
      case .delays: "Delays"
      case .episodeOffset: "First episode"
      case .pinned: "Pinned"
      case .offsets: "Comment offsets"
      case .foreign: "Other programs"
      case .played: "Played last"
      case .skips: "Skipped parts"
      }
    },
    title: "Title", airs: "Airs", next: "Next", changed: "Changed", all: "all",
    marked: { count, hidden in "\(count) marked" + (hidden > 0 ? ", \(hidden) not in this list" : "") },
    undoHint: { "\($0) undoes it" },
    nothingChanged: "Nothing to change: it is so already.",
    emptyList: { follow, status in
      "Your list is empty. In the catalogue \(follow) follows a show and \(status) gives it a status; "
        + "“yozakura import” brings the list of another program."
    },
    edit: "Edit", various: "various", nothing: "none",
    hint: englishHint, problem: englishProblem,
    unsaved: "Not saved: Enter saves, Esc once more discards.",
    save: "save", nextField: "field", choose: "choose")

  private static let englishHint: @Sendable (Change.Field, ScoreScale, Bool) -> String = { field, scale, isForAll in
    let clears = isForAll ? "; Backspace empties it for all" : ""
    switch field {
    case .progress: return "episodes watched; +1 and -1 count on" + clears
    case .score: return "\(scale.range), or none" + clears
    case .started, .finished: return "2026-07-04, today, yesterday or none" + clears
    case .rewatches: return "how often you have watched it again; +1 counts on" + clears
    case .tags: return "+iyashikei adds, -iyashikei takes off; Tab completes" + clears
    case .delays: return "2026-08-15+30m comes later, 2026-08-15 not at all; the day in Japan" + clears
    case .episodeOffset: return "the number of the first broadcast's episode, or none" + clears
    case .note: return "your own words" + clears
    default: return "← → choose, or the first letter"
    }
  }

  private static let englishProblem: @Sendable (EntryProblem) -> String = { problem in
    switch problem {
    case .noCount(let text, let range):
      "“\(text)” is no whole number from \(range.lowerBound) to \(Strings.grouped(range.upperBound))."
    case .noScore(let text, let scale): "“\(text)” is no score: \(scale.range), or none."
    case .noDay(let text): "“\(text)” is no day such as 2026-07-04, nor today, yesterday or none."
    case .noDelay(let text): "“\(text)” is no delay such as 2026-08-15, 2026-08-15+30m or 2026-08-15+7d."
    case .noEpisode(let text): "“\(text)” is no number of an episode, nor none."
    case .tooLong(let limit): "This is longer than the \(Strings.grouped(limit)) characters that a note holds."
    }
  }
}
