internal import Anime
internal import ArgumentParser
internal import Library
internal import Mirrors
internal import Providers

/// `provider`
struct Provider: CommandFamily {
  static let configuration = CommandConfiguration(
    abstract: "Say where the catalogue and the feeds come from.",
    subcommands: [
      ProviderList.self, ProviderAdd.self, ProviderRemove.self, ProviderEnable.self, ProviderDisable.self,
    ])

  @OptionGroup var global: GlobalOptions
}

/// `provider list`
struct ProviderList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the providers, their mirrors, and what is here from them.")
  static let schema = "provider-list"
  static let lists = ["providers"]

  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    try session.report(session.providers.read())
  }
}

/// `provider add KIND --name NAME --mirror URL… [--version-from URL…]`
struct ProviderAdd: Command {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a provider.",
    discussion: """
      A mirror is an address of the file. It may hold {version}; then --version-from names an address that tells the \
      version: JSON with `version` or `tag_name`, or a redirect to an address with @X.Y.Z.
      A feed is RSS, Atom or JSON Feed: `yozakura provider add feed --name NAME --url URL`. Its items are kept by \
      `sync` and shown by `feed list`; what they link to is never fetched.
      """)
  static let schema = "provider-add"
  static let lists = ["providers"]

  @Argument(
    help: .init("What it speaks: bangumi-data, or feed.", valueName: "kind"),
    completion: .list(ProviderConfiguration.kinds))
  var kind: String
  @Option(help: "What it is called here.")
  var name: String
  @Option(
    name: [.customLong("mirror"), .customLong("url")], parsing: .singleValue,
    help: .init("An address of the file, or of the feed.", valueName: "url"))
  var mirrors: [String]
  @Option(
    name: .customLong("version-from"), parsing: .singleValue,
    help: .init("An address that tells the newest version.", valueName: "url"))
  var versionFrom: [String] = []
  @Option(
    name: .customLong("group"), parsing: .singleValue,
    help: .init("Which origins share their fate, such as https://cdn.example.org=cloudflare.", valueName: "origin=name")
  )
  var groups: [String] = []
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    do {
      try provider.validate()
    } catch {
      throw ValidationError(error.sentence)
    }
    for text in groups where Self.group(text) == nil {
      throw ValidationError("--group wants an origin of these addresses and a name, https://host=name, not \(text).")
    }
  }

  func answer(_ session: Session) throws -> Answer {
    try session.changeProviders { providers in
      guard !providers.contains(where: { $0.name == name }) else {
        throw Failure(.failed, "There is a provider `\(name)` already; remove it first, or choose another name.")
      }
      providers.append(provider)
    }
  }

  private var provider: ProviderConfiguration {
    var provider = ProviderConfiguration(name: name, kind: kind, mirrors: mirrors, versionFrom: versionFrom)
    provider.groups = Dictionary(groups.compactMap(Self.group)) { $1 }
    if groups.isEmpty { provider.groups = provider.builtInGroups }
    return provider
  }

  /// Reads `https://host=name`.
  private static func group(_ text: String) -> (Origin, String)? {
    guard let sign = text.lastIndex(of: "="), let origin = Origin(String(text[..<sign])) else { return nil }
    let name = String(text[text.index(after: sign)...])
    return name.isEmpty ? nil : (origin, name)
  }
}

/// `provider remove NAME`
struct ProviderRemove: Command {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a provider; what came from it stays.")
  static let schema = "provider-remove"
  static let lists = ["providers"]

  @Argument(help: "Its name.", completion: .providers)
  var name: String
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    try session.changeProviders { $0.remove(at: try session.place(of: name, in: $0)) }
  }
}

/// `provider enable NAME`
struct ProviderEnable: Command {
  static let configuration = CommandConfiguration(
    commandName: "enable", abstract: "Let `sync` ask a provider again.")
  static let schema = "provider-enable"
  static let lists = ["providers"]

  @Argument(help: "Its name.", completion: .providers)
  var name: String
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    try session.changeProviders { $0[try session.place(of: name, in: $0)].isEnabled = true }
  }
}

/// `provider disable NAME`
struct ProviderDisable: Command {
  static let configuration = CommandConfiguration(
    commandName: "disable", abstract: "Let `sync` pass a provider over; what came from it stays.")
  static let schema = "provider-disable"
  static let lists = ["providers"]

  @Argument(help: "Its name.", completion: .providers)
  var name: String
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    try session.changeProviders { $0[try session.place(of: name, in: $0)].isEnabled = false }
  }
}

extension CompletionKind {
  /// The names of the providers.
  static var providers: CompletionKind {
    .custom { _, _, prefix in
      let session = Session(options: GlobalOptions())
      return ((try? session.providers.read()) ?? []).map(\.name).filter { $0.hasPrefix(prefix) }
    }
  }
}
