import CSystem
public import FaultServer
import Glibc

/// Another program, run from a test.
///
/// It has no descriptors but its three standard ones, and finds its signals as whatever a shell starts does: the
/// threads of Swift's pool block all of them. Foundation's Process looks only twenty times a second whether a program
/// has ended, and whatever is started meanwhile inherits the socket that would tell it.
///
///     let child = try Child("/bin/sh", ["-c", "exit 3"])
///     #expect(child.end().status == 3)
public struct Child: Sendable {
  /// Its number. It has to be waited for, by ``end()`` or otherwise.
  public let process: Int32

  /// How a program has ended.
  public struct End: Sendable, Equatable {
    /// What it exited with, or the signal that ended it.
    public var status: Int32
    /// Whether a signal ended it.
    public var wasKilled: Bool
  }

  /// Starts the program at `path` in `folder`, or in ours; without an environment it sees ours. What is given neither
  /// input nor outputs reads nothing and is not heard.
  public init(
    _ path: String, _ arguments: [String], environment: [String: String]? = nil, folder: String? = nil,
    input: CInt? = nil, output: CInt? = nil, talk: CInt? = nil
  ) throws(SocketError) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let folder { posix_spawn_file_actions_addchdir_np(&actions, folder) }
    for (standard, own) in zip(CInt(0)..., [input, output, talk]) {
      if let own {
        posix_spawn_file_actions_adddup2(&actions, own, standard)
      } else {
        posix_spawn_file_actions_addopen(&actions, standard, "/dev/null", O_RDWR, 0)
      }
    }
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    Self.prepare(&attributes)
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var variables = (environment ?? [:]).map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var process = pid_t()
    let result =
      environment == nil
      ? posix_spawn(&process, path, &actions, &attributes, &words, environ)
      : posix_spawn(&process, path, &actions, &attributes, &words, &variables)
    guard result == 0 else { throw SocketError(call: path, code: result) }
    self.process = process
  }

  /// Waits for its end.
  @discardableResult
  public func end() -> End {
    var status: CInt = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7f
    return signal == 0 ? End(status: (status >> 8) & 0xff, wasKilled: false) : End(status: signal, wasKilled: true)
  }

  private static func prepare(_ attributes: inout posix_spawnattr_t) {
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
  }
}

extension Child {
  /// Runs the program at `path` to its end, and returns what it printed, with what it said of its work where `hasTalk`.
  /// Throws ``Failed`` where it fails.
  public static func output(
    of path: String, _ arguments: [String], environment: [String: String]? = nil, folder: String? = nil,
    hasTalk: Bool = false
  ) throws -> [UInt8] {
    var ends: [CInt] = [0, 0]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw SocketError(call: "pipe2", code: errno) }
    defer { close(ends[0]) }
    let child: Child
    do {
      defer { close(ends[1]) }
      child = try Child(
        path, arguments, environment: environment, folder: folder, output: ends[1], talk: hasTalk ? ends[1] : nil)
    }
    let output = readAll(ends[0])
    let end = child.end()
    guard end == End(status: 0, wasKilled: false) else {
      throw Failed(words: [path] + arguments, end: end, output: String(decoding: output, as: UTF8.self))
    }
    return output
  }

  /// A program that did not do what it was asked for.
  public struct Failed: Error {
    /// The program and its arguments.
    public var words: [String]
    /// How it ended.
    public var end: End
    /// What it printed.
    public var output: String
  }

  private static func readAll(_ descriptor: CInt) -> [UInt8] {
    var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 { bytes += buffer[..<count] } else if count == 0 || errno != EINTR { return bytes }
    }
  }
}
