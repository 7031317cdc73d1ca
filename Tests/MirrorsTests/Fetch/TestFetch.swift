@testable import Mirrors

/// Why an address is of no use, in a test.
enum TestReason: FetchReason {
  case versionUnknown
  case tooLate
  case leftAlone(Plan.Reason)
  case failed(Fault.Code)
}

/// Syncs from mirrors that behave as they are told, in a world whose time is a number.
struct TestFetch {
  /// How a mirror answers.
  enum Behaviour {
    /// With a whole file, 64 KiB of it at the first moment.
    case answers(after: Duration, lasting: Duration = .milliseconds(200))
    case fails(Fault.Code)
    case silent
    /// A little now and then, and never all.
    case trickles
    /// It breaks off, and can be gone on from; the second time it answers.
    case breaks
  }

  /// How a source answers.
  enum Telling {
    case tells(String, after: Duration = .milliseconds(20))
    case silent
    case fails
  }

  /// What came of a sync.
  struct Course {
    /// Whom it started, in order, and when after its beginning.
    var starts: [(mirror: Int, at: Duration)] = []
    var questions: [Int] = []
    var outcome: CatalogueRace<TestReason>.Outcome?
    var took = Duration.zero
    var failures: [CatalogueRace<TestReason>.Failure] = []

    var started: [Int] { starts.map(\.mirror) }
  }

  private typealias Fetch = PlannedFetch<TestReason>

  /// Something that will happen, unless whoever does it is stopped before.
  private struct Coming {
    var at: Duration
    var mirror: Int?
    var source: Int?
    var event: Fetch.Event
  }

  var mirrors: [Behaviour]
  var sources: [Telling]
  var book = HealthBook(timing: .orderly)
  private let groups: [Int: String]
  private let present: Version?
  private var random = SeededGenerator(seed: 3)
  private var queue: [Coming] = []
  private var broken: Set<Int> = []

  init(
    _ mirrors: [Behaviour], sources: [Telling] = [], groups: [Int: String] = [:], present: String? = nil
  ) {
    (self.mirrors, self.sources, self.groups) = (mirrors, sources, groups)
    self.present = present.flatMap { Version($0) }
  }

  static func mirror(_ place: Int) -> Origin { Origin("https://m\(place).test") ?? .nowhere }
  static func source(_ place: Int) -> Origin { Origin("https://s\(place).test") ?? .nowhere }

  /// Syncs at `start`, and notes in the book what is learnt.
  mutating func sync(_ purpose: Purpose = .typed, at start: Duration) -> Course {
    (queue, broken) = ([], [])
    var fetch = Fetch(
      provider: "p",
      mirrors: mirrors.indices.map { .init(Self.mirror($0), group: groups[$0], needsVersion: !sources.isEmpty) },
      sources: sources.indices.map { .init(Self.source($0)) }, present: present, for: purpose, book: &book, at: start,
      random: &random)
    var course = Course()
    perform(fetch.handle(.begin, book: &book, at: start), of: fetch, &course, start: start, at: start)
    while course.outcome == nil, let next = queue.indices.min(by: { queue[$0].at < queue[$1].at }) {
      let coming = queue.remove(at: next)
      let actions = fetch.handle(coming.event, book: &book, at: coming.at)
      perform(actions, of: fetch, &course, start: start, at: coming.at)
    }
    course.failures = fetch.failures
    return course
  }

  private mutating func perform(
    _ actions: [Fetch.Action], of fetch: Fetch, _ course: inout Course, start: Duration, at now: Duration
  ) {
    for action in actions {
      switch action {
      case .ask(let source):
        course.questions.append(source)
        ask(source, at: now)
      case .stopAsking(let source): queue.removeAll { $0.source == source }
      case .mirror(.start(let mirror)):
        course.starts.append((mirror, now - start))
        begin(mirror, at: now)
      case .mirror(.cancel(let mirror)): queue.removeAll { $0.mirror == mirror }
      case .mirror(.judge(let mirror)):
        queue.append(Coming(at: now, mirror: mirror, event: .accepted(mirror, fetch.version)))
      case .wake(let moment): queue.append(Coming(at: moment, event: .tick))
      case .end(let outcome): (course.outcome, course.took) = (outcome, now - start)
      case .mirror: break
      }
    }
  }

  private mutating func ask(_ source: Int, at now: Duration) {
    switch sources[source] {
    case .tells(let text, let wait):
      guard let version = Version(text) else { return }
      let measure = Measure(firstByte: wait, total: wait, bytes: 100)
      queue.append(Coming(at: now + wait, source: source, event: .versionTold(source: source, version, measure)))
    case .silent: break
    case .fails:
      let event = Fetch.Event.sourceFailed(source: source, .failed(.refused), Fault(.refused), Measure())
      queue.append(Coming(at: now + .milliseconds(5), source: source, event: event))
    }
  }

  private mutating func begin(_ mirror: Int, at now: Duration) {
    switch mirrors[mirror] {
    case .answers(let wait, let span): answer(mirror, after: wait, lasting: span, at: now)
    case .fails(let code): fail(mirror, code, canResume: false, at: now)
    case .silent: break
    case .trickles:
      for second in 1...30 {
        let moment = now + .seconds(second)
        queue.append(Coming(at: moment, mirror: mirror, event: .received(mirror, total: 50 * second)))
      }
    case .breaks where broken.insert(mirror).inserted: fail(mirror, .reset, canResume: true, at: now)
    case .breaks: answer(mirror, after: .milliseconds(50), lasting: .milliseconds(50), at: now)
    }
  }

  private mutating func fail(_ mirror: Int, _ code: Fault.Code, canResume: Bool, at now: Duration) {
    let event = Fetch.Event.failed(mirror, .failed(code), Fault(code), Measure(), canResume: canResume)
    queue.append(Coming(at: now + .milliseconds(10), mirror: mirror, event: event))
  }

  /// Sends bytes every half second, and then the end.
  private mutating func answer(_ mirror: Int, after wait: Duration, lasting span: Duration, at now: Duration) {
    var (moment, total) = (wait, 4 << 20)
    while moment <= wait + span {
      queue.append(Coming(at: now + moment, mirror: mirror, event: .received(mirror, total: total)))
      (moment, total) = (moment + .milliseconds(500), total + 64 << 10)
    }
    let measure = Measure(firstByte: wait, total: wait + span, bytes: total)
    queue.append(Coming(at: now + wait + span, mirror: mirror, event: .finished(mirror, measure)))
  }
}
