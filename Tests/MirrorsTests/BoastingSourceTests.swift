import Testing

@testable import Mirrors

/// A fetch whose first source tells a version that does not exist.
@Suite struct `A source that boasts` {
  private typealias Fetch = PlannedFetch<SimulatedReason>

  private let boaster = Origin("https://boaster.test")
  private let honest = Origin("https://honest.test")

  /// Runs one fetch from both, and returns what the book knows then.
  private func bookAfterFetch() throws -> HealthBook {
    let (boaster, honest) = (try #require(boaster), try #require(honest))
    var book = HealthBook()
    var random = SeededGenerator(seed: 1)
    var fetch = Fetch(
      provider: "p", mirrors: [.init(honest, needsVersion: true)], sources: [.init(boaster), .init(honest)],
      present: Version("0.3.5"), for: .typed, book: &book, at: .seconds(1), random: &random)
    let real = try #require(Version("0.3.6"))
    let events: [Fetch.Event] = [
      .begin, .tick, .versionTold(source: 0, try #require(Version("0.3.99")), Measure()),
      .versionTold(source: 1, real, Measure()),
      .failed(0, .fault(.missing), Fault(.missing, status: 404), Measure(), canResume: false), .finished(0, Measure()),
    ]
    for (second, event) in events.enumerated() { _ = fetch.handle(event, book: &book, at: .seconds(1 + second)) }
    #expect(fetch.handle(.accepted(0, real), book: &book, at: .seconds(9)).last == .end(.raced(.accepted(0))))
    return book
  }

  @Test func `makes nobody else look far behind`() throws {
    let book = try bookAfterFetch()

    #expect(book.origins[try #require(boaster)]?.version == nil)
    #expect(book.versionsBehind(try #require(honest), in: .init("p", .metadata)) == 0)
  }

  @Test func `has failed, as far as the next fetch is concerned`() throws {
    #expect(try bookAfterFetch().track(try #require(boaster), .metadata).lastFault?.code == .invalid)
  }
}
