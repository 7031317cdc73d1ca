import Anime
import Testing

@Suite struct `A filter` {
  let now = Samples.instant("2026-06-20T12:00:00Z")
  let film = Samples.show(
    "film", ja: "夜桜の映画", kind: .movie, begin: "2027-08-01T16:00:00Z",
    streams: [SiteLink(site: "crunchyroll", id: "GYX")])
  var catalogue: Catalogue { Catalogue(shows: Samples.all + [film], sites: Samples.sites) }
  var entries: [ShowID: ListEntry] {
    var all = [
      ListEntry(
        show: Samples.frieren.id, status: .completed, progress: 28, score: 95, note: "Ｗatch again",
        changed: Samples.instant("2026-06-01T00:00:00Z")),
      ListEntry(
        show: Samples.slime.id, isFollowed: true, status: .watching, progress: 3, isPinned: true,
        changed: Samples.instant("2026-06-19T20:00:00Z")),
      ListEntry(show: Samples.id("lost"), status: .planned),
    ]
    (all[0].rewatches, all[0].tags) = (2, ["Iyashikei", "slice of life"])
    (all[0].started, all[0].finished) = (
      CivilDate(year: 2024, month: 1, day: 5), CivilDate(year: 2024, month: 3, day: 30)
    )
    (all[1].priority, all[1].tags) = (.medium, ["isekai"])
    all[2].priority = .high
    all[0].added = Samples.instant("2026-01-31T23:00:00Z")
    return Dictionary(uniqueKeysWithValues: all.map { ($0.show, $0) })
  }

  /// The names of the samples that `text` lets pass.
  func passing(_ text: String, saved: [String: String] = [:]) throws -> String {
    let saved = try saved.mapValues { try Filter($0) }
    let scene = FilterScene(
      catalogue: catalogue, now: now, zone: .fixed(hours: 9), saved: saved, lostTitle: { _ in "Lost Title" })
    let filter = PreparedFilter(try Filter(text, saved: saved.keys), in: scene)
    let names = ["frieren", "titan", "slime", "film", "lost"]
    return names.filter { name in
      filter.passes(Samples.id(name), entry: entries[Samples.id(name)] ?? ListEntry(show: Samples.id(name)))
    }
    .joined(separator: " ")
  }

  @Test(arguments: [
    ("", "frieren titan slime film lost"), ("status:watching", "slime"), ("status:watching,planned", "slime lost"),
    ("status:none", "titan film"), ("status:*", "frieren slime lost"), ("score>=9.5", "frieren"), ("score>9.5", ""),
    ("score<10", "frieren"), ("score:none", "titan slime film lost"), ("progress<4 listed", "slime lost"),
    ("progress:28", "frieren"), ("rewatches>=2", "frieren"), ("rewatches:none status:*", "slime lost"),
    ("tag:iyashikei", "frieren"), ("tag:isekai,\"slice of life\"", "frieren slime"), ("tag:slice", ""),
    ("tag:none", "titan film lost"), ("priority>=medium", "slime lost"), ("priority:high", "lost"),
    ("priority<high", "slime"),
    ("priority:none", "frieren titan film"), ("started:2024", "frieren"), ("finished>=2024-03-30", "frieren"),
    ("finished>2024-03-30", ""), ("finished>1y", "frieren"), ("started:none", "titan slime film lost"),
    ("note:\"watch AGAIN\"", "frieren"), ("note:*", "frieren"),
    ("not note:none", "frieren"),
    ("type:movie", "film"), ("type!=tv", "film lost"), ("language:ja type:tv", "frieren titan slime"),
    ("season:2026", "slime"), ("season<2020-winter", "titan"), ("season>=2026-spring", "slime film"),
    ("year:2013", "titan"),
    ("begin:2023-09", "frieren"), ("begin<90d", "slime"), ("begin<+2y", "film"), ("begin>2026", "film"),
    ("changed:2026-06-20", "slime"), ("changed<=19d", "frieren slime"), ("changed<7d", "slime"),
    ("changed>7d", "frieren"), ("added:2026-02-01", "frieren"), ("added:none", "titan slime film lost"),
    ("on:CRUNCHYROLL", "film"), ("on:bangumi", "frieren titan slime"), ("on:*", "film"), ("on:nowhere", ""),
    ("mal:52991", "frieren"), ("id:bangumi:555", "slime"), ("followed", "slime"), ("pinned", "slime"), ("gone", "lost"),
    ("airing", "slime"), ("upcoming", "film"), ("ended", "frieren titan"), ("unwatched", "slime"),
    ("frieren", "frieren"), ("進撃 titan", "titan"), ("\"on titan\"", "titan"), ("\"titan on\"", ""), ("lost", "lost"),
    ("title:titan,夜桜", "titan film"), ("not titan and not 夜桜 and not lost", "frieren slime"),
    ("airing or score:9.5", "frieren slime"), ("(airing or ended) and status:none", "titan"),
  ])
  func `Lets pass what it says`(_ text: String, _ names: String) throws {
    #expect(try passing(text) == names)
  }

  @Test func `Is asked for by its name`() throws {
    let saved = ["good": "score>=9", "deep": "airing"]
    #expect(try passing("@good or @deep", saved: saved) == "frieren slime")
    #expect(try passing("not @GOOD and ended", saved: saved) == "titan")
  }

  @Test func `Ranks a list by its words`() throws {
    let scene = FilterScene(catalogue: catalogue, now: now, zone: .utc)
    func titles(_ text: String) throws -> [String] {
      catalogue.positions(passing: try Filter(text), in: scene, entries: entries).map {
        catalogue.summary(at: $0).nativeTitle
      }
    }
    #expect(try titles("の type:tv").first == "葬送のフリーレン")
    #expect(try titles("夜桜の映画 or titan") == ["夜桜の映画", "進撃の巨人"])
  }

  @Test func `Knows what the user noted about the episodes that are out`() throws {
    let show = try #require(catalogue.show(Samples.slime.id))
    let summary = catalogue.summary(at: try #require(catalogue.position(of: show.id)))
    let soon = Samples.instant("2026-04-17T13:00:00Z")
    #expect(summary.episodesOut(at: soon) == 2)
    let late = Delay(of: CivilDate(year: 2026, month: 4, day: 10), by: nil)
    #expect(summary.episodesOut(at: soon, noted: ShowNotes(delays: [late])) == 1)
    #expect(summary.episodesOut(at: soon, noted: ShowNotes(episodeOffset: 48)) == 50)
  }

  @Test func `Counts the weeks of a show only while that is no guess`() {
    let catalogue = catalogue
    func out(_ name: String, _ time: String) -> Int? {
      catalogue.position(of: Samples.id(name)).flatMap {
        catalogue.summary(at: $0).episodesOut(at: Samples.instant(time))
      }
    }
    #expect(out("slime", "2026-04-03T13:59:00Z") == 0)
    #expect(out("slime", "2026-04-10T14:00:00Z") == 2)
    #expect(out("slime", "2027-04-10T14:00:00Z") == nil)
    #expect(out("titan", "2026-01-01T00:00:00Z") == nil)
  }
}
