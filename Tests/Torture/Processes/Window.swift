import CSystem
import Glibc

/// A program on a pseudo-terminal, as it would be in a window.
final class Window: Sendable {
  private let descriptor: Int32
  private let command: Command
  private let shown = LockedBytes()

  /// Starts `arguments` in a window of 120 × 40.
  init?(_ arguments: [String], environment: [String: String]) {
    var ours: Int32 = 0
    var theirs: Int32 = 0
    var size = winsize(ws_row: 40, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&ours, &theirs, nil, nil, &size) == 0 else { return nil }
    defer { Glibc.close(theirs) }
    _ = sys_fcntl(ours, F_SETFD, Int(FD_CLOEXEC))
    guard let command = Command(arguments, environment: environment, output: "", terminal: theirs) else { return nil }
    descriptor = ours
    self.command = command
  }

  /// Everything that was shown, escapes and all.
  var text: String { String(decoding: shown.bytes, as: UTF8.self) }
  /// The last of it.
  var tail: String { String(decoding: shown.bytes.suffix(300), as: UTF8.self) }

  /// Whether the program runs.
  var isOpen: Bool { kill(command.process, 0) == 0 && !isZombie }

  private var isZombie: Bool {
    var information = siginfo_t()
    return waitid(P_PID, id_t(command.process), &information, WEXITED | WNOHANG | WNOWAIT) == 0
      && information.si_signo == SIGCHLD
  }

  func type(_ text: String) {
    var bytes = Array(text.utf8)
    write(descriptor, &bytes, bytes.count)
  }

  /// Takes in what is shown within a while.
  func read(milliseconds: Int32) {
    let end = Tally.seconds + Double(milliseconds) / 1000
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while Tally.seconds < end {
      var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&poller, 1, Int32(max(1, (end - Tally.seconds) * 1000))) > 0 else { return }
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return }
      shown.append(buffer[..<count])
    }
  }

  /// Quits, as a user would, and waits.
  func close() {
    type("q")
    read(milliseconds: 300)
    kill(command.process, SIGTERM)
    _ = command.end(within: 10)
    Glibc.close(descriptor)
  }
}
