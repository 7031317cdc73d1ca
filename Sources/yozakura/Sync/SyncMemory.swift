internal import Anime
internal import App
internal import Locking
internal import Providers

/// What the last syncs met, kept in the state folder: when a provider was last asked, what its mirrors said.
///
/// Losing it loses nothing but a conditional request.
final class SyncMemory: Sendable {
  /// What is remembered of one provider.
  struct Provider: Equatable {
    /// When it was last asked.
    var tried: Instant?
    /// When it last answered.
    var answered: Instant?
    /// Where its file came from, and the server's mark of it.
    var url: String?
    var etag: String?
    /// How many mirrors it had, and what those that failed said.
    var mirrorCount = 0
    var failures: [Mirror] = []
  }

  /// An address that failed.
  struct Mirror: Equatable {
    var address: String
    var cause: String
  }

  private let path: String
  private let log: LogFile
  private let writing = Lock(())

  init(folder: String) {
    path = "\(folder)/sync.toml"
    log = LogFile(path: "\(folder)/yozakura.log")
  }

  /// What is remembered; a damaged file is forgotten.
  func recall() -> [String: Provider] {
    guard let table = (try? TOMLFile.read(path)) ?? nil else { return [:] }
    var providers: [String: Provider] = [:]
    for (name, value) in table.values {
      if case .table(let fields) = value { providers[name] = Provider(fields) }
    }
    return providers
  }

  /// Where the present file of `provider` came from.
  func source(of provider: String) -> Provider? {
    recall()[provider]
  }

  /// Notes `result`. A state folder that cannot be written is no reason to fail.
  func remember(_ result: SyncResult, file: FetchedFile?, at now: Instant) {
    writing.withLock { _ in
      var all = recall()
      var provider = all[result.provider] ?? Provider()
      provider.tried = now
      if case .failed = result.state {} else { provider.answered = now }
      if case .updated = result.state, let file { (provider.url, provider.etag) = (file.url, file.etag) }
      provider.mirrorCount = result.mirrorCount
      provider.failures = result.failures.map { Mirror(address: $0.mirror, cause: $0.reason.sentence) }
      all[result.provider] = provider
      let text = all.sorted { $0.key < $1.key }.map { $0.value.text(name: $0.key) }.joined(separator: "\n")
      try? TextFile.replace(path, with: text)
      log.note("sync \(result.provider): \(result.word)\(result.cause.map { ": \($0)" } ?? "")", at: now)
    }
  }
}

extension SyncMemory.Provider {
  fileprivate init(_ fields: ConfigurationTable) {
    func text(_ key: String) -> String? {
      if case .string(let text) = fields[key] { text } else { nil }
    }
    tried = text("tried").flatMap { Instant(iso8601: $0) }
    answered = text("answered").flatMap { Instant(iso8601: $0) }
    url = text("url")
    etag = text("etag")
    if case .integer(let count) = fields["mirrors"] { mirrorCount = count }
    guard case .table(let failed) = fields["failed"] else { return }
    failures = failed.values.sorted { $0.key < $1.key }.compactMap { address, cause in
      if case .string(let cause) = cause { SyncMemory.Mirror(address: address, cause: cause) } else { nil }
    }
  }

  fileprivate func text(name: String) -> String {
    func quoted(_ text: String) -> String { JSON.string(text).text }
    var lines = ["[\(quoted(name))]"]
    if let tried { lines.append("tried = \(quoted(tried.iso8601))") }
    if let answered { lines.append("answered = \(quoted(answered.iso8601))") }
    if let url { lines.append("url = \(quoted(url))") }
    if let etag { lines.append("etag = \(quoted(etag))") }
    lines.append("mirrors = \(mirrorCount)")
    let failed = Dictionary(failures.map { ($0.address, $0.cause) }) { first, _ in first }
    lines.append("[\(quoted(name)).failed]")
    lines += failed.sorted { $0.key < $1.key }.map { "\(quoted($0.key)) = \(quoted($0.value))" }
    return lines.joined(separator: "\n") + "\n"
  }
}
