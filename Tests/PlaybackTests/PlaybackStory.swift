import Playback

/// A viewing that goes as chance wants it, and what it asked for.
struct PlaybackStory {
  let length: Int
  private(set) var elapsed = 0
  private(set) var watched = 0
  private(set) var toggles = 0
  private(set) var played = 0
  private(set) var starts = 0
  private(set) var positions: [Int] = []
  private(set) var jumps: [Int] = []
  private(set) var afterLeaving: [PlaybackStep] = []

  private var chance: Chance
  private var session: PlaybackSession
  private var time = 0
  private var moment = 1_000_000
  private var isPaused = false

  init(seed: UInt64) {
    chance = Chance(state: seed)
    length = chance.next(below: 2_000_000) + 1
    let marks = chance.next(below: 2) == 0 ? [] : [SkippedSpan(.opening, 5000..<5001 + chance.next(below: 90_000))]
    let rules = PlaybackRules(
      watchedAt: 50 + chance.next(below: 51), skipsChapters: chance.next(below: 2) == 0, marks: marks,
      countdown: chance.next(below: 2) == 0 ? nil : chance.next(below: 20_000))
    session = PlaybackSession(rules: rules, hasNext: chance.next(below: 2) == 0)
    let chapters = ["A", "OP", "B", "ED"].map { MediaChapter(start: chance.next(below: length), title: $0) }
    let description = MediaDescription(
      duration: length, picture: nil, chapters: chapters.sorted { $0.start < $1.start })
    perform(session.take(.loaded(description), at: moment))
  }

  /// A thousand things that happen, then the end.
  mutating func run() {
    for _ in 0..<1000 { happen() }
    perform(session.leave())
    afterLeaving = session.leave() + session.pass(to: .max) + session.toggleWatched()
  }

  private mutating func happen() {
    let step = chance.next(below: 4000)
    switch chance.next(below: 20) {
    case 0: time = chance.next(below: length + 1)
    case 1: isPaused.toggle()
    case 2: return perform(session.take(.ended, at: moment))
    case 3:
      toggles += 1
      return perform(session.toggleWatched())
    case 4: return perform(session.pass(to: moment))
    case 5: return perform(session.declineNext())
    case 6: return session.heed(.seek(to: chance.next(below: length + 1)), at: moment)
    default:
      if !isPaused { time = min(length, time + step) }
    }
    moment += step
    elapsed += step
    perform(session.take(.position(PlaybackPosition(time: time, moment: moment, isPaused: isPaused)), at: moment))
  }

  private mutating func perform(_ steps: [PlaybackStep]) {
    for step in steps {
      switch step {
      case .watched: watched += 1
      case .playNext: starts += 1
      case .keep(let stretch):
        played += stretch.played
        positions.append(stretch.position)
      case .send(.seek(let target)):
        jumps.append(target)
        time = min(target, length)
      case .send, .skipped, .unwatched, .offerNext, .withdrawNext, .brokenOff: break
      }
    }
  }
}

/// The same numbers every time: SplitMix64.
private struct Chance {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(bound))
  }
}
