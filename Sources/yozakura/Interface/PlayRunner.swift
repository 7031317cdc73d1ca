internal import Anime
internal import App
internal import TUINcurses

/// Plays the user's files in windows of their own, beside the terminal.
struct PlayRunner: Sendable {
  let index: LocalIndexFile
  let mailbox: Mailbox<Message>

  /// Plays what `order` names, else what comes next.
  func play(_ order: PlayOrder) {
    Task {
      guard let path = order.path ?? index.read()?.next(after: order.progress, of: order.show)?.file.path else {
        return mailbox.post(.failed(.noEpisodeHere))
      }
      guard OtherProgram.start(["mpv", "--", path], isQuiet: true) != nil else {
        return mailbox.post(.failed(.noPlayer(name: "mpv")))
      }
    }
  }
}
