import FaultServer
import Glibc

/// Other programs, which the tests use and skip without.
enum Tool {
  /// The path of `name`, also where the administrator's programs are.
  static func find(_ name: String) -> String? {
    let folders = ["/usr/sbin", "/usr/local/sbin", "/sbin", "/usr/bin", "/usr/local/bin", "/bin"]
    return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// Starts `name`, silent.
  static func start(_ name: String, _ arguments: [String]) throws(SocketError) -> pid_t {
    guard let path = find(name) else { throw SocketError(call: name, code: ENOENT) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in CInt(0)...2 { posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0) }
    // Foundation tells by a socket that a child of its own has ended: a server that inherited it would keep that back.
    for descriptor in 3..<min(getdtablesize(), 4096) { posix_spawn_file_actions_addclose(&actions, descriptor) }
    // The threads of Swift's pool block all signals, and a child inherits that: it could not be ended.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process = pid_t()
    let result = posix_spawn(&process, path, &actions, &attributes, &words, environ)
    guard result == 0 else { throw SocketError(call: name, code: result) }
    return process
  }

  /// Runs `name` to its end.
  static func run(_ name: String, _ arguments: [String]) throws(SocketError) {
    let process = try start(name, arguments)
    var status: CInt = 0
    waitpid(process, &status, 0)
    guard status == 0 else { throw SocketError(call: name, code: status) }
  }
}
