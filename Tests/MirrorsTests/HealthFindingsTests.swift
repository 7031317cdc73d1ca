import Testing

@testable import Mirrors

/// What the simulator found wrong in the policy, each where it can be seen with a few notes.
@Suite struct HealthFindingsTests {
  private let pool = HealthBook.Pool("p", .content)
  private let origins = ["a", "b", "c"].compactMap { Origin("https://\($0).test") }

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
}
