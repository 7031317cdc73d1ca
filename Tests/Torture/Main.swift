import Glibc

/// Stops, fills and damages capsules in every way there is, and counts what came of it.
///
///     yozakura-torture [PART …] [--short|--long] [--seed N] [--binary PATH] [--jobs N] [--case CASE]
///
/// It prints a line for each part; its exit status is 1 where anything failed.
@main
enum Main {
  static func main() async {
    repeatable()
    guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
      print(Options.usage)
      exit(64)
    }
    var isWhole = true
    for part in options.parts { isWhole = await run(part, options).failureCount == 0 && isWhole }
    exit(isWhole ? 0 : 1)
  }

  private static func run(_ part: Options.Part, _ options: Options) async -> Tally {
    switch part {
    case .power: PowerTorture(options).run()
    case .kill: StrikeTorture(options, part, [.kill]).run()
    case .faults: StrikeTorture(options, part, Strike.allCases.filter { $0 != .kill }).run()
    case .flips: FlipTorture(options).run()
    case .history: HistoryTorture(options).run()
    case .merge: MergeTorture(options).run()
    case .mirrors: await MirrorTorture(options).run()
    case .simulation: SimulationTorture(options).run()
    case .recovery: RecoveryTorture(options).run()
    case .twin: await TwinTorture(options).run()
    case .danmaku: DanmakuTorture(options).run()
    case .feeds: FeedTorture(options).run()
    case .announcements: AnnouncementTorture(options).run()
    case .processes: ProcessTorture(options).run()
    }
  }

  /// Starts the program over with hashing that is the same in each run: the order of sets is part of what is repeated.
  private static func repeatable() {
    let name = "SWIFT_DETERMINISTIC_HASHING"
    guard getenv(name) == nil else { return }
    setenv(name, "1", 1)
    var words: [UnsafeMutablePointer<CChar>?] = CommandLine.arguments.map { strdup($0) } + [nil]
    execv("/proc/self/exe", &words)
  }
}
