internal import CSystem
internal import Glibc
internal import Spawning

/// Programs that are started beside ours, found along PATH, never through a shell.
enum OtherProgram {
  /// Starts `words`, a program and its arguments; nil where it cannot be started.
  ///
  /// Quietly means with nothing to read or write, and in a process group of its own: Ctrl-C and the end of the terminal
  /// do not reach it.
  static func start(_ words: [String], isQuiet: Bool) -> pid_t? {
    try? ProgramStart(words, isQuiet: isQuiet).start()
  }

  /// How a program ended.
  enum Ending: Equatable {
    case done, failed
    /// It cannot be started.
    case missing
    /// It took too long, and was ended with all that it had started.
    case hung
  }

  /// Runs `words` quietly to their end, for so many seconds at most.
  static func run(_ words: [String], within seconds: Int) -> Ending {
    guard let process = start(words, isQuiet: true) else { return .missing }
    var status: Int32 = 0
    for _ in 0..<seconds * 200 {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return status == 0 ? .done : .failed }
      if ended < 0, errno != EINTR { return .failed }
      // Waiting for a program's end has no limit of its own, and an alarm would reach all of this one.
      usleep(5000)
    }
    kill(-process, SIGKILL)
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return .hung
  }
}
