internal import CSystem
internal import Glibc

/// Programs that are started beside ours, found along PATH, never through a shell.
enum OtherProgram {
  /// Starts `words`, a program and its arguments; nil where it cannot be started.
  ///
  /// Quietly means with nothing to read or write, and in a process group of its own: Ctrl-C and the end of the terminal
  /// do not reach it.
  /// What it writes goes to `output` instead, where that is named.
  static func start(_ words: [String], isQuiet: Bool, output: Int32? = nil) -> pid_t? {
    guard let program = words.first else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    if isQuiet {
      for descriptor in 0...2 { posix_spawn_file_actions_addopen(&actions, Int32(descriptor), "/dev/null", O_RDWR, 0) }
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    }
    if let output { posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO) }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    return posix_spawnp(&process, program, &actions, &attributes, &arguments, environ) == 0 ? process : nil
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
