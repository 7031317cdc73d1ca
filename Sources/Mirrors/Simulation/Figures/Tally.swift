/// What is counted while a world runs.
struct Tally {
  /// How long a client waited after a recovery.
  struct Wait {
    let seconds: Double
    let isAttended: Bool
  }

  private let seed: UInt64
  private let weight: Double
  /// The load on the mirrors.
  private(set) var load: Load
  /// How many syncs were answered at all, and how many with the newest release of the moment.
  private(set) var answered = Proportion()
  private(set) var fresh = Proportion()
  /// From each release to each client's having it, in seconds.
  var delays: [Double] = []
  /// From each recovery to each client's first answer, in seconds.
  var waits: [Wait] = []
  /// How long somebody waited beside a settled mirror, each time.
  var promisedWaits: [Double] = []
  /// The seconds for which clients were behind.
  var lost = 0.0
  private(set) var broken: [BrokenPromise] = []

  init(_ world: World, seed: UInt64, _ timing: PolicyTiming) {
    self.seed = seed
    weight = world.scenario.clients.weight
    load = Load(world, timing)
  }

  /// A request reaches the mirror at `place`; false where that is more than it bears.
  mutating func begin(_ place: Int, at now: Duration) -> Bool {
    load.begin(place, weight: weight, at: now)
  }

  /// A request of the mirror at `place` is over.
  mutating func end(_ place: Int, bytes: Int) {
    load.end(place, bytes: bytes)
  }

  /// A sync is over.
  mutating func countSync(isAnswered: Bool, isFresh: Bool) {
    answered = Proportion(answered.count + (isAnswered ? 1 : 0), of: answered.total + 1)
    fresh = Proportion(fresh.count + (isFresh ? 1 : 0), of: fresh.total + 1)
  }

  /// A promise was broken.
  mutating func `break`(_ promise: BrokenPromise.Promise, by client: Int?, at moment: Duration) {
    broken.append(BrokenPromise(promise: promise, client: client, moment: moment, seed: seed))
  }
}
