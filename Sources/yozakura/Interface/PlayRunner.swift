internal import Anime
internal import App
internal import Dispatch
internal import Locking
internal import Playback
internal import TUINcurses

/// Plays the user's files in a window of mpv's, beside the terminal, and tells what plays.
final class PlayRunner: Sendable {
  private let kit: PlayKit
  private let log: TheatreLog
  private let mailbox: Mailbox<Message>
  /// The window that is open.
  private let open = Lock<WindowOrders?>(nil)
  private let playing = DispatchQueue(label: "yozakura.play")

  init(_ kit: PlayKit, log: TheatreLog, mailbox: Mailbox<Message>) {
    self.kit = kit
    self.log = log
    self.mailbox = mailbox
  }

  /// Plays what `order` names, else what comes next; in the window that is open, where one is.
  func play(_ order: PlayOrder) {
    playing.async { [self] in
      guard let file = file(order) else { return mailbox.post(.failed(.noEpisodeHere)) }
      let target = PlayTarget(file, title: kit.title)
      guard PlayPlace.possible(kit.configuration.playerCommand) == .mpv else { return show(target) }
      let isTaken = open.withLock { orders in
        orders?.give(.play(target))
        return orders != nil
      }
      if !isTaken { start(target) }
    }
  }

  /// Plays the episode after the one in the terminal, or the one before it.
  func playNeighbour(isNext: Bool) {
    playing.async { [self] in
      guard let target = log.neighbour(isNext: isNext) else {
        return mailbox.post(.failed(isNext ? .noEpisodeHere : .noEpisodeBefore))
      }
      show(target)
    }
  }

  /// Shows `target` in the terminal.
  private func show(_ target: PlayTarget) {
    do {
      let content = try kit.theatre(target)
      log.expect(target)
      mailbox.post(.theatre(content))
    } catch {
      mailbox.post(.failed(App.Failure(error)))
    }
  }

  /// Asks for the comments of a film in the terminal that plays already.
  func fetch(_ wanted: WantedComments) {
    Task { [kit, mailbox] in mailbox.post(.comments(await kit.comments(wanted), of: wanted.film)) }
  }

  private func file(_ order: PlayOrder) -> LocalEpisode? {
    guard let index = kit.index.read() else { return nil }
    return order.path.map(index.episode) ?? index.next(after: order.progress, of: order.show)
  }

  private func start(_ target: PlayTarget) {
    let orders = WindowOrders { [mailbox] in mailbox.post(.playing($0)) }
    open.withLock { $0 = orders }
    let isStarted = Threads.detach { [self] in
      run(target, orders)
      open.withLock { $0 = nil }
      mailbox.post(.playing(nil))
    }
    if !isStarted { open.withLock { $0 = nil } }
  }

  private func run(_ target: PlayTarget, _ orders: WindowOrders) {
    do throws(PlayerFailure) {
      let viewing = try WindowViewing(kit, target)
      viewing.run(orders)
      if let failure = viewing.outcome.failure { tell(failure, viewing.outcome.target) }
    } catch {
      tell(error, target)
    }
  }

  private func tell(_ failure: PlayerFailure, _ target: PlayTarget) {
    mailbox.post(.failed(.notPlayed(failure, title: target.title)))
  }

  /// Closes the window, and waits until what was played is written down.
  func end() {
    guard let orders = open.withLock({ $0 }) else { return }
    orders.give(.close)
    for _ in 0..<300 where open.withLock({ $0 != nil }) { Self.pause() }
  }

  /// Ten milliseconds: a thread that ends tells nobody.
  private static func pause() { _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .milliseconds(10)) }
}
