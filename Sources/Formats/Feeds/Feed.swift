public import Anime

/// What a feed says: RSS, Atom or JSON Feed.
public struct Feed: Hashable, Sendable {
  /// What it is called; may be empty.
  public var title: String
  /// The page that it is about.
  public var page: String?
  /// How long it asks to be left alone after it was fetched.
  public var timeToLive: Instant.Span?
  /// The items, in the order of the feed: the newest first as a rule. No two have one identity.
  public var items: [FeedItem]

  /// A feed of `items`.
  public init(title: String = "", page: String? = nil, timeToLive: Instant.Span? = nil, items: [FeedItem] = []) {
    self.title = title
    self.page = page
    self.timeToLive = timeToLive
    self.items = items
  }
}

/// One thing that a feed announces, such as a release.
public struct FeedItem: Hashable, Sendable {
  /// What names it, in this feed and the next time it is fetched.
  public var identity: FeedIdentity
  /// What it is called; often the name of a file.
  public var title: String
  /// Where it leads.
  public var links: FeedLinks
  /// When it was published; nil where the feed tells no time, or none that can be true.
  public var published: Instant?
  /// The size of what it announces, in bytes.
  public var size: Int?

  /// An item called `title`.
  public init(
    identity: FeedIdentity, title: String, links: FeedLinks = FeedLinks(), published: Instant? = nil, size: Int? = nil
  ) {
    self.identity = identity
    self.title = title
    self.links = links
    self.published = published
    self.size = size
  }
}

/// Where an item leads, by what is there: each one a whole address of `http`, `https` or `magnet` in plain ASCII.
///
/// They are shown, and nothing of them is ever fetched.
public struct FeedLinks: Hashable, Sendable {
  /// A page about it.
  public var page: String?
  /// A torrent file.
  public var torrent: String?
  /// A magnet link.
  public var magnet: String?
  /// The thing itself: a video or a sound.
  public var media: String?

  /// These links.
  public init(page: String? = nil, torrent: String? = nil, magnet: String? = nil, media: String? = nil) {
    self.page = page
    self.torrent = torrent
    self.magnet = magnet
    self.media = media
  }

  /// The one to show where there is room for one.
  public var first: String? { page ?? torrent ?? magnet ?? media }
}
