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
    var all = try providers.read()
    try change(&all)
    try providers.write(all)
    return try report(all)
  }

  /// The providers as an answer, with what is here from each.
  func report(_ providers: [ProviderConfiguration]) throws -> Answer {
    let snapshot = try library.snapshot()
    let states = Dictionary(snapshot.providers.map { ($0.name, $0) }) { first, _ in first }
    return Answer(
      fields: { [("providers", .array(providers.map { $0.json(states[$0.name]) }))] },
      say: { page in
        for provider in providers { self.say(provider, states[provider.name], to: &page) }
      })
  }

  private func say(_ provider: ProviderConfiguration, _ state: ProviderState?, to page: inout Page) {
    let fetched = state.map { "\($0.version.map { "\($0) · " } ?? "")\($0.fetched.iso8601) · \($0.showCount)" }
    page.line(
      Page.Piece(provider.isEnabled ? "● " : "○ ", provider.isEnabled ? .good : .faint),
      Page.Piece(provider.name, .strong), Page.Piece("  \(provider.kind)  ", .faint),
      Page.Piece(fetched ?? strings.neverSynced, state == nil ? .new : .plain))
    if let licence = ProviderLicence.of(provider.kind) { page.line(Page.Piece("    \(licence)", .faint)) }
    for mirror in provider.mirrors { page.line("    ", Page.Piece(mirror)) }
    for source in provider.versionFrom { page.line(Page.Piece("    version: \(source)", .faint)) }
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
  fileprivate func json(_ state: ProviderState?) -> JSON {
    .object([
      ("name", .string(name)),
      ("kind", .string(kind)),
      ("enabled", .bool(isEnabled)),
      ("mirrors", .array(mirrors.map { .string($0) })),
      ("versionFrom", .array(versionFrom.map { .string($0) })),
      ("version", .string(orNull: state?.version)),
      ("fetched", .string(orNull: state?.fetched.iso8601)),
      ("licence", .string(orNull: ProviderLicence.of(kind))),
    ])
  }
}
