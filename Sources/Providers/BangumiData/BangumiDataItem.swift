import Anime
import Formats

/// An item of a `data.json` while it is read.
struct BangumiDataItem {
  /// Why an item is no show.
  struct Unusable: Error {
    var reason: DecodedCatalogue.SkipReason
  }

  /// The title as it stands in the file.
  private(set) var title = ""
  /// The begin as it stands in the file.
  private(set) var begin = ""
  private var kind: String?
  private var language: String?
  private var end = ""
  private var broadcast = ""
  private var officialSite: String?
  private var translations: [Language: [String]] = [:]
  private var sites: [SiteLink] = []
  private var hasID = false

  /// Whether it looks like an item of 0.1.
  var isOld: Bool { hasID && kind == nil }

  mutating func read(_ key: String, from reader: inout JSONReader) throws(JSONFailure) {
    switch key {
    case "title": title = try reader.string() ?? ""
    case "titleTranslate":
      _ = try reader.object { (reader, key) throws(JSONFailure) in try translation(key, from: &reader) }
    case "type": kind = try reader.string() ?? ""
    case "lang": language = try reader.string()
    case "officialSite": officialSite = try reader.string()
    case "begin": begin = try reader.string() ?? ""
    case "end": end = try reader.string() ?? ""
    case "broadcast": broadcast = try reader.string() ?? ""
    case "sites": _ = try reader.array { (reader) throws(JSONFailure) in try site(from: &reader) }
    case "id":
      hasID = true
      try reader.skip()
    default: try reader.skip()
    }
  }

  private mutating func translation(_ key: String, from reader: inout JSONReader) throws(JSONFailure) {
    let titles = try reader.strings()
    guard let language = Language(rawValue: key) else { return }
    let clean = titles.map(BangumiDataFile.clean).filter { !$0.isEmpty }
    if !clean.isEmpty { translations[language] = clean }
  }

  /// A link that names no site, or neither an id nor an address, leads nowhere and is left out.
  private mutating func site(from reader: inout JSONReader) throws(JSONFailure) {
    var link = SiteLink(site: "", id: "")
    _ = try reader.object { (reader, key) throws(JSONFailure) in
      switch key {
      case "site": link.site = BangumiDataFile.siteKey(try reader.string() ?? "")
      case "id": link.id = BangumiDataFile.clean(try reader.string())
      case "url": link.url = BangumiDataFile.address(try reader.string())
      case "begin": link.begin = try reader.string().flatMap { Instant(iso8601: $0) }
      case "broadcast": link.broadcast = try reader.string().flatMap { Broadcast($0) }
      case "regions": link.regions = try reader.strings().map(BangumiDataFile.clean)
      default: try reader.skip()
      }
    }
    if !link.site.isEmpty, !link.id.isEmpty || link.url != nil { sites.append(link) }
  }

  /// The show that the item tells of.
  func show() throws(Unusable) -> DecodedShow {
    let native = BangumiDataFile.clean(title)
    guard !native.isEmpty else { throw Unusable(reason: .noTitle) }
    guard let kind = kind.flatMap(Show.Kind.init) else { throw Unusable(reason: .unknownKind) }
    guard let language = language.flatMap(Language.init) else { throw Unusable(reason: .unknownLanguage) }
    guard let begin = Instant(iso8601: begin) else { throw Unusable(reason: .noBegin) }
    return DecodedShow(
      key: key(language), titles: Titles(native: native, nativeLanguage: language, translations: translations),
      kind: kind, begin: begin, end: Instant(iso8601: end), broadcast: Broadcast(broadcast), sites: sites,
      officialSite: BangumiDataFile.address(officialSite) ?? "")
  }

  private func key(_ language: Language) -> String {
    guard let bangumi = sites.first(where: { $0.site == "bangumi" && !$0.id.isEmpty }) else { return startKey }
    return "bangumi:\(bangumi.id):\(language.rawValue)"
  }

  /// The key of an item without a Bangumi id.
  var startKey: String { "\(BangumiDataFile.clean(title))|\(begin)" }
}
