internal import Anime
internal import App
internal import Dispatch
internal import Locking
internal import Player
internal import TUINcurses

/// Tells which files of the user's are of a show, beside the terminal's thread: what is known at once, and what a look
/// at the disk brings.
final class LocalFileRunner: Sendable {
  private let scan: LocalScan
  private let mailbox: Mailbox<Message>
  /// One look after the other: two would read the same folders.
  private let looking = DispatchQueue(label: "yozakura.files")
  private let known = Lock<(index: LocalIndex?, freshUntil: Int)>((nil, 0))

  /// Looking into films takes longer than looking for them, and nothing else waits for it.
  private let opening = DispatchQueue(label: "yozakura.films")

  /// So long the films of a show are looked into at most, in milliseconds.
  private static let patience = 60_000

  /// So many times as long as a look takes what it told counts as new: who comes back to a show sees what came
  /// meanwhile, and no disk does nothing but tell of its files.
  private static let freshness = 20

  init(scan: LocalScan, mailbox: Mailbox<Message>) {
    self.scan = scan
    self.mailbox = mailbox
  }

  /// Tells of the files of `show`.
  func load(_ show: ShowID) {
    looking.async { [self] in
      defer { open(show) }
      let before = index ?? scan.file.read()
      if let before { tell(of: show, before) }
      guard isStale else { return }
      do {
        let began = MonotonicClock.now
        let outcome = try scan.run()
        let end = MonotonicClock.now
        known.withLock { $0 = (outcome.index, end + (end - began) * Self.freshness) }
        if outcome.index.episodes(of: show) != before?.episodes(of: show) { tell(of: show, outcome.index) }
        if let trouble = outcome.troubles.first { mailbox.post(.failed(.other(trouble.sentence))) }
      } catch {
        mailbox.post(.failed(App.Failure(error)))
      }
    }
  }

  /// Looks into the films of `show` of which nobody knows yet what they tell, and tells of them then.
  private func open(_ show: ShowID) {
    opening.async { [self] in
      let unopened = index?.episodes(of: show).filter { $0.facts == nil } ?? []
      let facts = MediaProbe.facts(of: unopened.map(\.file), within: Self.patience)
      guard !facts.isEmpty else { return }
      looking.async { [self] in learn(facts, of: show) }
    }
  }

  /// Takes in what films of `show` told. The index can be made again at any time: where it cannot be written, the films
  /// are asked again.
  private func learn(_ facts: [LocalFile: MediaFacts], of show: ShowID) {
    let index = known.withLock { known in
      known.index?.learn(facts)
      return known.index
    }
    guard let index else { return }
    try? scan.file.write(index)
    tell(of: show, index)
  }

  private var index: LocalIndex? { known.withLock { $0.index } }

  /// Whether the last look was too long ago to count.
  private var isStale: Bool {
    let now = MonotonicClock.now
    return known.withLock { now >= $0.freshUntil }
  }

  private func tell(of show: ShowID, _ index: LocalIndex) {
    mailbox.post(.localFiles(show, index.episodes(of: show)))
  }
}
