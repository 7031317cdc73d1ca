internal import Anime

extension FeedArchive {
  private static let schema = "yozakura.feed/1"

  /// The archive as lines of JSON: what the feed is, then each item. Equal archives have equal bytes.
  ///
  ///     {"schema":"yozakura.feed/1","title":"Releases","page":"https://example.org/"}
  ///     {"id":"infohash:0123…","title":"[Group] Show - 05.mkv","seen":"2026-07-01T12:30:00Z", …}
  public var lines: [UInt8] {
    var text = Self.line([("schema", Self.schema), ("title", title), ("page", page)])
    for entry in entries { text += Self.line(entry) }
    return Array(text.utf8)
  }

  private static func line(_ entry: Entry) -> String {
    let item = entry.item
    return line([
      ("id", item.identity.description), ("title", item.title), ("seen", entry.seen.iso8601),
      ("published", item.published?.iso8601), ("size", item.size.map { String($0) }), ("page", item.links.page),
      ("torrent", item.links.torrent), ("magnet", item.links.magnet), ("media", item.links.media),
    ])
  }

  private static func line(_ members: [(key: String, value: String?)]) -> String {
    let texts = members.compactMap { member in member.value.map { "\"\(member.key)\":\"\(escaped($0))\"" } }
    return "{\(texts.joined(separator: ","))}\n"
  }

  /// Texts are clean, and addresses plain: of what JSON escapes they hold two characters alone.
  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else { return text }
    // Scalar by scalar: a mark that joins the quote before it makes another character of it.
    return text.unicodeScalars.reduce(into: "") { escaped, scalar in
      if scalar == "\"" || scalar == "\\" { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
  }

  /// Reads what `lines` wrote; nil where it is something else. A line that makes no sense is passed over.
  public init?(lines bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard let first = lines.first, let head = Self.members(of: first), head["schema"] == Self.schema else { return nil }
    self.init(
      title: Sanitiser.clean(head["title"] ?? ""), page: head["page"].flatMap { WebAddress.resolve($0, against: nil) },
      entries: lines.dropFirst().compactMap { Self.members(of: $0).flatMap(Entry.init) })
  }

  private static func members(of line: ArraySlice<UInt8>) -> [String: String]? {
    var reader = JSONReader(Array(line))
    var members: [String: String] = [:]
    do throws(JSONFailure) {
      _ = try reader.object { (reader, key) throws(JSONFailure) in members[key] = try reader.string() }
      return members
    } catch {
      return nil
    }
  }
}

extension FeedArchive.Entry {
  fileprivate init?(_ members: [String: String]) {
    guard let identity = members["id"].flatMap({ FeedIdentity($0) }), let seen = members["seen"],
      let seen = Instant(iso8601: seen), let title = members["title"].map(Sanitiser.clean), !title.isEmpty
    else { return nil }
    let address = { (key: String) in members[key].flatMap { WebAddress.resolve($0, against: nil) } }
    self.init(
      FeedItem(
        identity: identity, title: title,
        links: FeedLinks(
          page: address("page"), torrent: address("torrent"), magnet: address("magnet"), media: address("media")),
        published: members["published"].flatMap { Instant(iso8601: $0) }, size: members["size"].flatMap { Int($0) }),
      seen: seen)
  }
}
