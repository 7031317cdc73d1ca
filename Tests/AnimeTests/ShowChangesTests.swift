import Anime
import Testing

struct ShowChangesTests {
  /// A change of Frieren, and how it is told.
  struct Case: CustomTestStringConvertible, Sendable {
    let field: ShowField
    let before: String
    let after: String
    let change: @Sendable (inout Show) -> Void
    var testDescription: String { "\(field): \(before) to \(after)" }
  }

  static let cases: [Case] = [
    Case(field: .titles, before: "ja 葬送のフリーレン", after: "ja 葬送のフリーレン 第2期") {
      $0.titles.native = "葬送のフリーレン 第2期"
    },
    Case(field: .titles, before: "", after: "zh-Hans 芙莉莲") {
      $0.titles.translations[.simplifiedChinese]?.append("芙莉莲")
    },
    Case(field: .titles, before: "en Frieren: Beyond Journey's End", after: "") {
      $0.titles.translations[.english] = nil
    },
    Case(field: .type, before: "tv", after: "web") { $0.kind = .web },
    Case(field: .begin, before: "2023-09-29T14:00:00Z", after: "2023-09-29T14:00:01Z") {
      $0.begin = Instant(milliseconds: $0.begin.milliseconds + 1000)
    },
    Case(field: .end, before: "2024-03-22T14:00:00Z", after: "") { $0.end = nil },
    Case(field: .broadcast, before: "R/2023-09-29T14:00:00Z/P7D", after: "") { $0.broadcast = nil },
    Case(field: .sites, before: "mal:52991", after: "mal:1") { show in
      guard let index = show.sites.firstIndex(where: { $0.site == "mal" }) else { return }
      show.sites[index].id = "1"
    },
    Case(field: .sites, before: "", after: "netflix:81726714 from 2023-09-29T14:00:00Z in JP TW") {
      $0.sites.append(SiteLink(site: "netflix", id: "81726714", begin: $0.begin, regions: ["JP", "TW"]))
    },
    Case(field: .officialSite, before: "", after: "https://frieren-anime.jp/") {
      $0.officialSite = "https://frieren-anime.jp/"
    },
    Case(field: .episodes, before: "", after: "28") { $0.episodeCount = 28 },
    Case(field: .provider, before: "test", after: "other") { $0.provider = "other" },
  ]

  @Test(arguments: cases)
  func `One fact that differs is one change of its field`(_ change: Case) {
    var later = Samples.frieren
    change.change(&later)

    #expect(
      Samples.frieren.changes(to: later)
        == [ShowFieldChange(change.field, before: change.before, after: change.after)])
    #expect(
      later.changes(to: Samples.frieren)
        == [ShowFieldChange(change.field, before: change.after, after: change.before)])
  }

  @Test(arguments: [
    SiteLink(site: "ann", id: "25789"), SiteLink(site: "tmdb", id: "tv/209867:1", url: "https://example.org/tv"),
    SiteLink(site: "netflix", id: "1", begin: Instant(iso8601: "2023-09-29T14:00:00Z"), regions: ["JP", "TW"]),
    SiteLink(site: "muse_tw", id: "PLBf", broadcast: Broadcast("R/2023-09-29T14:30:10Z/P7D"), regions: ["TW"]),
  ])
  func `A link is read again from what is told of it`(_ link: SiteLink) {
    var later = Samples.frieren
    later.sites.append(link)

    #expect(Samples.frieren.changes(to: later).map { SiteLink(summary: $0.after) } == [link])
  }

  @Test func `A show does not differ from itself`() {
    for show in Samples.all { #expect(show.changes(to: show).isEmpty) }
  }

  @Test func `Where only the order differs both orders are told`() {
    var later = Samples.frieren
    later.sites.reverse()
    let sites = Samples.frieren.sites.map { "\($0.site):\($0.id)" }

    #expect(
      Samples.frieren.changes(to: later) == [
        ShowFieldChange(
          .sites, before: sites.joined(separator: " · "), after: sites.reversed().joined(separator: " · "))
      ])
  }

  @Test func `Several facts are told in the order of the fields`() {
    var later = Samples.frieren
    later.episodeCount = 28
    later.kind = .web
    later.titles.native = "別"

    #expect(Samples.frieren.changes(to: later).map(\.field) == [.titles, .type, .episodes])
  }
}
