import CSystem
import Glibc

/// Writes straight to the terminal, past ncurses.
enum TerminalOutput {
  /// Writes all of `bytes`, waiting where the terminal is slow; false where it is gone.
  @discardableResult
  static func write(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(STDOUT_FILENO, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if errno == EAGAIN {
          var wait = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
          _ = poll(&wait, 1, 1_000)
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }

  /// Writes an escape sequence or two.
  static func write(_ text: String) { write(Array(text.utf8)) }
}
