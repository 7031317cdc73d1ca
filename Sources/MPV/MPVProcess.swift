internal import CSystem
internal import Glibc
internal import Playback

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

  /// Starts `words`, the program with arguments of the user's, so that it listens at `socket`.
  ///
  /// It has a process group of its own: Ctrl-C in our terminal is not meant for it. What it would say on the terminal
  /// is said by us.
  init(_ words: [String], socket: String) throws(PlayerFailure) {
    guard let program = words.first else { throw .playerMissing(name: "mpv") }
    let options = ["--no-terminal", "--idle=yes", "--force-window=yes", "--input-ipc-server=\(socket)"]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in 0...2 { posix_spawn_file_actions_addopen(&actions, Int32(descriptor), "/dev/null", O_RDWR, 0) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var arguments: [UnsafeMutablePointer<CChar>?] = (words + options).map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let failure = posix_spawnp(&process, program, &actions, &attributes, &arguments, environ)
    guard failure == 0 else {
      throw failure == ENOENT ? .playerMissing(name: program) : .playerUnusable(errno: Int(failure))
    }
    self.process = process
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
