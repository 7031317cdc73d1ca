internal import Anime
internal import App
internal import Library
internal import Locking
internal import Providers

/// What the last syncs met, kept in the state folder: when a provider was last asked, what its mirrors said.
///
/// Losing it loses nothing but a conditional request, or one download of what is here already.
final class SyncMemory: Sendable {
  /// What is remembered of one provider.
  struct Provider: Equatable {
    /// When it was last asked.
    var tried: Instant?
    /// When it last answered.
    var answered: Instant?
    /// When what is here was last known to be the newest.
    var confirmed: Instant?
    /// What is known of the file that it gave last.
    var content: Content?
    /// How many mirrors it had, and what those that failed said.
    var mirrorCount = 0
    var failures: [Mirror] = []
  }

  /// What servers said about one content, which its hash names.
  ///
  /// A new version may have the bytes of the one before: the capsule does not change then, and this alone
  /// knows that the newer version is here. Of other bytes, such as those of an older commit, it says nothing.
  struct Content: Equatable {
    /// The SHA-256 of the bytes, in hexadecimal digits.
    var digest: String
    /// The newest version that had these bytes.
    var version: String?
    /// Where they came from, and the server's mark of them.
    var url: String
    var etag: String?
    /// Whether another mirror was asked whether it has the same.
    var isCompared = false
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

  /// What servers said about the bytes that `provider` has here.
  func content(of provider: ProviderState) -> Content? {
    guard let content = recall()[provider.name]?.content, content.digest == provider.digest else { return nil }
    return content
  }

  /// Notes that another mirror was asked about the bytes that `provider` has here.
  func rememberComparison(of provider: ProviderState, at now: Instant) {
    writing.withLock { _ in
      var all = recall()
      guard all[provider.name]?.content?.digest == provider.digest else { return }
      all[provider.name]?.content?.isCompared = true
      write(all)
    }
  }

  private func write(_ all: [String: Provider]) {
    let text = all.sorted { $0.key < $1.key }.map { $0.value.text(name: $0.key) }.joined(separator: "\n")
    try? TextFile.replace(path, with: text)
  }

  /// Notes `result`, and what is known of the present content where it just came.
  ///
  /// A state folder that cannot be written is no reason to fail.
  func remember(_ result: SyncResult, content: Content?, at now: Instant) {
    writing.withLock { _ in
      var all = recall()
      var provider = all[result.provider] ?? Provider()
      provider.tried = now
      if case .failed = result.state {} else { provider.answered = now }
      if !result.isBad { provider.confirmed = now }
      if var content {
        content.isCompared = provider.content?.digest == content.digest && provider.content?.isCompared == true
        provider.content = content
      }
      provider.mirrorCount = result.mirrorCount
      provider.failures = result.failures.map { Mirror(address: $0.mirror, cause: $0.reason.sentence) }
      all[result.provider] = provider
      write(all)
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
    confirmed = text("confirmed").flatMap { Instant(iso8601: $0) }
    if let digest = text("sha256"), let url = text("url") {
      content = SyncMemory.Content(digest: digest, version: text("version"), url: url, etag: text("etag"))
      if case .boolean(let flag) = fields["compared"] { content?.isCompared = flag }
    }
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
    if let confirmed { lines.append("confirmed = \(quoted(confirmed.iso8601))") }
    if let content {
      lines += ["sha256 = \(quoted(content.digest))", "url = \(quoted(content.url))"]
      if let version = content.version { lines.append("version = \(quoted(version))") }
      if let etag = content.etag { lines.append("etag = \(quoted(etag))") }
      lines.append("compared = \(content.isCompared)")
    }
    lines.append("mirrors = \(mirrorCount)")
    let failed = Dictionary(failures.map { ($0.address, $0.cause) }) { first, _ in first }
    lines.append("[\(quoted(name)).failed]")
    lines += failed.sorted { $0.key < $1.key }.map { "\(quoted($0.key)) = \(quoted($0.value))" }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension SyncMemory.Content {
  /// What `file` tells about the bytes that `provider` has here; nil where these are others.
  init?(_ file: FetchedFile, of provider: ProviderState) {
    guard provider.holds(file.bytes) else { return nil }
    self.init(digest: provider.digest, version: file.version, url: file.url, etag: file.etag)
  }
}
