internal import App
internal import Capsule
internal import Mirrors
internal import Providers

/// providers.toml: where the catalogue comes from. Ours to write, always whole and in one step.
struct ProvidersFile {
  /// The file.
  let path: String
  /// What is locked while it is changed.
  let lock: String

  /// The providers. Without a file these are the built-in ones; an empty file means none.
  func read() throws(Failure) -> [ProviderConfiguration] {
    let table: ConfigurationTable?
    do {
      table = try TOMLFile.read(path)
    } catch let error as TOMLFile.Failure {
      throw damaged(error.text)
    } catch {
      throw Failure(error)
    }
    guard let table else { return [.bangumiData] }
    if let stranger = table.values.keys.sorted().first(where: { $0 != "provider" }) {
      throw damaged("\(path): `\(stranger)` is not known; only [[provider]] stands here.")
    }
    guard let rows = table["provider"] else { return [] }
    guard case .array(let values) = rows else { throw damaged("\(path): `provider` has to be [[provider]].") }
    var providers: [ProviderConfiguration] = []
    for (index, value) in values.enumerated() {
      let provider = try read(value, number: index + 1)
      guard !providers.contains(where: { $0.name == provider.name }) else {
        throw damaged("\(path): two providers are called `\(provider.name)`.")
      }
      providers.append(provider)
    }
    return providers
  }

  private func read(_ value: ConfigurationValue, number: Int) throws(Failure) -> ProviderConfiguration {
    let place = "\(path): [[provider]] number \(number)"
    guard case .table(let table) = value else { throw damaged("\(place) is no table.") }
    let known = ["name", "kind", "enabled", "mirrors", "versionFrom", "pinned", "groups"]
    if let stranger = table.values.keys.sorted().first(where: { !known.contains($0) }) {
      throw damaged("\(place): `\(stranger)` is not known.\(known.suggestion(for: stranger))")
    }
    func texts(_ key: String) throws(Failure) -> [String] {
      guard let value = table[key] else { return [] }
      guard case .array(let values) = value else { throw damaged("\(place): `\(key)` has to be a list of texts.") }
      var texts: [String] = []
      for value in values {
        guard case .string(let text) = value else { throw damaged("\(place): `\(key)` has to be a list of texts.") }
        texts.append(text)
      }
      return texts
    }
    guard case .string(let name) = table["name"] else { throw damaged("\(place): `name` is missing.") }
    guard case .string(let kind) = table["kind"] ?? .string(BangumiData.kind) else {
      throw damaged("\(place): `kind` has to be a text.")
    }
    guard case .boolean(let isEnabled) = table["enabled"] ?? .boolean(true) else {
      throw damaged("\(place): `enabled` has to be true or false.")
    }
    var provider = ProviderConfiguration(
      name: name, kind: kind, isEnabled: isEnabled, mirrors: try texts("mirrors"),
      versionFrom: try texts("versionFrom"))
    provider.groups = try groups(table, place) ?? provider.builtInGroups
    if let value = table["pinned"] {
      guard case .string(let address) = value, provider.mirrors.contains(address) else {
        throw damaged("\(place): `pinned` has to be one of its mirrors.")
      }
      provider.pinned = address
    }
    do {
      try provider.validate()
    } catch {
      throw damaged("\(place): \(error.sentence)")
    }
    return provider
  }

  /// The fate groups, by origin; nil where none are written.
  private func groups(_ table: ConfigurationTable, _ place: String) throws(Failure) -> [Origin: String]? {
    guard let value = table["groups"] else { return nil }
    guard case .table(let names) = value else {
      throw damaged("\(place): `groups` has to be a table such as { \"https://host\" = \"name\" }.")
    }
    var groups: [Origin: String] = [:]
    for (address, value) in names.values {
      guard let origin = Origin(address), case .string(let group) = value else {
        throw damaged("\(place): `groups` wants an http or https origin and a name, not `\(address)`.")
      }
      groups[origin] = group
    }
    return groups
  }

  private func damaged(_ message: String) -> Failure {
    Failure(.damaged, "\(message) Correct the file, or remove it to have the built-in provider back.")
  }

  /// Changes the providers, and returns them with what `body` does; two processes do so one after the other.
  func change<Result>(
    _ body: (inout [ProviderConfiguration]) throws -> Result
  ) throws -> (providers: [ProviderConfiguration], result: Result) {
    try TextFile.makeFolder(TextFile.folder(of: lock))
    let held = try LockFile(at: lock).acquire(for: "providers")
    defer { held.release() }
    var providers = try read()
    let result = try body(&providers)
    try write(providers)
    return (providers, result)
  }

  /// Replaces the file by one with `providers`.
  private func write(_ providers: [ProviderConfiguration]) throws {
    let head = """
      # Where the catalogue comes from. `yozakura provider` writes this file; comments in it do not last.

      """
    try TextFile.replace(path, with: head + providers.map(Self.text).joined())
  }

  private static func text(_ provider: ProviderConfiguration) -> String {
    let mirrors = list("mirrors", provider.mirrors)
    let versions = provider.versionFrom.isEmpty ? "" : list("versionFrom", provider.versionFrom)
    return """

      [[provider]]
      name = \(quoted(provider.name))
      kind = \(quoted(provider.kind))
      enabled = \(provider.isEnabled)
      \(mirrors)\(versions)\(pinned(provider))\(groups(provider))
      """
  }

  private static func pinned(_ provider: ProviderConfiguration) -> String {
    provider.pinned.map { "pinned = \(quoted($0))\n" } ?? ""
  }

  private static func groups(_ provider: ProviderConfiguration) -> String {
    guard provider.groups != provider.builtInGroups else { return "" }
    let rows = provider.groups.map { "\(quoted($0.key.description)) = \(quoted($0.value))" }
    return "groups = { \(rows.sorted().joined(separator: ", ")) }\n"
  }

  private static func list(_ name: String, _ texts: [String]) -> String {
    "\(name) = [\n" + texts.map { "  \(quoted($0)),\n" }.joined() + "]\n"
  }

  /// A basic string of TOML, whose escapes are those of JSON.
  private static func quoted(_ text: String) -> String {
    JSON.string(text).text
  }
}

extension ProviderConfigurationError {
  /// What is wrong, in a sentence.
  var sentence: String {
    switch self {
    case .badName(let name):
      "“\(name)” is no name for a provider: a letter, then letters, digits, `-`, `_` and `.`, at most 64."
    case .reservedName(let name): "“\(name)” is the name of the built-in catalogue; choose another one."
    case .unknownKind(let kind, let known):
      "“\(kind)” is no kind of provider that is known here. There is: \(known.joined(separator: ", "))."
    case .noMirror: "A provider wants at least one mirror."
    case .badAddress(let address): "“\(address)” is no http or https address."
    case .noVersionSource(let template):
      "“\(template)” holds {version}, so something has to tell the version: add --version-from URL."
    }
  }
}
