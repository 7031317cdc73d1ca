import Anime
import Formats
import Testing

@Suite struct `Feeds that are kept` {
  private let first = Instant(milliseconds: 1_000_000)
  private let later = Instant(milliseconds: 2_000_000)

  private func feed(_ names: String..., title: String = "T") -> Feed {
    Feed(title: title, items: names.map { FeedItem(identity: .name($0), title: "Title \($0)") })
  }

  @Test func `Keep what the feed has dropped, and when it came`() {
    var archive = FeedArchive()

    #expect(archive.take(feed("2", "1"), at: first) == FeedChange(added: 2))
    #expect(archive.take(feed("3", "2"), at: later) == FeedChange(added: 1))
    #expect(archive.take(Feed(), at: later) == FeedChange())
    #expect(archive.entries.map(\.item.title) == ["Title 1", "Title 2", "Title 3"])
    #expect(archive.entries.map(\.seen) == [first, first, later])
    #expect(archive.title == "T")
  }

  @Test(arguments: ["\"\u{301}", "\\\u{301}", "a\\", "\"", "夜桜 \u{1F338}"])
  func `Are read as they were written, whatever their titles hold`(_ title: String) {
    var archive = FeedArchive()
    _ = archive.take(Feed(title: title, items: [FeedItem(identity: .name("1"), title: title)]), at: first)

    #expect(FeedArchive(lines: archive.lines) == archive)
  }

  @Test func `Take a title that was corrected, and keep the day`() {
    var archive = FeedArchive()
    _ = archive.take(feed("1"), at: first)
    let change = archive.take(Feed(items: [FeedItem(identity: .name("1"), title: "v2")]), at: later)

    #expect(change == FeedChange(changed: 1))
    #expect(archive.entries == [FeedArchive.Entry(FeedItem(identity: .name("1"), title: "v2"), seen: first)])
  }

  @Test func `Forget the oldest where they are too many`() {
    var archive = FeedArchive()
    for round in 0..<3 {
      let items = (0..<5000).reversed().map { FeedItem(identity: .name("\(round)-\($0)"), title: "x") }
      _ = archive.take(Feed(items: items), at: first)
    }

    #expect(archive.entries.count == FeedArchive.mostEntries)
    #expect(archive.entries.first?.item.identity == .name("1-0"))
  }

  @Test func `Are read back from their lines`() throws {
    var archive = FeedArchive()
    for sample in [FeedSamples.nyaa, FeedSamples.mikan, FeedSamples.atom, FeedSamples.json] {
      _ = archive.take(try FeedSamples.read(sample).feed, at: later)
    }
    _ = archive.take(Feed(items: [FeedItem(identity: .title("a \"b\\"), title: "a \"b\\")]), at: later)

    #expect(FeedArchive(lines: archive.lines) == archive)
    #expect(FeedArchive(lines: Array("{\"schema\":\"other\"}\n".utf8)) == nil)
    #expect(FeedArchive(lines: archive.lines + Array("{\"id\":\n".utf8)) == archive)
  }
}
