internal import Anime
internal import App
internal import Library
internal import Providers

extension Session {
  /// Where the provider `name` stands.
  func place(of name: String, in providers: [ProviderConfiguration]) throws(Failure) -> Int {
    guard let place = providers.firstIndex(where: { $0.name == name }) else {
      throw .notFound("No provider is called `\(name)`.\(providers.map(\.name).suggestion(for: name))")
    }
    return place
  }

  /// Lets `change` change the providers, and writes them down.
  func changeProviders(_ change: (inout [ProviderConfiguration]) throws -> Void) throws -> Answer {
    try report(providers.change(change).providers)
  }

  /// The providers as an answer, with what is here from each.
  func report(_ providers: [ProviderConfiguration]) throws -> Answer {
    let snapshot = try library.snapshot()
    let states = Dictionary(snapshot.providers.map { ($0.name, ProviderStock($0)) }) { first, _ in first }
    let feeds = Dictionary(try library.feeds().map { ($0.name, ProviderStock($0)) }) { first, _ in first }
    let rows = providers.map { (provider: $0, stock: $0.isFeed ? feeds[$0.name] : states[$0.name]) }
    return Answer(
      fields: { [("providers", .array(rows.map { $0.provider.json($0.stock) }))] },
      say: { page in
        for row in rows { self.say(row.provider, row.stock, to: &page) }
      })
  }

  private func say(_ provider: ProviderConfiguration, _ stock: ProviderStock?, to page: inout Page) {
    let fetched = stock.map { "\($0.version.map { "\($0) · " } ?? "")\($0.fetched.iso8601) · \($0.count)" }
    page.line(
      Page.Piece(provider.isEnabled ? "● " : "○ ", provider.isEnabled ? .good : .faint),
      Page.Piece(provider.name, .strong), Page.Piece("  \(provider.kind)  ", .faint),
      Page.Piece(fetched ?? strings.neverSynced, stock == nil ? .new : .plain))
    if let licence = ProviderLicence.of(provider.kind) { page.line(Page.Piece("    \(licence)", .faint)) }
    for mirror in provider.mirrors { page.line("    ", Page.Piece(mirror)) }
    for source in provider.versionFrom { page.line(Page.Piece("    version: \(source)", .faint)) }
  }
}

/// What is here from a provider: the shows of a catalogue, or the items of a feed.
private struct ProviderStock {
  /// The release, where it has any.
  var version: String?
  /// When it came; of a feed, when it last said something new.
  var fetched: Instant
  /// How many shows or items there are.
  var count: Int

  init(_ state: ProviderState) {
    (version, fetched, count) = (state.version, state.fetched, state.showCount)
  }

  init(_ feed: StoredFeed) {
    (version, fetched, count) = (nil, feed.received, feed.count)
  }
}

/// On which terms the files of a kind of provider may be used.
enum ProviderLicence {
  static func of(_ kind: String) -> String? {
    kind == BangumiData.kind ? "bangumi-data, CC BY 4.0, https://github.com/bangumi-data/bangumi-data" : nil
  }
}

extension ProviderConfiguration {
  /// The provider as JSON has it.
  fileprivate func json(_ stock: ProviderStock?) -> JSON {
    .object([
      ("name", .string(name)),
      ("kind", .string(kind)),
      ("enabled", .bool(isEnabled)),
      ("mirrors", .array(mirrors.map { .string($0) })),
      ("versionFrom", .array(versionFrom.map { .string($0) })),
      ("version", .string(orNull: stock?.version)),
      ("fetched", .string(orNull: stock?.fetched.iso8601)),
      ("licence", .string(orNull: ProviderLicence.of(kind))),
    ])
  }
}
