import Anime
import TestSupport
import Testing

/// What the real names match in the real catalogue, where both are present.
@Suite(.enabled(if: ReleaseFile.arePresent && TestData.hasCatalogue, Comment(rawValue: TestData.absence)))
struct RealReleaseMatchTests {
  /// Most of the names are romanised and 72 of 100 shows have no title in Latin letters: how their kanji are read tells
  /// some, and what is left has names of another language. The figures are printed for whoever changes the weights, and
  /// held where they are.
  @Test func `A quarter of the real names match a show with certainty, and nearly half a likely one`() throws {
    let index = try Self.index.get()
    let names = Set(try ReleaseFile.allCases.flatMap { try $0.cases().map(\.input) })
    let confidences = names.map { index.matches(ReleaseName(reading: $0)).first?.confidence ?? 0 }
    let certain = confidences.count { $0 >= ReleaseMatch.certain }
    let likely = confidences.count { $0 >= ReleaseMatch.likely } - certain
    let none = confidences.count { $0 == 0 }
    print("of \(names.count) names \(certain) match with certainty, \(likely) are likely, \(none) match nothing")

    #expect(certain * 4 >= names.count)
    #expect((certain + likely) * 100 >= 45 * names.count)
  }

  @Test(arguments: [
    ("[G] Dandadan 2nd Season - 01 [1080p].mkv", "ダンダダン(第2期)"),
    ("[G] Dandadan - 01 [1080p].mkv", "ダンダダン"),
    ("[G] Mob Psycho 100 S03E05 [1080p].mkv", "モブサイコ100III"),
    ("[G] Noragami S2 - 06.mkv", "ノラガミ ARAGOTO"),
    ("呪術廻戦 第2期 01話", "呪術廻戦 懐玉・玉折／渋谷事変(第2期)"),
    ("[字幕组][葬送的芙莉莲][05][1080p]", "葬送のフリーレン"),
    ("[字幕组] 葬送的芙莉莲 第二季 - 05 [1080p]", "葬送のフリーレン(第2期)"),
    ("[G] The Boy and the Heron (2023) [BD 1080p]", "君たちはどう生きるか"),
    ("[G] NO.6 - 01.mkv", "NO.6"), ("[G] Sousou no Frieren - 05 [1080p].mkv", "葬送のフリーレン"),
    ("[G] Sousou no Frieren S2 - 05 [1080p].mkv", "葬送のフリーレン(第2期)"),
    ("[G] Kusuriya no Hitorigoto - 05.mkv", "薬屋のひとりごと"), ("[G] Kimetsu no Yaiba - 05.mkv", "鬼滅の刃"),
    ("[G] Ookami to Koushinryou - 05.mkv", "狼と香辛料"), ("[G] Mahoutsukai no Yome - 05.mkv", "魔法使いの嫁"),
  ])
  func `Each season is the show of that season`(_ name: String, _ title: String) throws {
    let best = try Self.index.get().matches(ReleaseName(reading: name)).first
    let catalogue = try RealCatalogue.catalogue()

    #expect(best.flatMap { catalogue.show($0.show)?.titles.native } == title)
  }

  /// The titles that one show alone has, with the number of an episode behind them; of every 80th show.
  @Test func `A release that has a title of its own is of its show`() throws {
    let index = try Self.index.get()
    var owners: [SeasonedKey: Set<ShowID>] = [:]
    let shows = try RealCatalogue.shows()
    for show in shows {
      for title in show.titles.all { owners[SeasonedKey(title), default: []].insert(show.id) }
    }
    var (right, wrong, asked) = (0, 0, 0)
    for show in shows.enumerated().filter({ $0.offset % 80 == 0 }).map(\.element) {
      for title in show.titles.all where owners[SeasonedKey(title)]?.count == 1 {
        let best = index.matches(ReleaseName(reading: "[Group] \(title) - 07 [1080p].mkv")).first
        asked += 1
        if best?.show == show.id { right += 1 } else if best?.confidence ?? 0 >= ReleaseMatch.certain { wrong += 1 }
      }
    }
    print("of \(asked) titles \(right) find their show, and \(wrong) another one with certainty")

    #expect(right * 100 >= asked * 97)
    #expect(wrong * 100 <= asked)
  }

  /// The real titles, gone through once for all tests.
  private static let index = Result { ReleaseIndex(try RealCatalogue.catalogue()) }

  /// A title for comparing: letters and digits alone.
  private struct SeasonedKey: Hashable {
    let text: String

    init(_ title: String) { text = title.lowercased().filter { $0.isLetter || $0.isNumber } }
  }
}
