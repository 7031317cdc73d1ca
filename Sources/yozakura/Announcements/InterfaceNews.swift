internal import Anime
internal import App
internal import Capsule
internal import Library

/// What came since the interface was last looked at. It is a consumer like any other, and was told when it is closed:
/// what came while it was open was there to be seen.
struct InterfaceNews: Sendable {
  private let file: ConsumerFile
  private let relations: EpisodeRelations

  /// The news of the interface, of which `folder` knows what it was told, numbered by the user's rules.
  init(folder: String, relations: EpisodeRelations) {
    self.relations = relations
    file = ConsumerFile(folder: folder, name: ConsumerFile.interface)
  }

  /// What is new at `now`; nothing where that cannot be known, for the interface opens in any case.
  func arrivals(_ snapshot: Snapshot, now: Instant) -> [Arrival] {
    guard var memory = try? file.read(now: now).memory else { return [] }
    return news(snapshot, &memory, now: now).map(\.arrival)
  }

  /// Notes that all that came by `now` was there to be seen. Where that cannot be noted it is new once more.
  func remember(_ snapshot: Snapshot, now: Instant) {
    guard let lock = try? file.lock(within: 1000) else { return }
    defer { lock.release() }
    guard var memory = try? file.read(now: now).memory else { return }
    memory.tell(news(snapshot, &memory, now: now))
    try? file.write(memory)
  }

  private func news(_ snapshot: Snapshot, _ memory: inout ConsumerMemory, now: Instant) -> [News] {
    Announcer(snapshot.catalogue, relations: relations, now: now).news(for: &memory, following: snapshot.entries.values)
  }
}
