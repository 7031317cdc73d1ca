import Glibc

/// A system call of a run, and which one of its kind.
struct StrikePoint: Sendable {
  /// The errand's place in the standard run.
  let errand: Int
  let call: String
  /// The first is 1; counted in each thread.
  let number: Int
  /// Only calls on these files of the home count; all, where there are none.
  var files: [String] = []
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

  /// The points of a run of `arguments` in `home`, which is the errand number `errand`.
  ///
  /// A `write` may also go to a pipe, which is never full: with `onFilesOnly` only those count that go to a file whose
  /// name is the same in each run.
  static func points(_ arguments: [String], of errand: Int, in home: Home, onFilesOnly: Bool) -> [StrikePoint] {
    let log = home.path + "/strace"
    _ = home.run(arguments, under: ["strace", "-f", "-y", "-o", log, "-e", "trace=\(calls.joined(separator: ","))"])
    var counts: [String: [Substring: Int]] = [:]
    var files: Set<String> = []
    for line in String(decoding: Files.contents(log) ?? [], as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2, let name = words[1].drop(while: { $0 == " " }).split(separator: "(").first,
        calls.contains(String(name))
      else { continue }
      if onFilesOnly, name == "write" {
        guard let file = file(of: words[1], in: home), !hasNumber(file) else { continue }
        files.insert(file)
      }
      counts[String(name), default: [:]][words[0], default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }.flatMap { call, threads in
      (1...(threads.values.max() ?? 1)).map { number in
        StrikePoint(errand: errand, call: call, number: number, files: call == "write" ? files.sorted() : [])
      }
    }
  }

  /// The file of the home that a call is on: `write(15</home/state/log>, …`.
  private static func file(of call: Substring, in home: Home) -> String? {
    let path = call.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" }
    return path.hasPrefix(home.path + "/") ? String(path.dropFirst(home.path.count + 1)) : nil
  }

  /// Whether a part of the file's name is the number of a process.
  private static func hasNumber(_ file: String) -> Bool {
    file.split(separator: ".").dropFirst().contains { $0.allSatisfy(\.isNumber) }
  }

  /// Runs `arguments` in `home` with `strike` at `point`; says whether it was struck.
  static func run(
    _ arguments: [String], in home: Home, _ strike: Strike, at point: StrikePoint
  ) -> (ended: Ended, isStruck: Bool) {
    let log = home.path + "/strace"
    let filter = point.files.flatMap { ["-P", "\(home.path)/\($0)"] }
    let ended = home.run(
      arguments,
      under: ["strace", "-f", "-o", log] + filter
        + ["-e", "trace=\(point.call)", "-e", strike.injection(at: point)])
    if strike == .kill { return (ended, ended.signal == SIGKILL) }
    return (ended, String(decoding: Files.contents(log) ?? [], as: UTF8.self).contains("(INJECTED)"))
  }
}
