import Foundation
import Providers
import TestSupport
import Testing

struct StarterFactsTests {
  @Test func `At least two hundred shows are known from the sixties to this year`() {
    #expect(StarterFacts.all.count >= 200)
    let decades = Set(StarterFacts.all.map { $0.begin.prefix(3) })
    #expect(decades == ["196", "197", "198", "199", "200", "201", "202"])
    #expect(StarterFacts.all.contains { $0.begin.hasPrefix("2026") })
  }

  @Test func `Every row is whole and stands once`() {
    #expect(Set(StarterFacts.all.map(\.bangumi)).count == StarterFacts.all.count)
    for fact in StarterFacts.all {
      #expect(Int(fact.bangumi) != nil, "\(fact)")
      #expect(["tv", "movie", "ova", "web"].contains(fact.kind), "\(fact)")
      #expect(!fact.japanese.isEmpty && !fact.simplifiedChinese.isEmpty && !fact.english.isEmpty, "\(fact)")
      #expect(fact.broadcast == nil || fact.end == nil, "\(fact)")
    }
  }

  @Test func `Shows that never seem to end have their broadcasts`() {
    let running = Set(StarterFacts.all.filter { $0.broadcast != nil }.map(\.japanese))
    #expect(running.isSuperset(of: ["サザエさん", "ちびまる子ちゃん", "名探偵コナン", "クレヨンしんちゃん", "ドラえもん"]))
  }

  @Test(.enabled(if: TestData.hasCatalogue, Comment(rawValue: TestData.absence)))
  func `The facts agree with the real catalogue`() throws {
    let real = try RealCatalogue.load()
    for fact in StarterFacts.all {
      let item = try #require(real[fact.bangumi], "no show has the Bangumi id of \(fact.japanese)")
      #expect(item.type == fact.kind, "\(fact.japanese)")
      #expect(RealCatalogue.plain(item.title) == RealCatalogue.plain(fact.japanese), "\(fact.bangumi)")
      let days = try #require(RealCatalogue.days(from: fact.begin, to: item.begin), "\(fact.japanese)")
      #expect(abs(days) < 2, "\(fact.japanese) began on \(item.begin), not on \(fact.begin)")
    }
  }
}

/// The real data set, read the plain way.
private enum RealCatalogue {
  struct Item: Decodable {
    struct Site: Decodable {
      var site: String
      var id: String?
    }
    var title: String
    var type: String
    var begin: String
    var sites: [Site]
  }

  static func load() throws -> [String: Item] {
    struct File: Decodable { var items: [Item] }
    let data = Data(try TestData.catalogue("0.3.222"))
    var found: [String: Item] = [:]
    for item in try JSONDecoder().decode(File.self, from: data).items {
      if let site = item.sites.first(where: { $0.site == "bangumi" }), let id = site.id { found[id] = item }
    }
    return found
  }

  /// A title without the marks and spaces that people write differently.
  static func plain(_ title: String) -> String {
    String(
      String.UnicodeScalarView(
        title.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }))
  }

  /// Days from the local day `japanese` to the instant `utc`, in Japan.
  static func days(from japanese: String, to utc: String) -> Double? {
    let parse = ISO8601DateFormatter()
    parse.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
    guard let real = parse.date(from: utc),
      let typed = parse.date(from: japanese.prefix(10) + "T00:00:00.000+09:00")
    else { return nil }
    return (real.timeIntervalSince(typed) / 86_400).rounded(.down)
  }
}
