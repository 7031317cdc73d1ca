import Testing

@testable import Mirrors

/// What the simulator found wrong in the policy, each where it can be seen with a few notes.
@Suite struct HealthFindingsTests {
  private let pool = HealthBook.Pool("p", .content)
  private let origins = ["a", "b", "c"].compactMap { Origin("https://\($0).test") }
  private var random = SeededGenerator(seed: 1)

  private func book() -> HealthBook {
    var book = HealthBook()
    book.enroll(pool, origins.map { ($0, nil) })
    return book
  }

  private func failure(_ origin: Int, _ code: Fault.Code, retryAfter: Duration? = nil) -> Observation {
    Observation(origins[origin], .content, .failure(Fault(code, retryAfter: retryAfter)))
  }

  @Test func `Two liars beside one who tells the truth are liars, and no tampering network`() {
    var book = book()
    book.note(failure(0, .lying), at: .seconds(10))
    book.note(failure(1, .lying), at: .seconds(11))
    #expect(book.localFault?.cause == .tampering)

    book.note(Observation(origins[2], .content, .success), at: .seconds(12))

    #expect(book.localFault == nil)
    for liar in origins.prefix(2) {
      #expect(book.obstacle(to: liar, .content, at: .seconds(13)) == .distrusted(until: .seconds(12 + 86_400)))
    }
  }

  @Test func `After the truth came through, one more lie is no tampering either`() {
    var book = book()
    book.note(Observation(origins[2], .content, .success), at: .seconds(9))
    book.note(failure(0, .lying), at: .seconds(10))
    book.note(failure(1, .lying), at: .seconds(11))

    #expect(book.localFault == nil)
    #expect(book.origins[origins[1]]?.strikes == 1)
  }

  @Test mutating func `A breaker keeps nobody away while all others only ask for a pause`() {
    var book = book()
    // The first two are asked in vain until one of them rests; the third asks for pauses that are over at once.
    for second in 1...6 {
      let moment = Duration.seconds(second * 100)
      book.note(failure(0, .refused), at: moment)
      book.note(failure(2, .busy, retryAfter: .seconds(1)), at: moment)
    }
    let now = Duration.seconds(610)
    guard case .resting = book.obstacle(to: origins[0], .content, at: now) else {
      Issue.record("the breaker is not open")
      return
    }

    let candidates = [origins[0], origins[2]].map { Candidate($0) }
    let plan = book.plan(pool, candidates, for: .background, at: now, random: &random)

    #expect(plan.order == [1, 0])
  }

  @Test func `In a world that is a hundred times as fast, a retry more is allowed a hundred times as soon`() {
    let timing = HealthTiming().scaled(by: 100)
    var budget = RetryBudget(tokens: timing.tokens, every: timing.retryEvery)
    for _ in 0..<10 { budget.spend(at: .zero) }

    #expect(budget.allowance(at: .milliseconds(9)) == 0)
    #expect(budget.allowance(at: .milliseconds(10)) == 1)
  }
}
