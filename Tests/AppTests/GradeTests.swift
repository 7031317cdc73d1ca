import Anime
import App
import Testing

@Suite struct GradeTests {
  private func grade(
    _ state: MirrorState = .good, p50: Int = 80, rate: Double = 1, attempts: Int = 20, isBehind: Bool = false,
    wasGood: Bool = true
  ) -> (Grade?, [GradeReason]) {
    let line = MirrorLine(
      provider: "p", address: "https://a.example/", host: "a.example", state: state, p50: p50,
      dataAge: .init(isBehind: isBehind), successRate: rate, attempts: attempts,
      lastSuccess: wasGood ? Instant(milliseconds: 0) : nil
    ).graded()
    return (line.grade, line.gradeReasons)
  }

  @Test func `What is fast, reliable and current is the best there is`() {
    #expect(grade() == (.a, []))
  }

  @Test(arguments: [(301, Grade.b), (1001, .c), (3001, .d)])
  func `The slower it is the worse`(_ p50: Int, _ expected: Grade) {
    #expect(grade(p50: p50) == (expected, [.slow(milliseconds: p50)]))
  }

  @Test(arguments: [(0.97, Grade.b), (0.89, .c), (0.69, .d)])
  func `The more tries fail the worse`(_ rate: Double, _ expected: Grade) {
    #expect(grade(rate: rate) == (expected, [.unreliable(percent: Int(rate * 100))]))
  }

  @Test func `Old data, a wish to be left alone and failures each cost something`() {
    #expect(grade(isBehind: true) == (.b, [.behind]))
    #expect(grade(.busy) == (.b, [.busy]))
    #expect(grade(.open) == (.d, [.failing]))
  }

  @Test func `Reasons add up, the weightiest first`() {
    #expect(
      grade(p50: 400, rate: 0.8, isBehind: true) == (.e, [.unreliable(percent: 80), .slow(milliseconds: 400), .behind]))
  }

  @Test(arguments: [(MirrorState.refusing, GradeReason.refusing), (.distrusted, .lied)])
  func `Who refuses or lied is the worst there is`(_ state: MirrorState, _ reason: GradeReason) {
    #expect(grade(state) == (.f, [reason]))
  }

  @Test func `Who was never tried has no grade, and few tries are told`() {
    #expect(grade(.unknown, attempts: 0) == (nil, [.untried]))
    #expect(grade(attempts: 2) == (.a, [.untried]))
    #expect(grade(attempts: 2, wasGood: false) == (nil, [.untried]))
  }
}
