/// One line on the terminal that tells how far a drill is.
struct DrillMeter: Sendable {
  /// How many scenarios there are.
  let count: Int
  let isShown: Bool

  /// Shows that so many are done.
  @Sendable func show(_ done: Int) {
    if isShown { Standard.talk("\r\u{1B}[K\(done) of \(count) acted out") }
  }

  /// Takes the line away.
  func clear() {
    if isShown { Standard.talk("\r\u{1B}[K") }
  }
}
