/// How good a mirror is, in one letter, and why it is no better.
public struct MirrorGrade: Hashable, Sendable {
  /// From the best to the worst.
  public enum Letter: String, CaseIterable, Comparable, Sendable {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"
    case e = "E"
    case f = "F"

    /// Whether `left` is the better one.
    public static func < (left: Letter, right: Letter) -> Bool { left.rawValue < right.rawValue }
  }

  /// Why it is no better.
  public enum Reason: Hashable, Sendable {
    /// Half of its first bytes take longer than this many milliseconds.
    case slow(milliseconds: Int)
    /// Of 100 requests so many go well.
    case unreliable(percent: Int)
    /// Others have newer data.
    case behind
    /// Its bytes were proven wrong.
    case lied
    /// It says no.
    case refusing
    /// It asks for a pause.
    case busy
    /// It rests after failures.
    case failing
  }

  /// The letter.
  public let letter: Letter
  /// Why it is no better.
  public let reasons: [Reason]
}

extension HealthBook {
  /// The grade of `origin` in `pool`; nil where it was asked less than three times, which tells nothing.
  ///
  /// A is fast, current and there: each thing that is wrong costs as many letters as a user would feel.
  public func grade(of origin: Origin, in pool: Pool, at now: Duration) -> MirrorGrade? {
    let track = track(origin, pool.traffic)
    let count = track.successes + track.failures
    guard let health = origins[origin], count >= 3 || health.strikes > 0 else { return nil }
    var faults: [(cost: Int, reason: MirrorGrade.Reason)] = []
    if health.strikes > 0 { faults.append((5, .lied)) }
    if let fault = present(origin, pool.traffic, at: now) { faults.append(fault) }
    let percent = 100 * track.successes / max(1, count)
    let reliability = [(99, 0), (95, 1), (80, 2), (50, 3)].first { percent >= $0.0 }?.1 ?? 4
    if reliability > 0 { faults.append((reliability, .unreliable(percent: percent))) }
    if let half = track.latency(percentile: 50), half > 500 {
      faults.append((half > 2000 ? 2 : 1, .slow(milliseconds: half)))
    }
    if versionsBehind(origin, in: pool) > 0 { faults.append((1, .behind)) }
    let cost = min(MirrorGrade.Letter.allCases.count - 1, faults.reduce(0) { $0 + $1.cost })
    return MirrorGrade(letter: MirrorGrade.Letter.allCases[cost], reasons: faults.map(\.reason))
  }

  private func present(_ origin: Origin, _ traffic: Traffic, at now: Duration) -> (Int, MirrorGrade.Reason)? {
    switch obstacle(to: origin, traffic, at: now) {
    case .resting: (2, .failing)
    case .busy: (1, .busy)
    case .refusing: (4, .refusing)
    case .distrusted, .budget, nil: nil
    }
  }
}
