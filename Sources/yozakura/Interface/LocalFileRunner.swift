internal import Anime
internal import App
internal import Dispatch
internal import Locking
internal import TUINcurses

/// Tells which files of the user's are of a show, beside the terminal's thread: what is known at once, and what a look
/// at the disk brings.
final class LocalFileRunner: Sendable {
  private let scan: LocalScan
  private let mailbox: Mailbox<Message>
  /// One look after the other: two would read the same folders.
  private let looking = DispatchQueue(label: "yozakura.files")
  private let known = Lock<(index: LocalIndex?, looked: Instant?)>((nil, nil))

  /// So long what a look told counts as new.
  private static let freshness = Instant.Span.seconds(30)

  init(scan: LocalScan, mailbox: Mailbox<Message>) {
    self.scan = scan
    self.mailbox = mailbox
  }

  /// Tells of the files of `show`.
  func load(_ show: ShowID) {
    looking.async { [self] in
      let before = index ?? scan.file.read()
      if let before { tell(of: show, before) }
      guard isStale else { return }
      do {
        let outcome = try scan.run()
        known.withLock { $0 = (outcome.index, WallClock.machine) }
        if outcome.index.episodes(of: show) != before?.episodes(of: show) { tell(of: show, outcome.index) }
        if let trouble = outcome.troubles.first { mailbox.post(.failed(.other(trouble.sentence))) }
      } catch {
        mailbox.post(.failed(App.Failure(error)))
      }
    }
  }

  private var index: LocalIndex? { known.withLock { $0.index } }

  /// Whether the last look was too long ago to count.
  private var isStale: Bool {
    let now = WallClock.machine
    return known.withLock { $0.looked.map { now - $0 > Self.freshness || now < $0 } ?? true }
  }

  private func tell(of show: ShowID, _ index: LocalIndex) {
    mailbox.post(.localFiles(show, index.episodes(of: show)))
  }
}
