internal import Mirrors

/// The outage itself: three days without any mirror, by the program's own policy and a clock that only this drives.
///
///     somebody watches   ✗ ··✗ ····✗ ··✗ …  three days  … ✗ ···● back
///     nobody does        ✗ ··········✗ ··· …  three days  … ✗ ·········● back
struct ThreeDaysScenario: DrillScenario {
  private static let outage = Duration.seconds(3 * 86_400)
  /// Between two syncs while all is well.
  private static let interval = Duration.seconds(6 * 3600)
  /// So many requests an hour to one mirror are quiet.
  private static let quiet = 60

  func play(on stage: DrillStage) async throws -> [String] {
    let watched = Self.run(isWatched: true, stage.chance)
    let alone = Self.run(isWatched: false, stage.chance)
    let hours = Int(Self.outage / .seconds(3600))
    for course in [watched, alone] {
      try DrillFailure.unless(
        course.mostRequests <= hours * Self.quiet, "\(course.mostRequests) requests to one mirror in \(hours) h")
      try DrillFailure.unless(
        course.shortestPause >= .seconds(2), "a sync began \(course.shortestPause.inWords) after one that failed")
      try DrillFailure.unless(course.restingCount == 0, "\(course.restingCount) mirrors were blamed for it")
    }
    try DrillFailure.unless(watched.absence <= .seconds(300), "back \(watched.absence.inWords) after the mirrors")
    try DrillFailure.unless(alone.absence <= Self.interval * 1.2, "back \(alone.absence.inWords) after the mirrors")
    return [
      "\(hours) h on a virtual clock, 4 mirrors; none of them was blamed",
      "with somebody there: \(watched.inWords)", "with nobody there: \(alone.inWords)",
    ]
  }

  /// How the outage went.
  private struct Course {
    var tryCount = 0
    /// The requests to the mirror that was asked most.
    var mostRequests = 0
    var shortestPause = ThreeDaysScenario.outage
    /// The mirrors that are put aside at the end.
    var restingCount = 0
    /// From the end of the outage to the first sync that did well.
    var absence = Duration.zero

    var inWords: String {
      "\(tryCount) tries, \(mostRequests) requests to a mirror at most, back \(absence.inWords) after the mirrors"
    }
  }

  private static func run(isWatched: Bool, _ chance: SeededChance) -> Course {
    var (chance, course) = (chance, Course())
    var world = VirtualMirrors(count: 4)
    var schedule = SyncSchedule(.init(interval: interval), start: .zero)
    while true {
      let began = schedule.nextTry
      let isUp = began >= outage
      if !isUp { course.restingCount = world.restingCount }
      let ended = world.sync(at: began, isUp: isUp, &chance)
      if isUp {
        course.mostRequests = world.requests.values.max() ?? 0
        course.absence = ended - outage
        return course
      }
      course.tryCount += 1
      if isWatched { schedule.attend(at: ended, random: &chance) }
      schedule.note(.failed(), at: ended, random: &chance)
      course.shortestPause = min(course.shortestPause, schedule.nextTry - ended)
    }
  }
}
