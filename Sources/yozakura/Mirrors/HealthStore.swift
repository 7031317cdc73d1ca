internal import Anime
internal import Locking
internal import Mirrors
internal import Providers

/// The health of the mirrors across runs and processes: a book in memory, a file in the state folder.
///
/// Several processes learn at the same time. Whoever saves takes the file as the truth and notes again on it what it
/// has met itself, so that nobody's knowledge is lost. Losing the file loses nothing but that knowledge.
final class HealthStore: Sendable {
  /// The book that fetches share.
  let health: MirrorHealth
  private let folder: String
  private let log: MirrorLog
  private let saving = Lock(())

  /// Opens what is kept in `folder`.
  init(folder: String) {
    self.folder = folder
    log = MirrorLog(state: folder)
    // Goes on steadily, even when the machine's clock is set; across runs the wall clock connects.
    let (wall, start) = (Self.wall, ContinuousClock.now)
    let clock: @Sendable () -> Duration = { wall + start.duration(to: .now) }
    health = MirrorHealth(HealthFile(path: Self.path(folder)).read(at: wall) ?? HealthBook(), clock: clock)
  }

  /// Writes what was learnt since the last time, and logs it together with `sync`, the sync that it was learnt in.
  ///
  /// A state folder that cannot be written is no reason to fail.
  func save(after sync: MirrorRecord? = nil) {
    let (learnt, fault) = saveBook()
    var sync = sync
    if case .sync(let result) = sync?.event, result.outcome == .failed { sync?.localCause = fault?.cause }
    log.append(MirrorRecord.records(of: learnt, localFault: fault) + [sync].compactMap(\.self))
  }

  private func saveBook() -> (learnt: [HealthBook.Entry], fault: LocalFault?) {
    saving.withLock { _ in
      let lock = BriefLock(path: "\(folder)/mirrors.lock")
      defer { withExtendedLifetime(lock) {} }
      let file = HealthFile(path: Self.path(folder))
      let stored = file.read(at: health.now)
      return health.withBook { book in
        var new = book
        let learnt = stored.map { new.rebase(onto: $0) } ?? new.takeJournal()
        // What could not be written stays in the book, and in its journal for the next time.
        guard (try? file.write(new)) != nil else { return ([], book.localFault) }
        book = new
        return (learnt, new.localFault)
      }
    }
  }

  private static func path(_ folder: String) -> String { "\(folder)/mirrors.toml" }

  private static var wall: Duration { .milliseconds(WallClock.machine.milliseconds) }
}

extension Instant {
  /// A moment of the health book.
  init(_ moment: Duration) {
    // Divided as numbers with a fraction, many a whole millisecond would become the one before.
    let (seconds, attoseconds) = moment.components
    self.init(milliseconds: seconds * 1000 + attoseconds / 1_000_000_000_000_000)
  }
}
