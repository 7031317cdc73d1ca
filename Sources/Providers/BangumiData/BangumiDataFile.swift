import Anime
import Formats

/// A `data.json` while it is read.
struct BangumiDataFile {
  private var decoded = DecodedCatalogue()
  private var keys: Set<String> = []
  private var hasItems = false
  private var hasSites = false
  private var hasOldSites = false
  /// Items that carry an `id` and no `type`, as 0.1 had them.
  private var oldItems = 0

  /// What was read, where it is a catalogue.
  func catalogue() throws(Rejection) -> DecodedCatalogue {
    if hasOldSites && !hasSites || oldItems > 0 && oldItems == decoded.items.count { throw .oldSchema }
    guard hasSites else { throw .missing(key: "siteMeta") }
    guard hasItems else { throw .missing(key: "items") }
    guard !decoded.shows.isEmpty else { throw .noShows(skipped: decoded.skipped.values.reduce(0, +)) }
    return decoded
  }

  mutating func read(_ bytes: [UInt8]) throws(JSONFailure) {
    var reader = JSONReader(bytes)
    _ = try reader.object { (reader, key) throws(JSONFailure) in
      switch key {
      case "siteMeta":
        hasSites = try reader.object { (reader, key) throws(JSONFailure) in try site(key, from: &reader) }
      case "items": hasItems = try reader.array { (reader) throws(JSONFailure) in try item(from: &reader) }
      case "sites":
        hasOldSites = true
        try reader.skip()
      default: try reader.skip()
      }
    }
    try reader.end()
  }

  private mutating func site(_ key: String, from reader: inout JSONReader) throws(JSONFailure) {
    var site = Site(key: Self.siteKey(key), title: "", urlTemplate: "", kind: .info)
    _ = try reader.object { (reader, key) throws(JSONFailure) in
      switch key {
      case "title": site.title = Self.clean(try reader.string())
      case "urlTemplate": site.urlTemplate = Self.address(try reader.string()) ?? ""
      case "type": site.kind = try reader.string().flatMap(Site.Kind.init) ?? .info
      case "regions": site.regions = try reader.strings().map(Self.clean)
      default: try reader.skip()
      }
    }
    if site.title.isEmpty { site.title = site.key }
    decoded.sites.append(site)
  }

  private mutating func item(from reader: inout JSONReader) throws(JSONFailure) {
    reader.skipSpace()
    let start = reader.position
    var item = BangumiDataItem()
    let isObject = try reader.object { (reader, key) throws(JSONFailure) in try item.read(key, from: &reader) }
    decoded.items.append(DecodedCatalogue.Item(range: start..<reader.position, title: item.title))
    if item.isOld { oldItems += 1 }
    do throws(BangumiDataItem.Unusable) {
      guard isObject else { throw BangumiDataItem.Unusable(reason: .notAnObject) }
      var show = try item.show()
      show.key = unused(show.key, else: item.startKey)
      decoded.shows.append(show)
    } catch {
      decoded.skipped[error.reason, default: 0] += 1
    }
  }

  /// The first of `key`, `other`, `other|2`, `other|3` … that no show before has.
  ///
  /// Two rows of 0.3.222 share their Bangumi id, two others title and begin.
  private mutating func unused(_ key: String, else other: String) -> String {
    if keys.insert(key).inserted { return key }
    if keys.insert(other).inserted { return other }
    var count = 2
    while !keys.insert("\(other)|\(count)").inserted { count += 1 }
    return "\(other)|\(count)"
  }
}

extension BangumiDataFile {
  /// The key of a site in our spelling: `aniList` is `anilist`, as users type it.
  static func siteKey(_ key: String) -> String {
    clean(key).lowercased()
  }

  /// Text from outside, made harmless.
  static func clean(_ text: String?) -> String {
    text.map(Sanitiser.clean) ?? ""
  }

  /// An address of the web; nil for anything else, which nobody should be sent to.
  static func address(_ text: String?) -> String? {
    guard let text, text.hasPrefix("https://") || text.hasPrefix("http://"),
      text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
    else { return nil }
    return text
  }
}

extension JSONReader {
  /// The strings of an array; what is no string in it is left out.
  mutating func strings() throws(JSONFailure) -> [String] {
    var strings: [String] = []
    _ = try array { (reader) throws(JSONFailure) in
      if let string = try reader.string() { strings.append(string) }
    }
    return strings
  }
}
