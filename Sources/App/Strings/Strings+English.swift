import Anime
import Danmaku

extension Strings {
  /// English.
  public static let english = Strings(
    language: .english,
    network: .english, mirrors: .english, filter: .english, releases: .english, localFiles: .english,
    tonight: "Tonight", catalogue: "Catalogue", schedule: "Schedule", watchlist: "Watchlist", capsule: "Capsule",
    show: "Show",
    stage: "Danmaku", help: "Help",
    statistics: .english,
    kind: {
      switch $0 {
      case .tv: "TV"
      case .movie: "Film"
      case .ova: "OVA"
      case .web: "Web"
      }
    },
    status: englishStatus,
    priority: englishPriority,
    titleLanguage: {
      switch $0 {
      case .japanese: "Japanese"
      case .simplifiedChinese: "Chinese (simp.)"
      case .traditionalChinese: "Chinese (trad.)"
      case .english: "English"
      }
    },
    quarter: { $0.rawValue },
    season: { "\($0.year) \($0.quarter.rawValue)" },
    followed: "followed", noStatus: "none", ended: "ended", airing: "airing", upcoming: "upcoming",
    episodes: { $0 == 1 ? "1 episode" : "\($0) episodes" },
    progress: { watched, of in of.map { "ep \(watched) / \($0)" } ?? "ep \(watched)" },
    estimate: { "~\($0)" },
    scored: { "score \($0)" },
    noLongerAt: { "no longer at \($0)" },
    weekday: { Calendar.weekdays[$0] },
    longDay: { "\(Calendar.longWeekdays[$0.weekday]) \($0.day) \(Calendar.months[$0.month - 1])" },
    shortDay: { "\(Calendar.weekdays[$0.weekday]) \($0.day)" },
    columnDay: { "\(Calendar.weekdays[$0.weekday]) \($0.day < 10 ? " " : "")\($0.day)" },
    monthDay: { "\($0.day) \(Calendar.months[$0.month - 1].prefix(3))" },
    duration: { minutes in
      if minutes < 60 { return "\(minutes)m" }
      if minutes < 1440 { return minutes % 60 == 0 ? "\(minutes / 60)h" : "\(minutes / 60)h \(minutes % 60)m" }
      return "\(minutes / 1440)d"
    },
    inTime: { "in \($0)" },
    ago: { "\($0) ago" },
    now: "now",
    weekly: { "\($0) \($1)" },
    justNow: "just now",
    today: "today", television: "TV", stream: "stream",
    more: { "+\($0)" },
    continueWatching: "Continue",
    nextAt: { "next \($0)" },
    mayHaveEnded: "May have ended",
    nothingAirs: "Nothing that the catalogue knows airs within a day of now.",
    nothingAirsStarter: { "The starter catalogue of \($0) knows few broadcast times." },
    nothingAirsSince: { "Its newest show began on \($0): what it lists below may have ended." },
    nothingAirsStale: { "The catalogue was last synced \($0)." },
    thisSeason: { "This season · \($0.year) \($0.quarter.rawValue)" },
    onThisDay: "This day in past years",
    yearsAgo: { $0 == 1 ? "1 year ago" : "\($0) years ago" },
    followedHeading: "Followed", beginsToday: "Begins today", newSinceLook: "New since your last look",
    comingUp: "Coming up", earlier: "Earlier",
    shows: { $0 == 1 ? "1 show" : "\(grouped($0)) shows" },
    searchPrompt: "search",
    nothingFound: { "Nothing is called “\($0)”." },
    nothingMatches: "No show fits these filters.",
    clearHint: { "\($0) clears the filters." },
    anySeason: "season",
    followedOnly: "followed",
    byNewest: "newest first", byMatch: "best first", bySeason: "by season", byTitle: "by title",
    nothingThatDay: "Nothing airs.",
    moved: { $0.isEmpty ? "moved" : "moved, \($0)" },
    reserved: "reserved",
    emptyTab: { tab, follow, status in "Nothing is \(tab). \(follow) follows a show, \(status) gives it a status." },
    week: { first, last in
      first.month == last.month
        ? "\(first.day)–\(last.day) \(Calendar.months[last.month - 1]) \(last.year)"
        : "\(first.day) \(Calendar.months[first.month - 1]) – \(last.day) \(Calendar.months[last.month - 1]) \(last.year)"
    },
    keptComments: "Danmaku",
    noComments: "No comments of it are kept: “yozakura danmaku import” and “fetch” bring some.",
    links: "Links", began: "Began", begins: "Begins", streams: "Streams", databases: "Elsewhere",
    officialSite: "Official site", yourList: "Your list", notInList: "not in your list", note: "Note",
    source: { "Source: \($0)" },
    worldwide: "everywhere",
    showGone: "This show is no longer in the library.",
    showNotYet: "This show was not in the library then.",
    history: "History", historyAwaited: "Reading the versions.", historyUnread: "The versions could not be read.",
    noVersion: "The capsule keeps no version of it yet.",
    oneVersion: { "Only one version so far, of \($0)." },
    versionAdded: "added", versionRemoved: "removed",
    field: { field in
      switch field {
      case .titles: "titles"
      case .type: "type"
      case .begin: "begin"
      case .end: "end"
      case .broadcast: "broadcast"
      case .sites: "links"
      case .officialSite: "site"
      case .episodes: "episodes"
      case .provider: "source"
      }
    },
    then: "then",
    day: { "\(Calendar.weekdays[$0.weekday]) \($0.day) \(Calendar.months[$0.month - 1].prefix(3)) \($0.year)" },
    asOf: { "as of \($0)" },
    commit: { $0 == 0 ? "starter" : "commit \($0)" },
    nearestKept: { "\($0), nearest kept" },
    standsIn: { "The content nearest to that moment was given up; \($0) stands in." },
    atPresent: "This is the present.",
    month: { "\(Calendar.months[$0.month - 1]) \($0.year)" },
    commits: { $0 == 1 ? "1 commit" : "\(grouped($0)) commits" },
    whatIsKept: "What is kept",
    capsuleAwaited: "Reading the capsule.",
    noCommits: { "No commit yet: the built-in starter catalogue answers, until \($0) syncs and begins the time line." },
    commitCause: { cause in
      switch cause {
      case .sync: "synced"
      case .setAside: "set aside"
      case .accept: "accepted"
      case .restore: "restored"
      case .merge: "merged"
      case .collection: "collected"
      case .comments: "danmaku"
      case .other: "other"
      }
    },
    head: "present", lookedAt: "shown", thinned: "thinned", lookBack: "look back",
    coverage: englishCoverage,
    keptThoughGone: {
      $0 == 1
        ? "1 of them is no longer listed by its provider, and kept here."
        : "\($0) of them are no longer listed by their providers, and kept here."
    },
    setAsideLabel: "Set aside", lacks: { "\($0) lacks \($1 == 1 ? "1 show" : "\(grouped($1)) shows")" },
    acceptHint: { "\($0) accepts it" },
    pinned: "pinned", pins: "Pinned", noPins: { "nothing; \($0) on a show keeps all its versions" },
    folder: "Folder",
    size: "Size", bytesInObjects: { "\($0) in \($1 == 1 ? "1 object" : "\(grouped($1)) objects")" },
    room: "Room", roomUnknown: "the disk does not say", free: { "\($0) free" },
    reserve: "Reserve", stopsBelow: { "content never takes the last \($0)" },
    hasStopped: { "less than \($0) is free: no new content is stored, your changes are" },
    operations: "Changes",
    operationsFrom: {
      $0 == 0 ? "none yet" : "\(grouped($0)) of yours, from \($1 == 1 ? "1 device" : "\($1) devices")"
    },
    quarantine: "Quarantine",
    checked: "Verified", neverVerified: { "never; \($0) checks the structure" }, verifying: "being checked…",
    verification: { ago, isWhole, damaged in
      "\(ago), \(isWhole ? "every byte" : "structure"): " + (damaged == 0 ? "whole" : "\(grouped(damaged)) damaged")
    },
    verified: { damaged, readAll in
      let what = readAll ? "Every byte was read" : "The structure was checked"
      return damaged == 0 ? "\(what): the capsule is whole." : "\(what): \(damaged) damaged. “yozakura capsule repair”"
    },
    acceptPrompt: { "Accept, and lose \($1 == 1 ? "1 show" : "\(grouped($1)) shows") of \($0)?" },
    accepted: { "accepted · \($0) · \($1 == 1 ? "1 show" : "\(grouped($1)) shows") gone" },
    restorePrompt: { "Bring the catalogue of commit \($0), \($1), back?" },
    restored: { "restored · commit \($0) is the present again" },
    isHeadAlready: { "Commit \($0) is the present already." },
    yesOrNo: "y yes  n no",
    syncedAgo: { "synced \($0)" },
    neverSynced: "never synced",
    noFeeds:
      "No feed is kept. “yozakura provider add feed --name NAME --url URL” adds one, “yozakura sync” fetches it.",
    starter: { "starter catalogue of \($0)" },
    starterShort: { "starter of \($0)" },
    starterHint: { "\($0) fetches the real one" },
    asking: "asking mirrors…",
    syncing: "Syncing.",
    difference: { added, changed, removed in "\(added) new, \(changed) changed, \(removed) gone" },
    updated: { added, changed, removed in "Synced: \(added) new, \(changed) changed, \(removed) gone." },
    libraryHealed: "The library was lost or damaged; it has been made anew from the capsule.",
    upToDate: "Synced: nothing new.",
    saved: { "saved · \($0) · \($1)" },
    undone: { "undone · \($0) · \($1)" },
    redone: { "redone · \($0) · \($1)" },
    change: englishChange,
    opened: { "opened \($0)" },
    loading: { "Reading \($0)." },
    statusPrompt: "status", scorePrompt: { "score \($0.range)" }, notePrompt: "note",
    badScore: { "A score is \($0.range); an empty one removes it." },
    keep: "keep", toList: "to the list", cancel: "cancel", listed: "complete", select: "select", closing: "close",
    tooSmall: "Too small.",
    next: "Next",
    starterOnly: { "This is the starter catalogue of \($0); “yozakura sync” fetches the whole one." },
    newArrivals: { $0 == 1 ? "1 new episode" : "\($0) new episodes" },
    nothingNew: "Nothing is new.",
    consumerBegins: "From now on each new episode is printed once; “--since 7d” begins a week ago.",
    consumerDamaged: {
      "What was printed before could not be read; it is kept as \($0). This goes on with what came since \($1)."
    },
    premiere: "premiere", seasonComplete: "season complete",
    nothingFollowed: "You follow nothing yet: “yozakura follow ID”.",
    nothingListed: "Nothing is on your list yet: “yozakura set ID --status watching”.",
    exported: { $0 == 1 ? "1 show in \($1)" : "\($0) shows in \($1)" },
    setAside: { "set aside: the answer lacks \($0) of \($1) shows" },
    failed: "failed",
    unknownVerb: { name, nearest in "There is no “\(name)”." + (nearest.map { " Did you mean “\($0)”?" } ?? "") },
    missingArgument: { "Write :\($0)" },
    unknownArgument: { name, nearest in "“\(name)” is not known." + (nearest.map { " Did you mean “\($0)”?" } ?? "") },
    notHere: { "“\($0)” does nothing here." },
    isSet: { "\($0) = \($1)" },
    hint: { action in
      switch action {
      case .selectNext: "next"
      case .selectPrevious: "previous"
      case .selectFirst: "first"
      case .selectLast: "last"
      case .pageDown, .halfPageDown: "down"
      case .pageUp, .halfPageUp: "up"
      case .open: "open"
      case .back: "back"
      case .showTonight: "tonight"
      case .showCatalogue: "catalogue"
      case .showSchedule: "schedule"
      case .showWatchlist: "watchlist"
      case .showCapsule: "capsule"
      case .showMirrors: "mirrors"
      case .nextScreen: "next screen"
      case .previousScreen: "previous screen"
      case .search: "search"
      case .commandLine: "command"
      case .help: "help"
      case .sync: "sync"
      case .redraw: "redraw"
      case .suspend: "suspend"
      case .close: "close"
      case .quit: "quit"
      case .follow: "follow"
      case .watchNext: "watched"
      case .watchPrevious: "unwatch"
      case .editStatus: "status"
      case .editScore: "score"
      case .editNote: "note"
      case .editEntry: "edit"
      case .pin: "pin"
      case .undo: "undo"
      case .redo: "redo"
      case .previousSeason, .nextSeason: "season"
      case .currentSeason: "this season"
      case .filterKind: "type"
      case .filterLanguage: "language"
      case .filterAiring: "state"
      case .filterFollowed: "followed"
      case .filterSite: "site"
      case .clearFilters: "clear"
      case .sort: "sort"
      case .previousSort: "sort"
      case .reverseSort: "reverse"
      case .previousDay, .nextDay: "day"
      case .previousWeek, .nextWeek: "week"
      case .previousMonth, .nextMonth: "month"
      case .changeView: "week/month"
      case .now: "now"
      case .previousTab, .nextTab: "tab"
      case .mark: "mark"
      case .markRange: "range"
      case .markAll: "mark all"
      case .unmarkAll: "unmark"
      case .openLink: "open in browser"
      case .playComments: "play comments"
      case .play: "play"
      case .present: "present"
      case .verify: "verify"
      case .verifyAll: "every byte"
      case .accept: "accept"
      case .restore: "restore"
      case .tryNow: "try now"
      case .compare: "compare"
      case .refresh: "refresh"
      case .playPause: "play/pause"
      case .seekBackward, .seekForward: "5 s"
      case .seekFarBackward, .seekFarForward: "1 min"
      case .previousPeak, .nextPeak: "peak"
      case .restart: "restart"
      case .slower: "slower"
      case .faster: "faster"
      case .toggleSpeedSync: "speed sync"
      case .changeScript: "characters"
      case .offsetSlightlyEarlier: "-0.1 s"
      case .offsetSlightlyLater: "+0.1 s"
      case .offsetEarlier: "-1 s"
      case .offsetLater: "+1 s"
      case .offsetFarEarlier: "-10 s"
      case .offsetFarLater: "+10 s"
      case .resetOffset: "no offset"
      case .alignSources: "align"
      case .toggleComments: "comments"
      case .seekEnd: "to the end"
      case .followPlayback: "follow"
      case .goToMention: "go to time"
      case .toggleDensity: "density"
      case .changeArea: "area"
      case .toggleRepeats: "repeats"
      case .toggleRules: "rules"
      case .blockComment: "block"
      case .toggleScrolling: "scrolling"
      case .toggleTop: "top"
      case .toggleBottom: "bottom"
      case .togglePositioned: "positioned"
      case .toggleDanmaku: "danmaku"
      case .quieter: "quieter"
      case .louder: "louder"
      case .toggleMute: "mute"
      case .nextAudio: "audio"
      case .nextSubtitles: "subtitles"
      case .previousChapter: "chapter back"
      case .nextChapter: "chapter"
      case .markOpening: "opening"
      case .markEnding: "ending"
      case .nextEpisode: "next episode"
      case .previousEpisode: "episode before"
      case .changeMosaic: "cells"
      case .togglePicture: "picture"
      case .changeOpacity: "opacity"
      case .takeScreenshot: "screenshot"
      case .toggleReverse: "reverse"
      }
    },
    meaning: { action in
      switch action {
      case .selectNext: "select the next row"
      case .selectPrevious: "select the previous row"
      case .selectFirst: "select the first row"
      case .selectLast: "select the last row"
      case .pageDown: "move a page down"
      case .pageUp: "move a page up"
      case .halfPageDown: "move half a page down"
      case .halfPageUp: "move half a page up"
      case .open: "open what is selected"
      case .back: "go back one step"
      case .showTonight: "show Tonight"
      case .showCatalogue: "show the catalogue"
      case .showSchedule: "show the schedule"
      case .showWatchlist: "show the watchlist"
      case .showCapsule: "show the time capsule"
      case .showMirrors: "show the mirrors"
      case .nextScreen: "show the next screen"
      case .previousScreen: "show the previous screen"
      case .search: "search as you type: the catalogue, or the comments beside a stage"
      case .commandLine: "open the command line"
      case .help: "show the keys of this screen"
      case .sync: "fetch what is new"
      case .redraw: "draw the screen anew"
      case .suspend: "go to the shell; fg comes back"
      case .close: "close this screen; quit where none is left"
      case .quit: "quit"
      case .follow: "follow or unfollow the show"
      case .watchNext: "watched one more episode"
      case .watchPrevious: "watched one episode fewer"
      case .editStatus: "choose the show's status"
      case .editScore: "score the show"
      case .editNote: "write a note about the show"
      case .editEntry: "edit all that you keep about the show, or about the marked ones"
      case .pin: "pin: keep all versions of the show, ask the mirror first"
      case .undo: "undo the last change of the list"
      case .redo: "redo what was undone"
      case .previousSeason: "filter by the season before"
      case .nextSeason: "filter by the season after"
      case .currentSeason: "filter by the present season, or not"
      case .filterKind: "filter by type"
      case .filterLanguage: "filter by language"
      case .filterAiring: "filter by airing, upcoming or ended"
      case .filterFollowed: "filter by followed"
      case .filterSite: "filter by site"
      case .clearFilters: "clear the search and all filters"
      case .sort: "sort in another order"
      case .previousSort: "sort by the column before"
      case .reverseSort: "sort the other way round"
      case .previousDay: "go to the day before"
      case .nextDay: "go to the day after"
      case .previousWeek: "go a week back"
      case .nextWeek: "go a week forward"
      case .previousMonth: "go a month back"
      case .nextMonth: "go a month forward"
      case .changeView: "show a week or a month"
      case .now: "go to the present"
      case .previousTab: "show the tab at the left"
      case .nextTab: "show the tab at the right"
      case .mark: "mark the show, or no longer; changes then are for all marked ones"
      case .markRange: "mark from here to where you go; once more ends that"
      case .markAll: "mark all shows of the list, or none of them"
      case .unmarkAll: "mark nothing any more"
      case .openLink: "open the selected link in the browser"
      case .playComments: "let the kept comments of the episode fly"
      case .play: "play the selected file, else what comes next of the show"
      case .present: "come back from the past to the present"
      case .verify: "check the structure of the capsule"
      case .verifyAll: "read and check every byte of the capsule"
      case .accept: "accept what was set aside"
      case .restore: "bring the selected catalogue back"
      case .tryNow: "try the selected mirror now"
      case .compare: "compare what the mirrors of the provider give"
      case .refresh: "look at the mirrors anew"
      case .playPause: "play or pause"
      case .seekBackward: "go back 5 seconds"
      case .seekForward: "go forward 5 seconds"
      case .seekFarBackward: "go back a minute"
      case .seekFarForward: "go forward a minute"
      case .previousPeak: "go to the last moment that was full of comments"
      case .nextPeak: "go to the next moment that is full of comments"
      case .restart: "go to the start"
      case .slower: "play slower"
      case .faster: "play faster"
      case .toggleSpeedSync: "let comments follow the speed, or not"
      case .changeScript: "show simplified or traditional characters, or those written"
      case .offsetSlightlyEarlier: "show comments 0.1 seconds earlier"
      case .offsetSlightlyLater: "show comments 0.1 seconds later"
      case .offsetEarlier: "show comments 1 second earlier"
      case .offsetLater: "show comments 1 second later"
      case .offsetFarEarlier: "show comments 10 seconds earlier"
      case .offsetFarLater: "show comments 10 seconds later"
      case .resetOffset: "show comments when they say"
      case .alignSources: "find the offsets at which the sources fit each other"
      case .toggleComments: "show or hide the list of comments"
      case .seekEnd: "go to the end"
      case .followPlayback: "let the list follow the film again"
      case .goToMention: "go to the time that the selected comment names"
      case .toggleDensity: "show or hide the density of comments"
      case .changeArea: "give comments another part of the stage"
      case .toggleRepeats: "count comments that say the same, or show each"
      case .toggleRules: "show or hide the rules that hide comments"
      case .blockComment: "block the selected comment, its sender or words; undo takes that back"
      case .toggleScrolling: "show or hide scrolling comments"
      case .toggleTop: "show or hide comments at the top"
      case .toggleBottom: "show or hide comments at the bottom"
      case .togglePositioned: "show or hide comments that stand where their authors put them"
      case .toggleDanmaku: "show comments, or none"
      case .quieter: "make the film quieter"
      case .louder: "make the film louder"
      case .toggleMute: "silence the film, or let it be heard"
      case .nextAudio: "let the next sound of the film be heard"
      case .nextSubtitles: "show the next subtitles of the film, or none"
      case .previousChapter: "go to the chapter before"
      case .nextChapter: "go to the next chapter"
      case .markOpening: "mark where the opening begins, and again where it ends"
      case .markEnding: "mark where the ending begins, and again where it ends"
      case .nextEpisode: "play the next episode"
      case .previousEpisode: "play the episode before this one"
      case .changeMosaic: "show the picture in pixels, where the terminal has them, or in another form of cells"
      case .togglePicture: "show the picture of the film, or comments alone"
      case .changeOpacity: "let more of the film shine through comments"
      case .takeScreenshot: "write the picture and the comments over it to a file"
      case .toggleReverse: "show or hide reverse comments"
      }
    },
    group: { context in
      switch context {
      case .everywhere: "Everywhere"
      case .browsing: "Shows"
      case .tonight: "Tonight"
      case .catalogue: "Catalogue"
      case .schedule: "Schedule"
      case .watchlist: "Watchlist"
      case .capsule: "Capsule"
      case .mirrors: MirrorStrings.english.title
      case .show: "Show"
      case .stage: "Danmaku"
      case .help: "Help"
      }
    },
    failure: { failure, date, cause in
      switch failure {
      case .capsuleBusy(let pid):
        pid.map { "Process \($0) is writing the capsule; nothing was changed." }
          ?? "Another process is writing the capsule; nothing was changed."
      case .diskFull: "The disk is full; nothing was changed."
      case .readOnly(let path): "\(path) cannot be written; nothing was changed."
      case .newerFormat(let format): "The capsule has format \(format), from a newer Yozakura; nothing was changed."
      case .noSuchFile(let path): "There is no \(path)."
      case .notDanmaku(let path, .empty): "\(path) is empty."
      case .notDanmaku(let path, .tooLarge): "\(path) is too large for a file of comments."
      case .notDanmaku(let path, .newerVersion(let version, _)):
        "\(path) was written by a newer Yozakura, in version \(version) of its form; update, or convert it with the newer one."
      case .notDanmaku(let path, .notDanmaku):
        "\(path) is no danmaku; files of Bilibili, dandanplay, Niconico and AcFun are read."
      case .noSuchTheme(let name, let nearest):
        "There is no theme “\(name)”." + (nearest.map { " Did you mean “\($0)”?" } ?? "")
      case .noBrowser(let url): "No browser could be started for \(url)"
      case .nothingToUndo: "Nothing to undo."
      case .nothingToRedo: "Nothing to redo."
      case .noSuchMoment(let text, let first):
        "“\(text)” is no date such as 2026-03-22, no instant and no commit."
          + (first.map { " The first day is \(date($0))." } ?? "")
      case .beforeFirst(let first): "Nothing was kept so early; the first day is \(date(first))."
      case .readOnlyPast: "This is the past: nothing changes here. :asof now comes back."
      case .contentGone(let sequence): "The content of commit \(sequence) was given up to make room."
      case .damaged(let sequence): "Commit \(sequence) is damaged and cannot be read."
      case .notPlayed(let failure, let title): TheatreStrings.english.failure(failure, title)
      case .noEpisodeHere: "No episode that comes next is in your folders; library.folders names them."
      case .noEpisodeBefore: "No episode before this one is in your folders; library.folders names them."
      case .nothingSetAside: "Nothing is set aside."
      case .network(let reason): "Nothing was fetched: \(cause(reason))."
      case .other(let text): text
      }
    },
    problem: { problem in
      switch problem {
      case .unknownKey(let nearest): "unknown key" + (nearest.map { ", did you mean \($0)?" } ?? "")
      case .unknownName(let value, let nearest):
        "“\(value)” is not known" + (nearest.map { ", did you mean “\($0)”?" } ?? "")
      case .badValue(let value, let expected): "\(value) does not fit; expected \(expected)"
      case .collision(let other): "hides \(other), and is left out"
      }
    })

  private static let englishCoverage: @Sendable (Coverage) -> String = { coverage in
    let head = "If every server vanished now: "
    let (listed, whole, titleOnly) = (coverage.listed, coverage.whole, coverage.titleOnly)
    guard listed > 0 else { return head + "what is here stays. Your list is empty so far." }
    guard whole < listed else {
      return head
        + (listed == 1 ? "the show on your list stays whole." : "all \(listed) shows on your list stay whole.")
    }
    let lost = listed - whole - titleOnly
    return head + "\(whole) of \(listed) shows on your list \(whole == 1 ? "stays" : "stay") whole"
      + (titleOnly > 0 ? ", \(titleOnly) by \(titleOnly == 1 ? "its title" : "their titles") only" : "")
      + (lost > 0 ? ", \(lost) not at all." : ".")
  }

  static let englishStatus: @Sendable (WatchStatus) -> String = {
    switch $0 {
    case .planned: "planned"
    case .watching: "watching"
    case .completed: "completed"
    case .paused: "paused"
    case .dropped: "dropped"
    case .rewatching: "rewatching"
    }
  }
}

private enum Calendar {
  static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  static let longWeekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
