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

  private struct Expected: Sendable {
    let target: PlayTarget
    let movesOn: Bool
  }

  private struct Viewing: Sendable {
    var session: PlaybackSession
    let target: PlayTarget
    let next: PlayTarget?
    var mark = PartMark()
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
    default: break
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
    let (steps, viewing) = viewing.withLock { current -> ([PlaybackStep], Viewing?) in
      guard var viewing = current else { return ([], nil) }
      let steps = body(&viewing.session)
      current = viewing
      return (steps, viewing)
    }
    guard let viewing else { return [] }
    return steps.compactMap { perform($0, viewing) }
  }

  /// Does `step`, or returns what the player has to do.
  private func perform(_ step: PlaybackStep, _ viewing: Viewing) -> PlayerCommand? {
    switch step {
    case .send(let command): return command
    case .skipped(let kind, _): mailbox.post(.skipped(kind))
    case .watched: watch(viewing.target)
    case .keep(let stretch): try? kit.log.keep(stretch, of: viewing.target)
    case .offerNext(let wait):
      if let next = viewing.next { mailbox.post(.upNext(next.title, seconds: wait.map { $0 / 1000 })) }
    case .playNext: if let next = viewing.next { play(next) }
    case .unwatched, .withdrawNext: break
    }
    return nil
  }

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
    try kit.log.mark(part.span, of: part.target)
    mailbox.post(.marked(.kept(part.span.kind)))
  }

  private func watch(_ target: PlayTarget) {
    guard let edited = (try? kit.log.watch(target)) ?? nil else { return }
    mailbox.post(.library(LibraryState(kit.library.snapshot())))
    mailbox.post(.edited([ShowEdit(edited.show, edited.changes)]))
  }

  private func play(_ target: PlayTarget) {
    guard let content = try? kit.theatre(target) else { return }
    expect(target)
    mailbox.post(.theatre(content))
  }
}
