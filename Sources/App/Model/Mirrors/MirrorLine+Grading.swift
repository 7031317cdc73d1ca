extension MirrorLine {
  /// The same with the grade that its facts deserve, and the reasons why it is no better, the weightiest first.
  ///
  /// An `A` loses a letter or more for each of these; whoever refuses or lied has an `F`, whatever else is true,
  /// and whoever was never tried, or hardly and never with success, has no grade at all.
  public func graded() -> MirrorLine {
    var line = self
    let losses = losses.sorted { $0.letters > $1.letters }
    line.gradeReasons = losses.map(\.reason)
    let letters = losses.reduce(0) { $0 + $1.letters }
    let isUnknown = attempts == 0 || attempts < 3 && lastSuccess == nil
    line.grade = isUnknown && letters == 0 ? nil : Grade.allCases[min(letters, Grade.allCases.count - 1)]
    return line
  }

  /// A reason, and how many letters it costs.
  private typealias Loss = (reason: GradeReason, letters: Int)

  private var losses: [Loss] {
    [standing, latency, reliability, freshness, experience].compactMap(\.self)
  }

  private var standing: Loss? {
    switch state {
    case .distrusted: (.lied, 5)
    case .refusing: (.refusing, 5)
    case .open: (.failing, 3)
    case .busy: (.busy, 1)
    case .unknown, .good, .probing: nil
    }
  }

  private var latency: Loss? {
    guard let p50, p50 > 300 else { return nil }
    return (.slow(milliseconds: p50), p50 > 3000 ? 3 : p50 > 1000 ? 2 : 1)
  }

  private var reliability: Loss? {
    let percent = Int(((successRate ?? 1) * 100).rounded())
    guard attempts >= 3, percent < 98 else { return nil }
    return (.unreliable(percent: percent), percent < 70 ? 3 : percent < 90 ? 2 : 1)
  }

  private var freshness: Loss? { dataAge.isBehind ? (.behind, 1) : nil }

  /// One or two tries say little.
  private var experience: Loss? { attempts < 3 ? (.untried, 0) : nil }
}
