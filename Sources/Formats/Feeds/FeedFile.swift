public import Markup

/// What the file of a feed held.
public struct FeedFile: Hashable, Sendable {
  /// The feed.
  public var feed: Feed
  /// How many items were left out, and why.
  public var skipped: [FeedSkip: Int]
  /// How many items say a time that none can be.
  public var misdated: Int
  /// Why the rest of the file was not read; nil where all of it was.
  public var problem: FeedProblem?

  /// A file of `feed`.
  public init(feed: Feed, skipped: [FeedSkip: Int] = [:], misdated: Int = 0, problem: FeedProblem? = nil) {
    self.feed = feed
    self.skipped = skipped
    self.misdated = misdated
    self.problem = problem
  }

  /// Reads `bytes`, which came from `address`: RSS 0.9 to 2.0, Atom or JSON Feed, as their content tells.
  ///
  /// Addresses in it may be relative to its own. What can be read is, even of a file that is broken.
  public init(
    reading bytes: [UInt8], from address: String? = nil, limits: FeedLimits = FeedLimits()
  ) throws(FeedError) {
    guard bytes.count <= limits.bytes else { throw .tooLarge(bytes: bytes.count, limit: limits.bytes) }
    let collector = FeedCollector(limits: limits, base: address)
    switch bytes.first(where: { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }) {
    case nil: throw .empty
    case UInt8(ascii: "{"):
      self = try JSONFeedReader(collector).read(bytes)
    default:
      self = try MarkupFeedReader.read(bytes, into: collector)
    }
  }
}

/// How much of a feed is read.
public struct FeedLimits: Hashable, Sendable {
  /// The bytes of the file.
  public var bytes: Int
  /// How many items are kept.
  public var items: Int

  /// Limits that no feed of a person's comes near: most have less than a hundred items and a hundred kilobytes.
  public init(bytes: Int = 8 << 20, items: Int = 5000) {
    self.bytes = bytes
    self.items = items
  }
}

/// Why an item was left out.
public enum FeedSkip: String, Error, CaseIterable, Hashable, Sendable {
  /// It has no title.
  case noTitle
  /// The file broke off within it.
  case cutOff
  /// An item before it has the same identity.
  case duplicate
  /// There were as many before it as are kept.
  case tooMany
}

/// Why a file is no feed.
public enum FeedError: Error, Hashable, Sendable {
  /// It holds nothing.
  case empty
  /// It has more bytes than any feed.
  case tooLarge(bytes: Int, limit: Int)
  /// It is a web page: an error of a server, or the address of a site instead of its feed's.
  case webPage
  /// It is something else, of which `root` is the first element; empty where it has none.
  case notFeed(root: String)
  /// It cannot be read at all.
  case unreadable(FeedProblem)
}

/// Where a feed cannot be read any further, and why.
public enum FeedProblem: Error, Hashable, Sendable {
  /// Its markup goes beyond a limit, or is not in an encoding that is read.
  case markup(MarkupError)
  /// It is no JSON any more behind so many bytes.
  case json(offset: Int)
  /// It breaks off.
  case torn(MarkupPlace)
}
