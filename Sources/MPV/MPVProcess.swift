internal import CSystem
internal import Glibc
internal import Playback
internal import Spawning

/// mpv, as a process of its own with a window of its own.
struct MPVProcess {
  private let process: pid_t

  /// How it ended.
  enum Ending: Equatable {
    /// By itself, with this status.
    case exited(Int)
    /// By this signal.
    case killed(Int)
  }

  /// Under this number it finds its end of the connection.
  private static let descriptor: Int32 = 3

  /// Starts `words`, the program with arguments of the user's, so that it takes commands from `connection`, and closes
  /// that one's other end here.
  ///
  /// It ends when the connection does, so that no window outlives whoever opened it, however that ended. It has a
  /// process group of its own: Ctrl-C in our terminal is not meant for it. What it would say on the terminal is said by
  /// us.
  init(_ words: [String], _ connection: Connection) throws(PlayerFailure) {
    let options = [
      "--no-terminal", "--idle=yes", "--force-window=yes", "--input-ipc-client=fd://\(Self.descriptor)",
    ]
    do throws(ProgramStart.Failure) {
      process = try ProgramStart(words + options).start(with: connection, as: Self.descriptor)
    } catch {
      throw error.errno == ENOENT
        ? .playerMissing(name: words.first ?? "mpv") : .playerUnusable(errno: Int(error.errno))
    }
  }

  /// How it ended; nil while it runs.
  func ending() -> Ending? {
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return nil }
    return Self.ending(status)
  }

  /// Ends it, now, and waits until it is gone.
  func kill() -> Ending {
    Glibc.kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return Self.ending(status)
  }

  private static func ending(_ status: Int32) -> Ending {
    let signal = Int(status & 0x7F)
    return signal == 0 ? .exited(Int(status >> 8 & 0xFF)) : .killed(signal)
  }
}
