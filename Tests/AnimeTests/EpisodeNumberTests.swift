import Anime
import Testing

struct EpisodeNumberTests {
  let range = Samples.instant("2026-08-14T00:00:00Z")..<Samples.instant("2026-08-15T00:00:00Z")

  func episode(_ shows: [Show], offset: Int? = nil, rules: String = "") -> EpisodeNumber? {
    let notes = AiringNotes(
      [shows[0].id: ShowNotes(episodeOffset: offset)], relations: EpisodeRelations.read(rules).relations)
    let catalogue = Catalogue(shows: shows, sites: Samples.sites)
    return catalogue.airings(in: range, now: range.lowerBound, notes: notes).first { $0.show == shows[0].id }?.episode
  }

  /// A series that MyAnimeList knows as 100 and AniList as 200.
  var series: Show {
    Samples.show(
      "series", ja: "series", begin: "2026-04-03T14:00:00Z", broadcast: "R/2026-04-03T14:00:00Z/P7D",
      ids: ["mal": "100", "anilist": "200"])
  }

  @Test func `A number counted in weeks is an estimate`() {
    #expect(episode([series]) == EpisodeNumber(20, isEstimate: true))
  }

  @Test func `A number that the user began to count is none`() {
    #expect(episode([series], offset: 12) == EpisodeNumber(32, isEstimate: false))
    #expect(episode([series], offset: 0) == EpisodeNumber(20, isEstimate: false))
  }

  @Test func `The user's count goes on where no estimate would`() {
    var conan = series
    conan.begin = Samples.instant("1996-01-08T10:00:00Z")
    conan.broadcast = Broadcast("R/2009-04-03T14:00:00Z/P7D")
    #expect(episode([conan]) == nil)
    #expect(episode([conan], offset: 500) == EpisodeNumber(500 + 907, isEstimate: false))
  }

  @Test func `A rule counts otherwise, and it stays an estimate`() {
    #expect(
      episode([series], rules: "- 100|?|200:1-24 -> ~|~|~:0-23") == EpisodeNumber(19, isEstimate: true))
  }

  @Test func `An episode that a rule gives to another show here has no number`() {
    var second = Samples.titan
    second.sites = [SiteLink(site: "mal", id: "101")]
    let rules = "- 100|?|?:14-25 -> 101|?|?:1-12!"
    #expect(episode([series, second], rules: rules) == nil)
    #expect(episode([series], rules: rules) == EpisodeNumber(7, isEstimate: true))
  }

  @Test func `A rule for other episodes changes nothing`() {
    #expect(episode([series], rules: "- 100|?|?:1-13 -> 101|?|?:1-13") == EpisodeNumber(20, isEstimate: true))
  }
}
