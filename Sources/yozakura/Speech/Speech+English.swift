internal import Anime

extension Speech {
  static let english = Speech(
    kind: {
      switch $0 {
      case .tv: "TV"
      case .movie: "film"
      case .ova: "OVA"
      case .web: "web"
      }
    },
    status: { $0.rawValue },
    season: { "\($0.year) \($0.quarter.rawValue)" },
    weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    begin: "began",
    end: "ended",
    broadcast: "broadcast",
    official: "home page",
    list: "list",
    note: "note",
    followed: "followed",
    streams: "streams",
    television: "TV",
    mayHaveEnded: "may have ended",
    noLongerListed: "no longer listed by",
    starterOnly: { "This is the starter catalogue of \($0); `yozakura sync` fetches the whole one." },
    nothingTonight: "Nothing is known to air between yesterday and tomorrow.",
    nothingFollowed: "You follow nothing yet: `yozakura follow ID`.",
    nothingListed: "Nothing is on your list yet: `yozakura set ID --status watching`.",
    exported: { $0 == 1 ? "1 show in \($1)" : "\($0) shows in \($1)" },
    undone: "undone",
    redone: "redone",
    updated: { "updated: \($0) added, \($1) changed, \($2) removed" },
    upToDate: "up to date",
    setAside: { "set aside: the answer lacks \($0) of \($1) shows" },
    failed: "failed",
    never: "never fetched")
}
