import Anime
import Testing

@Suite struct LocalFileTests {
  private static let catalogue = Catalogue(
    shows: [
      Samples.frieren, Samples.titan,
      Samples.show(
        "film", ja: "君の名は。", en: ["Your Name"], kind: .movie, begin: "2016-08-26T00:00:00Z",
        end: "2016-08-26T00:00:00Z", ids: ["mal": "32281"]),
    ], sites: Samples.sites)

  private static func episode(
    _ path: String, corrections: MatchCorrections = .init(), relations: EpisodeRelations = .init()
  ) -> LocalEpisode {
    var matcher = LocalMatcher(catalogue, corrections: corrections, relations: relations)
    return matcher.episode(of: LocalFile(path: path, size: 1, modified: 2), ReleaseName(path: path))
  }

  @Test(arguments: ["a.mkv", "A.MKV", "[Group] X - 05 [1080p].mp4", "x.sample-rate.webm"])
  func `A film is known by its ending`(_ name: String) {
    #expect(LocalNames.isMedia(name))
  }

  @Test(arguments: ["a.nfo", "mkv", ".hidden.mkv", "sample.mkv", "frieren-05-sample.mkv", "a.ass", "a.mkv.part", ""])
  func `Nothing else is one, and neither is a sample`(_ name: String) {
    #expect(!LocalNames.isMedia(name))
  }

  @Test(arguments: [
    ("/films/Frieren/05.mkv", "frieren", "5"), ("/films/Frieren - 05v2 [1080p].mkv", "frieren", "5"),
    ("/films/Sousou/Frieren Beyond Journey's End - 01-02.mkv", "frieren", "1-2"),
    ("/films/Attack on Titan/Season 1/S01E03.mkv", "titan", "3"), ("/films/Your Name (2016).mkv", "film", "1"),
    ("/films/進撃の巨人/12.5.mkv", "titan", "12.5"),
  ])
  func `A file is an episode of the show that it or its folder names`(_ path: String, _ show: String, _ number: String)
  {
    let episode = Self.episode(path)

    #expect(episode.show == Samples.id(show))
    #expect(episode.numberText == number)
  }

  @Test func `A folder that numbers a season says which one`() {
    let name = ReleaseName(path: "/films/Attack on Titan/Season 2/05.mkv")

    #expect(name.title == "Attack on Titan")
    #expect(name.season == 2)
    #expect(ReleaseName(path: "/films/X/第2期/X - 05.mkv").season == 2)
  }

  @Test func `What lies among the specials is one`() {
    let episode = Self.episode("/films/Attack on Titan/Specials/Attack on Titan - 01.mkv")

    #expect(episode.kind == .special)
    #expect(episode.numbers == nil)
  }

  @Test func `What the user said of a release comes first`() throws {
    let path = "/films/[G] Qqqqqq - 05.mkv"
    let key = try #require(MatchCorrections.Key(ReleaseName(path: path)))
    let corrections = MatchCorrections([.init(key, show: Samples.id("titan"))])

    #expect(Self.episode(path).show == nil)
    #expect(Self.episode(path, corrections: corrections).show == Samples.id("titan"))
  }

  @Test func `A rule sends an episode to the show that it is of`() {
    let (relations, _) = EpisodeRelations.read("::rules\n- 52991|?|154587:29-40 -> 32281|?|?:1-12\n")
    let episode = Self.episode("/films/Frieren/31.mkv", relations: relations)

    #expect(episode.show == Samples.id("film"))
    #expect(episode.numberText == "3")
  }

  @Test func `An index reads back what it wrote, whatever stands in names`() {
    let episodes = ["/a/100% tab\there.mkv", "/a/line\nbreak - 05.mkv", "/a/葬送のフリーレン - 12.5.mkv", "/a/X - 4a.mkv"]
      .map { Self.episode($0) }
    let index = LocalIndex(context: "1|2%\t", episodes: episodes)

    #expect(LocalIndex(text: index.text) == index)
  }

  @Test(arguments: ["", "yozakura local files 1\tx\n", "garbage\n\n", "\0\u{1}"])
  func `What is no index is none`(_ text: String) {
    #expect(LocalIndex(text: text) == nil)
  }

  @Test func `An index keeps what films tell, and that others tell nothing`() throws {
    var index = LocalIndex(context: "x", episodes: ["/a/1.mkv", "/a/2.mkv", "/a/3.mkv"].map { Self.episode($0) })
    index.learn([
      index.episodes[0].file: MediaFacts(width: 1920, height: 1080, duration: 1_420_032),
      index.episodes[1].file: MediaFacts(),
    ])
    let read = try #require(LocalIndex(text: index.text))

    #expect(read == index)
    #expect(read.episodes.map(\.facts?.pictureText) == ["1920×1080", nil, nil])
    #expect(read.episodes.map { $0.facts == nil } == [false, false, true])
  }

  @Test func `What a file told that is another by now is not believed`() {
    var index = LocalIndex(context: "x", episodes: [Self.episode("/a/1.mkv")])
    var old = index.episodes[0].file
    old.size += 1
    index.learn([old: MediaFacts(width: 1920, height: 1080)])

    #expect(index.episodes[0].facts == nil)
  }

  @Test func `A damaged line is passed over`() throws {
    let index = LocalIndex(context: "x", episodes: [Self.episode("/a/Frieren - 05.mkv")])

    #expect(try #require(LocalIndex(text: index.text + "/half\t12\n")) == index)
  }

  @Test func `The files of a show come in the order of their numbers, specials last`() {
    let paths = ["/f/進撃の巨人 - 10.mkv", "/f/進撃の巨人 - 9.mkv", "/f/進撃の巨人 - SP1.mkv", "/f/葬送のフリーレン - 1.mkv"]
    let index = LocalIndex(context: "", episodes: paths.map { Self.episode($0) })

    #expect(
      index.episodes(of: Samples.id("titan")).map(\.file.name) == [
        "進撃の巨人 - 9.mkv", "進撃の巨人 - 10.mkv", "進撃の巨人 - SP1.mkv",
      ])
  }
}
