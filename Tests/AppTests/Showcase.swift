import Anime
import App
import Danmaku
import TUI
import Testing

/// A Saturday evening in August 2026 with enough to see: what the README's pictures show.
///
/// The facts are typed in from bangumi-data (CC BY 4.0); the ids are those that the program gives these shows.
enum Showcase {
  static let shows = [
    show(
      "2c5w6gnmza", "転生したらスライムだった件 第4期", "关于我转生变成史莱姆这档事 第四季", begin: "2026-04-03T14:00:00Z",
      weekly: "2026-04-03T14:00:00Z", bangumi: "515594", streams: ["danime": "2026-04-04T14:00:00Z"]),
    show(
      "lwaetwsotd", "無職転生Ⅲ ～異世界行ったら本気だす～", "无职转生Ⅲ ～到了异世界就拿出真本事～",
      english: "Mushoku Tensei: Jobless Reincarnation Season 3", begin: "2026-07-04T11:00:00Z",
      weekly: "2026-07-04T11:00:00Z", bangumi: "501963",
      ids: ["mal": "59193", "anilist": "178789", "anidb": "18727"],
      streams: [
        "crunchyroll": "2026-07-04T11:00:00Z", "danime": "2026-07-04T11:00:00Z", "netflix": "2026-07-04T11:00:00Z",
        "unext": "2026-07-08T15:00:00Z",
      ], site: "https://mushokutensei.jp/"),
    show(
      "q5fr375nny", "骸骨騎士様、只今異世界へお出掛け中Ⅱ", "骸骨骑士大人异世界冒险中 第二季", english: "Skeleton Knight in Another World II",
      begin: "2026-07-04T11:30:00Z", weekly: "2026-07-04T11:30:00Z", bangumi: "528828",
      streams: ["crunchyroll": "2026-07-04T11:30:00Z", "danime": "2026-07-04T11:30:00Z"]),
    show(
      "zxxye6isvp", "猫と竜", "猫与龙", english: "The Cat and the Dragon", begin: "2026-07-04T12:00:00Z",
      weekly: "2026-07-04T12:00:00Z", bangumi: "538760",
      streams: ["crunchyroll": "2026-06-27T00:00:00Z", "danime": "2026-06-27T12:30:00Z"]),
    show(
      "tmammcpuak", "BLACK TORCH", "暗黑灯火", begin: "2026-07-04T13:00:00Z", weekly: "2026-07-04T13:00:00Z",
      bangumi: "542603", streams: ["crunchyroll": "2026-07-04T00:00:00Z", "danime": "2026-07-04T13:00:00Z"]),
    show(
      "vuo7l6zffz", "岩元先輩ノ推薦", "岩元前辈的推荐", begin: "2026-07-04T13:30:00Z", weekly: "2026-07-04T13:30:00Z",
      bangumi: "621843", streams: ["danime": "2026-07-04T14:00:00Z"]),
    show(
      "saywtcnbbd", "BLEACH 千年血戦篇-禍進譚-", "死神 千年血战篇-祸进谭-", english: "BLEACH: Thousand-Year Blood War - The Calamity",
      begin: "2026-07-25T14:00:00Z", weekly: "2026-07-25T14:00:00Z", bangumi: "530725"),
    show(
      "ozenex2xmp", "黄泉のツガイ", "黄泉的使者", english: "Daemons of the Shadow Realm", begin: "2026-04-04T14:30:00Z",
      weekly: "2026-04-04T14:30:00Z", bangumi: "568572",
      streams: ["crunchyroll": "2026-04-04T00:00:00Z", "netflix": "2026-04-03T16:00:00Z"]),
    show(
      "p24vateper", "MAO", "摩绪", begin: "2026-04-04T14:45:00Z", weekly: "2026-04-04T14:45:00Z", bangumi: "570448",
      streams: ["danime": "2026-04-09T15:00:00Z"]),
    show(
      "6vclsj3tw3", "グロウアップショウ ～ひまわりのサーカス団～", "Grow Up Show ～向日葵马戏团～", english: "Grow Up Show",
      begin: "2026-07-04T15:00:00Z", weekly: "2026-07-04T15:00:00Z", bangumi: "570583",
      streams: ["crunchyroll": "2026-07-04T00:00:00Z", "danime": "2026-07-04T15:30:00Z"]),
    show(
      "ythui7d4em", "鬼の花嫁", "鬼之花嫁", english: "The Ogre's Bride", begin: "2026-07-04T15:30:00Z",
      weekly: "2026-07-04T15:30:00Z", bangumi: "563745",
      streams: ["crunchyroll": "2026-07-04T00:00:00Z", "danime": "2026-07-04T15:30:00Z"]),
    show(
      "pwvjtzjk5r", "魔法少女リリカルなのは EXCEEDS Gun Blaze Vengeance", "魔法少女奈叶 EXCEEDS Gun Blaze Vengeance",
      begin: "2026-07-04T16:00:00Z", weekly: "2026-07-04T16:00:00Z", bangumi: "530729",
      streams: ["danime": "2026-07-04T16:00:00Z"]),
    show(
      "w4tlgijsqi", "名探偵コナン", "名侦探柯南", english: "Detective Conan", begin: "1996-01-08T10:30:00Z",
      weekly: "2009-04-04T09:00:00Z", bangumi: "899", streams: ["netflix": "2022-06-29T16:00:00Z"]),
    show(
      "so7lznz72a", "ドラえもん", "哆啦A梦", begin: "2005-04-15T10:00:00Z", weekly: "2019-10-05T08:00:00Z", bangumi: "18692"),
    show(
      "qyv2c5gq54", "ポケットモンスター(2023)", "宝可梦 地平线", begin: "2023-04-14T09:55:00Z", weekly: "2023-04-14T09:55:00Z",
      bangumi: "411247", streams: ["danime": "2023-04-14T11:00:00Z"]),
    show(
      "3a63qjvfh3", "正反対な君と僕(第2期)", "相反的你和我 第二季", english: "You and I are Polar Opposites Season 2",
      begin: "2026-07-05T08:00:00Z", weekly: "2026-07-05T08:00:00Z", bangumi: "638497",
      streams: [
        "crunchyroll": "2026-07-05T08:00:00Z", "danime": "2026-07-05T08:00:00Z", "netflix": "2026-07-05T08:00:00Z",
      ]),
    show(
      "bv5pl774oo", "サザエさん", "海螺小姐", begin: "1969-10-05T09:30:00Z", weekly: "1969-10-05T09:30:00Z", bangumi: "32585"),
    show(
      "dtyiej7nk7", "逃げ上手の若君(第二期)", "擅长逃跑的殿下 第二季", begin: "2026-07-17T14:30:00Z", weekly: "2026-07-17T14:30:00Z",
      bangumi: "517106", streams: ["danime": "2026-07-21T03:00:00Z"]),
    show(
      "ram3acwbhn", "世界最強の後衛 ～迷宮国の新人探索者～", "世界最强的后卫 ～迷宫国的新人探索者～", english: "The World's Strongest Rearguard",
      begin: "2026-07-05T13:00:00Z", weekly: "2026-07-05T13:00:00Z", bangumi: "583862",
      streams: ["crunchyroll": "2026-07-05T00:00:00Z", "danime": "2026-07-05T13:00:00Z"]),
    show(
      "ujtvjcderv", "天幕のジャードゥーガル", "穹庐下的魔女", begin: "2026-07-08T20:30:00Z", weekly: "2026-07-08T20:30:00Z",
      bangumi: "552533", streams: ["danime": "2026-07-04T15:00:00Z"]),
    show(
      "n3lwllxs4i", "ダンダダン", "胆大党", english: "DAN DA DAN", begin: "2024-10-03T15:26:00Z", end: "2024-12-19T15:56:00Z",
      weekly: "2024-10-03T15:26:00Z", bangumi: "467461"),
    show(
      "7q4p33eayj", "葬送のフリーレン(第2期)", "葬送的芙莉莲 第二季", begin: "2026-01-16T14:00:00Z", end: "2026-03-27T14:30:00Z",
      weekly: "2026-01-16T14:00:00Z", bangumi: "515759"),
    show(
      "exmqsudfhc", "葬送のフリーレン", "葬送的芙莉莲", english: "Frieren: Beyond the Journey's End", begin: "2023-09-29T14:00:00Z",
      end: "2024-03-22T15:15:00Z", weekly: "2023-09-29T14:00:00Z", bangumi: "400602"),
    show(
      "wbdzk2ilgp", "夜桜さんちの大作戦", "夜樱家的大作战", begin: "2024-04-07T08:00:00Z", end: "2024-10-06T08:00:00Z",
      weekly: "2024-04-07T08:00:00Z", bangumi: "411276"),
    show(
      "ilpltfpxzm", "夜桜さんちの大作戦(第2期)", "夜樱家的大作战 第二季", begin: "2026-04-12T08:00:00Z", end: "2026-06-28T08:30:00Z",
      weekly: "2026-04-12T08:00:00Z", bangumi: "517027"),
    show(
      "a6njwrvd2o", "カードキャプターさくら", "魔卡少女樱", english: "Cardcaptor Sakura", begin: "1998-04-07T16:00:00Z",
      end: "2000-03-21T16:30:00Z", bangumi: "1940"),
    show(
      "lpe4tjmfdb", "カードキャプターさくら クリアカード編", "魔卡少女樱 CLEAR CARD篇", english: "CARDCAPTOR SAKURA: Clear Card",
      begin: "2018-01-06T22:30:00Z", end: "2018-06-09T22:55:00Z", bangumi: "183891"),
    show("xfko2tw3ja", "サクラ大戦", "樱花大战", begin: "2000-04-08T09:00:00Z", end: "2000-09-23T15:01:00Z", bangumi: "2060"),
    show(
      "na6dzcl6ov", "サクラ大戦 桜華絢爛", "樱花大战 樱华绚烂", begin: "1997-12-18T16:00:00Z", end: "1998-07-25T16:30:00Z", kind: .ova,
      bangumi: "20929"),
    show(
      "edw56jjico", "さくら荘のペットな彼女", "樱花庄的宠物女孩", begin: "2012-10-08T15:30:00Z", end: "2013-03-25T16:00:00Z",
      bangumi: "41488"),
    show(
      "j2ky3neqry", "サクラクエスト", "樱花任务", begin: "2017-04-05T15:00:00Z", end: "2017-09-20T15:30:00Z", bangumi: "200547"),
    show(
      "wokt7vpo3b", "櫻子さんの足下には死体が埋まっている", "樱子小姐的脚下埋着尸体", english: "Sakurako-san no Ashimoto ni wa Shitai ga Umatteiru",
      begin: "2015-10-07T15:30:00Z", end: "2015-12-23T16:00:00Z", bangumi: "126461"),
    show(
      "b52lvhgesm", "桜蘭高校ホスト部", "樱兰高校男公关部", english: "Ouran High School Host Club", begin: "2006-04-04T16:10:00Z",
      end: "2006-09-26T16:50:00Z", bangumi: "1487"),
    show(
      "oqfszylj5b", "桜Trick", "樱Trick", begin: "2014-01-09T17:43:00Z", end: "2014-03-27T18:41:00Z", bangumi: "80838"),
    show(
      "6eedia64df", "バジリスク ～桜花忍法帖～", "樱花忍法帖", english: "Basilisk The Ouka Ninja Scrolls", begin: "2018-01-08T15:00:00Z",
      end: "2018-06-18T15:30:00Z", bangumi: "220187"),
    show(
      "3j3anaihhj", "夜桜四重奏 ～ハナノウタ～", "夜樱四重奏 ～花之歌～", english: "YOZAKURA QUARTET", begin: "2013-10-06T14:30:00Z",
      end: "2013-12-29T15:00:00Z", bangumi: "71955"),
    show(
      "b5j3cojd6w", "夜桜四重奏 ～ヨザクラカルテット～", "夜樱四重奏", english: "YOZAKURA QUARTET", begin: "2008-10-02T16:29:00Z",
      end: "2008-12-18T17:03:00Z", bangumi: "3745"),
    show(
      "s6n7gme4n5", "サクラ大戦 活動写真", "樱花大战 活动写真", begin: "2001-12-22T16:00:00Z", end: "2001-12-22T17:25:00Z", kind: .movie,
      bangumi: "20928"),
    show(
      "g5otb7k5nz", "劇場版 Fate/stay night [Heaven's Feel] III.spring song", "命运之夜——天之杯 Ⅲ：春之歌",
      english: "Fate/Stay Night: Heaven's Feel - III. Spring Song", begin: "2020-08-14T16:00:00Z",
      end: "2020-08-14T16:00:00Z", kind: .movie, bangumi: "175600"),
    show(
      "ogj6r6a43v", "カーニバル・ファンタズム", "幻想嘉年华", begin: "2011-08-14T16:00:00Z", end: "2012-12-31T16:30:00Z", kind: .ova,
      bangumi: "18882"),
    show(
      "kby6paamqi", "模型戦士ガンプラビルダーズ ビギニングG", "模型战士高达模型制作家 起始G", begin: "2010-08-14T16:00:00Z",
      end: "2010-12-18T16:00:00Z", kind: .ova, bangumi: "10797"),
  ]

  static let mushoku = ShowID("lwaetwsotd")!

  static let history = [
    ShowVersion(
      sequence: 6, time: Samples.now - .days(9), provider: "bangumi-data",
      event: .changed([.init(.officialSite, before: "", after: "https://mushokutensei.jp/")])),
    ShowVersion(sequence: 1, time: Samples.now - .days(44), provider: "bangumi-data", event: .added),
  ]

  private static let sites = [
    Site(key: "anilist", title: "AniList", urlTemplate: "https://anilist.co/anime/{{id}}", kind: .info),
    Site(key: "anidb", title: "AniDB", urlTemplate: "https://anidb.net/anime/{{id}}", kind: .info),
    Site(
      key: "unext", title: "U-NEXT", urlTemplate: "https://video.unext.jp/title/{{id}}", kind: .onair, regions: ["JP"]),
  ]

  private static let entries = [
    entry(
      "lwaetwsotd", isFollowed: true, .watching, progress: 6, score: 85, note: "Saturdays with Mika, bring dango",
      changed: "2026-08-09T12:00:00Z"),
    entry("ozenex2xmp", isFollowed: true, .watching, progress: 18, score: 90, changed: "2026-08-08T15:00:00Z"),
    entry("saywtcnbbd", isFollowed: true, changed: "2026-07-25T12:00:00Z"),
    entry("ram3acwbhn", isFollowed: true, changed: "2026-07-05T12:00:00Z"),
    entry("3a63qjvfh3", .watching, progress: 5, score: 90, changed: "2026-08-10T12:00:00Z"),
    entry("ujtvjcderv", isFollowed: true, .watching, progress: 6, score: 95, changed: "2026-08-11T12:00:00Z"),
    entry("n3lwllxs4i", .watching, progress: 7, changed: "2026-08-14T12:00:00Z"),
    entry("7q4p33eayj", .rewatching, progress: 3, score: 100, changed: "2026-08-12T12:00:00Z"),
    entry("exmqsudfhc", .completed, progress: 28, score: 100, changed: "2024-03-23T12:00:00Z"),
    entry("b5j3cojd6w", .completed, progress: 12, score: 80, changed: "2024-05-02T12:00:00Z"),
    entry("3j3anaihhj", isFollowed: true, .planned, changed: "2024-05-03T12:00:00Z"),
    entry("b52lvhgesm", .completed, progress: 26, score: 95, changed: "2023-05-03T12:00:00Z"),
    entry("a6njwrvd2o", .paused, progress: 31, changed: "2025-05-03T12:00:00Z"),
  ]

  /// The interface on that evening, 22:48 in Tokyo.
  static func start(
    size: Size, language: InterfaceLanguage = .english, theme: String = "yozakura"
  ) throws -> Model.Start {
    let theme = try #require(Theme(builtIn: theme, depth: .trueColor))
    let stamp = Catalogue.Stamp(headSequence: 7, observed: Samples.now - .hours(5))
    let library = LibraryState(
      catalogue: Catalogue(shows: shows, sites: Samples.sites + sites, stamp: stamp),
      entries: Dictionary(uniqueKeysWithValues: entries.map { ($0.show, $0) }))
    var start = Model.Start(
      library: library, theme: theme, colorDepth: .trueColor, now: Samples.now, zone: .japan, size: size)
    start.locale = language
    start.synced = Samples.now - .minutes(2)
    return start
  }

  // MARK: Facts

  private static func show(
    _ id: String, _ native: String, _ chinese: String?, english: String? = nil, begin: String, end: String? = nil,
    kind: Show.Kind = .tv, weekly: String? = nil, bangumi: String, ids: KeyValuePairs<String, String> = [:],
    streams: KeyValuePairs<String, String> = [:], site: String = ""
  ) -> Show {
    var translations: [Language: [String]] = [:]
    if let chinese { translations[.simplifiedChinese] = [chinese] }
    if let english { translations[.english] = [english] }
    return Show(
      id: ShowID(id)!,
      titles: Titles(native: native, nativeLanguage: .japanese, translations: translations),
      kind: kind, begin: Instant(iso8601: begin)!, end: end.flatMap { Instant(iso8601: $0) },
      broadcast: weekly.map(Samples.broadcast),
      sites: [Samples.link("bangumi", bangumi)] + ids.map { Samples.link($0, $1) }
        + streams.map { Samples.link($0, "1", weekly: $1) },
      officialSite: site, provider: "bangumi-data")
  }

  private static func entry(
    _ id: String, isFollowed: Bool = false, _ status: WatchStatus? = nil, progress: Int = 0, score: Int? = nil,
    note: String = "", changed: String
  ) -> ListEntry {
    ListEntry(
      show: ShowID(id)!, isFollowed: isFollowed, status: status, progress: progress, score: score,
      note: note, changed: Instant(iso8601: changed))
  }
}
