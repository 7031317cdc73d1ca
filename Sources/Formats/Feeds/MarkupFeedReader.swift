internal import Anime
internal import Markup

/// Reads feeds that are markup: RSS 0.9 to 2.0, with RSS 1.0 among them, and Atom.
struct MarkupFeedReader {
  private var reader: MarkupReader
  private var collector: FeedCollector
  /// The namespaces whose elements are the feed's own; those of others only add to them.
  private var own: Set<String> = [
    "", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/",
    "http://channel.netscape.com/rdf/simple/0.9/",
  ]

  /// The feed that `bytes` hold, gathered by `collector`.
  static func read(_ bytes: [UInt8], into collector: FeedCollector) throws(FeedError) -> FeedFile {
    let root: MarkupElement?
    var feed: MarkupFeedReader
    do throws(MarkupError) {
      let limits = MarkupLimits(bytes: collector.limits.bytes)
      let reader = try MarkupReader(bytes, limits: limits, siblings: ["item", "entry"])
      feed = MarkupFeedReader(reader: reader, collector: collector)
      root = try feed.root()
    } catch {
      throw .unreadable(.markup(error))
    }
    try check(root, of: bytes)
    return feed.file()
  }

  private init(reader: MarkupReader, collector: FeedCollector) {
    self.reader = reader
    self.collector = collector
  }

  /// The first element; nil where there is none.
  private mutating func root() throws(MarkupError) -> MarkupElement? {
    guard case .start(let root)? = try reader.next() else { return nil }
    own.insert(root.name.namespace)
    if let base = root.attributes.first(where: { $0.name.local == "base" }) {
      collector.base = WebAddress.resolve(base.value, against: collector.base) ?? collector.base
    }
    return root
  }

  private static func check(_ root: MarkupElement?, of bytes: [UInt8]) throws(FeedError) {
    let name = root?.name.local ?? ""
    switch name.lowercased() {
    case "rss", "rdf", "feed": return
    case "html", "head", "body", "meta", "script": throw .webPage
    default:
      let head = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
      throw head.contains("<!doctype html") ? .webPage : .notFeed(root: Sanitiser.clean(name))
    }
  }

  /// Reads the rest, as far as it can be.
  private mutating func file() -> FeedFile {
    do throws(MarkupError) {
      while let event = try reader.next() {
        if case .start(let element) = event { try read(element) }
      }
      return collector.file(reader.isTorn ? .torn(reader.place()) : nil)
    } catch {
      return collector.file(.markup(error))
    }
  }

  /// Reads an element beside the items, or an item.
  private mutating func read(_ element: MarkupElement) throws(MarkupError) {
    guard own.contains(element.name.namespace) else { return try reader.skip() }
    switch element.name.local {
    // It holds the items, or stands before them in RSS 1.0.
    case "channel": return
    case "item", "entry": try readItem()
    case "title": collector.feed.title = Sanitiser.clean(try text(of: element))
    case "ttl": collector.feed.timeToLive = Self.timeToLive(try reader.text())
    case "link": try readPage(element)
    default: try reader.skip()
    }
  }

  private mutating func readPage(_ element: MarkupElement) throws(MarkupError) {
    let isOther = !["alternate", nil].contains(element["rel"])
    let written = try reader.text()
    guard !isOther, collector.feed.page == nil else { return }
    collector.feed.page = WebAddress.resolve(element["href"] ?? written, against: collector.base)
  }

  /// Minutes, of which no feed means more than a week.
  private static func timeToLive(_ text: String) -> Instant.Span? {
    let digits = text.filter { !$0.isWhitespace }
    return Int64(digits).flatMap { 1...10_080 ~= $0 ? .minutes($0) : nil }
  }

  /// The text of `element`, which Atom may mark as a page's.
  private mutating func text(of element: MarkupElement) throws(MarkupError) -> String {
    let text = try reader.text()
    return element["type"]?.lowercased().contains("html") ?? false ? PlainText.of(html: text) : text
  }
}

// MARK: - Items

extension MarkupFeedReader {
  /// The zone of times that Mikan writes without one, in seconds east of UTC: that of China.
  private static let secondsEastOfMikan = 8 * 3600

  private mutating func readItem() throws(MarkupError) {
    guard !collector.isFull else {
      collector.skip(.tooMany)
      return try reader.skip()
    }
    var draft = FeedDraft()
    let outer = reader.depth - 1
    while reader.depth > outer, let event = try reader.next() {
      guard case .start(let element) = event else { continue }
      if own.contains(element.name.namespace) {
        try read(element, of: &draft)
      } else {
        try readForeign(element, of: &draft)
      }
    }
    if reader.isTorn { collector.skip(.cutOff) } else { collector.add(draft) }
  }

  private mutating func read(_ element: MarkupElement, of draft: inout FeedDraft) throws(MarkupError) {
    switch element.name.local {
    case "title": draft.title = try text(of: element)
    case "link": try readLink(element, of: &draft)
    case "guid", "id": try readName(element, of: &draft)
    case "pubDate", "published", "issued": draft.take(date: try reader.text())
    case "updated", "modified": draft.take(date: try reader.text(), isUpdate: true)
    case "enclosure":
      draft.take(
        enclosure: element["url"] ?? "", type: element["type"], length: element["length"], base: collector.base)
      try reader.skip()
    default: try reader.skip()
    }
  }

  /// RSS writes the address as text, Atom as an attribute, with what the link is for.
  private mutating func readLink(_ element: MarkupElement, of draft: inout FeedDraft) throws(MarkupError) {
    let written = try reader.text()
    let address = element["href"] ?? written
    switch element["rel"] {
    case nil, "alternate": draft.take(link: address, base: collector.base)
    case "enclosure":
      draft.take(enclosure: address, type: element["type"], length: element["length"], base: collector.base)
    default: return
    }
  }

  /// What names an item in RSS may be the address of its page, unless it says that it is not.
  private mutating func readName(_ element: MarkupElement, of draft: inout FeedDraft) throws(MarkupError) {
    let name = try reader.text()
    draft.name = name
    let isAddress = element.name.local == "guid" && element["isPermaLink"]?.lowercased() != "false"
    if isAddress, name.hasPrefix("http") { draft.take(link: name, base: nil) }
  }

  /// What sites of releases add: nyaa its own namespace, Mikan a `torrent` with fields in it.
  private mutating func readForeign(_ element: MarkupElement, of draft: inout FeedDraft) throws(MarkupError) {
    switch element.name.local {
    // Its fields come next.
    case "torrent": return
    case "infoHash":
      let hash = try reader.text().filter { !$0.isWhitespace }
      draft.infoHash = InfoHash(hexadecimal: hash[...]) ?? draft.infoHash
    case "magnetURI": draft.take(link: try reader.text(), base: nil)
    case "contentLength", "size": draft.size = FileSize.read(try reader.text()) ?? draft.size
    case "pubDate": draft.take(date: try reader.text(), secondsEast: Self.secondsEastOfMikan)
    case "date": draft.take(date: try reader.text())
    case "content" where element["url"] != nil:
      draft.take(enclosure: element["url"] ?? "", type: element["type"], length: nil, base: collector.base)
      try reader.skip()
    default: try reader.skip()
    }
  }
}
