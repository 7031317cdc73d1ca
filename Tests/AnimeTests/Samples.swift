import Anime

/// Shows to test with.
enum Samples {
  static let frieren = show(
    "frieren", ja: "葬送のフリーレン", hans: ["葬送的芙莉莲"], en: ["Frieren: Beyond Journey's End"],
    begin: "2023-09-29T14:00:00Z", end: "2024-03-22T14:00:00Z", broadcast: "R/2023-09-29T14:00:00Z/P7D",
    ids: ["bangumi": "400602", "mal": "52991", "aniList": "154587"])
  static let titan = show(
    "titan", ja: "進撃の巨人", hans: ["进击的巨人"], en: ["Attack on Titan"], begin: "2013-04-06T16:58:00Z",
    end: "2013-09-28T16:58:00Z", ids: ["bangumi": "55770"])
  static let slime = show(
    "slime", ja: "転生したらスライムだった件 第4期", hans: ["关于我转生变成史莱姆这档事 第四季"], en: [],
    begin: "2026-04-03T14:00:00Z", broadcast: "R/2026-04-03T14:00:00Z/P7D", ids: ["bangumi": "555"])

  static let all = [frieren, titan, slime]
  static let sites = [
    Site(key: "bangumi", title: "番组计划", urlTemplate: "https://bangumi.tv/subject/{{id}}", kind: .info),
    Site(key: "mal", title: "MyAnimeList", urlTemplate: "https://myanimelist.net/anime/{{id}}", kind: .info),
    Site(
      key: "bilibili", title: "哔哩哔哩", urlTemplate: "https://www.bilibili.com/bangumi/media/md{{id}}/", kind: .onair,
      regions: ["CN"]),
    Site(
      key: "crunchyroll", title: "Crunchyroll", urlTemplate: "https://www.crunchyroll.com/series/{{id}}/", kind: .onair),
  ]

  /// A show whose id is made of `name`.
  static func show(
    _ name: String, ja: String, hans: [String] = [], en: [String] = [], kind: Show.Kind = .tv,
    begin: String, end: String? = nil, broadcast: String? = nil, ids: [String: String] = [:], streams: [SiteLink] = []
  ) -> Show {
    var translations: [Language: [String]] = [:]
    if !hans.isEmpty { translations[.simplifiedChinese] = hans }
    if !en.isEmpty { translations[.english] = en }
    return Show(
      id: id(name), titles: Titles(native: ja, nativeLanguage: .japanese, translations: translations), kind: kind,
      begin: instant(begin), end: end.map(instant), broadcast: broadcast.flatMap { Broadcast($0) },
      sites: ids.sorted { $0.key < $1.key }.map { SiteLink(site: $0.key, id: $0.value) } + streams,
      provider: "test")
  }

  /// An id that depends on `name` alone.
  static func id(_ name: String) -> ShowID {
    var generator = SeededGenerator(state: name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
    return ShowID(bits: generator.next())
  }

  static func instant(_ text: String) -> Instant {
    guard let instant = Instant(iso8601: text) else { preconditionFailure("\(text) is no instant") }
    return instant
  }
}

/// The same numbers every time: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
