internal import Anime
internal import App
internal import ArgumentParser
internal import Formats
internal import Library

/// `feed list [NAME…]`
struct FeedList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the items of the feeds that are kept, the newest first.",
    discussion: """
      `provider add feed --name NAME --url URL` adds a feed, `sync` fetches it. Torrents and magnet links are printed \
      like every other link, and never fetched. An item stays here when its feed drops it.
      """)
  static let schema = "feed-list"
  static let lists = ["feeds", "items"]

  @Argument(help: "Names of feeds; all of them where none is named.", completion: .feeds)
  var names: [String] = []
  @OptionGroup var limits: LimitOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    _ = try session.snapshot(reading)
    let kept = try feeds(session)
    let archives = try kept.map { (feed: $0, archive: try session.library.archive(of: $0)) }
    let rows = archives.flatMap { feed, archive in archive.entries.map { FeedRow(feed: feed.name, entry: $0) } }
    let newest = rows.sorted(by: FeedRow.newestFirst).prefix(limits.limit ?? .max)
    return Answer(
      fields: {
        [
          ("feeds", .array(archives.map { $0.feed.json($0.archive) })), ("items", .array(newest.map(\.json))),
        ]
      },
      hint: kept.isEmpty ? session.strings.noFeeds : nil,
      say: { page in page.table(newest.map { $0.pieces(in: session.zone) }, flexible: 2) })
  }

  /// The feeds that are wanted, now or at the moment that is looked back at.
  private func feeds(_ session: Session) throws -> [StoredFeed] {
    // Before the first commit nothing was kept.
    let isBefore = session.past.map { $0.commit == nil } ?? false
    let all = try isBefore ? [] : session.library.feeds(in: session.past?.commit)
    for name in names where !all.contains(where: { $0.name == name }) {
      throw Failure.notFound(
        "Nothing is kept of a feed `\(name)`.\(all.map(\.name).suggestion(for: name)) `yozakura sync` fetches feeds.")
    }
    return names.isEmpty ? all : all.filter { names.contains($0.name) }
  }
}

/// An item as it is listed.
private struct FeedRow {
  var feed: String
  var entry: FeedArchive.Entry

  /// By day, then in an order that is always the same.
  static func newestFirst(_ left: FeedRow, _ right: FeedRow) -> Bool {
    let (a, b) = (left.entry, right.entry)
    if a.date != b.date { return a.date > b.date }
    return (left.feed, a.item.title, "\(a.item.identity)") < (right.feed, b.item.title, "\(b.item.identity)")
  }

  /// Day and minute, the feed, the title, the link.
  func pieces(in zone: Zone) -> [Page.Piece] {
    let civil = zone.civil(entry.date)
    return [
      Page.Piece("\(civil.date) \(civil.clock)", .faint), Page.Piece(feed), Page.Piece(entry.item.title, .strong),
      Page.Piece(entry.item.links.first ?? "", .faint),
    ]
  }

  var json: JSON {
    let (item, links) = (entry.item, entry.item.links)
    return .object([
      ("feed", .string(feed)), ("id", .string(item.identity.description)), ("title", .string(item.title)),
      ("published", .string(orNull: item.published?.iso8601)), ("seen", .string(entry.seen.iso8601)),
      ("size", item.size.map { .number($0) } ?? .null),
      (
        "links",
        .object([
          ("page", .string(orNull: links.page)), ("torrent", .string(orNull: links.torrent)),
          ("magnet", .string(orNull: links.magnet)), ("media", .string(orNull: links.media)),
        ])
      ),
    ])
  }
}

extension StoredFeed {
  /// The feed as JSON has it.
  fileprivate func json(_ archive: FeedArchive) -> JSON {
    .object([
      ("name", .string(name)), ("title", .string(archive.title)), ("page", .string(orNull: archive.page)),
      ("items", .number(count)), ("received", .string(received.iso8601)), ("origin", .string(origin)),
    ])
  }
}

extension CompletionKind {
  /// The names of the feeds that are kept.
  static var feeds: CompletionKind {
    .custom { _, _, prefix in
      let session = Session(options: GlobalOptions())
      return ((try? session.library.feeds()) ?? []).map(\.name).filter { $0.hasPrefix(prefix) }
    }
  }
}
