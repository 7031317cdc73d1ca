import Anime
import FoundationEssentials

/// A show that its provider no longer lists, as a commit keeps it.
struct ShowBody: Codable {
  var id: String
  var provider: String
  var title: String
  var language: String
  var translations: [String: [String]]
  var type: String
  var begin: String
  var end: String?
  var broadcast: String?
  var officialSite: String
  var episodes: Int?
  var sites: [LinkBody]

  struct LinkBody: Codable {
    var site: String
    var id: String
    var url: String?
    var begin: String?
    var broadcast: String?
    var regions: [String]?
  }
}

extension ShowBody {
  init(_ show: Show) {
    id = show.id.description
    provider = show.provider
    title = show.titles.native
    language = show.titles.nativeLanguage.rawValue
    translations = Dictionary(uniqueKeysWithValues: show.titles.translations.map { ($0.rawValue, $1) })
    type = show.kind.rawValue
    begin = show.begin.iso8601
    end = show.end?.iso8601
    broadcast = show.broadcast?.description
    officialSite = show.officialSite
    episodes = show.episodeCount
    sites = show.sites.map { link in
      LinkBody(
        site: link.site, id: link.id, url: link.url, begin: link.begin?.iso8601,
        broadcast: link.broadcast?.description, regions: link.regions.isEmpty ? nil : link.regions)
    }
  }

  /// The show. Nil where what a show must have cannot be read.
  var show: Show? {
    guard let id = ShowID(id), let language = Language(rawValue: language), let kind = Show.Kind(rawValue: type),
      let begin = Instant(iso8601: begin)
    else { return nil }
    // It may come from another capsule, by way of strangers: text is made harmless where it is read.
    var titles = Titles(native: Sanitiser.clean(title), nativeLanguage: language)
    for (key, texts) in translations {
      if let language = Language(rawValue: key) { titles.translations[language] = texts.map(Sanitiser.clean) }
    }
    return Show(
      id: id, titles: titles, kind: kind, begin: begin, end: end.flatMap { Instant(iso8601: $0) },
      broadcast: broadcast.flatMap { Broadcast($0) },
      sites: sites.map { link in
        SiteLink(
          site: Sanitiser.clean(link.site), id: Sanitiser.clean(link.id), url: link.url.flatMap(Self.address),
          begin: link.begin.flatMap { Instant(iso8601: $0) },
          broadcast: link.broadcast.flatMap { Broadcast($0) }, regions: link.regions ?? [])
      },
      officialSite: Self.address(officialSite) ?? "", episodeCount: episodes, provider: Sanitiser.clean(provider),
      isGone: true)
  }

  /// An address of the web; nil for anything else, which nobody should be sent to.
  private static func address(_ text: String) -> String? {
    let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
    return isWeb && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F } ? text : nil
  }
}

extension ShowBody {
  /// `shows` as a commit's object holds them: a line of JSON each, sorted by id.
  static func bytes(_ shows: [Show]) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return shows.sorted { $0.id < $1.id }.flatMap { show in
      guard let json = try? encoder.encode(ShowBody(show)) else {
        preconditionFailure("show \(show.id) has a field that is no JSON")
      }
      return Array(json) + [UInt8(ascii: "\n")]
    }
  }

  /// Reads them; a line of another form is passed over.
  static func read(_ bytes: [UInt8]) -> [Show] {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      (try? JSONDecoder().decode(ShowBody.self, from: Data(line)))?.show
    }
  }
}
