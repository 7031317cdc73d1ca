internal import Anime

/// Reads JSON Feed, versions 1 and 1.1 (https://www.jsonfeed.org/version/1.1/).
struct JSONFeedReader {
  private var collector: FeedCollector
  private var isFeed = false

  init(_ collector: FeedCollector) {
    self.collector = collector
  }

  /// The feed that `bytes` hold, as far as they are JSON.
  consuming func read(_ bytes: [UInt8]) throws(FeedError) -> FeedFile {
    var reader = JSONReader(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
    var problem: FeedProblem?
    do throws(JSONFailure) {
      _ = try reader.object { (reader, key) throws(JSONFailure) in try readMember(key, of: &reader) }
      try reader.end()
    } catch {
      problem = .json(offset: error.offset)
    }
    guard isFeed else { throw problem.map(FeedError.unreadable) ?? .notFeed(root: "") }
    return collector.file(problem)
  }

  private mutating func readMember(_ key: String, of reader: inout JSONReader) throws(JSONFailure) {
    switch key {
    case "version": isFeed = try reader.string()?.contains("jsonfeed.org/version/") ?? false
    case "title": collector.feed.title = Sanitiser.clean(try reader.string() ?? "")
    case "home_page_url":
      collector.feed.page = WebAddress.resolve(try reader.string() ?? "", against: collector.base)
    case "items":
      _ = try reader.array { (reader) throws(JSONFailure) in try readItem(of: &reader) }
    default: try reader.skip()
    }
  }

  private mutating func readItem(of reader: inout JSONReader) throws(JSONFailure) {
    guard !collector.isFull else {
      collector.skip(.tooMany)
      return try reader.skip()
    }
    var draft = FeedDraft()
    let base = collector.base
    do throws(JSONFailure) {
      _ = try reader.object { (reader, key) throws(JSONFailure) in try draft.read(key, of: &reader, base: base) }
    } catch {
      collector.skip(.cutOff)
      throw error
    }
    collector.add(draft)
  }
}

extension FeedDraft {
  fileprivate mutating func read(
    _ key: String, of reader: inout JSONReader, base: String?
  ) throws(JSONFailure) {
    switch key {
    // Some write a number, which means its digits.
    case "id": name = try reader.stringOrNumber()
    case "title": title = try reader.string() ?? ""
    case "url", "external_url": take(link: try reader.string() ?? "", base: base)
    case "date_published": take(date: try reader.string() ?? "")
    case "date_modified": take(date: try reader.string() ?? "", isUpdate: true)
    case "attachments":
      _ = try reader.array { (reader) throws(JSONFailure) in try readAttachment(of: &reader, base: base) }
    default: try reader.skip()
    }
  }

  private mutating func readAttachment(of reader: inout JSONReader, base: String?) throws(JSONFailure) {
    var (address, type, length): (String?, String?, String?)
    _ = try reader.object { (reader, key) throws(JSONFailure) in
      switch key {
      case "url": address = try reader.string()
      case "mime_type": type = try reader.string()
      case "size_in_bytes": length = try reader.stringOrNumber()
      default: try reader.skip()
      }
    }
    if let address { take(enclosure: address, type: type, length: length, base: base) }
  }
}
