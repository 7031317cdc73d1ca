import FaultServer
import Glibc

/// Other programs, which the tests use and skip without.
public enum Tool {
  /// The path of `name`, along PATH and where the administrator's programs are; nil where this machine has none.
  public static func find(_ name: String) -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    let folders = path.split(separator: ":").map(String.init) + ["/usr/sbin", "/usr/local/sbin", "/sbin"]
    return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// Starts `name`, silent.
  static func start(_ name: String, _ arguments: [String]) throws(SocketError) -> pid_t {
    guard let path = find(name) else { throw SocketError(call: name, code: ENOENT) }
    return try Child(path, arguments).process
  }

  /// Runs `name` to its end.
  static func run(_ name: String, _ arguments: [String]) throws(SocketError) {
    guard let path = find(name) else { throw SocketError(call: name, code: ENOENT) }
    let end = try Child(path, arguments).end()
    guard end == Child.End(status: 0, wasKilled: false) else { throw SocketError(call: name, code: end.status) }
  }
}
