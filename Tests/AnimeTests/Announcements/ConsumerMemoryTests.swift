import Anime
import Testing

struct ConsumerMemoryTests {
  /// A memory in which there is one of each.
  var memory: ConsumerMemory {
    let now = Samples.instant("2026-08-15T13:00:00Z")
    let release = Arrival(
      show: Samples.slime.id, line: .feed("my feed"), name: "guid 1", at: now - .days(1), kind: .feed)
    let stream = SiteLink(site: "crunchyroll", id: "G", broadcast: Broadcast("R/2026-04-03T13:30:00Z/P7D"))
    var show = Samples.slime
    show.sites.append(stream)
    var memory = ConsumerMemory(begun: now - .weeks(3))
    let announcer = Announcer(
      Catalogue(shows: [show], sites: Samples.sites), now: now,
      uptime: Uptime(boot: "0f7c3bd2-4a11-4e0e", elapsed: .hours(26)))
    let news = announcer.news(
      for: &memory, following: [ListEntry(show: show.id, isFollowed: true)], feeds: [release])
    memory.tell(news)
    memory.hold(news.map(\.arrival.show))
    return memory
  }

  @Test func `A memory reads back as it was`() {
    #expect(memory.lines.count == 2 && memory.run != nil)
    #expect(ConsumerMemory(memory.text) == memory)
  }

  @Test func `A memory of which any byte is spoilt is no memory`() {
    let bytes = Array(memory.text.utf8)
    for index in bytes.indices {
      var spoilt = bytes
      spoilt[index] ^= 1
      #expect(ConsumerMemory(String(decoding: spoilt, as: UTF8.self)) == nil, "byte \(index)")
    }
  }

  @Test func `A memory that was cut off is no memory`() {
    let text = memory.text
    for length in 0..<text.utf8.count { #expect(ConsumerMemory(String(text.prefix(length))) == nil) }
  }

  @Test func `A memory keeps to its bounds, and forgets from the oldest on`() {
    let show = Samples.show("daily", ja: "日", begin: "2026-01-01T10:00:00Z", broadcast: "R/2026-01-01T10:00:00Z/P1D")
    let announcer = Announcer(
      Catalogue(shows: [show], sites: []), now: Samples.instant("2026-08-15T13:00:00Z"))
    let entries = [ListEntry(show: show.id, isFollowed: true)]
    var memory = ConsumerMemory(begun: Samples.instant("2026-01-01T00:00:00Z"))
    memory.tell(announcer.news(for: &memory, following: entries))

    #expect(memory.lines.values.map(\.told.count) == [LineMemory.capacity])
    #expect(announcer.news(for: &memory, following: entries).isEmpty)
  }

  @Test func `What is held back is released once, and is bounded`() {
    var memory = ConsumerMemory(begun: Samples.instant("2026-08-15T13:00:00Z"))
    let arrival = Arrival(show: Samples.slime.id, line: .episodes, at: memory.begun, kind: .tv)
    memory.hold(Array(repeating: arrival.show, count: 1000))

    #expect(memory.release().count == ConsumerMemory.heldCapacity)
    #expect(memory.release().isEmpty)
  }

  @Test func `An earlier begin brings back what was before the consumer`() {
    var memory = ConsumerMemory(begun: Samples.instant("2026-08-15T13:00:00Z"))
    let announcer = Announcer(
      Catalogue(shows: [Samples.slime], sites: []), now: Samples.instant("2026-08-15T13:00:00Z"))
    let entries = [ListEntry(show: Samples.slime.id, isFollowed: true)]
    #expect(announcer.news(for: &memory, following: entries).isEmpty)

    memory.begin(by: Samples.instant("2026-08-01T00:00:00Z"))
    #expect(announcer.news(for: &memory, following: entries).count == 2)
  }

  @Test(arguments: ["episodes", "tv", "stream:crunchyroll", "stream:", "complete", "feed:a:b c"])
  func `The name of a line reads back`(_ text: String) {
    #expect(AnnouncementLine(text)?.description == text)
  }
}
