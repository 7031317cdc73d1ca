import Anime
import App

/// A capsule, a past and the versions of a show, as somebody who syncs every few days would have them.
extension Samples {
  typealias Commit = CapsuleOverview.CommitLine

  static let capsule = CapsuleOverview(
    folder: "/home/hana/.local/share/yozakura", commits: commits, objectCount: 8231, objectBytes: 12_431_022,
    operationCount: 312, deviceCount: 2, room: 41_230_000_000, reserve: 3_000_000_000,
    pins: [mushoku.id, frieren.id, akira.id],
    verified: CapsuleOverview.Verified(at: now - .hours(26), isWhole: true, damaged: 0),
    setAside: [CapsuleOverview.SetAside(provider: "bangumi-data", fetched: now - .hours(9), missing: 8127)],
    coverage: Coverage(listed: 37, whole: 36, titleOnly: 1, gone: 2))

  /// As it is before the first sync.
  static let newCapsule = CapsuleOverview(
    folder: "/home/hana/.local/share/yozakura", room: 41_230_000_000, reserve: 3_000_000_000)

  private static let jsDelivr = "https://cdn.jsdelivr.net/npm/bangumi-data@0.3.211/dist/data.json"
  private static let unpkg = "https://unpkg.com/bangumi-data@0.3.209/dist/data.json"

  static let commits = [
    commit(815, "2026-08-15T08:48:00Z", jsDelivr, added: 3, changed: 12, removed: 1, isHead: true),
    commit(814, "2026-08-15T04:40:00Z", unpkg, cause: .setAside, removed: 8127),
    commit(813, "2026-08-13T22:05:00Z", unpkg, changed: 9),
    commit(812, "2026-08-11T13:31:00Z", "", cause: .restore, added: 2, changed: 1, removed: 14),
    commit(811, "2026-08-11T12:58:00Z", jsDelivr, added: 14, changed: 3, removed: 2),
    commit(809, "2026-08-04T11:20:00Z", "", cause: .collection),
    commit(808, "2026-08-02T09:02:00Z", jsDelivr, added: 1, changed: 13),
    commit(807, "2026-07-29T10:00:00Z", jsDelivr, changed: 4, isThinned: true),
    commit(806, "2026-07-28T10:00:00Z", jsDelivr, added: 2, changed: 11, isThinned: true),
    commit(805, "2026-07-26T14:17:00Z", "https://raw.githubusercontent.com/bangumi-data/", added: 5, changed: 30),
    commit(803, "2026-07-01T02:00:00Z", "", cause: .merge),
    commit(802, "2026-06-30T22:41:00Z", jsDelivr, added: 61, changed: 118, removed: 3),
    commit(1, "2024-03-22T13:05:00Z", "file:///media/usb/bangumi-data.json", added: 8412, changed: 409),
  ]

  private static func commit(
    _ sequence: Int, _ time: String, _ mirror: String, cause: Commit.Cause = .sync, added: Int = 0, changed: Int = 0,
    removed: Int = 0, isThinned: Bool = false, isHead: Bool = false
  ) -> Commit {
    let ofProvider = cause != .collection && cause != .merge
    return Commit(
      id: "c\(sequence)f00d5eedcafe", sequence: sequence, time: Instant(iso8601: time)!,
      provider: ofProvider ? "bangumi-data" : "", mirror: mirror, cause: cause, added: added, changed: changed,
      removed: removed, isThinned: isThinned, isHead: isHead)
  }

  // MARK: The past

  /// The end of Sunday 26 July 2026 in Tokyo.
  static let moment = PastMoment(
    asked: Instant(iso8601: "2026-07-26T14:59:59.999Z")!, sequence: 805,
    observed: Instant(iso8601: "2026-07-26T14:17:00Z"))

  /// Fewer shows and less of a list than there is now.
  static let pastLibrary = LibraryState(
    catalogue: Catalogue(
      shows: shows.filter { $0.id != autumn.id }, sites: sites,
      stamp: Catalogue.Stamp(headSequence: 805, observed: moment.observed)),
    entries: [
      mushoku.id: ListEntry(
        show: mushoku.id, isFollowed: true, status: .watching, progress: 3, changed: moment.asked - .days(1)),
      frieren.id: ListEntry(
        show: frieren.id, status: .completed, progress: 28, score: 90, changed: moment.asked - .days(100)),
    ])

  // MARK: Versions

  static let history = [
    version(815, "2026-08-15T08:48:00Z", .changed([ShowVersion.FieldChange(.episodes, before: "", after: "24")])),
    version(
      808, "2026-08-02T09:02:00Z",
      .changed([
        ShowVersion.FieldChange(.begin, before: "2026-07-04T15:00:00Z", after: "2026-07-04T11:00:00Z"),
        ShowVersion.FieldChange(
          .titles, before: "ja 無職転生Ⅲ",
          after: "ja 無職転生Ⅲ ～異世界行ったら本気だす～ · zh-Hans 无职转生Ⅲ ～到了异世界就拿出真本事～"),
        ShowVersion.FieldChange(
          .sites, before: "", after: "danime:28001 from 2026-07-04T12:00:00Z R/2026-07-04T12:00:00Z/P7D in JP"),
        ShowVersion.FieldChange(.type, before: "web", after: "tv"),
      ])),
    version(
      805, "2026-07-26T14:17:00Z",
      .changed([
        ShowVersion.FieldChange(.officialSite, before: "http://mushokutensei.jp/", after: "https://mushokutensei.jp/")
      ])),
    version(1, "2024-03-22T13:05:00Z", .added),
  ]

  private static func version(_ sequence: Int, _ time: String, _ event: ShowVersion.Event) -> ShowVersion {
    ShowVersion(sequence: sequence, time: Instant(iso8601: time)!, provider: "bangumi-data", event: event)
  }
}
