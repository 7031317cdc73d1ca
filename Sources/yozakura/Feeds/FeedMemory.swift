internal import Anime
internal import App
internal import Locking
internal import Providers

/// What servers said of feeds, kept in the state folder, so that none is asked too often or for what is here.
///
/// Losing it costs one download of each feed.
final class FeedMemory: Sendable {
  /// What is remembered of one feed.
  struct Feed: Equatable {
    /// When a server answered last.
    var answered: Instant
    /// How long the feed asks to be left alone.
    var timeToLive: Instant.Span?
    /// What that server said of it.
    var validators: FeedValidators
  }

  /// No feed is asked more often, whatever it says of itself.
  static let shortestPause = Instant.Span.minutes(15)

  private let path: String
  private let writing = Lock(())

  init(folder: String) {
    path = "\(folder)/feeds.toml"
  }

  /// What is remembered of the feed of `provider`; nil where that is nothing, or of an address that it has no more.
  func recall(_ provider: ProviderConfiguration) -> Feed? {
    guard let feed = read()[provider.name], provider.mirrors.contains(feed.validators.url) else { return nil }
    return feed
  }

  /// Notes `feed`. A state folder that cannot be written is no reason to fail.
  func remember(_ feed: Feed, of provider: ProviderConfiguration) {
    writing.withLock { _ in
      var all = read()
      all[provider.name] = feed
      try? TextFile.replace(path, with: all.sorted { $0.key < $1.key }.map { $0.value.text(name: $0.key) }.joined())
    }
  }

  /// What is in the file; a damaged one is forgotten.
  private func read() -> [String: Feed] {
    guard let table = (try? TOMLFile.read(path)) ?? nil else { return [:] }
    return table.values.compactMapValues { if case .table(let fields) = $0 { Feed(fields) } else { nil } }
  }
}

extension FeedMemory.Feed {
  /// Whether it is too early at `now` to ask again; a clock that was set back makes it no later.
  func isFresh(at now: Instant) -> Bool {
    now >= answered && now < answered + max(timeToLive ?? FeedMemory.shortestPause, FeedMemory.shortestPause)
  }

  fileprivate init?(_ fields: ConfigurationTable) {
    let text = { (key: String) -> String? in if case .string(let text) = fields[key] { text } else { nil } }
    guard let answered = text("answered").flatMap({ Instant(iso8601: $0) }), let url = text("url") else { return nil }
    self.answered = answered
    validators = FeedValidators(url: url, entityTag: text("etag"), modified: text("modified"))
    if case .integer(let minutes) = fields["ttl"] { timeToLive = .minutes(Int64(minutes)) }
  }

  fileprivate func text(name: String) -> String {
    func quoted(_ text: String) -> String { JSON.string(text).text }
    var lines = ["[\(quoted(name))]", "answered = \(quoted(answered.iso8601))", "url = \(quoted(validators.url))"]
    if let tag = validators.entityTag { lines.append("etag = \(quoted(tag))") }
    if let modified = validators.modified { lines.append("modified = \(quoted(modified))") }
    if let timeToLive { lines.append("ttl = \(timeToLive.milliseconds / 60_000)") }
    return lines.joined(separator: "\n") + "\n"
  }
}
