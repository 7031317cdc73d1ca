internal import Mirrors

/// Mirrors that are all down or all up, on a clock that only the caller drives.
///
/// The policy is the program's own: what it asks for happens here at once, in virtual time.
struct VirtualMirrors {
  /// Why a virtual mirror is of no use.
  enum Reason: FetchReason {
    case down
    case versionUnknown
    case tooLate
    case leftAlone(Plan.Reason)
  }

  private typealias Event = PlannedFetch<Reason>.Event

  /// How long a mirror that is down takes to say so: the limit of a connection.
  private static let silence = Duration.seconds(4)
  /// How long one that is up takes.
  private static let answer = Duration.milliseconds(600)

  private let mirrors: [PlannedFetch<Reason>.Mirror]
  private var book = HealthBook()
  /// How many requests each mirror was sent.
  private(set) var requests: [Int: Int] = [:]

  /// So many mirrors, each alone with its fate.
  init(count: Int) {
    mirrors = (0..<count).compactMap { Origin("https://mirror-\($0).invalid") }.map { .init($0, needsVersion: false) }
  }

  /// How many mirrors are put aside.
  var restingCount: Int {
    mirrors.count { book.track($0.origin, .content).breaker != .closed }
  }

  /// One sync in the background from `start` on; returns when it ended.
  mutating func sync(at start: Duration, isUp: Bool, _ chance: inout SeededChance) -> Duration {
    var fetch = PlannedFetch<Reason>(
      provider: "drill", mirrors: mirrors, sources: [], present: nil, for: .background, book: &book, at: start,
      random: &chance)
    var now = start
    var coming: [(at: Duration, event: Event)] = [(start, .begin)]
    while let next = coming.indices.min(by: { coming[$0].at < coming[$1].at }) {
      let (moment, event) = coming.remove(at: next)
      now = max(now, moment)
      for action in fetch.handle(event, book: &book, at: now) {
        switch action {
        case .mirror(.start(let mirror)):
          requests[mirror, default: 0] += 1
          coming.append(Self.ending(of: mirror, at: now, isUp: isUp))
        case .mirror(.judge(let mirror)): coming.append((now, .accepted(mirror, nil)))
        case .wake(let moment), .mirror(.wake(let moment)): coming.append((moment, .tick))
        case .end: return now
        case .ask, .stopAsking, .mirror: break
        }
      }
    }
    return now
  }

  private static func ending(of mirror: Int, at now: Duration, isUp: Bool) -> (at: Duration, event: Event) {
    guard isUp else {
      let measure = Measure(total: silence)
      return (now + silence, .failed(mirror, .down, Fault(.connectTimeout), measure, canResume: false))
    }
    return (now + answer, .finished(mirror, Measure(firstByte: answer / 2, total: answer, bytes: 40_000)))
  }
}
