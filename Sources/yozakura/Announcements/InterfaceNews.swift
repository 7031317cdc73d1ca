internal import Anime
internal import App
internal import Capsule
internal import Library

/// What came since the interface was last looked at. It is a consumer like any other: what it shows it was told when it
/// is closed.
struct InterfaceNews: Sendable {
  /// So much of what is new is shown at once, what came last; the rest waits for the next look.
  private static let capacity = 20

  private let file: ConsumerFile
  private let relations: EpisodeRelations
  private let library: ShowLibrary
  private let corrections: CorrectionsFile

  /// The news of the interface of `session`, numbered by the user's rules.
  init(_ session: Session) throws {
    relations = session.relations
    library = try session.library
    corrections = session.corrections
    file = ConsumerFile(folder: session.folders.state, name: ConsumerFile.interface)
  }

  /// What is shown of what is new at `now` on the air, in order of time; nothing where that cannot be known, for the
  /// interface opens in any case.
  func shown(_ snapshot: Snapshot, now: Instant) -> [Arrival] {
    guard var memory = try? file.read(now: now).memory else { return [] }
    return news(snapshot, &memory, now: now).suffix(Self.capacity).map(\.arrival)
  }

  /// The same with what feeds brought; nil where they brought nothing.
  ///
  /// Whose releases they are is looked up among all titles of the catalogue, which takes longer than a frame may.
  func shownWithReleases(_ snapshot: Snapshot, now: Instant) -> [Arrival]? {
    guard var memory = try? file.read(now: now).memory else { return nil }
    let feeds = FeedArrivals(library: library, corrections: corrections, snapshot: snapshot, now: now)
    guard let releases = try? feeds.since(memory.begun), !releases.isEmpty else { return nil }
    return news(snapshot, &memory, releases: releases, now: now).suffix(Self.capacity).map(\.arrival)
  }

  /// Notes that what was `shown` was there to be seen. Where that cannot be noted it is new once more.
  func remember(_ shown: [Arrival], _ snapshot: Snapshot, now: Instant) {
    guard let lock = try? file.lock(within: 1000) else { return }
    defer { lock.release() }
    guard var found = try? file.read(now: now) else { return }
    let seen = Set(shown.map(Seen.init))
    let news = news(snapshot, &found.memory, releases: shown.filter { $0.kind == .feed }, now: now)
    found.memory.tell(news.filter { seen.contains(Seen($0.arrival)) })
    try? file.write(found.memory, settingAside: found.setAside)
  }

  /// What tells arrivals apart that were shown once.
  private struct Seen: Hashable {
    var show: ShowID
    var planned: Instant
    var line: AnnouncementLine
    var name: String?

    init(_ arrival: Arrival) {
      (show, planned, line, name) = (arrival.show, arrival.planned, arrival.line, arrival.name)
    }
  }

  private func news(
    _ snapshot: Snapshot, _ memory: inout ConsumerMemory, releases: [Arrival] = [], now: Instant
  ) -> [News] {
    Announcer(snapshot.catalogue, relations: relations, now: now, uptime: WallClock.uptime)
      .news(for: &memory, following: snapshot.entries.values, feeds: releases)
  }
}
