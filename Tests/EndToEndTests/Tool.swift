import Foundation

/// Programs that are run to their end.
enum Tool {
  /// The path of `name`; nil where this machine does not have it.
  static func find(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs the program at `path` and returns its output; throws where it fails.
  ///
  /// Foundation's Process would wait for the tmux server too, which inherits a socket of it; and a child of one of
  /// Swift's threads begins with all signals blocked.
  @discardableResult
  static func run(_ path: String, _ arguments: [String], environment: [String: String]) throws -> String {
    var ends: [Int32] = [0, 0]
    // Not a pipe: its closing at exec could only be asked for when another thread may have started a program already.
    guard socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw Failed(arguments: arguments, status: errno, output: "")
    }
    defer { close(ends[0]) }
    let process = try start(path, arguments, environment: environment, output: ends[1])
    close(ends[1])
    let output = FileHandle(fileDescriptor: ends[0]).readDataToEndOfFile()
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let text = String(decoding: output, as: UTF8.self)
    guard status == 0 else { throw Failed(arguments: arguments, status: status, output: text) }
    return text
  }

  private static func start(
    _ path: String, _ arguments: [String], environment: [String: String], output: Int32
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDWR, 0)
    for descriptor: Int32 in [1, 2] { posix_spawn_file_actions_adddup2(&actions, output, descriptor) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var process = pid_t()
    let result = posix_spawn(&process, path, &actions, &attributes, &words, &variables)
    guard result == 0 else { throw Failed(arguments: arguments, status: result, output: "") }
    return process
  }

  /// A program that did not do what it was asked for.
  struct Failed: Error {
    var arguments: [String]
    var status: Int32
    var output: String
  }
}
