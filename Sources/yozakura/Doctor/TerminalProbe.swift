internal import CSystem
internal import Glibc

/// Asks the terminal where its cursor is, to learn how wide it draws.
final class TerminalProbe {
  private var original = termios()

  /// Nil where standard input is no terminal that can be asked.
  init?() {
    guard tcgetattr(STDIN_FILENO, &original) == 0 else { return nil }
    var raw = original
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw) == 0 else { return nil }
  }

  deinit {
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &original)
  }

  /// How many cells the terminal takes to draw `text`; nil where it does not answer in time.
  func width(of text: String) -> Int? {
    Standard.write("\r\(text)\u{1B}[6n")
    defer { Standard.write("\r\u{1B}[K") }
    return column().map { $0 - 1 }
  }

  /// The column of the report `CSI row ; column R` (DSR 6 of ECMA-48), within a fifth of a second.
  private func column() -> Int? {
    var report: [UInt8] = []
    var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    while report.count < 64, poll(&waiting, 1, 200) > 0 {
      var byte: UInt8 = 0
      guard read(STDIN_FILENO, &byte, 1) == 1 else { return nil }
      report.append(byte)
      if byte == UInt8(ascii: "R") { break }
    }
    let text = String(decoding: report, as: UTF8.self)
    guard text.last == "R", let semicolon = text.lastIndex(of: ";") else { return nil }
    return Int(text[semicolon...].dropFirst().dropLast())
  }
}
