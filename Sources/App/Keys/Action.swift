/// What a key can ask for; the raw values are the names in `[keys]`, the help and the manual.
public enum Action: String, CaseIterable, Sendable {
  // Moving.
  case selectNext = "select-next"
  case selectPrevious = "select-previous"
  case selectFirst = "select-first"
  case selectLast = "select-last"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case open
  case back

  // The program.
  case showTonight = "show-tonight"
  case showCatalogue = "show-catalogue"
  case showSchedule = "show-schedule"
  case showWatchlist = "show-watchlist"
  case showCapsule = "show-capsule"
  case showMirrors = "show-mirrors"
  case nextScreen = "next-screen"
  case previousScreen = "previous-screen"
  case search
  case commandLine = "command-line"
  case help
  case sync
  case redraw
  case suspend
  case close
  case quit

  // The user's own list.
  case follow
  case watchNext = "watch-next"
  case watchPrevious = "watch-previous"
  case editStatus = "edit-status"
  case editScore = "edit-score"
  case editNote = "edit-note"
  case editEntry = "edit-entry"
  case pin
  case undo
  case redo

  // What a list shows.
  case previousSeason = "previous-season"
  case nextSeason = "next-season"
  case currentSeason = "current-season"
  case filterKind = "filter-type"
  case filterLanguage = "filter-language"
  case filterAiring = "filter-airing"
  case filterFollowed = "filter-followed"
  case filterSite = "filter-site"
  case clearFilters = "clear-filters"
  case sort
  case previousSort = "previous-sort"
  case reverseSort = "reverse-sort"
  case previousDay = "previous-day"
  case nextDay = "next-day"
  case previousWeek = "previous-week"
  case nextWeek = "next-week"
  case previousMonth = "previous-month"
  case nextMonth = "next-month"
  case changeView = "change-view"
  case now
  case previousTab = "previous-tab"
  case nextTab = "next-tab"
  case mark
  case markRange = "mark-range"
  case markAll = "mark-all"
  case unmarkAll = "unmark-all"

  // One show.
  case openLink = "open-link"
  case playComments = "play-comments"
  case play

  // The capsule, and the past.
  case present
  case verify
  case verifyAll = "verify-all"
  case accept
  case restore

  // The mirrors.
  case tryNow = "try-now"
  case compare
  case refresh

  // The danmaku stage.
  case playPause = "play-pause"
  case seekBackward = "seek-backward"
  case seekForward = "seek-forward"
  case seekFarBackward = "seek-far-backward"
  case seekFarForward = "seek-far-forward"
  case previousPeak = "previous-peak"
  case nextPeak = "next-peak"
  case restart
  case seekEnd = "seek-end"
  case slower
  case faster
  case toggleSpeedSync = "toggle-speed-sync"
  case changeScript = "change-script"
  case offsetSlightlyEarlier = "offset-slightly-earlier"
  case offsetSlightlyLater = "offset-slightly-later"
  case offsetEarlier = "offset-earlier"
  case offsetLater = "offset-later"
  case offsetFarEarlier = "offset-far-earlier"
  case offsetFarLater = "offset-far-later"
  case resetOffset = "reset-offset"
  case alignSources = "align-sources"
  case toggleComments = "toggle-comments"
  case followPlayback = "follow-playback"
  case goToMention = "go-to-mention"
  case toggleDensity = "toggle-density"
  case changeArea = "change-area"
  case toggleRepeats = "toggle-repeats"
  case toggleRules = "toggle-rules"
  case blockComment = "block-comment"
  case toggleScrolling = "toggle-scrolling"
  case toggleTop = "toggle-top"
  case toggleBottom = "toggle-bottom"
  case toggleReverse = "toggle-reverse"
  case togglePositioned = "toggle-positioned"
  case toggleDanmaku = "toggle-danmaku"

  // The film behind the stage.
  case quieter
  case louder
  case toggleMute = "toggle-mute"
  case nextAudio = "next-audio"
  case nextSubtitles = "next-subtitles"
  case previousChapter = "previous-chapter"
  case nextChapter = "next-chapter"
  case markOpening = "mark-opening"
  case markEnding = "mark-ending"
  case nextEpisode = "next-episode"
  case previousEpisode = "previous-episode"
  case changeMosaic = "change-mosaic"
  case togglePicture = "toggle-picture"
  case changeOpacity = "change-opacity"
  case takeScreenshot = "take-screenshot"

  /// Whether it changes what the user keeps or what the catalogue is: nothing of that is done in the past.
  var isChange: Bool {
    switch self {
    case .follow, .watchNext, .watchPrevious, .editStatus, .editScore, .editNote, .editEntry, .pin, .undo, .redo,
      .markOpening, .markEnding, .accept, .restore:
      true
    default: false
    }
  }
}
