/// A work: a series, film, OVA or web series.
public struct Show: Hashable, Sendable {
  /// Our own id; the ids of sites are aliases.
  public var id: ShowID
  /// Its names, the show's own language first.
  public var titles: Titles
  /// Series, film, OVA or web.
  public var kind: Kind
  /// When it began, or will. For films and OVAs only the day is known.
  public var begin: Instant
  /// When it ended; nil while it runs or where nobody said.
  public var end: Instant?
  /// When it is on television, where that is known.
  public var broadcast: Broadcast?
  /// The sites that know or stream it, with their ids for it.
  public var sites: [SiteLink]
  /// Its own home page, or "".
  public var officialSite: String
  /// How many episodes it has, where that is known.
  public var episodeCount: Int?
  /// The name of the provider whose row this is.
  public var provider: String
  /// Whether its provider no longer lists it; it stays because the user follows or lists it.
  public var isGone: Bool

  /// Whether a provider ever told of it. Of another one the user's own log says the titles and the ids; its kind and its
  /// begin are fillers.
  public var isKnown: Bool { !provider.isEmpty }

  /// A show with what is known of it.
  public init(
    id: ShowID, titles: Titles, kind: Kind, begin: Instant, end: Instant? = nil, broadcast: Broadcast? = nil,
    sites: [SiteLink] = [], officialSite: String = "", episodeCount: Int? = nil, provider: String,
    isGone: Bool = false
  ) {
    self.id = id
    self.titles = titles
    self.kind = kind
    self.begin = begin
    self.end = end
    self.broadcast = broadcast
    self.sites = sites
    self.officialSite = officialSite
    self.episodeCount = episodeCount
    self.provider = provider
    self.isGone = isGone
  }

  /// The provider of the compiled-in starter catalogue; no other provider may take its name.
  public static let starterProvider = "starter"

  /// What sort of work a show is; the raw values are the words of JSON output.
  public enum Kind: String, CaseIterable, Sendable {
    case tv, movie, ova, web
  }
}

/// The languages of titles; the raw values are those of BCP 47.
public enum Language: String, CaseIterable, Sendable {
  case japanese = "ja"
  case simplifiedChinese = "zh-Hans"
  case traditionalChinese = "zh-Hant"
  case english = "en"
}

/// The names of a show.
public struct Titles: Hashable, Sendable {
  /// The title in the show's own language.
  public var native: String
  /// The show's own language.
  public var nativeLanguage: Language
  /// The titles in other languages, the preferred one first; may be empty, may repeat the native one.
  public var translations: [Language: [String]]

  /// The names of a show.
  public init(native: String, nativeLanguage: Language, translations: [Language: [String]] = [:]) {
    self.native = native
    self.nativeLanguage = nativeLanguage
    self.translations = translations
  }

  /// Every title once, the native one first, then ja, zh-Hans, zh-Hant, en.
  public var all: [String] {
    var seen: Set<String> = []
    return ([native] + Language.allCases.flatMap { translations[$0] ?? [] }).filter { seen.insert($0).inserted }
  }

  /// The titles in `language`, the native one among them.
  public func titles(in language: Language) -> [String] {
    let titles = (language == nativeLanguage ? [native] : []) + (translations[language] ?? [])
    guard titles.count > 1 else { return titles }
    var seen: Set<String> = []
    return titles.filter { seen.insert($0).inserted }
  }
}

/// What a site knows of a show: its id there, and for a streaming site when it is on.
public struct SiteLink: Hashable, Sendable {
  /// The site's key: `bangumi`, `mal`, `crunchyroll`.
  public var site: String
  /// The show's id at the site.
  public var id: String
  /// An address that replaces the site's template.
  public var url: String?
  /// When the site begins to show it.
  public var begin: Instant?
  /// When the site shows it.
  public var broadcast: Broadcast?
  /// Where the link works, as ISO 3166 codes; empty means as the site says.
  public var regions: [String]

  /// A link to `id` at `site`.
  public init(
    site: String, id: String, url: String? = nil, begin: Instant? = nil, broadcast: Broadcast? = nil,
    regions: [String] = []
  ) {
    self.site = site
    self.id = id
    self.url = url
    self.begin = begin
    self.broadcast = broadcast
    self.regions = regions
  }
}

/// A site as a catalogue describes it.
public struct Site: Hashable, Sendable {
  /// Its key: `bangumi`, `mal`, `crunchyroll`.
  public var key: String
  /// Its name, to be shown.
  public var title: String
  /// The address of a show there, with `{{id}}` in the id's place.
  public var urlTemplate: String
  /// Whether it informs, streams or offers downloads.
  public var kind: Kind
  /// Where it works, as ISO 3166 codes; empty means nobody said.
  public var regions: [String]

  /// A site.
  public init(key: String, title: String, urlTemplate: String, kind: Kind, regions: [String] = []) {
    self.key = key
    self.title = title
    self.urlTemplate = urlTemplate
    self.kind = kind
    self.regions = regions
  }

  /// What a site is for; the raw values are bangumi-data's.
  public enum Kind: String, CaseIterable, Sendable {
    /// A database.
    case info
    /// A streaming service or television station.
    case onair
    /// A download index.
    case resource
  }
}
