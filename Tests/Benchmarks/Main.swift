import Glibc

/// Prints each figure that is promised, beside a peer's of the same run.
///
///     yozakura-bench [--small] [--days N] [--seconds N] [--without-restic] [NAME …]
///
/// The names are sync, transfer, search, filter, lists, frame, keys, outage, play, theatre, picture, stage, identify,
/// danmaku, scale and year; all where none is given. `drift` is one besides: it watches a film for ten minutes, or for
/// `--seconds`.
/// `--small` measures on a small capsule, a short year and at most a million comments, to try something out: the limits
/// are for the large ones.
@main
struct Main {
  static func main() async {
    var wanted = Array(CommandLine.arguments.dropFirst())
    if wanted.first == MemoryRelay.flag { return MemoryRelay.run(Array(wanted.dropFirst())) }
    if wanted.first == TransferProgram.flag { exit(await TransferProgram.run(Array(wanted.dropFirst()))) }
    let options = Options(taking: &wanted)
    let binary = getenv("YOZAKURA_BINARY").map { String(cString: $0) } ?? ".build/release/yozakura"
    guard access(binary, X_OK) == 0 else {
      print("no program at \(binary); `make bench` builds it first")
      exit(1)
    }
    guard let figures = figures(of: wanted, binary, options) else {
      print("no nginx, or no room in /tmp: `make bench` installs what is missing")
      exit(1)
    }
    exit(figures.allSatisfy(\.isKept) ? 0 : 1)
  }

  /// Prints the figures of the groups that are `wanted`. What they worked with is gone when this returns: `exit` would
  /// leave servers and folders behind.
  private static func figures(of wanted: [String], _ binary: String, _ options: Options) -> [Figure]? {
    guard let program = ProgramBenchmarks(binary: binary) else { return nil }
    let groups: [(name: String, run: () -> [Figure])] = [
      ("sync", program.sync),
      ("transfer", { TransferBenchmarks(binary: binary)?.figures() ?? [.failed("transfer")] }),
      ("search", program.search), ("filter", FilterBenchmarks().figures),
      ("lists", { ProgramBenchmarks(binary: binary)?.lists() ?? [.failed("lists")] }), ("frame", program.frames),
      ("keys", program.keys),
      ("outage", { OutageBenchmarks(binary: binary)?.figures() ?? [.failed("outage")] }),
      ("play", program.stage), ("picture", PictureBenchmarks().figures),
      ("theatre", { TheatreBenchmarks(binary: binary)?.figures() ?? [.failed("theatre")] }),
      (
        "drift",
        {
          TheatreBenchmarks(binary: binary, seconds: options.seconds + 10)?.steps(options.seconds) ?? [.failed("drift")]
        }
      ),
      ("stage", DanmakuBenchmarks().stage),
      ("identify", { ReleaseBenchmarks().figures() }),
      (
        "danmaku",
        {
          DanmakuBenchmarks().figures()
            + (ConversionBenchmarks(binary: binary, isSmall: options.isSmall)?.figures() ?? [
              .failed("danmaku: convert")
            ])
        }
      ),
      ("scale", { ScaleBenchmarks(binary: binary, size: options.size)?.figures() ?? [.failed("scale")] }),
      (
        "year",
        {
          YearBenchmarks(binary: binary, days: options.days, hasPeer: options.hasPeer)?.figures() ?? [.failed("year")]
        }
      ),
    ]
    var figures: [Figure] = []
    for group in groups where wanted.isEmpty && group.name != "drift" || wanted.contains(group.name) {
      // These need a home in which a catalogue was synced; `sync` and those with a capsule of their own do not.
      if ["search", "frame", "keys", "play"].contains(group.name) { program.home.run("sync") }
      for figure in group.run() {
        print(figure.line)
        figures.append(figure)
        fflush(nil)
      }
    }
    return figures
  }
}

/// What is asked for besides names.
private struct Options {
  var size = ScaleSet.Size()
  var days = 365
  var seconds = 600
  var hasPeer = true
  var isSmall = false

  /// Takes the options out of `arguments`.
  init(taking arguments: inout [String]) {
    var names: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--small": (size, days, isSmall) = (.small, 20, true)
      case "--days": days = rest.popFirst().flatMap { Int($0) } ?? days
      case "--seconds": seconds = rest.popFirst().flatMap { Int($0) } ?? seconds
      case "--without-restic": hasPeer = false
      default: names.append(argument)
      }
    }
    arguments = names
  }
}
