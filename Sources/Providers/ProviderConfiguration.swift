import Anime
public import Mirrors

/// Where one catalogue or feed comes from: what the user wrote with `provider add`, or the built-in default.
public struct ProviderConfiguration: Hashable, Sendable {
  /// Its name, unique.
  public var name: String
  /// What it speaks: `bangumi-data`, or `feed`.
  public var kind: String
  /// Whether `sync` asks it.
  public var isEnabled: Bool
  /// The addresses of the file, `{version}` standing for the release.
  public var mirrors: [String]
  /// The addresses that tell the newest release.
  public var versionFrom: [String]
  /// The releases that can be read.
  public var versionPin: VersionPin?
  /// Which origins share their fate, by the names of their groups; an origin that is not named here is alone.
  public var groups: [Origin: String]
  /// The mirror that the user wants to be asked first.
  public var pinned: String?

  /// A provider with these facts, not yet looked at: see ``validate()``.
  public init(
    name: String, kind: String = BangumiData.kind, isEnabled: Bool = true, mirrors: [String],
    versionFrom: [String] = [], versionPin: VersionPin? = .readable, groups: [Origin: String] = [:],
    pinned: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.isEnabled = isEnabled
    self.mirrors = mirrors
    self.versionFrom = versionFrom
    self.versionPin = versionPin
    self.groups = groups
    self.pinned = pinned
  }

  /// The word for feeds: RSS, Atom and JSON Feed.
  public static let feed = "feed"
  /// What there is to speak.
  public static let kinds = [BangumiData.kind, feed]

  /// Whether it gives releases and news instead of a catalogue.
  public var isFeed: Bool { kind == Self.feed }

  /// bangumi-data from its public mirrors.
  ///
  /// GitHub's file has no release in its address and is only asked where no source tells one. unpkg and the npm
  /// registry both stand behind Cloudflare; jsDelivr has several networks of its own. The npm registry also lists 0.4 releases that are older in content: hence the pin.
  public static let bangumiData = ProviderConfiguration(
    name: BangumiData.kind,
    mirrors: [
      "https://unpkg.com/bangumi-data@{version}/dist/data.json",
      "https://cdn.jsdelivr.net/npm/bangumi-data@{version}/dist/data.json",
      "https://raw.githubusercontent.com/bangumi-data/bangumi-data/master/dist/data.json",
    ],
    versionFrom: [
      "https://registry.npmjs.org/bangumi-data/latest",
      "https://registry.npmmirror.com/bangumi-data/latest",
      "https://unpkg.com/bangumi-data@0.3/dist/data.json",
      "https://api.github.com/repos/bangumi-data/bangumi-data/releases/latest",
    ],
    groups: named([
      "cloudflare": ["https://unpkg.com", "https://registry.npmjs.org"],
      "github": ["https://raw.githubusercontent.com", "https://api.github.com"],
    ]))

  /// The groups that are known without being written down: those of the built-in provider's own addresses.
  public var builtInGroups: [Origin: String] {
    let own = Set((mirrors + versionFrom).compactMap { Origin($0) })
    return Self.bangumiData.groups.filter { own.contains($0.key) }
  }

  /// Whose fate `origin` shares; nil where it is alone.
  public func group(of origin: Origin) -> String? { groups[origin] }

  private static func named(_ groups: [String: [String]]) -> [Origin: String] {
    var named: [Origin: String] = [:]
    for (group, addresses) in groups {
      for origin in addresses.compactMap({ Origin($0) }) { named[origin] = group }
    }
    return named
  }

  /// Throws what is wrong with it.
  public func validate() throws(ProviderConfigurationError) {
    let isName = { (character: Character) in
      character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
    }
    guard !name.isEmpty, name.count <= 64, name.allSatisfy(isName), name.first?.isLetter == true else {
      throw .badName(name)
    }
    guard name != Show.starterProvider else { throw .reservedName(name) }
    guard Self.kinds.contains(kind) else { throw .unknownKind(kind, known: Self.kinds) }
    guard !mirrors.isEmpty else { throw .noMirror }
    for address in mirrors + versionFrom {
      guard Origin(address) != nil else { throw .badAddress(address) }
    }
    if let template = mirrors.first(where: { $0.contains(Self.placeholder) }), versionFrom.isEmpty {
      throw .noVersionSource(template: template)
    }
    if let source = versionFrom.first(where: { $0.contains(Self.placeholder) }) { throw .badAddress(source) }
  }

  /// Where `version` of the file is asked for; a mirror without the release in its address may give any.
  public func addresses(of version: String?) -> [String] {
    mirrors.compactMap { address(of: $0, version: version) }
  }

  /// Where `mirror` serves `version` of the file; nil where its address needs one and none is known.
  func address(of mirror: String, version: String?) -> String? {
    guard mirror.contains(Self.placeholder) else { return mirror }
    return version.map {
      mirror.split(separator: Self.placeholder, omittingEmptySubsequences: false).joined(separator: $0)
    }
  }

  /// What stands for the release in a template.
  static let placeholder = "{version}"
}

extension VersionPin {
  /// The releases of bangumi-data that this program can read.
  public static let readable = VersionPin("0.3")
}

/// Why a provider cannot be used as it is written.
public enum ProviderConfigurationError: Error, Hashable, Sendable {
  /// Not a name: a letter, then letters, digits, `-`, `_` and `.`, at most 64.
  case badName(String)
  /// The name of what is built in.
  case reservedName(String)
  /// No such kind.
  case unknownKind(String, known: [String])
  /// No mirror at all.
  case noMirror
  /// Not an http or https address.
  case badAddress(String)
  /// The template holds `{version}`, and nothing tells the version.
  case noVersionSource(template: String)
}
