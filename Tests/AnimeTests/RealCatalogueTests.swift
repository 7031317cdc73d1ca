import Anime
import Foundation
import TestSupport
import Testing

/// Claims about the real catalogue, where it is present.
@Suite(.enabled(if: TestData.hasCatalogue, Comment(rawValue: TestData.absence)))
struct RealCatalogueTests {
  /// Of every fiftieth show, because a debug build searches slowly.
  @Test func `Every title finds its show`() throws {
    let catalogue = try RealCatalogue.catalogue()
    for position in stride(from: 0, to: catalogue.count, by: 50) {
      let titles = catalogue.summary(at: position).titles.all.filter { !$0.isEmpty }
      for title in titles where !catalogue.search(title).contains(position) {
        Issue.record("\(title) does not find \(catalogue.id(at: position))")
      }
    }
  }

  @Test(arguments: [
    ("进击的巨人", "進撃の巨人"), ("進撃ノ巨人", "進撃の巨人"), ("鋼之鍊金術師", "鋼の錬金術師"), ("钢之炼金术师", "鋼の錬金術師"),
    ("frieren", "葬送のフリーレン"), ("steins gate", "Steins;Gate"), ("けいおん", "けいおん！"),
    ("你的名字", "君の名は。"), ("孤独摇滚", "ぼっち・ざ・ろっく！"), ("ボッチザロック", "ぼっち・ざ・ろっく！"),
  ])
  func `Well-known shows are found by what people type`(_ query: String, _ title: String) throws {
    let catalogue = try RealCatalogue.catalogue()
    let found = catalogue.search(query, limit: 40).map { catalogue.summary(at: $0).nativeTitle }
    #expect(found.contains(title), "\(found)")
  }

  @Test func `A packed show is the show`() throws {
    let catalogue = try RealCatalogue.catalogue()
    #expect(try RealCatalogue.shows().allSatisfy { catalogue.show($0.id) == $0 })
  }
}

/// Titles, dates and links of bangumi-data, with ids of the rows' own.
enum RealCatalogue {
  static func catalogue() throws -> Catalogue {
    try packed.get()
  }

  static func shows() throws -> [Show] {
    try read.get()
  }

  private static let file = Result {
    try JSONDecoder().decode(File.self, from: Data(TestData.catalogue("0.3.222")))
  }
  private static let read = Result { try decode() }
  private static let packed = Result { Catalogue(shows: try shows(), sites: try sites()) }

  private static func sites() throws -> [Site] {
    try file.get().siteMeta.sorted { $0.key < $1.key }.map { key, meta in
      Site(
        key: key.lowercased(), title: meta.title, urlTemplate: meta.urlTemplate,
        kind: try #require(Site.Kind(rawValue: meta.type)), regions: meta.regions ?? [])
    }
  }

  private static func decode() throws -> [Show] {
    try file.get().items.enumerated().map { index, item in
      let translations = item.titleTranslate.compactMap { code, titles in Language(rawValue: code).map { ($0, titles) }
      }
      return Show(
        id: ShowID(bits: UInt64(index)),
        titles: Titles(
          native: item.title, nativeLanguage: try #require(Language(rawValue: item.lang)),
          translations: Dictionary(uniqueKeysWithValues: translations)),
        kind: try #require(Show.Kind(rawValue: item.type)), begin: try #require(Instant(iso8601: item.begin)),
        end: Instant(iso8601: item.end), broadcast: item.broadcast.flatMap { Broadcast($0) },
        sites: item.sites.map { link in
          SiteLink(
            site: link.site.lowercased(), id: link.id ?? "", url: link.url,
            begin: link.begin.flatMap { Instant(iso8601: $0) },
            broadcast: link.broadcast.flatMap { Broadcast($0) })
        },
        provider: "bangumi-data")
    }
  }

  private struct File: Decodable {
    var siteMeta: [String: Meta]
    var items: [Item]
  }

  private struct Meta: Decodable {
    var title: String
    var urlTemplate: String
    var type: String
    var regions: [String]?
  }

  private struct Link: Decodable {
    var site: String
    var id: String?
    var url: String?
    var begin: String?
    var broadcast: String?
  }

  private struct Item: Decodable {
    var title: String
    var titleTranslate: [String: [String]]
    var type: String
    var lang: String
    var begin: String
    var end: String
    var broadcast: String?
    var sites: [Link]
  }
}
