/// One show of the starter catalogue, as typed.
public struct StarterFact: Hashable, Sendable {
  /// Its Bangumi id.
  public var bangumi: String
  /// `tv`, `movie`, `ova` or `web`.
  public var kind: String
  /// The first day in Japan, `1963-01-01`; with the minute, `2026-07-08T23:00`, where the show still runs.
  public var begin: String
  /// The day of the last broadcast; nil while it runs.
  public var end: String?
  /// How many episodes it has; nil while it runs or where that is not settled.
  public var episodeCount: Int?
  /// The Japanese title.
  public var japanese: String
  /// The simplified Chinese title.
  public var simplifiedChinese: String
  /// The English title.
  public var english: String
  /// The first of its weekly broadcasts at the present time of day, in Japan's time; nil where it is over.
  public var broadcast: String?
}

/// The catalogue of the first run: well-known shows from 1963 to 2026 and the long-running ones.
///
/// Typed in as facts, so that there is something to browse, search and follow
/// before any server has answered. The first sync replaces it show by show.
public enum StarterFacts {
  /// The day on which these facts were last looked through.
  public static let date = "2026-08-15"

  /// The facts, oldest show first.
  public static let all: [StarterFact] = table.split(separator: "\n").compactMap(fact)

  /// Reads one row of the table. Nil where it has not eight or nine columns.
  static func fact(_ row: Substring) -> StarterFact? {
    let columns = row.split(separator: "|", omittingEmptySubsequences: false).map { trimmed($0) }
    guard columns.count == 8 || columns.count == 9 else { return nil }
    return StarterFact(
      bangumi: columns[0], kind: columns[1], begin: columns[2], end: columns[3] == "…" ? nil : columns[3],
      episodeCount: Int(columns[4]), japanese: columns[5], simplifiedChinese: columns[6], english: columns[7],
      broadcast: columns.count == 9 ? columns[8] : nil)
  }

  private static func trimmed(_ column: Substring) -> String {
    var column = column
    while column.first == " " { column.removeFirst() }
    while column.last == " " { column.removeLast() }
    return String(column)
  }

  // Bangumi id | kind | first day, Japan | last day or … | episodes or - | ja | zh-Hans | en | weekly since
  private static let table = """
    806 | tv | 1963-01-01 | 1966-12-31 | 193 | 鉄腕アトム | 铁臂阿童木 | Astro Boy
    11189 | tv | 1965-10-06 | 1966-09-28 | 52 | ジャングル大帝 | 森林大帝 | Kimba the White Lion
    32585 | tv | 1969-10-05T18:30 | … | - | サザエさん | 海螺小姐 | Sazae-san | 1969-10-05T18:30
    24274 | tv | 1971-10-24 | 1972-03-26 | 23 | ルパン三世 1stシリーズ | 鲁邦三世 第一季 | Lupin the 3rd Part 1
    5487 | tv | 1974-01-06 | 1974-12-29 | 52 | アルプスの少女ハイジ | 阿尔卑斯山的少女 | Heidi, Girl of the Alps
    10393 | tv | 1974-10-07 | 1975-03-31 | 26 | 宇宙戦艦ヤマト | 宇宙战舰大和号 | Space Battleship Yamato
    10389 | tv | 1978-04-04 | 1978-10-31 | 26 | 未来少年コナン | 未来少年柯南 | Future Boy Conan
    10392 | tv | 1978-09-15 | 1981-04-10 | 113 | 銀河鉄道999 | 银河铁道999 | Galaxy Express 999
    18256 | tv | 1979-01-08 | 1979-12-31 | 50 | 赤毛のアン | 红发安妮 | Anne of Green Gables
    50 | tv | 1979-04-07 | 1980-01-26 | 43 | 機動戦士ガンダム | 机动战士高达 | Mobile Suit Gundam
    314 | movie | 1979-12-15 | 1979-12-15 | 1 | ルパン三世 カリオストロの城 | 鲁邦三世 卡里奥斯特罗城 | Lupin the 3rd: The Castle of Cagliostro
    10388 | tv | 1981-10-14 | 1986-03-20 | 195 | うる星やつら | 福星小子 | Urusei Yatsura
    3166 | tv | 1982-10-03 | 1983-06-26 | 36 | 超時空要塞マクロス | 超时空要塞 | Super Dimension Fortress Macross
    40003 | movie | 1984-02-12 | 1984-02-12 | 1 | うる星やつら2 ビューティフル・ドリーマー | 福星小子2 绮丽梦中人 | Urusei Yatsura 2: Beautiful Dreamer
    295 | movie | 1984-03-11 | 1984-03-11 | 1 | 風の谷のナウシカ | 风之谷 | Nausicaä of the Valley of the Wind
    8386 | tv | 1984-10-04 | 1987-03-05 | 109 | 北斗の拳 | 北斗神拳 | Fist of the North Star
    9622 | tv | 1985-03-03 | 1986-02-23 | 50 | 機動戦士Zガンダム | 机动战士Z高达 | Mobile Suit Zeta Gundam
    2741 | tv | 1985-03-25 | 1987-03-23 | 101 | タッチ | 棒球英豪 | Touch
    9565 | tv | 1986-02-27 | 1989-04-20 | 153 | ドラゴンボール | 龙珠 | Dragon Ball
    2921 | tv | 1986-03-26 | 1988-03-02 | 96 | めぞん一刻 | 相聚一刻 | Maison Ikkoku
    298 | movie | 1986-08-03 | 1986-08-03 | 1 | 天空の城ラピュタ | 天空之城 | Castle in the Sky
    4843 | tv | 1986-10-12 | 1989-04-02 | 114 | 聖闘士星矢 | 圣斗士星矢 | Saint Seiya
    10391 | tv | 1987-04-07 | 1988-03-29 | 51 | シティーハンター | 城市猎人 | City Hunter
    2907 | ova | 1988-01-09 | 1997-03-18 | 110 | 銀河英雄伝説 | 银河英雄传说 | Legend of the Galactic Heroes
    4583 | movie | 1988-03-13 | 1988-03-13 | 1 | 機動戦士ガンダム 逆襲のシャア | 机动战士高达 逆袭的夏亚 | Mobile Suit Gundam: Char's Counterattack
    382 | movie | 1988-04-16 | 1988-04-16 | 1 | 火垂るの墓 | 萤火虫之墓 | Grave of the Fireflies
    302 | movie | 1988-04-17 | 1989-06-17 | 1 | となりのトトロ | 龙猫 | My Neighbor Totoro
    5118 | movie | 1988-07-17 | 1988-07-17 | 1 | AKIRA | 阿基拉 | Akira
    81562 | tv | 1988-10-03T17:00 | … | - | それいけ!アンパンマン | 面包超人 | Let's Go! Anpanman | 2016-04-01T10:55
    769 | ova | 1988-10-08 | 1989-07-08 | 6 | トップをねらえ! | 飞越巅峰 | Gunbuster
    2789 | tv | 1989-04-15 | 1989-09-16 | 18 | らんま1/2 | 乱马1/2 | Ranma ½
    9005 | tv | 1989-04-27 | 1996-02-01 | 291 | ドラゴンボールZ | 龙珠Z | Dragon Ball Z
    305 | movie | 1989-07-30 | 1989-07-30 | 1 | 魔女の宅急便 | 魔女宅急便 | Kiki's Delivery Service
    8484 | tv | 1989-10-12 | 1990-09-26 | 47 | 機動警察パトレイバー | 机动警察 | Patlabor
    1981 | tv | 1990-04-14 | 1991-03-30 | 39 | ふしぎの海のナディア | 不可思议的海之娜蒂亚 | Nadia: The Secret of Blue Water
    1510 | tv | 1992-03-08 | 1993-02-28 | 46 | 美少女戦士セーラームーン | 美少女战士 | Sailor Moon
    24823 | tv | 1992-04-13T19:00 | … | - | クレヨンしんちゃん | 蜡笔小新 | Crayon Shin-chan | 2019-10-05T16:30
    307 | movie | 1992-07-19 | 1992-07-19 | 1 | 紅の豚 | 红猪 | Porco Rosso
    8803 | tv | 1992-10-11 | 1995-01-08 | 112 | 幽☆遊☆白書 | 幽游白书 | Yu Yu Hakusho
    985 | tv | 1993-04-03 | 1994-03-26 | 51 | 機動戦士Vガンダム | 机动战士V高达 | Mobile Suit Victory Gundam
    1608 | tv | 1993-10-17 | 1996-03-24 | 101 | スラムダンク | 灌篮高手 | Slam Dunk
    407 | movie | 1994-07-16 | 1994-07-16 | 1 | 平成狸合戦ぽんぽこ | 平成狸合战 | Pom Poko
    3168 | ova | 1994-08-26 | 1995-06-26 | 4 | マクロスプラス | 超时空要塞Plus | Macross Plus
    9270 | tv | 1995-01-08T18:00 | … | - | ちびまる子ちゃん | 樱桃小丸子 | Chibi Maruko-chan | 1995-01-08T18:00
    2094 | tv | 1995-04-08 | 1995-09-30 | 26 | スレイヤーズ | 秀逗魔导士 | Slayers
    2774 | tv | 1995-04-08 | 1996-03-30 | 49 | 新機動戦記ガンダムW | 新机动战记高达W | Mobile Suit Gundam Wing
    500 | movie | 1995-07-16 | 1995-07-16 | 1 | 耳をすませば | 侧耳倾听 | Whisper of the Heart
    265 | tv | 1995-10-05 | 1996-03-28 | 26 | 新世紀エヴァンゲリオン | 新世纪福音战士 | Neon Genesis Evangelion
    237 | movie | 1995-11-19 | 1995-11-19 | 1 | 攻殻機動隊 | 攻壳机动队 | Ghost in the Shell
    899 | tv | 1996-01-08T19:30 | … | - | 名探偵コナン | 名侦探柯南 | Detective Conan | 2009-04-04T18:00
    2712 | tv | 1996-01-11 | 1998-09-09 | 94 | るろうに剣心 -明治剣客浪漫譚- | 浪客剑心 | Rurouni Kenshin
    10378 | tv | 1996-04-03 | 1996-09-25 | 26 | 天空のエスカフローネ | 圣天空战记 | The Vision of Escaflowne
    515 | tv | 1996-10-02 | 1997-03-26 | 26 | 機動戦艦ナデシコ | 机动战舰抚子号 | Martian Successor Nadesico
    1453 | tv | 1997-04-02 | 1997-12-24 | 39 | 少女革命ウテナ | 少女革命 | Revolutionary Girl Utena
    310 | movie | 1997-07-13 | 1997-07-13 | 1 | もののけ姫 | 幽灵公主 | Princess Mononoke
    696 | tv | 1997-10-08 | 1998-04-01 | 25 | 剣風伝奇ベルセルク | 剑风传奇 | Berserk
    839 | movie | 1998-03-01 | 1998-03-01 | 1 | PERFECT BLUE | 未麻的部屋 | Perfect Blue
    7159 | tv | 1998-04-02 | 1998-09-24 | 26 | TRIGUN | 枪神 | Trigun
    1940 | tv | 1998-04-08 | 2000-03-22 | 70 | カードキャプターさくら | 魔卡少女樱 | Cardcaptor Sakura
    2582 | tv | 1998-07-07 | 1998-09-29 | 13 | serial experiments lain | 玲音 | Serial Experiments Lain
    2049 | tv | 1998-10-03 | 1999-03-27 | 26 | 彼氏彼女の事情 | 他和她的事情 | Kare Kano
    253 | tv | 1998-10-23 | 1999-04-24 | 26 | COWBOY BEBOP | 星际牛仔 | Cowboy Bebop
    3128 | tv | 1999-03-07 | 2000-03-26 | 54 | デジモンアドベンチャー | 数码宝贝大冒险 | Digimon Adventure
    3553 | tv | 1999-04-09 | 2000-04-14 | 50 | ∀ガンダム | 逆A高达 | Turn A Gundam
    2045 | tv | 1999-07-01 | 2000-09-25 | 43 | GTO | 麻辣教师GTO | Great Teacher Onizuka
    1704 | tv | 1999-10-17 | 2001-04-01 | 62 | HUNTER×HUNTER | 全职猎人 | Hunter × Hunter
    975 | tv | 1999-10-20 | 2025-12-28 | - | ONE PIECE | 海贼王 | One Piece
    6390 | tv | 2000-04-18 | 2004-09-29 | 224 | 遊☆戯☆王デュエルモンスターズ | 游戏王 怪兽之决斗 | Yu-Gi-Oh! Duel Monsters
    822 | ova | 2000-04-27 | 2001-03-17 | 6 | フリクリ | FLCL | FLCL
    2784 | tv | 2000-10-16 | 2004-09-13 | 167 | 犬夜叉 | 犬夜叉 | Inuyasha
    311 | movie | 2001-07-21 | 2001-07-21 | 1 | 千と千尋の神隠し | 千与千寻 | Spirited Away
    840 | movie | 2001-07-29 | 2001-07-29 | 1 | 千年女優 | 千年女优 | Millennium Actress
    860 | movie | 2001-09-02 | 2001-09-02 | 1 | カウボーイビバップ 天国の扉 | 星际牛仔 天国之扉 | Cowboy Bebop: The Movie
    1939 | tv | 2001-10-10 | 2014-10-16 | 178 | テニスの王子様 | 网球王子 | The Prince of Tennis
    605 | tv | 2001-10-10 | 2003-03-26 | 75 | ヒカルの碁 | 棋魂 | Hikaru no Go
    12 | tv | 2002-04-03 | 2002-09-25 | 26 | ちょびっツ | 人形电脑天使心 | Chobits
    1856 | tv | 2002-04-09 | 2003-08-30 | 45 | 十二国記 | 十二国记 | The Twelve Kingdoms
    324 | tv | 2002-10-01 | 2003-12-01 | 26 | 攻殻機動隊 STAND ALONE COMPLEX | 攻壳机动队 STAND ALONE COMPLEX | Ghost in the Shell: Stand Alone Complex
    3425 | tv | 2002-10-03 | 2007-02-08 | 220 | NARUTO -ナルト- | 火影忍者 | Naruto
    1860 | tv | 2002-10-06 | 2003-09-27 | 50 | 機動戦士ガンダムSEED | 机动战士高达SEED | Mobile Suit Gundam SEED
    893 | tv | 2002-10-10 | 2002-12-19 | 13 | 灰羽連盟 | 灰羽联盟 | Haibane Renmei
    1948 | tv | 2003-04-08 | 2003-07-08 | 13 | キノの旅 -the Beautiful World- | 奇诺之旅 | Kino's Journey
    2734 | tv | 2003-10-04 | 2004-04-17 | 26 | プラネテス | 星空清理者 | Planetes
    315 | tv | 2003-10-04 | 2004-10-02 | 51 | 鋼の錬金術師 | 钢之炼金术师 | Fullmetal Alchemist
    842 | movie | 2003-11-09 | 2003-11-09 | 1 | 東京ゴッドファーザーズ | 东京教父 | Tokyo Godfathers
    4243 | tv | 2004-02-01 | 2005-01-30 | 49 | ふたりはプリキュア | 光之美少女 | Futari wa Pretty Cure
    843 | tv | 2004-02-03 | 2004-05-18 | 13 | 妄想代理人 | 妄想代理人 | Paranoia Agent
    1959 | tv | 2004-04-07 | 2005-09-28 | 74 | MONSTER | 怪物 | Monster
    254 | tv | 2004-05-20 | 2004-09-23 | 26 | サムライチャンプルー | 混沌武士 | Samurai Champloo
    1262 | tv | 2004-10-03 | 2004-12-26 | 13 | 魔法少女リリカルなのは | 魔法少女奈叶 | Magical Girl Lyrical Nanoha
    1600 | tv | 2004-10-05 | 2012-03-27 | 366 | BLEACH | 死神 | Bleach
    312 | movie | 2004-11-21 | 2004-11-21 | 1 | ハウルの動く城 | 哈尔的移动城堡 | Howl's Moving Castle
    1707 | movie | 2004-11-21 | 2004-11-21 | 1 | 雲のむこう、約束の場所 | 云之彼端,约定的地方 | The Place Promised in Our Early Days
    234 | tv | 2005-01-07 | 2005-03-25 | 12 | AIR | AIR | Air
    847 | tv | 2005-04-15 | 2005-09-27 | 24 | ハチミツとクローバー | 蜂蜜与四叶草 | Honey and Clover
    18692 | tv | 2005-04-15T19:00 | … | - | ドラえもん | 哆啦A梦 | Doraemon | 2019-10-05T17:00
    490 | tv | 2005-10-06 | 2006-03-23 | 24 | 灼眼のシャナ | 灼眼的夏娜 | Shakugan no Shana
    340 | tv | 2005-10-23 | 2006-06-19 | 26 | 蟲師 | 虫师 | Mushishi
    485 | tv | 2006-04-03 | 2006-07-03 | 14 | 涼宮ハルヒの憂鬱 | 凉宫春日的忧郁 | The Melancholy of Haruhi Suzumiya
    1487 | tv | 2006-04-05 | 2006-09-27 | 26 | 桜蘭高校ホスト部 | 樱兰高校男公关部 | Ouran High School Host Club
    289 | tv | 2006-04-05 | 2006-09-27 | 26 | ひぐらしのなく頃に | 寒蝉鸣泣之时 | Higurashi: When They Cry
    486 | tv | 2006-04-05 | 2007-03-29 | 47 | NANA | NANA | Nana
    247 | tv | 2006-04-10 | 2010-03-25 | 201 | 銀魂 | 银魂 | Gintama
    242 | movie | 2006-07-15 | 2006-07-15 | 1 | 時をかける少女 | 穿越时空的少女 | The Girl Who Leapt Through Time
    1773 | tv | 2006-10-04 | 2007-06-27 | 37 | DEATH NOTE | 死亡笔记 | Death Note
    793 | tv | 2006-10-06 | 2007-08-31 | 25 | コードギアス 反逆のルルーシュ | 反叛的鲁路修 | Code Geass: Lelouch of the Rebellion
    841 | movie | 2006-11-26 | 2006-11-26 | 1 | パプリカ | 红辣椒 | Paprika
    443 | tv | 2007-01-12 | 2007-06-29 | 23 | のだめカンタービレ | 交响情人梦 | Nodame Cantabile
    2782 | tv | 2007-02-15 | 2017-03-23 | 500 | NARUTO -ナルト- 疾風伝 | 火影忍者 疾风传 | Naruto Shippuden
    927 | movie | 2007-03-04 | 2007-03-04 | 1 | 秒速5センチメートル | 秒速5厘米 | 5 Centimeters per Second
    770 | tv | 2007-04-01 | 2007-09-30 | 27 | 天元突破グレンラガン | 天元突破 | Gurren Lagann
    1976 | tv | 2007-04-07 | 2007-09-29 | 26 | 精霊の守り人 | 精灵守护者 | Moribito: Guardian of the Spirit
    276 | tv | 2007-04-08 | 2007-09-17 | 24 | らき☆すた | 幸运星 | Lucky Star
    794 | tv | 2007-05-12 | 2007-12-01 | 26 | 電脳コイル | 电脑线圈 | Den-noh Coil
    2496 | tv | 2007-07-13 | 2007-09-28 | 12 | モノノ怪 | 怪化猫 | Mononoke
    51 | tv | 2007-10-05 | 2008-03-21 | 23 | CLANNAD | CLANNAD | Clannad
    282 | tv | 2008-01-09 | 2008-03-26 | 13 | 狼と香辛料 | 狼与香辛料 | Spice and Wolf
    236 | tv | 2008-04-04 | 2008-09-26 | 25 | マクロスFRONTIER | 超时空要塞F | Macross Frontier
    8 | tv | 2008-04-06 | 2008-09-28 | 25 | コードギアス 反逆のルルーシュR2 | 反叛的鲁路修R2 | Code Geass: Lelouch of the Rebellion R2
    259 | tv | 2008-07-08 | 2008-09-30 | 13 | 夏目友人帳 | 夏目友人帐 | Natsume's Book of Friends
    313 | movie | 2008-07-20 | 2008-07-20 | 1 | 崖の上のポニョ | 悬崖上的金鱼公主 | Ponyo
    909 | tv | 2008-10-02 | 2009-03-26 | 25 | とらドラ! | 龙与虎 | Toradora!
    876 | tv | 2008-10-03 | 2009-03-27 | 24 | CLANNAD 〜AFTER STORY〜 | CLANNAD AFTER STORY | Clannad: After Story
    1424 | tv | 2009-04-03 | 2013-06-23 | 13 | けいおん! | 轻音少女 | K-On!
    1428 | tv | 2009-04-05 | 2010-07-04 | 64 | 鋼の錬金術師 FULLMETAL ALCHEMIST | 钢之炼金术师FA | Fullmetal Alchemist: Brotherhood
    1451 | tv | 2009-04-10 | 2009-06-19 | 11 | 東のエデン | 东之伊甸 | Eden of the East
    1671 | tv | 2009-07-03 | 2010-06-26 | 15 | 化物語 | 化物语 | Bakemonogatari
    1905 | movie | 2009-08-01 | 2009-08-01 | 1 | サマーウォーズ | 夏日大作战 | Summer Wars
    2585 | tv | 2009-10-03 | 2010-03-20 | 24 | とある科学の超電磁砲 | 某科学的超电磁炮 | A Certain Scientific Railgun
    2609 | tv | 2009-10-12 | 2013-03-30 | 175 | FAIRY TAIL | 妖精的尾巴 | Fairy Tail
    3375 | movie | 2010-02-07 | 2010-02-07 | 1 | 涼宮ハルヒの消失 | 凉宫春日的消失 | The Disappearance of Haruhi Suzumiya
    1851 | tv | 2010-04-03 | 2010-06-26 | 13 | Angel Beats! | Angel Beats! | Angel Beats!
    3774 | tv | 2010-04-07 | 2011-11-13 | 26 | けいおん!! | 轻音少女 第二季 | K-On!!
    4019 | tv | 2010-04-23 | 2010-07-02 | 11 | 四畳半神話大系 | 四叠半神话大系 | The Tatami Galaxy
    6819 | movie | 2010-07-17 | 2010-07-17 | 1 | 借りぐらしのアリエッティ | 借东西的小人阿莉埃蒂 | The Secret World of Arrietty
    9717 | tv | 2011-01-07 | 2011-04-22 | 12 | 魔法少女まどか☆マギカ | 魔法少女小圆 | Puella Magi Madoka Magica
    9912 | tv | 2011-04-03 | 2011-09-25 | 26 | 日常 | 日常 | Nichijou
    10380 | tv | 2011-04-03 | 2011-09-14 | 24 | STEINS;GATE | 命运石之门 | Steins;Gate
    10440 | tv | 2011-04-15 | 2011-06-24 | 11 | あの日見た花の名前を僕達はまだ知らない。 | 我们仍未知道那天所看见的花的名字。 | Anohana: The Flower We Saw That Day
    10639 | tv | 2011-10-02 | 2011-12-25 | 13 | Fate/Zero | Fate/Zero | Fate/Zero
    21032 | tv | 2011-10-02 | 2014-09-24 | 148 | HUNTER×HUNTER(2011) | 全职猎人(2011) | Hunter × Hunter (2011)
    18635 | tv | 2011-10-14 | 2012-03-23 | 22 | ギルティクラウン | 罪恶王冠 | Guilty Crown
    27364 | tv | 2012-04-23 | 2012-09-17 | 22 | 氷菓 | 冰菓 | Hyouka
    23686 | tv | 2012-07-08 | 2012-12-23 | 25 | ソードアート・オンライン | 刀剑神域 | Sword Art Online
    28440 | movie | 2012-07-22 | 2012-07-22 | 1 | おおかみこどもの雨と雪 | 狼的孩子雨和雪 | Wolf Children
    37785 | tv | 2012-09-29 | 2013-03-23 | 25 | 新世界より | 来自新世界 | From the New World
    29648 | tv | 2012-10-04 | 2013-12-26 | 12 | 中二病でも恋がしたい! | 中二病也要谈恋爱! | Love, Chunibyo & Other Delusions
    40310 | tv | 2012-10-09 | 2013-03-25 | 12 | ガールズ&パンツァー | 少女与战车 | Girls und Panzer
    37685 | tv | 2012-10-12 | 2013-03-22 | 22 | PSYCHO-PASS サイコパス | 心理测量者 | Psycho-Pass
    49294 | tv | 2013-01-06 | 2013-03-31 | 13 | ラブライブ! School idol project | LoveLive! 学园偶像计划 | Love Live! School Idol Project
    54433 | tv | 2013-04-05 | 2013-06-28 | 13 | やはり俺の青春ラブコメはまちがっている。 | 我的青春恋爱物语果然有问题。 | My Teen Romantic Comedy SNAFU
    55770 | tv | 2013-04-07 | 2013-09-29 | 25 | 進撃の巨人 | 进击的巨人 | Attack on Titan
    58949 | movie | 2013-06-01 | 2013-06-01 | 1 | 言の葉の庭 | 言叶之庭 | The Garden of Words
    68035 | tv | 2013-07-07 | 2013-09-29 | 13 | 有頂天家族 | 有顶天家族 | The Eccentric Family
    56846 | movie | 2013-07-21 | 2013-07-21 | 1 | 風立ちぬ | 起风了 | The Wind Rises
    72941 | tv | 2013-10-04 | 2014-03-28 | 24 | キルラキル | 斩服少女 | Kill la Kill
    78405 | tv | 2013-10-08 | 2013-12-24 | 12 | のんのんびより | 悠哉日常大王 | Non Non Biyori
    56847 | movie | 2013-11-23 | 2013-11-23 | 1 | かぐや姫の物語 | 辉夜姬物语 | The Tale of the Princess Kaguya
    84171 | tv | 2014-04-06 | 2014-09-21 | 25 | ハイキュー!! | 排球少年!! | Haikyu!!
    79227 | tv | 2014-04-09 | 2014-06-25 | 12 | ノーゲーム・ノーライフ | NO GAME NO LIFE 游戏人生 | No Game No Life
    88287 | tv | 2014-04-10 | 2014-06-26 | 12 | ご注文はうさぎですか? | 请问您今天要来点兔子吗? | Is the Order a Rabbit?
    93739 | tv | 2014-04-11 | 2014-06-20 | 11 | ピンポン THE ANIMATION | 乒乓 | Ping Pong the Animation
    95225 | tv | 2014-10-05 | 2014-12-28 | 13 | Fate/stay night [Unlimited Blade Works] | Fate/stay night [Unlimited Blade Works] | Fate/stay night: Unlimited Blade Works
    88433 | tv | 2014-10-09 | 2015-03-26 | 24 | 寄生獣 セイの格率 | 寄生兽 生命的准则 | Parasyte -the maxim-
    110467 | tv | 2014-10-09 | 2015-03-27 | 24 | SHIROBAKO | 白箱 | Shirobako
    100444 | tv | 2014-10-10 | 2015-03-20 | 22 | 四月は君の嘘 | 四月是你的谎言 | Your Lie in April
    105075 | tv | 2015-04-05 | 2015-10-04 | 12 | 血界戦線 | 血界战线 | Blood Blockade Battlefront
    115908 | tv | 2015-04-08 | 2015-07-01 | 13 | 響け!ユーフォニアム | 吹响!上低音号 | Sound! Euphonium
    127563 | tv | 2015-10-05 | 2015-12-21 | 12 | ワンパンマン | 一拳超人 | One-Punch Man
    139408 | tv | 2015-10-06 | 2016-03-29 | 25 | おそ松さん | 阿松 | Mr. Osomatsu
    119394 | tv | 2016-01-09 | 2016-03-19 | 13 | 昭和元禄落語心中 | 昭和元禄落语心中 | Showa Genroku Rakugo Shinju
    135275 | tv | 2016-01-14 | 2016-03-17 | 10 | この素晴らしい世界に祝福を! | 为美好的世界献上祝福! | KonoSuba
    150955 | tv | 2016-04-03 | 2016-06-26 | 13 | 僕のヒーローアカデミア | 我的英雄学院 | My Hero Academia
    140001 | tv | 2016-04-04 | 2016-09-19 | 25 | Re:ゼロから始める異世界生活 | Re:从零开始的异世界生活 | Re:ZERO -Starting Life in Another World-
    158316 | tv | 2016-07-12 | 2016-09-27 | 12 | モブサイコ100 | 灵能百分百 | Mob Psycho 100
    160209 | movie | 2016-08-26 | 2016-08-26 | 1 | 君の名は。 | 你的名字。 | Your Name.
    117777 | movie | 2016-09-18 | 2016-09-18 | 1 | 映画 聲の形 | 声之形 | A Silent Voice
    174998 | tv | 2016-10-06 | 2016-12-22 | 12 | ユーリ!!! on ICE | 冰上的尤里 | Yuri!!! on Ice
    147068 | tv | 2016-10-08 | 2017-03-18 | 22 | 3月のライオン | 三月的狮子 | March Comes in Like a Lion
    54550 | movie | 2016-11-12 | 2016-11-13 | 1 | この世界の片隅に | 在这世界的角落 | In This Corner of the World
    176478 | tv | 2017-01-11 | 2017-03-29 | 12 | けものフレンズ | 兽娘动物园 | Kemono Friends
    179949 | tv | 2017-01-12 | 2017-04-06 | 13 | 小林さんちのメイドラゴン | 小林家的龙女仆 | Miss Kobayashi's Dragon Maid
    202240 | movie | 2017-04-08 | 2017-04-08 | 1 | 夜は短し歩けよ乙女 | 春宵苦短,少女前进吧! | The Night Is Short, Walk on Girl
    206737 | movie | 2017-05-20 | 2017-05-20 | 1 | 夜明け告げるルーのうた | 宣告黎明的露之歌 | Lu over the Wall
    203526 | tv | 2017-07-07 | 2017-09-29 | 13 | メイドインアビス | 来自深渊 | Made in Abyss
    218707 | tv | 2017-10-06 | 2017-12-22 | 12 | 少女終末旅行 | 少女终末旅行 | Girls' Last Tour
    214799 | tv | 2017-10-07 | 2017-12-23 | 12 | 宝石の国 | 宝石之国 | Land of the Lustrous
    218708 | tv | 2018-01-02 | 2018-03-27 | 13 | 宇宙よりも遠い場所 | 比宇宙更远的地方 | A Place Further Than the Universe
    207195 | tv | 2018-01-04 | 2018-03-22 | 12 | ゆるキャン△ | 摇曳露营△ | Laid-Back Camp
    211311 | web | 2018-01-06 | 2018-01-06 | 10 | DEVILMAN crybaby | 恶魔人 crybaby | Devilman Crybaby
    183878 | tv | 2018-01-11 | 2018-04-05 | 13 | ヴァイオレット・エヴァーガーデン | 紫罗兰永恒花园 | Violet Evergarden
    216371 | movie | 2018-04-22 | 2018-04-22 | 1 | リズと青い鳥 | 利兹与青鸟 | Liz and the Blue Bird
    235612 | tv | 2018-07-08 | 2018-09-30 | 13 | はたらく細胞 | 工作细胞 | Cells at Work!
    239816 | tv | 2018-10-02 | 2019-03-26 | 24 | 転生したらスライムだった件 | 关于我转生变成史莱姆这档事 | That Time I Got Reincarnated as a Slime
    240038 | tv | 2018-10-04 | 2018-12-27 | 13 | 青春ブタ野郎はバニーガール先輩の夢を見ない | 青春猪头少年不会梦到兔女郎学姐 | Rascal Does Not Dream of Bunny Girl Senpai
    252655 | tv | 2018-10-05 | 2018-12-21 | 12 | ゾンビランドサガ | 佐贺偶像是传奇 | Zombie Land Saga
    218712 | tv | 2018-10-07 | 2018-12-23 | 12 | SSSS.GRIDMAN | SSSS.GRIDMAN | SSSS.Gridman
    243916 | tv | 2019-01-11 | 2019-03-29 | 12 | 約束のネバーランド | 约定的梦幻岛 | The Promised Neverland
    248175 | tv | 2019-01-12 | 2019-03-31 | 12 | かぐや様は告らせたい〜天才たちの恋愛頭脳戦〜 | 辉夜大小姐想让我告白~天才们的恋爱头脑战~ | Kaguya-sama: Love Is War
    245665 | tv | 2019-04-06 | 2019-09-29 | 26 | 鬼滅の刃 | 鬼灭之刃 | Demon Slayer: Kimetsu no Yaiba
    218713 | movie | 2019-05-24 | 2019-05-24 | 1 | プロメア | 普罗米亚 | Promare
    266794 | tv | 2019-07-05 | 2019-12-13 | 24 | Dr.STONE | 石纪元 | Dr. Stone
    240386 | tv | 2019-07-08 | 2019-12-30 | 24 | ヴィンランド・サガ | 冰海战记 | Vinland Saga
    269235 | movie | 2019-07-19 | 2019-07-19 | 1 | 天気の子 | 天气之子 | Weathering with You
    282433 | tv | 2020-01-06 | 2020-03-23 | 12 | 映像研には手を出すな! | 别对映像研出手! | Keep Your Hands Off Eizouken!
    294993 | tv | 2020-10-03 | 2021-03-27 | 24 | 呪術廻戦 | 咒术回战 | Jujutsu Kaisen
    296659 | tv | 2020-10-03 | 2020-12-26 | 13 | ラブライブ!虹ヶ咲学園スクールアイドル同好会 | LoveLive!虹咲学园学园偶像同好会 | Love Live! Nijigasaki High School Idol Club
    315574 | tv | 2021-01-05 | 2021-03-30 | 13 | ウマ娘 プリティーダービー Season 2 | 赛马娘 Pretty Derby 第二季 | Uma Musume: Pretty Derby Season 2
    277554 | tv | 2021-01-11 | 2021-03-22 | 11 | 無職転生 〜異世界行ったら本気だす〜 | 无职转生 ~到了异世界就拿出真本事~ | Mushoku Tensei: Jobless Reincarnation
    29883 | movie | 2021-03-08 | 2021-03-08 | 1 | シン・エヴァンゲリオン劇場版 | 新·福音战士剧场版 | Evangelion: 3.0+1.0 Thrice Upon a Time
    325286 | tv | 2021-04-04 | 2021-06-20 | 13 | Vivy -Fluorite Eye's Song- | 薇薇 -萤石眼之歌- | Vivy: Fluorite Eye's Song
    325285 | tv | 2021-04-07 | 2021-06-29 | 13 | オッドタクシー | 奇巧计程车 | Odd Taxi
    302189 | tv | 2021-04-11 | 2021-06-20 | 11 | 86-エイティシックス- | 86-不存在的战区- | 86 Eighty-Six
    322535 | movie | 2021-07-16 | 2021-07-16 | 1 | 竜とそばかすの姫 | 龙与雀斑公主 | Belle
    333158 | tv | 2022-01-09 | 2022-03-27 | 12 | その着せ替え人形は恋をする | 更衣人偶坠入爱河 | My Dress-Up Darling
    348335 | tv | 2022-01-13 | 2022-03-24 | 11 | 平家物語 | 平家物语 | The Heike Story
    329906 | tv | 2022-04-09 | 2022-06-25 | 12 | SPY×FAMILY | 间谍过家家 | Spy × Family
    364450 | tv | 2022-07-02 | 2022-09-25 | 13 | リコリス・リコイル | 莉可丽丝 | Lycoris Recoil
    298477 | tv | 2022-07-06 | 2022-09-28 | 12 | メイドインアビス 烈日の黄金郷 | 来自深渊 烈日的黄金乡 | Made in Abyss: The Golden City of the Scorching Sun
    309311 | web | 2022-09-14 | 2022-09-15 | 10 | サイバーパンク エッジランナーズ | 赛博朋克:边缘行者 | Cyberpunk: Edgerunners
    349441 | tv | 2022-10-02 | 2023-01-08 | 12 | 機動戦士ガンダム 水星の魔女 | 机动战士高达 水星的魔女 | Mobile Suit Gundam: The Witch from Mercury
    328609 | tv | 2022-10-09 | 2022-12-25 | 12 | ぼっち・ざ・ろっく! | 孤独摇滚! | Bocchi the Rock!
    321885 | tv | 2022-10-12 | 2022-12-28 | 12 | チェンソーマン | 电锯人 | Chainsaw Man
    362577 | movie | 2022-11-11 | 2022-11-11 | 1 | すずめの戸締まり | 铃芽之旅 | Suzume
    324720 | movie | 2022-12-03 | 2022-12-03 | 1 | THE FIRST SLAM DUNK | 灌篮高手 | The First Slam Dunk
    404804 | tv | 2023-04-01 | 2023-06-24 | 13 | 天国大魔境 | 天国大魔境 | Heavenly Delusion
    357961 | tv | 2023-04-04 | 2023-06-20 | 12 | スキップとローファー | 跃动青春 | Skip and Loafer
    386809 | tv | 2023-04-12 | 2023-06-28 | 11 | 【推しの子】 | 【我推的孩子】 | Oshi no Ko
    411247 | tv | 2023-04-14T18:55 | … | - | ポケットモンスター(2023) | 宝可梦 地平线 | Pokémon Horizons | 2023-04-14T18:55
    428735 | tv | 2023-06-30 | 2023-09-14 | 13 | BanG Dream! It's MyGO!!!!! | BanG Dream! It's MyGO!!!!! | BanG Dream! It's MyGO!!!!!
    228715 | movie | 2023-07-14 | 2023-07-14 | 1 | 君たちはどう生きるか | 你想活出怎样的人生 | The Boy and the Heron
    400602 | tv | 2023-09-29 | 2024-03-23 | 28 | 葬送のフリーレン | 葬送的芙莉莲 | Frieren: Beyond Journey's End
    418599 | tv | 2023-10-06T18:25 | … | - | BEYBLADE X | 战斗陀螺X | Beyblade X | 2023-10-06T18:25
    217021 | web | 2023-10-26 | 2023-10-26 | 8 | PLUTO | 冥王 | Pluto
    420628 | tv | 2023-10-29 | 2024-03-24 | 24 | 薬屋のひとりごと | 药屋少女的呢喃 | The Apothecary Diaries
    395378 | tv | 2024-01-04 | 2024-06-13 | 24 | ダンジョン飯 | 迷宫饭 | Delicious in Dungeon
    431767 | tv | 2024-04-06 | 2024-06-29 | 13 | ガールズバンドクライ | GIRLS BAND CRY | Girls Band Cry
    411276 | tv | 2024-04-07 | 2024-10-06 | 27 | 夜桜さんちの大作戦 | 夜樱家的大作战 | Mission: Yozakura Family
    394623 | tv | 2024-04-13 | 2024-06-29 | 12 | 怪獣8号 | 怪兽8号 | Kaiju No. 8
    480441 | movie | 2024-06-28 | 2024-06-28 | 1 | ルックバック | 蓦然回首 | Look Back
    474906 | tv | 2024-07-07 | 2024-09-15 | 10 | 小市民シリーズ | 小市民系列 | Shoshimin: How to Become Ordinary
    464376 | tv | 2024-07-14 | 2024-09-29 | 12 | 負けヒロインが多すぎる! | 败犬女主太多了! | Makeine: Too Many Losing Heroines!
    505895 | tv | 2024-10-03 | 2024-12-19 | 12 | ネガポジアングラー | 正反钓手 | Negative Positive Angler
    460306 | tv | 2024-10-03 | 2025-03-28 | 25 | アオのハコ | 青之箱 | Blue Box
    467461 | tv | 2024-10-04 | 2024-12-20 | 12 | ダンダダン | 胆大党 | Dan Da Dan
    389156 | tv | 2024-10-05 | 2025-03-16 | 25 | チ。 ―地球の運動について― | 地。-关于地球的运动- | Orb: On the Movements of the Earth
    518519 | tv | 2024-10-20 | 2024-10-20 | 1 | ONE PIECE FAN LETTER | ONE PIECE FAN LETTER | One Piece Fan Letter
    454684 | tv | 2025-01-02 | 2025-03-27 | 13 | BanG Dream! Ave Mujica | BanG Dream! Ave Mujica | BanG Dream! Ave Mujica
    430699 | tv | 2025-01-05 | 2025-03-30 | 13 | メダリスト | 金牌得主 | Medalist
    541423 | tv | 2025-03-31 | … | - | 忍たま乱太郎 第33シリーズ | 忍者乱太郎 第33季 | Nintama Rantarō Series 33
    526816 | tv | 2025-04-09 | 2025-06-25 | 12 | 機動戦士Gundam GQuuuuuuX | 机动战士高达 GQuuuuuuX | Mobile Suit Gundam GQuuuuuuX
    509986 | tv | 2025-04-09 | 2025-06-25 | 12 | アポカリプスホテル | 末日后酒店 | Apocalypse Hotel
    527620 | web | 2025-06-28 | 2025-08-02 | 6 | タコピーの原罪 | 章鱼哔的原罪 | Takopi's Original Sin
    529431 | tv | 2025-07-04 | 2025-09-19 | 12 | ダンダダン(第2期) | 胆大党 第二季 | Dan Da Dan Season 2
    496086 | tv | 2025-07-06 | 2025-09-28 | 12 | 光が死んだ夏 | 光逝去的夏天 | The Summer Hikaru Died
    514358 | tv | 2025-07-07 | 2025-09-29 | 13 | CITY THE ANIMATION | CITY THE ANIMATION | City the Animation
    493016 | tv | 2026-01-04 | 2026-03-29 | 13 | 違国日記 | 异国日记 | Journal with Witch
    472741 | tv | 2026-01-08 | 2026-03-27 | 12 | 呪術廻戦 死滅回游 前編 | 咒术回战 死灭回游 前篇 | Jujutsu Kaisen: The Culling Game Part 1
    517057 | tv | 2026-01-14 | 2026-03-26 | 11 | 【推しの子】(第3期) | 【我推的孩子】 第三季 | Oshi no Ko Season 3
    515759 | tv | 2026-01-16 | 2026-03-27 | 10 | 葬送のフリーレン(第2期) | 葬送的芙莉莲 第二季 | Frieren: Beyond Journey's End Season 2
    604826 | web | 2026-01-22 | 2026-01-22 | 1 | 超かぐや姫! | 超时空辉夜姬! | Cosmic Princess Kaguya!
    548818 | tv | 2026-01-25 | 2026-03-22 | 9 | メダリスト(第2期) | 金牌得主 第二季 | Medalist Season 2
    611077 | tv | 2026-02-01T08:30 | … | - | 名探偵プリキュア! | 名侦探光之美少女! | Star Detective Precure! | 2026-02-01T08:30
    551918 | web | 2026-03-19 | … | - | スティール・ボール・ラン ジョジョの奇妙な冒険 | 飙马野郎 JOJO的奇妙冒险 | Steel Ball Run: JoJo's Bizarre Adventure
    515594 | tv | 2026-04-03T23:00 | … | - | 転生したらスライムだった件 第4期 | 关于我转生变成史莱姆这档事 第四季 | That Time I Got Reincarnated as a Slime Season 4 | 2026-04-03T23:00
    469104 | tv | 2026-04-04T17:30 | … | - | 本好きの下剋上 司書になるためには手段を選んでいられません 領主の養女 | 小书痴的下克上 领主的养女 | Ascendance of a Bookworm: Adopted Daughter of an Archduke | 2026-04-04T17:30
    576121 | tv | 2026-04-04 | 2026-06-21 | - | あかね噺 | 落语朱音 | Akane-banashi
    568572 | tv | 2026-04-04T23:30 | … | - | 黄泉のツガイ | 黄泉的使者 | Daemons of the Shadow Realm | 2026-04-04T23:30
    570448 | tv | 2026-04-04T23:45 | … | - | MAO | 摩绪 | MAO | 2026-04-04T23:45
    602059 | tv | 2026-04-05T23:15 | … | - | ONE PIECE エルバフ編 | 航海王 埃鲁巴夫篇 | One Piece: Elbaph Arc | 2026-04-05T23:15
    377130 | tv | 2026-04-06 | 2026-06-22 | - | とんがり帽子のアトリエ | 尖帽子的魔法工房 | Witch Hat Atelier
    580133 | tv | 2026-04-07T00:00 | … | - | LIAR GAME -ライアーゲーム- | 欺诈游戏 | Liar Game | 2026-04-07T00:00
    517027 | tv | 2026-04-12 | 2026-06-28 | - | 夜桜さんちの大作戦(第2期) | 夜樱家的大作战 第二季 | Mission: Yozakura Family Season 2
    622633 | tv | 2026-07-02T22:00 | … | - | ワールド イズ ダンシング | 世界在起舞 | The World Is Dancing | 2026-07-02T22:00
    583729 | tv | 2026-07-02T23:00 | … | - | バンドリ! ゆめ∞みた | BanG Dream! YUME∞MITA | BanG Dream! Yume∞Mita | 2026-07-02T23:00
    545917 | tv | 2026-07-03T23:30 | … | - | これ描いて死ね | 描绘直至生命尽头 | Draw This, Then Die! | 2026-07-03T23:30
    501963 | tv | 2026-07-04T20:00 | … | - | 無職転生Ⅲ ~異世界行ったら本気だす~ | 无职转生Ⅲ ~到了异世界就拿出真本事~ | Mushoku Tensei: Jobless Reincarnation Season 3 | 2026-07-04T20:00
    638497 | tv | 2026-07-05T17:00 | … | - | 正反対な君と僕(第2期) | 相反的你和我 第二季 | You and I Are Polar Opposites Season 2 | 2026-07-05T17:00
    598058 | tv | 2026-07-05T23:00 | … | - | 君のことが大大大大大好きな100人の彼女(第3期) | 超超超超超喜欢你的100个女朋友 第三季 | The 100 Girlfriends Who Really, Really, Really, Really, Really Love You Season 3 | 2026-07-05T23:00
    255209 | tv | 2026-07-05T23:00 | … | - | 二十世紀電氣目録-ユーレカ・エヴリカ- | 二十世纪电气目录 | Sparks of Tomorrow | 2026-07-05T23:00
    569116 | tv | 2026-07-07T00:00 | … | - | ぐらんぶる Season 3 | 碧蓝之海 第三季 | Grand Blue Dreaming Season 3 | 2026-07-07T00:00
    541285 | tv | 2026-07-07T21:30 | … | - | きみが死ぬまで恋をしたい | 与你相恋到生命尽头 | I Want to Love You Till Your Dying Day | 2026-07-07T21:30
    496276 | tv | 2026-07-07T23:00 | … | - | 攻殻機動隊 THE GHOST IN THE SHELL | 攻壳机动队 THE GHOST IN THE SHELL | The Ghost in the Shell | 2026-07-07T23:00
    585820 | tv | 2026-07-08T22:30 | … | - | クレバテスⅡ-魔獣の王と偽りの勇者伝承- | 克雷瓦提斯 第二季 | Clevatess II | 2026-07-08T22:30
    339515 | tv | 2026-07-08T23:00 | … | - | 幼女戦記Ⅱ | 幼女战记 第二季 | Saga of Tanya the Evil II | 2026-07-08T23:00
    552533 | tv | 2026-07-09T05:30 | … | - | 天幕のジャードゥーガル | 穹庐下的魔女 | Jaadugar: A Witch in Mongolia | 2026-07-09T05:30
    517106 | tv | 2026-07-17T23:30 | … | - | 逃げ上手の若君(第二期) | 擅长逃跑的殿下 第二季 | The Elusive Samurai Season 2 | 2026-07-17T23:30
    530725 | tv | 2026-07-25T23:00 | … | - | BLEACH 千年血戦篇-禍進譚- | 死神 千年血战篇-祸进谭- | Bleach: Thousand-Year Blood War - The Calamity | 2026-07-25T23:00
    633836 | tv | 2026-08-12T23:00 | … | - | Re:ゼロから始める異世界生活 4th season 奪還編 | Re:从零开始的异世界生活 第四季 夺还篇 | Re:ZERO Season 4: The Recapture Arc | 2026-08-12T23:00
    """
}
