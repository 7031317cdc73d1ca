import Glibc

/// A system call of a run, and which one of its kind.
struct StrikePoint: Sendable {
  /// The errand's place in the standard run.
  let errand: Int
  let call: String
  /// The first is 1; counted in each thread.
  let number: Int
}

/// What is to happen at a point.
enum Strike: Sendable, CaseIterable {
  case kill, fullOnce, fullForGood, failedOnce, failedForGood

  /// strace's words for it.
  func injection(at point: StrikePoint) -> String {
    switch self {
    case .kill: "inject=\(point.call):signal=KILL:when=\(point.number)"
    case .fullOnce: "inject=\(point.call):error=ENOSPC:when=\(point.number)"
    case .fullForGood: "inject=\(point.call):error=ENOSPC:when=\(point.number)+"
    case .failedOnce: "inject=\(point.call):error=EIO:when=\(point.number)"
    case .failedForGood: "inject=\(point.call):error=EIO:when=\(point.number)+"
    }
  }

  var name: String {
    switch self {
    case .kill: "kill"
    case .fullOnce: "full"
    case .fullForGood: "full+"
    case .failedOnce: "failed"
    case .failedForGood: "failed+"
    }
  }
}

/// strace, which strikes a program at one of its system calls.
enum Strace {
  /// The calls that change something on a disk, and those that wait for it.
  static let calls = [
    "write", "pwrite64", "fsync", "fdatasync", "syncfs", "rename", "unlink", "ftruncate", "mkdir",
  ]

  /// Why it cannot be used here; nil where it can.
  static func absence(in folder: String) -> String? {
    let home = Home(path: folder, binary: "true")
    let ended = home.run([], under: ["strace", "-f", "-o", "/dev/null", "-e", "trace=write"], name: "strace")
    return ended.code == 0 ? nil : "strace cannot be used: \(ended.output)"
  }

  /// The calls of a run of `arguments` in `home`, by their names: how many the busiest thread makes.
  static func count(_ arguments: [String], in home: Home) -> [String: Int] {
    let log = home.path + "/strace"
    _ = home.run(arguments, under: ["strace", "-f", "-o", log, "-e", "trace=\(calls.joined(separator: ","))"])
    var counts: [String: [Substring: Int]] = [:]
    for line in String(decoding: Files.contents(log) ?? [], as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2, let name = words[1].split(separator: "(").first, calls.contains(String(name)) else {
        continue
      }
      counts[String(name), default: [:]][words[0], default: 0] += 1
    }
    return counts.compactMapValues { $0.values.max() }
  }

  /// Runs `arguments` in `home` with `strike` at `point`; says whether it was struck.
  static func run(
    _ arguments: [String], in home: Home, _ strike: Strike, at point: StrikePoint
  ) -> (ended: Ended, isStruck: Bool) {
    let log = home.path + "/strace"
    let ended = home.run(
      arguments,
      under: ["strace", "-f", "-o", log, "-e", "trace=\(point.call)", "-e", strike.injection(at: point)])
    if strike == .kill { return (ended, ended.signal == SIGKILL) }
    return (ended, String(decoding: Files.contents(log) ?? [], as: UTF8.self).contains("(INJECTED)"))
  }
}
