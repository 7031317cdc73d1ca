internal import Anime
internal import App
internal import Dispatch
internal import Library
internal import TUINcurses

/// Looks for what came since the last look, beside the terminal's thread, and posts it.
///
/// What is posted takes the place of what was shown: all that this interface has not been told yet, of which it notes
/// when it closes what could be seen.
struct NewsRunner: Sendable {
  private let news: InterfaceNews
  private let library: ShowLibrary
  private let clock: InterfaceClock
  private let mailbox: Mailbox<Message>
  /// Whose releases they are is looked up among all titles: one look after the other.
  private let looking = DispatchQueue(label: "yozakura.news")

  init(_ news: InterfaceNews, library: ShowLibrary, clock: InterfaceClock, mailbox: Mailbox<Message>) {
    self.news = news
    self.library = library
    self.clock = clock
    self.mailbox = mailbox
  }

  /// Adds what feeds brought to what was shown from the first frame on.
  func lookForReleases() {
    looking.async {
      guard let shown = news.shownWithReleases(library.snapshot(), now: clock.now) else { return }
      mailbox.post(.news(shown))
    }
  }

  /// Looks again, after a sync or the change of another process: on the air and in feeds.
  func lookAgain() {
    looking.async {
      let (snapshot, now) = (library.snapshot(), clock.now)
      mailbox.post(.news(news.shownWithReleases(snapshot, now: now) ?? news.shown(snapshot, now: now)))
    }
  }
}
