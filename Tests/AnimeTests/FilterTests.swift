import Anime
import Testing

struct FilterTests {
  let now = Samples.instant("2026-08-15T12:00:00Z")
  let upcoming = Samples.show("upcoming", ja: "あした", begin: "2026-10-01T00:00:00Z")
  let film = Samples.show("film", ja: "えいが", kind: .movie, begin: "2026-08-01T16:00:00Z")

  func titles(_ filter: ShowFilter, _ order: ShowOrder = .match) -> [String] {
    let catalogue = Catalogue(shows: Samples.all + [upcoming, film], sites: [])
    return catalogue.positions(matching: filter, sorted: order, now: now).map { catalogue.summary(at: $0).nativeTitle }
  }

  @Test func `Nothing wanted is everything, newest first`() {
    #expect(titles(ShowFilter()) == ["あした", "えいが", "転生したらスライムだった件 第4期", "葬送のフリーレン", "進撃の巨人"])
  }

  @Test func `Shows are upcoming, airing or ended`() {
    #expect(titles(ShowFilter(state: .upcoming)) == ["あした"])
    #expect(titles(ShowFilter(state: .airing)) == ["転生したらスライムだった件 第4期"])
    #expect(titles(ShowFilter(state: .ended)) == ["えいが", "葬送のフリーレン", "進撃の巨人"])
  }

  @Test func `Every part of a filter must pass`() {
    #expect(titles(ShowFilter(kinds: [.movie], state: .ended)) == ["えいが"])
    #expect(titles(ShowFilter(text: "巨人", season: Season(year: 2013, quarter: .spring))) == ["進撃の巨人"])
    #expect(titles(ShowFilter(languages: [.english])) == [])
    #expect(titles(ShowFilter(only: [film.id])) == ["えいが"])
    #expect(titles(ShowFilter(isGone: true)) == [])
  }

  @Test func `Shows are sorted by title, and by season`() {
    #expect(titles(ShowFilter(), .title).first == "あした")
    #expect(titles(ShowFilter(), .season).first == "あした")
    #expect(titles(ShowFilter(), .season).last == "進撃の巨人")
  }
}

struct TitleTests {
  let titles = Titles(
    native: "葬送のフリーレン", nativeLanguage: .japanese,
    translations: [.traditionalChinese: ["葬送的芙莉蓮"], .english: ["", "Frieren"]])

  @Test(arguments: [
    (TitlePreference.native, "葬送のフリーレン"), (.interface(.simplifiedChinese), "葬送的芙莉蓮"),
    (.interface(.english), "Frieren"), (.interface(.japanese), "葬送のフリーレン"),
    (.languages([.simplifiedChinese, .english]), "Frieren"), (.languages([.simplifiedChinese]), "葬送のフリーレン"),
  ])
  func `The preference chooses the title`(_ preference: TitlePreference, _ title: String) {
    #expect(titles.display(preference) == title)
  }
}

struct SiteTests {
  let site = Samples.sites[2]

  @Test func `The id takes its place in the template, unless the link has its own address`() {
    #expect(
      site.address(of: SiteLink(site: "bilibili", id: "7")) == "https://www.bilibili.com/bangumi/media/md7/")
    #expect(site.address(of: SiteLink(site: "bilibili", id: "7", url: "http://b.tv/7")) == "http://b.tv/7")
  }

  @Test(arguments: [
    "", "javascript:alert(1)", "file:///etc/passwd", "http:x", "https://a b", "https://a\u{1B}[m", "-v",
  ])
  func `What is not for a browser is no address`(_ url: String) {
    #expect(site.address(of: SiteLink(site: "bilibili", id: "", url: url)) == nil)
  }
}
