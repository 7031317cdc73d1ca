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

  /// The news of the interface, of which `folder` knows what it was told, numbered by the user's rules.
  init(folder: String, relations: EpisodeRelations) {
    self.relations = relations
    file = ConsumerFile(folder: folder, name: ConsumerFile.interface)
  }

  /// What is shown of what is new at `now`, in order of time; nothing where that cannot be known, for the interface opens
  /// in any case.
  func shown(_ snapshot: Snapshot, now: Instant) -> [Arrival] {
    guard var memory = try? file.read(now: now).memory else { return [] }
    return news(snapshot, &memory, now: now).suffix(Self.capacity).map(\.arrival)
  }

  /// Notes that what was `shown` was there to be seen. Where that cannot be noted it is new once more.
  func remember(_ shown: [Arrival], _ snapshot: Snapshot, now: Instant) {
    guard let lock = try? file.lock(within: 1000) else { return }
    defer { lock.release() }
    guard var found = try? file.read(now: now) else { return }
    let seen = Set(shown.map { Seen(show: $0.show, planned: $0.planned) })
    let news = news(snapshot, &found.memory, now: now)
    found.memory.tell(news.filter { seen.contains(Seen(show: $0.arrival.show, planned: $0.arrival.planned)) })
    try? file.write(found.memory, settingAside: found.setAside)
  }

  /// What tells arrivals apart that were shown once.
  private struct Seen: Hashable {
    var show: ShowID
    var planned: Instant
  }

  private func news(_ snapshot: Snapshot, _ memory: inout ConsumerMemory, now: Instant) -> [News] {
    Announcer(snapshot.catalogue, relations: relations, now: now).news(for: &memory, following: snapshot.entries.values)
  }
}
