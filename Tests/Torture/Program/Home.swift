import Capsule
import Glibc

/// A home of the program's, with everything that it writes.
struct Home: Sendable {
  let path: String
  let binary: String

  /// What the program sees: no network but this machine's own.
  var environment: [String: String] {
    [
      "HOME": path, "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      "TZ": "Asia/Tokyo", "TERM": "xterm-256color", "XDG_DATA_HOME": path + "/data",
      "XDG_CACHE_HOME": path + "/cache", "XDG_STATE_HOME": path + "/state", "XDG_CONFIG_HOME": path + "/config",
      "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "no_proxy": "127.0.0.1,localhost",
    ]
  }

  var capsule: String { path + "/data/yozakura" }

  /// Runs the program, under `prefix` where another program is to watch it.
  func run(_ arguments: [String], under prefix: [String] = [], name: String = "out") -> Ended {
    let command = Command(prefix + [binary] + arguments, environment: environment, output: "\(path)/\(name)")
    return command?.end() ?? Ended(status: 127 << 8, output: "\(binary) cannot be started", seconds: 0)
  }

  /// Makes the same home elsewhere.
  func copy(to other: String) -> Home {
    Files.copy(path, to: other)
    return Home(path: other, binary: binary)
  }

  func remove() {
    Files.remove(path)
  }
}

/// What a capsule says, apart from names and times that differ from run to run.
struct Account: Equatable, Sendable {
  /// What each provider gives, by its digest.
  var sources: [String: String] = [:]
  /// The files beside the catalogue, by their digests.
  var kept: [String: String] = [:]
  /// What the user did, in order.
  var bodies: [String] = []

  /// Reads the capsule of `home` as any program would.
  init(of home: Home) throws(CapsuleError) {
    let capsule = try TimeCapsule.open(at: home.capsule, program: "torture")
    for (name, source) in try capsule.headCommit()?.content.sources ?? [:] {
      guard let receipt = source.current else { continue }
      sources[name] = Digest(of: try capsule.bytes(of: receipt)).hex
    }
    for file in try capsule.keptFiles(of: capsule.headCommit()).all {
      kept[file.name] = Digest(of: try capsule.bytes(of: file)).hex
    }
    bodies = try capsule.logs().flatMap(\.operations).map { String(decoding: $0.body, as: UTF8.self) }
  }
}
