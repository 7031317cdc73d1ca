import Anime
import App
import Danmaku
import TUI
import TUITesting
import Testing

/// The comments that are kept of a show's episodes, on its screen and from there on the stage.
@Suite struct ShowDanmakuTests {
  private static let show = Samples.mushoku.id
  private static let episodes = (1...6).map { number in
    EpisodeComments(
      episode: number, count: number * 1384, sources: number == 6 ? ["acfun", "bilibili"] : ["bilibili"],
      heat: (0..<EpisodeComments.heatParts).map { Double(($0 * number) % 9) / 8 })
  }

  /// The screen of the show, with what is kept of it.
  private func model(
    columns: Int = 120, rows: Int = 36, language: InterfaceLanguage = .english,
    _ episodes: [EpisodeComments] = episodes
  ) -> Model {
    var model = Samples.model(columns: columns, rows: rows, language: language)
    model.type("/無職<Enter><Enter>")
    _ = model.update(.history(Self.show, Samples.history))
    _ = model.update(.episodes(Self.show, episodes))
    return model
  }

  private func text(_ model: Model) -> String { ScreenPicture(model.frame.buffer).text }

  private static func kept(_ number: Int, _ entry: ListEntry = Samples.library[show]) -> KeptEpisode {
    KeptEpisode(
      show: show, episode: number, title: "無職転生Ⅲ ～異世界行ったら本気だす～ · \(number)", commit: nil, entry: entry,
      ambiguity: .narrow)
  }

  @Test(arguments: [(80, 24), (120, 36), (200, 60), (40, 12)])
  func `Each episode has its heat, its count and its sources`(_ columns: Int, _ rows: Int) throws {
    for language in InterfaceLanguage.allCases {
      let picture = text(model(columns: columns, rows: rows, language: language))
      try Snapshot.verify(picture, named: "Show with danmaku \(columns)x\(rows) \(language.rawValue)")
    }
  }

  @Test func `What is kept is counted at once, and has its heat later`() {
    let model = model(Self.episodes.map { EpisodeComments(episode: $0.episode, count: $0.count, sources: $0.sources) })

    #expect(text(model).contains("1,384"))
    #expect(!text(model).contains("▇"))
    #expect(text(self.model()).contains("▇"))
  }

  @Test func `Enter lets the comments of the selected episode fly`() {
    var model = model()
    #expect(model.type("j<Enter>") == [.playEpisode(Self.kept(2))])
  }

  @Test func `Enter on a link opens it still, and d plays what comes next`() {
    var model = model()
    model.type("jjjjjj")
    guard case .open? = model.type("<Enter>").first else {
      Issue.record("the link behind the episodes is not opened")
      return
    }
    // Six episodes are watched, and none after them is kept: it begins anew.
    #expect(model.type("d") == [.playEpisode(Self.kept(1))])
  }

  @Test func `Where nothing is kept the key says what brings comments`() {
    var model = model([])

    #expect(model.type("d").isEmpty)
    #expect(text(model).contains("danmaku import"))
  }

  @Test func `In the past the comments of that commit are asked for`() {
    var model = Samples.model(columns: 120, rows: 36)
    _ = model.update(.travelled(Samples.moment, Samples.pastLibrary))
    let effects = model.type("/無職<Enter><Enter>")

    #expect(effects.last == .loadEpisodes(Self.show, commit: Samples.moment.sequence))
  }

  // MARK: Offsets

  /// The stage of an episode whose sources are moved as `entry` says.
  private func stage(_ entry: ListEntry, _ sources: [String]) -> Model {
    var model = model()
    _ = model.update(.danmaku(content(entry, sources)))
    return model
  }

  private func content(_ entry: ListEntry, _ sources: [String], _ text: String = "感动") -> StageContent {
    let comments = Comments((0..<60).map { Comment(time: $0 * 1000, text: "\(text) \($0)") })
    let kept = KeptOffsets(sources, of: Self.kept(1, entry))
    var content = StageContent(title: "x", file: DanmakuFile(.jsonLines, comments: comments), offset: kept.first)
    content.kept = kept
    return content
  }

  @Test func `An offset changed on the stage is remembered when the stage is left, once`() {
    var model = stage(Samples.library[Self.show], ["bilibili"])
    #expect(model.type("++").isEmpty)

    #expect(model.type("q") == [.edit(Self.show, [.offsets(["bilibili": 2000])])])
    #expect(model.type("d").count == 1)
  }

  @Test func `Sources keep their distance to each other`() {
    var entry = Samples.library[Self.show]
    entry.offsets = ["acfun": 500, "bilibili": 1500]
    var model = stage(entry, ["acfun", "bilibili"])
    model.type("+")

    #expect(model.type("q") == [.edit(Self.show, [.offsets(["acfun": 1500, "bilibili": 2500])])])
  }

  // MARK: The assistant

  private static func alignment(_ distance: Int?) -> Message {
    let fit = distance.map { SourceAlignment.Fit(distance: $0, shared: 1412, percent: 83) }
    return .aligned(
      SourceAlignment(episode: kept(1), reference: "acfun", others: [SourceAlignment.Other(name: "bilibili", fit: fit)])
    )
  }

  @Test func `The assistant says how well a source fits, and moves it where somebody agrees`() {
    var entry = Samples.library[Self.show]
    entry.offsets = ["acfun": 500]
    var model = stage(entry, ["acfun", "bilibili"])
    #expect(model.type("A") == [.alignSources(Self.kept(1))])
    _ = model.update(Self.alignment(12_400))
    #expect(text(model).contains("Move to fit acfun: bilibili +12.4 s (83 % of 1,412 rare texts)?"))

    entry.offsets = ["acfun": 500, "bilibili": 12_900]
    #expect(model.type("y") == [.edit(Self.show, [.offsets(entry.offsets)]), .playEpisode(Self.kept(1, entry))])
  }

  @Test func `The stage goes on where it is, with the sources where they fit`() {
    var entry = Samples.library[Self.show]
    var model = stage(entry, ["acfun", "bilibili"])
    model.type("<Space>lll")
    #expect(text(model).contains("00:15") && text(model).contains("感动 13"))
    entry.offsets = ["bilibili": 12_400]
    _ = model.update(.danmaku(content(entry, ["acfun", "bilibili"], "ずれた")))

    #expect(text(model).contains("00:15") && text(model).contains("ずれた 13") && !text(model).contains("感动"))
    _ = model.type("q")
    #expect(!text(model).contains("ずれた"))
  }

  @Test func `Whoever says no moves nothing`() {
    var model = stage(Samples.library[Self.show], ["acfun", "bilibili"])
    _ = model.update(Self.alignment(12_400))

    #expect(model.type("n") == [])
    #expect(model.type("q") == [])
  }

  @Test func `Where nothing can be aligned it is said why`() {
    var alone = stage(Samples.library[Self.show], ["bilibili"])
    #expect(alone.type("A") == [])
    #expect(text(alone).contains("Only one source"))

    var model = stage(Samples.library[Self.show], ["acfun", "bilibili"])
    _ = model.update(Self.alignment(nil))
    #expect(text(model).contains("Too little of what the sources say agrees"))
    #expect(model.type("y") == [])

    _ = model.update(Self.alignment(0))
    #expect(text(model).contains("In step with acfun already: bilibili 0.0 s"))
  }

  @Test func `An answer that comes after the stage was left asks nothing`() {
    var model = stage(Samples.library[Self.show], ["acfun", "bilibili"])
    model.type("q")
    _ = model.update(Self.alignment(12_400))

    #expect(!text(model).contains("Move to fit"))
  }

  @Test func `Who moved nothing writes nothing, and neither does a stage of a file`() {
    var model = stage(Samples.library[Self.show], ["bilibili"])
    model.type("+-")
    #expect(model.type("q").isEmpty)

    var other = self.model()
    let file = DanmakuFile(.jsonLines, comments: Comments([Comment(time: 1000, text: "x")]))
    _ = other.update(.danmaku(StageContent(title: "x", file: file)))
    other.type("+")
    #expect(other.type("q").isEmpty)
  }
}
