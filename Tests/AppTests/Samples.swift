import Anime
import App
import TUI

/// A small catalogue of facts, and a model that looks at it on Saturday 15 August 2026, 22:48 in Tokyo.
enum Samples {
  static let now = Instant(iso8601: "2026-08-15T13:48:00Z")!
  static let today = CivilDate(year: 2026, month: 8, day: 15)

  static let sites = [
    Site(key: "bangumi", title: "番组计划", urlTemplate: "https://bangumi.tv/subject/{{id}}", kind: .info),
    Site(key: "mal", title: "MyAnimeList", urlTemplate: "https://myanimelist.net/anime/{{id}}", kind: .info),
    Site(
      key: "crunchyroll", title: "Crunchyroll", urlTemplate: "https://www.crunchyroll.com/series/{{id}}", kind: .onair),
    Site(key: "netflix", title: "Netflix", urlTemplate: "https://www.netflix.com/title/{{id}}", kind: .onair),
    Site(
      key: "danime", title: "dアニメストア", urlTemplate: "https://animestore.docomo.ne.jp/?workId={{id}}", kind: .onair,
      regions: ["JP"]),
    Site(
      key: "bilibili", title: "哔哩哔哩", urlTemplate: "https://www.bilibili.com/bangumi/media/md{{id}}", kind: .onair,
      regions: ["CN"]),
  ]

  static let mushoku = show(
    1, "無職転生Ⅲ ～異世界行ったら本気だす～", "无职转生Ⅲ ～到了异世界就拿出真本事～",
    "Mushoku Tensei: Jobless Reincarnation Season 3", "2026-07-04T11:00:00Z", weekly: "2026-07-04T11:00:00Z",
    episodes: 24,
    sites: [
      link("bangumi", "501963"), link("mal", "59193"), link("danime", "28001", weekly: "2026-07-04T12:00:00Z"),
      link("crunchyroll", "GP5HJ8EQE", weekly: "2026-07-04T11:30:00Z", regions: ["US", "GB", "FR"]),
      link("bilibili", "28237168", weekly: "2026-07-04T15:00:00Z"),
    ], site: "https://mushokutensei.jp/")
  static let nanoha = show(
    2, "魔法少女リリカルなのは EXCEEDS Gun Blaze Vengeance", "魔法少女奈叶 EXCEEDS Gun Blaze Vengeance", nil,
    "2026-07-04T16:00:00Z", weekly: "2026-07-04T16:00:00Z", sites: [link("bangumi", "530729"), link("mal", "60637")])
  static let skeleton = show(
    3, "骸骨騎士様、只今異世界へお出掛け中Ⅱ", "骸骨骑士大人异世界冒险中 第二季", "Skeleton Knight in Another World II",
    "2026-07-04T11:30:00Z", weekly: "2026-07-04T11:30:00Z", episodes: 12,
    sites: [link("bangumi", "528828"), link("crunchyroll", "GMEHM", weekly: "2026-07-04T14:00:00Z")])
  static let rearguard = show(
    4, "世界最強の後衛 ～迷宮国の新人探索者～", "世界最强的后卫 ～迷宫国的新人探索者～", "The World's Strongest Rearguard",
    "2026-07-05T13:00:00Z", weekly: "2026-07-05T13:00:00Z", sites: [link("bangumi", "583862")])
  static let frontier = show(
    5, "領民0人スタートの辺境領主様", "从0位居民开始的边境领主大人", "The Frontier Lord Begins with Zero Subjects",
    "2026-07-10T13:30:00Z", weekly: "2026-07-10T13:30:00Z", episodes: 12,
    sites: [link("bangumi", "571895"), link("netflix", "81000001", weekly: "2026-07-10T15:30:00Z")])
  static let elbaf = show(
    6, "ONE PIECE エルバフ編", "航海王 埃鲁巴夫篇", "ONE PIECE: Elbaph", "2026-04-05T14:15:00Z",
    weekly: "2026-04-05T14:15:00Z", sites: [link("bangumi", "602059"), link("netflix", "80107103")])
  static let cat = show(
    7, "ヤニねこ", "尼古喵喵", "Chainsmoker Cat", "2026-07-02T15:30:00Z", weekly: "2026-07-02T15:30:00Z",
    sites: [link("bangumi", "622206")])
  static let frieren = show(
    8, "葬送のフリーレン", "葬送的芙莉莲", "Frieren: Beyond Journey's End", "2023-09-29T14:00:00Z",
    end: "2024-03-22T14:00:00Z", weekly: "2023-09-29T14:00:00Z", episodes: 28,
    sites: [link("bangumi", "400602"), link("mal", "52991"), link("netflix", "81726714")],
    site: "https://frieren-anime.jp/")
  static let dandadan = show(
    9, "ダンダダン", "胆大党", "DAN DA DAN", "2024-10-03T15:26:00Z", end: "2024-12-19T15:26:00Z",
    weekly: "2024-10-03T15:26:00Z", episodes: 12, sites: [link("bangumi", "464376"), link("netflix", "81736884")])
  static let bebop = show(
    10, "カウボーイビバップ", "星际牛仔", "Cowboy Bebop", "1998-04-03T09:00:00Z", end: "1999-04-23T16:00:00Z", episodes: 26,
    sites: [link("bangumi", "253"), link("mal", "1")])
  static let akira = show(
    11, "AKIRA", "阿基拉", "Akira", "1988-07-15T15:00:00Z", kind: .movie, sites: [link("bangumi", "10748")])
  static let yourName = show(
    12, "君の名は。", "你的名字。", "Your Name.", "2016-08-25T16:00:00Z", kind: .movie, sites: [link("bangumi", "160209")])
  static let fmp = show(
    13, "フルメタル・パニック？ふもっふ", "全金属狂潮？校园篇", "Full Metal Panic? Fumoffu", "2003-08-14T15:30:00Z",
    end: "2003-11-18T16:00:00Z", episodes: 12, sites: [link("bangumi", "796")])
  static let sazae = show(
    14, "サザエさん", "海螺小姐", "Sazae-san", "1969-10-05T09:30:00Z", weekly: "1969-10-05T09:30:00Z",
    sites: [link("bangumi", "9717")])
  static let ling = show(
    15, "凡人修仙传", nil, "A Record of a Mortal's Journey to Immortality", "2020-07-25T03:00:00Z", kind: .web,
    language: .simplifiedChinese, weekly: "2026-06-06T03:00:00Z",
    sites: [link("bangumi", "300949"), link("bilibili", "28223043", weekly: "2026-06-06T03:00:00Z")])
  static let baccano = show(
    16, "バッカーノ！", "永生之酒", "Baccano!", "2007-07-26T14:30:00Z", end: "2007-11-01T14:30:00Z", episodes: 13,
    sites: [link("bangumi", "1182")])
  static let gunbuster = show(
    17, "トップをねらえ!", "飞跃巅峰", "Gunbuster", "1988-10-07T15:00:00Z", kind: .ova, episodes: 6,
    sites: [link("bangumi", "1508")])
  static let mononoke = show(
    18, "もののけ姫", "幽灵公主", "Princess Mononoke", "1997-07-11T16:00:00Z", kind: .movie, sites: [link("bangumi", "2")])
  static let autumn = show(
    19, "葬送のフリーレン 黄金郷編", "葬送的芙莉莲 黄金乡篇", "Frieren: The Golden Land", "2027-10-01T14:00:00Z",
    sites: [link("bangumi", "600001")])
  static let emoji = show(
    20, "ﾊﾝｶｸ Ｗｉｄｅ 👨‍👩‍👧 Café", "半角与全角", "Width Test ★", "2010-01-05T15:00:00Z", end: "2010-03-30T15:00:00Z",
    kind: .web, episodes: 12, sites: [link("bangumi", "99999")])

  static let shows = [
    mushoku, nanoha, skeleton, rearguard, frontier, elbaf, cat, frieren, dandadan, bebop, akira, yourName, fmp, sazae,
    ling, baccano, gunbuster, mononoke, autumn, emoji,
  ]

  static let entries = [
    ListEntry(
      show: mushoku.id, isFollowed: true, status: .watching, progress: 6, score: 85, note: "with Mika",
      changed: Instant(iso8601: "2026-08-09T12:00:00Z")),
    ListEntry(show: elbaf.id, isFollowed: true, changed: Instant(iso8601: "2026-04-06T12:00:00Z")),
    ListEntry(
      show: dandadan.id, status: .watching, progress: 3, changed: Instant(iso8601: "2026-08-14T12:00:00Z")),
    ListEntry(
      show: frieren.id, status: .completed, progress: 28, score: 100, changed: Instant(iso8601: "2024-03-23T12:00:00Z")),
    ListEntry(show: autumn.id, isFollowed: true, status: .planned, changed: Instant(iso8601: "2026-08-01T12:00:00Z")),
  ]

  static let library = LibraryState(
    catalogue: Catalogue(
      shows: shows, sites: sites, stamp: Catalogue.Stamp(headSequence: 7, observed: now - .hours(5))),
    entries: Dictionary(uniqueKeysWithValues: entries.map { ($0.show, $0) }))

  static let starterOnly = LibraryState(
    catalogue: Catalogue(
      shows: [frieren, dandadan, bebop, akira, yourName, fmp, baccano, gunbuster, mononoke], sites: sites,
      stamp: Catalogue.Stamp(isStarterOnly: true, starterDate: CivilDate(year: 2026, month: 8, day: 1))))

  // MARK: Models

  static func start(
    _ library: LibraryState = library, columns: Int = 80, rows: Int = 24, language: InterfaceLanguage = .english,
    depth: ColorDepth = .palette256
  ) -> Model.Start {
    var start = Model.Start(
      library: library, theme: Theme(builtIn: "yozakura", depth: depth)!, colorDepth: depth, now: now, zone: .japan,
      size: Size(columns: columns, rows: rows))
    start.locale = language
    start.synced = now - .minutes(2)
    return start
  }

  static func model(
    _ library: LibraryState = library, columns: Int = 80, rows: Int = 24, language: InterfaceLanguage = .english
  ) -> Model {
    Model(start(library, columns: columns, rows: rows, language: language))
  }

  // MARK: Facts

  private static func show(
    _ number: UInt64, _ native: String, _ chinese: String?, _ english: String?, _ begin: String, end: String? = nil,
    kind: Show.Kind = .tv, language: Language = .japanese, weekly: String? = nil, episodes: Int? = nil,
    sites: [SiteLink] = [], site: String = ""
  ) -> Show {
    var translations: [Language: [String]] = [:]
    if let chinese { translations[.simplifiedChinese] = [chinese] }
    if let english { translations[.english] = [english] }
    return Show(
      id: ShowID(bits: number << 40),
      titles: Titles(native: native, nativeLanguage: language, translations: translations),
      kind: kind, begin: Instant(iso8601: begin)!, end: end.flatMap { Instant(iso8601: $0) },
      broadcast: weekly.map(broadcast), sites: sites, officialSite: site, episodeCount: episodes,
      provider: "bangumi-data")
  }

  static func link(
    _ site: String, _ id: String, weekly: String? = nil, regions: [String] = []
  ) -> SiteLink {
    SiteLink(
      site: site, id: id, begin: weekly.flatMap { Instant(iso8601: $0) }, broadcast: weekly.map(broadcast),
      regions: regions)
  }

  static func broadcast(_ start: String) -> Broadcast {
    Broadcast(start: Instant(iso8601: start)!, period: .days(7))
  }
}

extension Model {
  /// Types keys as they are written in the keymap, `gg<C-r>`, and returns what was asked for.
  @discardableResult
  mutating func type(_ keys: String) -> [Effect] {
    (KeySequence(keys)?.keys ?? []).flatMap { update(.input(.key($0))) }
  }

  /// What is on screen.
  var frame: Frame {
    var frame = emptyFrame
    draw(on: &frame)
    return frame
  }
}
