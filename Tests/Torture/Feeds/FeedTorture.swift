import FeedProperties
import Formats
import Glibc

/// Hostile feeds: each is read or refused in a bounded time and memory, and what is read of it does no harm.
struct FeedTorture {
  private static let shortCount = 2_000
  private static let longCount = 10_000
  /// What one may take of a processor, in milliseconds; the largest that are read have 8 MiB.
  private static let patience = 3_000
  /// What all may take at once, those of 100 MB among them, in MiB.
  private static let memory = 1_024

  private let options: Options
  private let tally = Tally("feeds")

  init(_ options: Options) {
    self.options = options
  }

  func run() -> Tally {
    let chosen = options.onlyCase.flatMap { Int($0) }
    Workers.each(chosen == nil ? options.isLong ? Self.longCount : Self.shortCount : 1, on: options.jobs) { number in
      guard !tally.isHopeless else { return }
      attempt(chosen ?? number)
    }
    checkMemory()
    tally.print(
      """
      \(tally.count(of: "feeds").grouped) hostile feeds of \(HostileFeed.Kind.allCases.count) kinds, \
      \((tally.count(of: "bytes") >> 20).grouped) MiB; the slowest took \(tally.count(of: "ms")) ms, all at most \
      \(tally.count(of: "MiB")) MiB of memory
      """)
    return tally
  }

  private func attempt(_ number: Int) {
    var random = Randomness(options.seed, case: number)
    let feed = feed(number, &random)
    tally.count("feeds")
    tally.count("bytes", feed.bytes.count)
    let started = Tally.worked
    let flaw = FeedProperty.flaw(of: feed.bytes)
    let milliseconds = Int((Tally.worked - started) * 1000)
    tally.greatest("ms", milliseconds)
    let repeating = options.command(.feeds, case: "\(number)")
    if let flaw { tally.fail("feed \(number), \(feed.kind.rawValue), is \(flaw)", repeat: repeating) }
    if milliseconds > Self.patience {
      tally.fail("feed \(number), \(feed.kind.rawValue), took \(milliseconds) ms", repeat: repeating)
    }
  }

  /// Each kind in its turn; most are small, one in fifty is as large as a feed may be.
  private func feed(_ number: Int, _ random: inout Randomness) -> HostileFeed {
    let kinds = HostileFeed.Kind.allCases
    let kind = kinds[number % kinds.count]
    let isHuge = random.isOne(of: 50)
    // A hundred megabytes are refused by their number alone; a few of them show it.
    let shown = kind == .huge && !isHuge ? .manyItems : kind
    return HostileFeed(shown, size: isHuge ? 8_000_000 : 1 << random.below(18), using: &random)
  }

  private func checkMemory() {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let peak = usage.ru_maxrss >> 10
    tally.greatest("MiB", peak)
    guard options.parts == [.feeds], peak > Self.memory else { return }
    tally.fail("\(peak) MiB of memory", repeat: options.command(.feeds, case: "0"))
  }
}
