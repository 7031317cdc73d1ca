import Anime
import Formats
import Testing

@Suite struct `Reading feeds` {
  @Test func `Knows the shape of nyaa`() throws {
    let file = try FeedSamples.read(FeedSamples.nyaa)

    #expect(file.feed.title == "Releases")
    #expect(file.feed.page == "https://nyaa.example/")
    #expect(file.feed.timeToLive == .minutes(30))
    #expect(
      file.feed.items == [
        FeedItem(
          identity: .infoHash(FeedSamples.hash), title: "[Group] Night & Blossom - 05 (1080p).mkv",
          links: FeedLinks(page: "https://nyaa.example/view/7", torrent: "https://nyaa.example/download/7.torrent"),
          published: Instant(iso8601: "2026-07-01T12:00:00Z"), size: 1_503_238_553)
      ])
  }

  @Test func `Knows the shape of Mikan, with its times of China and a name that is the title`() throws {
    let item = try #require(try FeedSamples.read(FeedSamples.mikan).feed.items.first)

    #expect(item.identity == .infoHash(FeedSamples.hash))
    #expect(item.published == Instant(iso8601: "2025-02-26T14:25:16.212Z"))
    #expect(item.size == 296_809_920)
    #expect(item.links.page == "https://mikan.example/Home/Episode/\(FeedSamples.hash)")
    #expect(item.links.torrent == "https://feeds.example/Download/20250226/\(FeedSamples.hash).torrent")
  }

  @Test func `Knows Atom, with texts that are pages and addresses that are relative`() throws {
    let file = try FeedSamples.read(FeedSamples.atom)

    #expect(file.feed.title == "The Blog")
    #expect(file.feed.page == "https://blog.example/")
    #expect(
      file.feed.items == [
        FeedItem(
          identity: .name("tag:blog.example,2026:1"), title: "Episode … 7",
          links: FeedLinks(page: "https://blog.example/en/posts/7", media: "https://blog.example/en/7.mp4"),
          published: Instant(iso8601: "2026-07-01T00:00:00Z"), size: 12),
        FeedItem(identity: .name("2"), title: "A B", published: Instant(iso8601: "2026-07-02T00:00:00Z")),
      ])
  }

  @Test func `Knows RSS 1.0, whose items stand beside the channel`() throws {
    let file = try FeedSamples.read(FeedSamples.rdf)

    #expect(file.feed.title == "Old")
    #expect(
      file.feed.items == [
        FeedItem(
          identity: .link("https://old.example/1"), title: "One", links: FeedLinks(page: "https://old.example/1"),
          published: Instant(iso8601: "2026-07-01T12:00:00Z"))
      ])
  }

  @Test func `Knows JSON Feed`() throws {
    let file = try FeedSamples.read(FeedSamples.json)

    #expect(
      file.feed.items == [
        FeedItem(
          identity: .name("7"), title: "Seven",
          links: FeedLinks(page: "https://feeds.example/7", media: "https://j.example/7.mp4"),
          published: Instant(iso8601: "2026-07-01T12:00:00Z"), size: 99),
        FeedItem(identity: .name("9"), title: "Nine"),
      ])
    #expect(file.skipped == [.noTitle: 1])
  }

  @Test func `Takes titles of others' namespaces for none of its own`() throws {
    let file = try FeedSamples.read(
      "<rss xmlns:media='http://search.yahoo.com/mrss/'><channel><image><title>No</title></image><title>Yes</title>"
        + "<item><title>A</title><media:title>B</media:title><media:content url='https://a.example/v.mp4'/></item>"
        + "</channel></rss>")

    #expect(file.feed.title == "Yes")
    #expect(file.feed.items.map(\.title) == ["A"])
    #expect(file.feed.items.first?.links.media == "https://a.example/v.mp4")
  }

  @Test func `Makes every text harmless`() throws {
    let file = try FeedSamples.read(FeedSamples.rss("<item><title>a\u{1B}[31mb\u{202E}c&#27;]0;x&#7;</title></item>"))

    #expect(file.feed.items.map(\.title) == ["abc"])
  }

  @Test func `Counts what it leaves out, and why`() throws {
    let items =
      "<item><guid>1</guid></item><item><guid>2</guid><title>A</title></item>"
      + "<item><guid>2</guid><title>B</title></item><item><guid>3</guid><title>C</title></item><item/>"
    let file = try FeedSamples.read(FeedSamples.rss(items), limits: FeedLimits(items: 2))

    #expect(file.feed.items.map(\.title) == ["A", "C"])
    #expect(file.skipped == [.noTitle: 1, .duplicate: 1, .tooMany: 1])
  }

  @Test func `Counts times that none can be, and keeps the items`() throws {
    let file = try FeedSamples.read(FeedSamples.rss("<item><title>A</title><pubDate>yesterday</pubDate></item>"))

    #expect(file.misdated == 1)
    #expect(file.feed.items.map(\.published) == [nil])
  }

  @Test func `Ends an item where the next begins, and leaves out one that the file breaks off in`() throws {
    let file = try FeedSamples.read(
      "<rss><channel><item><title>A</title><item><title>B</title></item><item><title>C - 0")

    #expect(file.feed.items.map(\.title) == ["A", "B"])
    #expect(file.skipped == [.cutOff: 1])
    #expect(file.problem != nil)
  }

  @Test(
    arguments: [
      ("", FeedError.empty), (" \n", .empty), ("<!DOCTYPE html><html><body>x", .webPage), ("<HTML>", .webPage),
      ("<!doctype html><p>503", .webPage), ("<opml><body/></opml>", .notFeed(root: "opml")),
      ("just text", .notFeed(root: "")), ("{\"items\":[]}", .notFeed(root: "")),
      ("{\"data\":", .unreadable(.json(offset: 8))), ("[]", .notFeed(root: "")),
    ]) func `Refuses what is no feed, and says what it is`(_ text: String, _ error: FeedError)
  {
    #expect(throws: error) { try FeedSamples.read(text) }
  }

  @Test func `Refuses what is larger than any feed`() {
    #expect(throws: FeedError.tooLarge(bytes: 15, limit: 10)) {
      try FeedSamples.read("<rss></rss>    ", limits: FeedLimits(bytes: 10))
    }
  }

  @Test(arguments: [FeedSamples.nyaa, FeedSamples.mikan, FeedSamples.atom, FeedSamples.rdf, FeedSamples.json])
  func `Keeps of a file that breaks off anywhere only items that are whole`(_ sample: String) throws {
    let whole = try FeedSamples.read(sample)
    let bytes = Array(sample.utf8)
    for length in bytes.indices {
      guard let file = try? FeedFile(reading: Array(bytes[..<length]), from: "https://feeds.example/rss?x=1") else {
        continue
      }
      #expect(file.feed.items == Array(whole.feed.items.prefix(file.feed.items.count)), "the first \(length) bytes")
      #expect(file.problem != nil)
    }
  }

  @Test(
    arguments: [
      FeedIdentity.infoHash(FeedSamples.hash), .name("x:y"), .link("https://a.example/?q"), .title("夜桜 - 01"),
    ]) func `Names items so that the names are read back`(_ identity: FeedIdentity)
  {
    #expect(FeedIdentity(identity.description) == identity)
  }
}
