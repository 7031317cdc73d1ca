public import Anime

/// A feed as it is kept: with what it has said before, which a feed forgets after some days.
public struct FeedArchive: Hashable, Sendable {
  /// What the feed is called; may be empty.
  public var title: String
  /// The page that it is about.
  public var page: String?
  /// The items, those that were seen first before the others.
  public private(set) var entries: [Entry]

  /// How many items are kept; the oldest go first. A feed of a hundred a day fills it in a season.
  public static let mostEntries = 10_000

  /// An item, and when it came.
  public struct Entry: Hashable, Sendable {
    /// The item, as the feed had it last.
    public var item: FeedItem
    /// When it was in the feed for the first time.
    public var seen: Instant

    /// `item`, which came at `seen`.
    public init(_ item: FeedItem, seen: Instant) {
      self.item = item
      self.seen = seen
    }

    /// When it was published, as far as that can be said.
    public var date: Instant { item.published ?? seen }
  }

  /// A feed of these items.
  public init(title: String = "", page: String? = nil, entries: [Entry] = []) {
    self.title = title
    self.page = page
    self.entries = entries
  }

  /// Takes in what the feed says at `now`: what is new, and what it says anew of what is here.
  ///
  /// Nothing is taken away: a feed that shrinks, or is empty for once, has not made undone what it said.
  public mutating func take(_ feed: Feed, at now: Instant) -> FeedChange {
    var change = FeedChange()
    if !feed.title.isEmpty { title = feed.title }
    page = feed.page ?? page
    var places = Dictionary(entries.indices.map { (entries[$0].item.identity, $0) }) { first, _ in first }
    // Feeds begin with what is newest.
    for item in feed.items.reversed() {
      if let place = places[item.identity] {
        guard entries[place].item != item else { continue }
        entries[place].item = item
        change.changed += 1
      } else {
        places[item.identity] = entries.count
        entries.append(Entry(item, seen: now))
        change.added += 1
      }
    }
    entries.removeFirst(max(0, entries.count - Self.mostEntries))
    return change
  }
}

/// What became of the items that came.
public struct FeedChange: Hashable, Sendable {
  /// How many are new.
  public var added: Int
  /// How many the feed has changed.
  public var changed: Int

  /// So many.
  public init(added: Int = 0, changed: Int = 0) {
    self.added = added
    self.changed = changed
  }
}
