import CSystem
import Glibc

/// A program that was run to its end.
struct Ended {
  /// What `waitpid` says.
  var status: Int32
  /// What it wrote to both of its streams.
  var output: String
  /// From start to end.
  var seconds: Double

  /// The one line of it that is JSON, without what was said beside it.
  var object: String { output.split(separator: "\n").first { $0.hasPrefix("{") }.map(String.init) ?? "" }
  /// The signal that ended it; nil where it ended by itself.
  var signal: Int32? { status & 0x7F == 0 ? nil : status & 0x7F }
  /// Its exit status; -1 where it was ended.
  var code: Int32 { signal == nil ? status >> 8 & 0xFF : -1 }
}

/// A program that runs.
struct Command {
  let process: pid_t
  private let output: String
  private let started: Double

  /// Starts `arguments`, with all that it says in the file `output`, and its streams on `terminal` where there is one.
  init?(_ arguments: [String], environment: [String: String], output: String, terminal: Int32? = nil) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let terminal {
      for stream in Int32(0)...2 { posix_spawn_file_actions_adddup2(&actions, terminal, stream) }
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o644)
      posix_spawn_file_actions_adddup2(&actions, 1, 2)
    }
    var process = pid_t()
    let status = withCStrings(arguments) { argv in
      withCStrings(environment.map { "\($0.key)=\($0.value)" }) { envp in
        posix_spawnp(&process, arguments[0], &actions, nil, argv, envp)
      }
    }
    guard status == 0 else { return nil }
    self.process = process
    self.output = output
    started = Tally.seconds
  }

  /// Waits for its end; after `seconds` it is killed.
  func end(within seconds: Double = 60) -> Ended {
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      if Tally.seconds - started > seconds { kill(process, SIGKILL) }
      // A pause between two looks, not a wait for a result: the deadline is above.
      usleep(500)
    }
    return Ended(
      status: status, output: String(decoding: Files.contents(output) ?? [], as: UTF8.self),
      seconds: Tally.seconds - started)
  }
}

private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { copies.forEach { free($0) } }
  // An array that holds at least the nil has an address.
  return (copies + [nil]).withUnsafeBufferPointer { body($0.baseAddress!) }
}
