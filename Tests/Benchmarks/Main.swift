import Glibc

/// Prints each figure that is promised, beside a peer's of the same run.
///
///     yozakura-bench [NAME …]     sync, search, frame, keys, play, stage; all where none is named
@main
struct Main {
  static func main() {
    let wanted = CommandLine.arguments.dropFirst()
    if wanted.first == MemoryRelay.flag { return MemoryRelay.run(Array(wanted.dropFirst())) }
    let binary = getenv("YOZAKURA_BINARY").map { String(cString: $0) } ?? ".build/release/yozakura"
    guard access(binary, X_OK) == 0 else {
      print("no program at \(binary); `make bench` builds it first")
      exit(1)
    }
    guard let program = ProgramBenchmarks(binary: binary) else {
      print("no nginx, or no room in /tmp: `make bench` installs what is missing")
      exit(1)
    }
    let groups: [(name: String, run: () -> [Figure])] = [
      ("sync", program.sync), ("search", program.search), ("frame", program.firstFrame), ("keys", program.keys),
      ("play", program.stage), ("stage", DanmakuBenchmarks().figures),
    ]
    var figures: [Figure] = []
    for group in groups where wanted.isEmpty || wanted.contains(group.name) {
      // The others need a home in which a catalogue was synced.
      if group.name != "sync" { program.home.run("sync") }
      for figure in group.run() {
        print(figure.line)
        figures.append(figure)
      }
    }
    exit(figures.allSatisfy(\.isKept) ? 0 : 1)
  }
}
