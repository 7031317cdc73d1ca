import Anime
import Providers
import Testing

struct StarterTests {
  @Test func `Every fact of the starter catalogue is a show`() {
    #expect(Starter.catalogue.shows.count == StarterFacts.all.count)
    #expect(Set(Starter.catalogue.shows.map(\.key)).count == StarterFacts.all.count)
    #expect(Starter.date?.iso8601 == "2026-08-14T15:00:00Z")
  }
}
