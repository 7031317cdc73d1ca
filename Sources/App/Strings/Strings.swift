public import Anime

/// Every phrase of the interface in one language.
///
/// A phrase that is missing in a language does not compile; grammar lives where the language is.
public struct Strings: Sendable {
  /// The language.
  public let language: InterfaceLanguage
  /// Why the network failed, and what can be done.
  let network: NetworkStrings
  /// What is said of mirrors.
  let mirrors: MirrorStrings
  /// What is said of filters.
  public let filter: FilterStrings
  /// What is said of releases.
  public let releases: ReleaseStrings
  /// What is said of the user's own files.
  public let localFiles: LocalFileStrings

  // Screens.
  let tonight: String
  /// The screen with all shows, and the shows themselves.
  public let catalogue: String
  let schedule: String
  let watchlist: String
  let capsule: String
  let show: String
  let stage: String
  let help: String

  /// The words of what was watched.
  public let statistics: StatisticsStrings

  // Words of a show.
  /// What a sort of work is called.
  public let kind: @Sendable (Show.Kind) -> String
  /// What a place in the watchlist is called.
  public let status: @Sendable (WatchStatus) -> String
  /// What a priority is called.
  public let priority: @Sendable (Priority) -> String
  let titleLanguage: @Sendable (Language) -> String
  let quarter: @Sendable (Season.Quarter) -> String
  /// A season, with its year.
  public let season: @Sendable (Season) -> String
  /// That a show is followed.
  public let followed: String
  let noStatus: String
  /// That a show has ended, or the day on which it did.
  public let ended: String
  let airing: String
  let upcoming: String
  let episodes: @Sendable (Int) -> String
  let progress: @Sendable (_ watched: Int, _ of: Int?) -> String
  let estimate: @Sendable (Int) -> String
  let scored: @Sendable (String) -> String
  /// That a provider no longer lists a show.
  public let noLongerAt: @Sendable (_ provider: String) -> String

  // Times.
  /// A day of the week in few letters.
  public let weekday: @Sendable (_ fromSunday: Int) -> String
  /// A day with its weekday.
  public let longDay: @Sendable (CivilDate) -> String
  let shortDay: @Sendable (CivilDate) -> String
  /// A short day, as wide for the 4th as for the 14th.
  let columnDay: @Sendable (CivilDate) -> String
  let monthDay: @Sendable (CivilDate) -> String
  let duration: @Sendable (_ minutes: Int) -> String
  let inTime: @Sendable (_ duration: String) -> String
  let ago: @Sendable (_ duration: String) -> String
  let now: String
  let weekly: @Sendable (_ weekday: String, _ time: String) -> String
  let justNow: String

  // Tonight.
  let today: String
  /// The airing on television.
  public let television: String
  let stream: String
  let more: @Sendable (Int) -> String
  let continueWatching: String
  let nextAt: @Sendable (String) -> String
  /// That a show may have ended without the catalogue knowing.
  public let mayHaveEnded: String
  /// That nothing airs within a day of now.
  public let nothingAirs: String
  let nothingAirsStarter: @Sendable (_ date: String) -> String
  let nothingAirsSince: @Sendable (_ newest: String) -> String
  let nothingAirsStale: @Sendable (_ age: String) -> String
  let thisSeason: @Sendable (Season) -> String
  let onThisDay: String
  let yearsAgo: @Sendable (Int) -> String
  let followedHeading: String
  /// What begins today.
  public let beginsToday: String
  let newSinceLook: String
  let comingUp: String
  let earlier: String

  // Catalogue and lists.
  let shows: @Sendable (Int) -> String
  let searchPrompt: String
  let nothingFound: @Sendable (_ query: String) -> String
  /// That no show passes what restricts a list.
  public let nothingMatches: String
  let clearHint: @Sendable (_ key: String) -> String
  let anySeason: String
  let followedOnly: String
  let byNewest: String
  let byMatch: String
  let bySeason: String
  let byTitle: String
  let nothingThatDay: String
  /// That an airing comes at another time than planned, and how long that is from now.
  public let moved: @Sendable (_ countdown: String) -> String
  /// That a show is followed which has not begun.
  public let reserved: String
  let emptyTab: @Sendable (_ tab: String, _ followKey: String, _ statusKey: String) -> String
  let week: @Sendable (CivilDate, CivilDate) -> String

  // Show.
  let keptComments: String
  let noComments: String
  let links: String
  /// That a show has begun, or the day on which it did.
  public let began: String
  /// The day on which a show will begin.
  public let begins: String
  let streams: String
  let databases: String
  /// A show's own home page.
  public let officialSite: String
  /// What the user keeps about a show.
  public let yourList: String
  let notInList: String
  /// The user's own words.
  public let note: String
  let source: @Sendable (_ provider: String) -> String
  let worldwide: String
  let showGone: String
  let showNotYet: String
  let history: String
  let historyAwaited: String
  let historyUnread: String
  let noVersion: String
  let oneVersion: @Sendable (_ date: String) -> String
  let versionAdded: String
  let versionRemoved: String
  let field: @Sendable (ShowVersion.Field) -> String

  // The past.
  let then: String
  let day: @Sendable (CivilDate) -> String
  let asOf: @Sendable (_ day: String) -> String
  let commit: @Sendable (_ sequence: Int) -> String
  let nearestKept: @Sendable (_ commit: String) -> String
  let standsIn: @Sendable (_ commit: String) -> String
  let atPresent: String

  // The capsule.
  /// A month, with its year.
  public let month: @Sendable (CivilDate) -> String
  let commits: @Sendable (Int) -> String
  let whatIsKept: String
  let capsuleAwaited: String
  let noCommits: @Sendable (_ key: String) -> String
  let commitCause: @Sendable (CapsuleOverview.CommitLine.Cause) -> String
  let head: String
  let lookedAt: String
  let thinned: String
  let lookBack: String
  let coverage: @Sendable (Coverage) -> String
  let keptThoughGone: @Sendable (Int) -> String
  let setAsideLabel: String
  let lacks: @Sendable (_ provider: String, _ missing: Int) -> String
  let acceptHint: @Sendable (_ key: String) -> String
  let pinned: String
  let pins: String
  let noPins: @Sendable (_ key: String) -> String
  let folder: String
  let size: String
  let bytesInObjects: @Sendable (_ bytes: String, _ objects: Int) -> String
  let room: String
  let roomUnknown: String
  let free: @Sendable (_ bytes: String) -> String
  let reserve: String
  let stopsBelow: @Sendable (_ bytes: String) -> String
  let hasStopped: @Sendable (_ bytes: String) -> String
  let operations: String
  let operationsFrom: @Sendable (_ count: Int, _ devices: Int) -> String
  let quarantine: String
  let checked: String
  let neverVerified: @Sendable (_ key: String) -> String
  let verifying: String
  let verification: @Sendable (_ ago: String, _ isWhole: Bool, _ damaged: Int) -> String
  let verified: @Sendable (_ damaged: Int, _ readAll: Bool) -> String
  let acceptPrompt: @Sendable (_ provider: String, _ missing: Int) -> String
  let accepted: @Sendable (_ provider: String, _ removed: Int) -> String
  let restorePrompt: @Sendable (_ sequence: Int, _ date: String) -> String
  let restored: @Sendable (_ sequence: Int) -> String
  let isHeadAlready: @Sendable (_ sequence: Int) -> String
  let yesOrNo: String

  // The bottom line.
  let syncedAgo: @Sendable (_ ago: String) -> String
  /// That nothing was ever fetched.
  public let neverSynced: String
  /// That no feed is kept, and how to have one.
  public let noFeeds: String
  let starter: @Sendable (_ date: String) -> String
  let starterShort: @Sendable (_ date: String) -> String
  let starterHint: @Sendable (_ key: String) -> String
  let asking: String
  let syncing: String
  /// How many shows came, changed and went.
  public let difference: @Sendable (_ added: Int, _ changed: Int, _ removed: Int) -> String
  /// What a sync brought.
  public let updated: @Sendable (_ added: Int, _ changed: Int, _ removed: Int) -> String
  /// That the library was made anew from the capsule.
  public let libraryHealed: String
  /// That there was nothing new.
  public let upToDate: String
  let saved: @Sendable (_ title: String, _ change: String) -> String
  /// That a change was taken back.
  public let undone: @Sendable (_ title: String, _ change: String) -> String
  /// That a change was made again.
  public let redone: @Sendable (_ title: String, _ change: String) -> String
  /// A change, in words.
  public let change: @Sendable (Change, ScoreScale) -> String
  let opened: @Sendable (_ place: String) -> String
  let loading: @Sendable (_ name: String) -> String
  let statusPrompt: String
  let scorePrompt: @Sendable (ScoreScale) -> String
  let notePrompt: String
  let badScore: @Sendable (ScoreScale) -> String
  let keep: String
  let toList: String
  let cancel: String
  let listed: String
  let select: String
  let closing: String
  let tooSmall: String

  // Answers of the command line, besides the words above.
  /// When a show is on next.
  public let next: String
  /// That only the built-in catalogue of a day is here.
  public let starterOnly: @Sendable (_ date: String) -> String
  /// So many arrivals at once.
  public let newArrivals: @Sendable (Int) -> String
  /// That nothing came which the consumer was not told.
  public let nothingNew: String
  /// That a consumer asked for the first time, and what it will be told.
  public let consumerBegins: String
  /// That what a consumer was told could not be read, where that was put, and from when on it is told again.
  public let consumerDamaged: @Sendable (_ path: String, _ since: String) -> String
  /// That a film or an OVA is out.
  public let premiere: String
  /// That the last episode of a season was on.
  public let seasonComplete: String
  /// That no show is followed, and how to follow one.
  public let nothingFollowed: String
  /// That the list is empty, and how to fill it.
  public let nothingListed: String
  /// How many shows were written to a file.
  public let exported: @Sendable (_ count: Int, _ file: String) -> String
  /// That an answer lacks too many shows and was set aside.
  public let setAside: @Sendable (_ missing: Int, _ of: Int) -> String
  /// That something failed.
  public let failed: String

  // `:`.
  let unknownVerb: @Sendable (_ name: String, _ nearest: String?) -> String
  let missingArgument: @Sendable (_ usage: String) -> String
  let unknownArgument: @Sendable (_ argument: String, _ nearest: String?) -> String
  let notHere: @Sendable (_ action: String) -> String
  let isSet: @Sendable (_ option: String, _ value: String) -> String

  // Tables with a row for each case.
  let hint: @Sendable (Action) -> String
  let meaning: @Sendable (Action) -> String
  let group: @Sendable (KeyContext) -> String
  let failure: @Sendable (Failure, _ date: (Instant) -> String, _ cause: (NetworkCause) -> String) -> String
  let problem: @Sendable (ConfigurationWarning.Problem) -> String
}

extension Strings {
  /// The phrases in `language`.
  public init(_ language: InterfaceLanguage) {
    self =
      switch language {
      case .english: .english
      case .japanese: .japanese
      case .simplifiedChinese: .simplifiedChinese
      }
  }

  /// What went wrong, in words; days are those of `zone`.
  public func message(for failure: Failure, in zone: Zone = .utc) -> String {
    self.failure(failure, { zone.civil($0).date.description }, { message(for: $0) })
  }

  /// What of a file was not understood, in words: file, key, what is wrong, what was perhaps meant.
  public func message(for warning: ConfigurationWarning) -> String {
    "\(warning.file): \(warning.key): \(problem(warning.problem))"
  }

  /// What `action` does, as the help and the manual say it.
  public func meaning(of action: Action) -> String {
    meaning(action)
  }

  /// What a group of keys is called.
  public func name(of context: KeyContext) -> String {
    group(context)
  }

  /// How long `span` is, in its two greatest units: `1h 42m`.
  func length(_ span: Instant.Span) -> String {
    duration(Int(abs(span.milliseconds) / 60_000))
  }

  /// When something is or was, seen from `now`: `in 12m`, `3h ago`.
  ///
  /// From 24 hours on the days of the calendar count, which are those that `day` tells: on a Saturday evening Tuesday
  /// noon is `in 3d`, though it is 2 days and a half away.
  public func relative(_ instant: Instant, now: Instant, day: (Instant) -> CivilDate) -> String {
    let span = (instant - now).milliseconds
    if abs(span) < 60_000 { return justNow }
    // What comes is as far as a clock without seconds says: at 22:40:10 it is 50 minutes to 23:30.
    let minutes = Int(span > 0 ? (span + 59_999) / 60_000 : -span / 60_000)
    let days = max(1, abs(day(instant).daysSince1970 - day(now).daysSince1970))
    let text = duration(minutes < 1440 ? minutes : days * 1440)
    return span > 0 ? inTime(text) : ago(text)
  }

  /// `8,821`.
  public static func grouped(_ number: Int) -> String {
    var digits = String(abs(number))
    if digits.utf8.count <= 3 { return String(number) }
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits = String(digits.dropLast(3))
    }
    return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }

  /// `1.2 MB`, `41.2 GB`.
  public static func bytes(_ count: Int) -> String {
    if count < 1000 { return "\(count) B" }
    if count < 1_000_000 { return "\(count / 1000) kB" }
    let isGiga = count >= 1_000_000_000
    let tenths = count / (isGiga ? 100_000_000 : 100_000)
    return "\(grouped(tenths / 10)).\(tenths % 10) \(isGiga ? "GB" : "MB")"
  }

  /// `08:05`.
  static func clock(_ time: CivilTime) -> String {
    "\(padded(time.hour)):\(padded(time.minute))"
  }

  /// Two digits.
  static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
