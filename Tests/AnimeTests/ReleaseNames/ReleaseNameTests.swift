import Anime
import TestSupport
import Testing

/// A name and what it says: the names of the show, its season and its episodes.
struct TypedRelease: CustomTestStringConvertible {
  let input: String
  let names: [String]
  let season: Int?
  let episodes: String

  init(_ input: String, _ names: String, season: Int? = nil, _ episodes: String = "") {
    self.input = input
    self.names = names.split(separator: " | ").map(String.init)
    self.season = season
    self.episodes = episodes
  }

  var testDescription: String { input }

  static let latin = [
    TypedRelease(
      "[SubsPlease] Yozakura-san Chi no Daisakusen - 07 (1080p) [0F1E2D3C].mkv", "Yozakura-san Chi no Daisakusen", "7"),
    TypedRelease(
      "[Erai-raws] Dandadan 2nd Season - 03 [1080p CR WEB-DL AVC AAC][MultiSub][E5A1B2C3].mkv", "Dandadan", season: 2,
      "3"),
    TypedRelease(
      "[Judas] Spy x Family (Season 3) [1080p][HEVC x265 10bit][Multi-Subs] (Batch)", "Spy x Family", season: 3),
    TypedRelease("[ASW] Ao no Hako - 14 [1080p HEVC x265 10Bit][AAC]", "Ao no Hako", "14"),
    TypedRelease("Blue.Box.S01E14.1080p.NF.WEB-DL.AAC2.0.H.264-VARYG.mkv", "Blue Box", season: 1, "14"),
    TypedRelease("Blue Box - S01E14 - The Reason (1080p).mkv", "Blue Box", season: 1, "14"),
    TypedRelease("[Group] Kusuriya no Hitorigoto S2 - 05v2 (48) [720p].mkv", "Kusuriya no Hitorigoto", season: 2, "5"),
    TypedRelease(
      "[Group] Tensei Kizoku, Kantei Skill de Nariagaru 01-12 [BD 1080p]", "Tensei Kizoku, Kantei Skill de Nariagaru",
      "1-12"),
    TypedRelease("[Group] Mushishi Zoku Shou - 10.5 [BD][1080p].mkv", "Mushishi Zoku Shou", "10.5"),
    TypedRelease("[Group]_Natsume_Yuujinchou_Roku_-_SP2_[720p].mkv", "Natsume Yuujinchou Roku", "2"),
    TypedRelease("Natsume Yuujinchou 03.mkv", "Natsume Yuujinchou", "3"),
    TypedRelease("Natsume_Yuujinchou_-_03_-_Eight_Years.mkv", "Natsume Yuujinchou", "3"),
    TypedRelease("natsume.yuujinchou.e03.720p.mkv", "natsume yuujinchou", "3"),
    TypedRelease("Natsume Yuujinchou 1x03 Eight Years.avi", "Natsume Yuujinchou", season: 1, "3"),
    TypedRelease("[Group] Steins;Gate 0 - 21 [1080p].mkv", "Steins;Gate 0", "21"),
    TypedRelease("[Group] 91 Days - 01 [720p].mkv", "91 Days", "1"),
    TypedRelease("[Group] Zom 100 - 12 END (1080p).mkv", "Zom 100", "12"),
    TypedRelease(
      "[Group] Re：ZERO kara Hajimeru Isekai Seikatsu 3rd Season - 09 [1080p]", "Re：ZERO kara Hajimeru Isekai Seikatsu",
      season: 3, "9"),
    TypedRelease("[Group] Bocchi the Rock! (2022) [BDRip 1920x1080 HEVC FLAC]", "Bocchi the Rock!"),
    TypedRelease("[Group] Kino no Tabi (2017) - 04 [1080p]", "Kino no Tabi", "4"),
    TypedRelease("Perfect.Blue.1997.1080p.BluRay.x264.FLAC-GROUP.mkv", "Perfect Blue"),
    TypedRelease("[Group] Lycoris Recoil NCOP1 [BD 1080p].mkv", "Lycoris Recoil", "1"),
    TypedRelease("[Group] Lycoris Recoil - NCED [BD 1080p].mkv", "Lycoris Recoil"),
    TypedRelease("[Group] Lycoris Recoil Vol.3 [BDMV]", "Lycoris Recoil"),
    TypedRelease("[Group] Ookami to Koushinryou II - 04 [DVD].mkv", "Ookami to Koushinryou II", "4"),
    TypedRelease("Shirobako Episode 12v2 [720p].mkv", "Shirobako", "12"),
    TypedRelease("Shirobako #24 (TV 1280x720).mp4", "Shirobako", "24"),
    TypedRelease("[Group] Shirobako OVA [BD 720p].mkv", "Shirobako"),
    TypedRelease("[Group] Shirobako Movie [BD 720p].mkv", "Shirobako"),
    TypedRelease("[Group] Pluto (Season 1) [S01E01-E08] [1080p]", "Pluto", season: 1, "1-8"),
    TypedRelease(
      "[Group] Kaguya-sama wa Kokurasetai - Ultra Romantic - 11 [1080p]", "Kaguya-sama wa Kokurasetai - Ultra Romantic",
      "11"),
    TypedRelease("[Group] Hibike! Euphonium 3 - 08 [1080p][10F3A45B].mkv", "Hibike! Euphonium 3", "8"),
  ]

  static let chinese = [
    TypedRelease("[桜都字幕组][青之箱][14][1080p][简体内嵌]", "青之箱", "14"),
    TypedRelease("[桜都字幕组] 青之箱 / Ao no Hako [14][1080P][简繁内封]", "青之箱 | Ao no Hako", "14"),
    TypedRelease("【喵萌奶茶屋】★10月新番★[青之箱 / Ao no Hako][14][1080p][简日双语][招募翻译]", "青之箱 | Ao no Hako", "14"),
    TypedRelease("[ANi] 胆大党 第二季 - 03 [1080P][Baha][WEB-DL][AAC AVC][CHT][MP4]", "胆大党", season: 2, "3"),
    TypedRelease("[ANi] BLUE BOX - 青春之箱 - 14 [1080P][Baha][WEB-DL][AAC AVC][CHT][MP4]", "BLUE BOX | 青春之箱", "14"),
    TypedRelease("[字幕组][小市民系列 第2期][第03话][GB][1080P][MP4]", "小市民系列", season: 2, "3"),
    TypedRelease("[字幕组]小市民系列 第二季 第3集 1080P", "小市民系列", season: 2, "3"),
    TypedRelease("［字幕组］［小市民系列］［０３］［1080P］", "小市民系列", "3"),
    TypedRelease(
      "[字幕组&合作组][夏目友人帐 柒][Natsume Yuujinchou Shichi][01-12 Fin][BDRip][1080p]", "夏目友人帐 柒 | Natsume Yuujinchou Shichi",
      "1-12"),
    TypedRelease("[字幕组] 夏目友人帐 全12集 [BDRip]", "夏目友人帐", "1-12"),
    TypedRelease("[字幕组] 夏目友人帐 OAD [1080P]", "夏目友人帐"),
    TypedRelease("[字幕组] 剧场版 夏目友人帐 [BDRip 1080P]", "夏目友人帐"),
    TypedRelease("[字幕组] 夏目友人帐 特别篇 [720P]", "夏目友人帐"),
    TypedRelease(
      "[VCB-Studio] 终将成为你 / Yagate Kimi ni Naru 10-bit 1080p HEVC BDRip [Fin]", "终将成为你 | Yagate Kimi ni Naru"),
    TypedRelease(
      "[LoliHouse] Yofukashi no Uta S2 / 彻夜之歌 第二季 - 05 [WebRip 1080p HEVC-10bit AAC]", "Yofukashi no Uta | 彻夜之歌",
      season: 2, "5"),
    TypedRelease("[字幕组][约定的梦幻岛][S2][第11话 END][繁体]", "约定的梦幻岛", season: 2, "11"),
  ]

  static let japanese = [
    TypedRelease("葬送のフリーレン 第12話 「本物の勇者」.mp4", "葬送のフリーレン", "12"),
    TypedRelease("[Raws] 葬送のフリーレン 第2期 #03 (NTV 1280x720 x264 AAC).mp4", "葬送のフリーレン", season: 2, "3"),
    TypedRelease("葬送のフリーレン_第十二話.ts", "葬送のフリーレン", "12"),
    TypedRelease("ダンダダン 2期 05話.mkv", "ダンダダン", season: 2, "5"),
    TypedRelease("[アニメ] 進撃の巨人 第01-25話 [BD 1080p]", "進撃の巨人", "1-25"),
    TypedRelease("劇場版 鬼滅の刃 無限列車編 (BD 1920x1080 x264 FLAC).mkv", "鬼滅の刃 無限列車編"),
  ]

  static let nothing = ["", "   ", "[]", "()", "...", "[1080p]", "[", "]", "-", "_-_", ".mkv", "[720p][HEVC].mkv"]
}

@Suite struct `The names of releases` {
  @Test(arguments: TypedRelease.latin + TypedRelease.chinese + TypedRelease.japanese)
  func `Say title, season and episode`(_ release: TypedRelease) {
    let name = ReleaseName(reading: release.input)
    let numbers = name.episodes.map {
      $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }

    #expect(name.names == release.names)
    #expect(name.season == release.season)
    #expect(numbers.joined(separator: " ") == release.episodes)
  }

  @Test(arguments: TypedRelease.nothing) func `Say nothing where there is nothing to say`(_ text: String) {
    let name = ReleaseName(reading: text)

    #expect(name.title == nil)
    #expect(name.names.isEmpty)
    #expect(name.episodes.isEmpty)
  }

  @Test(arguments: [
    ("[G] Shirobako - 01 [720p].mkv", ReleaseName.Kind.episode), ("[G] Shirobako OVA [720p].mkv", .ova),
    ("[G] Shirobako - OVA 2 [720p].mkv", .ova), ("[G] Shirobako SP1 [720p].mkv", .special),
    ("[G] Shirobako Movie [720p].mkv", .movie), ("[G] 劇場版SHIROBAKO [720p].mkv", .movie),
    ("[G] Shirobako NCOP [720p].mkv", .opening), ("[G] Shirobako NCED2 [720p].mkv", .ending),
    ("[G] Shirobako PV3 [720p].mkv", .trailer), ("[G] Shirobako 01-24 [720p]", .batch),
    ("[G] Shirobako [Batch] [720p]", .batch), ("[G] Shirobako Vol.2 [BD]", .batch), ("[G] Shirobako [720p]", .work),
  ])
  func `Say what sort of release it is`(_ text: String, _ kind: ReleaseName.Kind) {
    #expect(ReleaseName(reading: text).kind == kind)
  }

  @Test func `Say what is known of the file`() {
    let name = ReleaseName(
      reading: "[Group]_Shirobako_(2014)_-_01v2_[BDRip_1920x1080_HEVC-10bit_FLAC][CHS_JP][0a1b2c3d].mkv")

    #expect(name.group == "Group")
    #expect(name.year == 2014)
    #expect(name.version == 2)
    #expect(name.words.source == "BDRip")
    #expect(name.words.resolution == "1920x1080")
    #expect(name.words.audio == ["FLAC"])
    #expect(name.checksum == "0A1B2C3D")
    #expect(name.fileExtension == "mkv")
  }

  @Test func `Count from the first season where they say so`() {
    let name = ReleaseName(reading: "[Group] Kuroko no Basuke S3 - 01 (51) [720p].mkv")

    #expect(name.episodes == [ReleaseEpisode(1)...ReleaseEpisode(1)])
    #expect(name.absoluteEpisode == ReleaseEpisode(51))
  }

  @Test(arguments: [
    ("/films/Shirobako/05.mkv", "Shirobako", "5"), ("/films/[Group] Shirobako [BD 1080p]/05v2.mkv", "Shirobako", "5"),
    ("Shirobako/Episode 5.mkv", "Shirobako", "5"), ("/films/[Group] Other - 05.mkv", "Other", "5"),
    ("/films/86/05.mkv", "86", "5"),
  ])
  func `Take the title of the folder where a file has none`(_ path: String, _ title: String, _ episode: String) {
    let name = ReleaseName(path: path)

    #expect(name.title == title)
    #expect(name.episodes.map(\.lowerBound.description) == [episode])
  }

  @Test func `Keep the word of the sort in the title and not in the names`() {
    let name = ReleaseName(reading: "[Group] Toradora ED2 [DVD].mkv")

    #expect(name.title == "Toradora ED")
    #expect(name.names == ["Toradora"])
  }

  @Test func `Hold no controls and no marks that turn the direction`() {
    let name = ReleaseName(reading: "[\u{1B}[31mGroup] Shiro\u{202E}bako\u{7} - 01.mkv")

    #expect(name.group == "Group")
    #expect(name.names == ["Shirobako"])
  }

  @Test(arguments: ["[", "(", "[a]", "a-", "- 1 ", "S01E01", "第1话", "１", "★", "a.b ", "E01-"])
  func `Take no longer where they are hostile`(_ unit: String) {
    let long = String(repeating: unit, count: 65536 / unit.utf8.count)
    #expect(processorTime { _ = ReleaseName(reading: long) } < .seconds(1))
  }

  @Test(arguments: ["全0話", "全00集", "[全０回]"])
  func `All of none are no range`(_ counter: String) {
    let name = ReleaseName(reading: "[Group] 夏目友人帐 \(counter) [1080p].mkv")
    #expect(name.group == "Group")
  }
}
