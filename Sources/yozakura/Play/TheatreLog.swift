internal import Anime
internal import App
internal import Library
internal import Locking
internal import Playback
internal import Player
internal import TUINcurses

/// Writes down what is watched in the terminal, skips what is marked, and has the next episode follow: what a window
/// does by itself.
final class TheatreLog: Sendable {
  private let kit: PlayKit
  private let mailbox: Mailbox<Message>
  private let viewing = Lock<Viewing?>(nil)
  /// What is played when the film of its source is loaded.
  private let expected = Lock<Expected?>(nil)
  /// Why something that was to be written down was not, at last; nil where all was.
  private let trouble = Lock<String?>(nil)

  private struct Expected: Sendable {
    let target: PlayTarget
    let movesOn: Bool
  }

  fileprivate struct Viewing: Sendable {
    var session: PlaybackSession
    let target: PlayTarget
    let next: PlayTarget?
    var mark = PartMark()
    /// What was written down and can be taken back, the last at the end.
    var notes: [Note] = []
    /// How many seconds of the countdown were told last.
    var told: Int?
  }

  /// Something that was written down of a film.
  fileprivate struct Note: Sendable {
    let edited: Edited
    /// Whether it says that the episode counts as watched.
    let isWatched: Bool
  }

  /// A part that was marked and is to be kept.
  struct MarkedPart: Sendable {
    let span: SkippedSpan
    let target: PlayTarget
  }

  init(_ kit: PlayKit, mailbox: Mailbox<Message>) {
    self.kit = kit
    self.mailbox = mailbox
  }

  /// Follows `target` once its film is loaded; with `movesOn` other episodes follow it.
  func expect(_ target: PlayTarget, movesOn: Bool = true) {
    expected.withLock { $0 = Expected(target: target, movesOn: movesOn) }
  }

  /// Takes note of what the player is asked.
  func heed(_ command: PlayerCommand) {
    switch command {
    case .load(let request):
      end()
      if let expected = expected.withLock({ $0 }), expected.target.source == request.source { begin(expected) }
    case .quit: end()
    default: viewing.withLock { $0?.session.heed(command, at: MonotonicClock.now) }
    }
  }

  private func begin(_ expected: Expected) {
    let target = expected.target
    let file = expected.movesOn ? kit.index.read()?.next(after: target) : nil
    let next = file.map { PlayTarget($0, title: kit.title) }
    let session = PlaybackSession(rules: kit.playbackRules(for: target), hasNext: next != nil)
    viewing.withLock { $0 = Viewing(session: session, target: target, next: next) }
  }

  /// Takes in what the player told; what it is to be asked.
  func take(_ event: PlayerEvent) -> [PlayerCommand] {
    let now = MonotonicClock.now
    return change { $0.take(event, at: now) + $0.pass(to: now) }
  }

  /// The film was left.
  private func end() {
    _ = change { $0.leave() }
    viewing.withLock { $0 = nil }
  }

  private func change(_ body: (inout PlaybackSession) -> [PlaybackStep]) -> [PlayerCommand] {
    let (steps, viewing, next) = viewing.withLock { current -> ([PlaybackStep], Viewing?, UpNext?) in
      guard var viewing = current else { return ([], nil, nil) }
      let steps = body(&viewing.session)
      let next = viewing.countDown(to: MonotonicClock.now)
      current = viewing
      return (steps, viewing, next)
    }
    guard let viewing else { return [] }
    let commands = steps.compactMap { perform($0, viewing) }
    if let next { mailbox.post(.upNext(next)) }
    return commands
  }

  /// Does `step`, or returns what the player has to do.
  private func perform(_ step: PlaybackStep, _ viewing: Viewing) -> PlayerCommand? {
    switch step {
    case .send(let command): return command
    case .skipped(let kind, let time): mailbox.post(.skipped(kind, from: time))
    case .watched: write { try watch(viewing.target) }
    case .keep(let stretch): write { try kit.log.keep(stretch, of: viewing.target) }
    // The countdown tells of the next one second by second.
    // Where the film broke off the theatre says by itself.
    case .offerNext(.some), .unwatched, .brokenOff: break
    case .offerNext(nil): if let next = viewing.next { mailbox.post(.upNext(UpNext(next.title))) }
    case .withdrawNext: mailbox.post(.upNext(nil))
    case .playNext: if let next = viewing.next { attempt { try play(next) } }
    }
    return nil
  }

  /// Does `body`; where that cannot be, that is said, and the film goes on.
  private func attempt(_ body: () throws -> Void) {
    do {
      try body()
    } catch {
      mailbox.post(.failed(App.Failure(error)))
    }
  }

  /// Does `body`, which writes something down; that it could not be is said again when nothing is drawn any more.
  private func write(_ body: () throws -> Void) {
    attempt {
      do {
        try body()
      } catch {
        trouble.withLock { $0 = Failure(error).message }
        throw error
      }
    }
  }

  /// Why not all is written down, in words; nil where it is.
  var unwritten: String? { trouble.withLock { $0 }.map(kit.words.notWritten) }

  /// The episode after the one that plays, or the one before it; nil where the user has none.
  func neighbour(isNext: Bool) -> PlayTarget? {
    guard let target = viewing.withLock({ $0?.target }), let index = kit.index.read() else { return nil }
    let file = isNext ? index.next(after: target) : index.previous(before: target)
    return file.map { PlayTarget($0, title: kit.title) }
  }

  /// Marks where a part begins or ends; the part, once it has both.
  func mark(_ kind: SkippedSpan.Kind, at time: Int) -> MarkedPart? {
    viewing.withLock { viewing in
      guard let target = viewing?.target, target.show != nil else {
        mailbox.post(.marked(.unknownShow))
        return nil
      }
      guard let span = viewing?.mark.press(kind, at: time) else {
        mailbox.post(.marked(.begun(kind)))
        return nil
      }
      return MarkedPart(span: span, target: target)
    }
  }

  /// Keeps `part`; it writes, so that it belongs on no thread that draws.
  func keep(_ part: MarkedPart) throws {
    if let edited = try kit.log.mark(part.span, of: part.target) { note(edited, isWatched: false) }
    mailbox.post(.marked(.kept(part.span.kind)))
  }

  private func watch(_ target: PlayTarget) throws {
    guard let edited = try kit.log.watch(target) else { return }
    note(edited, isWatched: true)
    mailbox.post(.library(LibraryState(kit.library.snapshot())))
    mailbox.post(.watched([ShowEdit(edited.show, edited.changes)]))
  }

  private func note(_ edited: Edited, isWatched: Bool) {
    viewing.withLock { $0?.notes.append(Note(edited: edited, isWatched: isWatched)) }
  }

  /// Takes back what was written down last of this film, as far as nobody changed it since; it writes, so that it
  /// belongs on no thread that draws.
  func takeBackNote() throws {
    guard let note = viewing.withLock({ $0?.notes.popLast() }) else { return }
    let edited = try kit.log.takeBack(note.edited)
    // The end of the film would say again that it was watched.
    if note.isWatched { _ = change { $0.isWatched ? $0.toggleWatched() : [] } }
    mailbox.post(.library(LibraryState(kit.library.snapshot())))
    let isChanged = !edited.changes.isEmpty
    mailbox.post(isChanged ? .takenBack([ShowEdit(edited.show, edited.changes)]) : .failed(.nothingToUndo))
  }

  /// Lets the film be the last one, for now.
  func stay() { _ = change { $0.declineNext() } }

  private func play(_ target: PlayTarget) throws {
    let content = try kit.theatre(target)
    expect(target)
    mailbox.post(.theatre(content))
  }
}

extension TheatreLog.Viewing {
  /// What comes next and in how many seconds, where another number of them is to be told at `moment`; nil else.
  fileprivate mutating func countDown(to moment: Int) -> UpNext? {
    let left = session.countdown(at: moment).map { ($0 + 999) / 1000 }
    guard left != told else { return nil }
    told = left
    return next.flatMap { next in left.map { UpNext(next.title, seconds: $0) } }
  }
}
