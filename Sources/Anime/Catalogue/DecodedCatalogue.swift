/// What a provider's file says, before its shows have ids of ours.
public struct DecodedCatalogue: Hashable, Sendable {
  /// The shows, in the order of the file.
  public var shows: [DecodedShow]
  /// The sites that the shows link to.
  public var sites: [Site]
  /// Where each item of the file stands, also of those that are no shows to us.
  public var items: [Item]
  /// How many items were passed over, and why.
  public var skipped: [SkipReason: Int]

  /// A file with these contents.
  public init(
    shows: [DecodedShow] = [], sites: [Site] = [], items: [Item] = [], skipped: [SkipReason: Int] = [:]
  ) {
    self.shows = shows
    self.sites = sites
    self.items = items
    self.skipped = skipped
  }

  /// One item of the file: the file is cut into pieces at these, so that a small change is stored small.
  public struct Item: Hashable, Sendable {
    /// Its bytes, from the opening brace to after the closing one.
    public var range: Range<Int>
    /// Its title as it stands there; "" where it has none.
    public var title: String

    /// The item at `range`.
    public init(range: Range<Int>, title: String) {
      self.range = range
      self.title = title
    }
  }

  /// Why an item is no show to us.
  public enum SkipReason: String, CaseIterable, Sendable {
    case notAnObject, noTitle, unknownKind, unknownLanguage, noBegin
  }
}

/// One item of a part of a provider's file, where the other parts are not at hand.
public struct DecodedItem: Hashable, Sendable {
  /// The show.
  public var show: DecodedShow
  /// The key under which it is listed where another item of the file has `show.key`.
  public var otherKey: String

  /// An item that is `show`.
  public init(_ show: DecodedShow, otherKey: String) {
    self.show = show
    self.otherKey = otherKey
  }
}

/// A show as a provider tells of it, known by the key under which the provider lists it.
public struct DecodedShow: Hashable, Sendable {
  /// `bangumi:ID:LANGUAGE`, else `TITLE|BEGIN`; unique in its file.
  public var key: String
  /// Its names.
  public var titles: Titles
  /// Series, film, OVA or web.
  public var kind: Show.Kind
  /// When it began, or will.
  public var begin: Instant
  /// When it ended, where that is said.
  public var end: Instant?
  /// When it is on television, where that is said.
  public var broadcast: Broadcast?
  /// The sites that know or stream it.
  public var sites: [SiteLink]
  /// Its own home page, or "".
  public var officialSite: String
  /// How many episodes it has, where that is said.
  public var episodeCount: Int?

  /// A show with what is said of it.
  public init(
    key: String, titles: Titles, kind: Show.Kind, begin: Instant, end: Instant? = nil, broadcast: Broadcast? = nil,
    sites: [SiteLink] = [], officialSite: String = "", episodeCount: Int? = nil
  ) {
    self.key = key
    self.titles = titles
    self.kind = kind
    self.begin = begin
    self.end = end
    self.broadcast = broadcast
    self.sites = sites
    self.officialSite = officialSite
    self.episodeCount = episodeCount
  }

  /// The show, under an id of ours and its provider's name.
  public func show(id: ShowID, provider: String, isGone: Bool = false) -> Show {
    Show(
      id: id, titles: titles, kind: kind, begin: begin, end: end, broadcast: broadcast, sites: sites,
      officialSite: officialSite, episodeCount: episodeCount, provider: provider, isGone: isGone)
  }
}
