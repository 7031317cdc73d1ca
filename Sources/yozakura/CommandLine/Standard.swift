internal import CSystem
internal import Glibc

/// The standard streams: data goes out, talk goes to the side.
///
/// Written with `write(2)`: whole answers at once, no buffer that could be lost, and a closed
/// pipe is an answer of the reader's that ends the program quietly.
enum Standard {
  /// Writes `text` to standard output.
  static func write(_ text: String) {
    write(text, to: STDOUT_FILENO)
  }

  /// Writes `text` to standard error.
  static func talk(_ text: String) {
    write(text, to: STDERR_FILENO)
  }

  /// Writes `bytes` to standard output.
  static func write(_ bytes: UnsafeRawBufferPointer) {
    write(bytes, to: STDOUT_FILENO)
  }

  /// Whether standard output is a terminal.
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  /// Whether standard error is a terminal.
  static var talkIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
  /// Whether keys can be read and a screen can be drawn.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && outputIsTerminal }

  /// How many columns the terminal on `descriptor` has.
  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard sys_window_size(descriptor, &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      } else if errno != EINTR {
        giveUp(on: descriptor)
        return
      }
    }
  }

  /// Ends the program as one that has answered, since nobody reads any more.
  static func endQuietly() -> Never { ExitStatus.done.end() }

  /// Nobody reads any more: that is no failure. Anything else, a full disk behind `>`, is one.
  private static func giveUp(on descriptor: Int32) {
    guard descriptor == STDOUT_FILENO else { return }
    if errno == EPIPE { endQuietly() }
    talk("yozakura: cannot write the answer: \(String(cString: strerror(errno)))\n")
    ExitStatus.failed.end()
  }
}
