import Anime
import App
import TUI
import TUITesting
import Testing

/// The user's own files of a show, on its screen and from there to the player.
@Suite struct ShowFileTests {
  private static let show = Samples.mushoku.id

  private static func file(_ number: Int, _ name: String, size: Int64 = 734_003_200) -> LocalEpisode {
    LocalEpisode(
      file: LocalFile(path: "/films/\(name)", size: size, modified: 0), title: "無職転生", kind: .episode,
      episodes: ReleaseEpisode(number)...ReleaseEpisode(number), resolution: number == 6 ? nil : "1080p", show: show,
      confidence: 96)
  }

  private static let files = [
    file(6, "無職転生Ⅲ - 06.mkv"), file(7, "無職転生Ⅲ - 07 [1080p].mkv"),
    file(8, "無職転生Ⅲ - 08 [1080p].mkv", size: 1_400_000_000),
  ]

  /// The screen of the show, with files of it.
  private func model(
    _ files: [LocalEpisode] = files, columns: Int = 200, language: InterfaceLanguage = .english
  ) -> Model {
    var model = Samples.model(columns: columns, rows: 60, language: language)
    model.type("/無職<Enter><Enter>")
    _ = model.update(.localFiles(Self.show, files))
    return model
  }

  private func text(_ model: Model) -> String { ScreenPicture(model.frame.buffer).text }

  @Test func `Each file has its number, whether it was watched, its sizes and its name`() {
    for language in InterfaceLanguage.allCases {
      let lines = text(model(language: language)).split(separator: "\n")

      #expect(lines.contains { $0.contains("6  ✓         734.0 MB  無職転生Ⅲ - 06.mkv") }, "\(language)")
      #expect(lines.contains { $0.contains("8     1080p    1.4 GB  無職転生Ⅲ - 08 [1080p].mkv") }, "\(language)")
    }
  }

  @Test func `What a film itself tells comes before its name, with its length`() {
    var files = Self.files
    files[1].facts = MediaFacts(width: 1280, height: 720, duration: 1_420_032)
    files[2].facts = MediaFacts()
    let lines = text(model(files)).split(separator: "\n")

    #expect(lines.contains { $0.contains("7     1280×720  23:40  734.0 MB  無職転生Ⅲ - 07 [1080p].mkv") })
    #expect(lines.contains { $0.contains("8     1080p              1.4 GB  無職転生Ⅲ - 08 [1080p].mkv") })
  }

  @Test func `Names too long for the room still tell one file from the other`() {
    let names = (7...9).map { "[Nekomoe kissaten&LoliHouse] 無職転生Ⅲ - 0\($0) [WebRip 1080p HEVC-10bit AAC].mkv" }
    let files = names.enumerated().map { Self.file(7 + $0, $1) }
    let lines = text(model(files, columns: 120)).split(separator: "\n")

    for number in 7...9 {
      #expect(lines.contains { $0.contains("…無職転生Ⅲ - 0\(number)") && $0.contains(".mkv ") })
    }
  }

  @Test func `Where no file was watched there is no column for it`() {
    let lines = text(model([Self.files[1], Self.files[2]])).split(separator: "\n")

    #expect(lines.contains { $0.contains("7  1080p  734.0 MB  無職転生Ⅲ - 07 [1080p].mkv") })
  }

  @Test(arguments: [
    (InterfaceLanguage.english, "Your files · Links · History"), (.japanese, "手元のファイル · リンク · 履歴"),
    (.simplifiedChinese, "本地文件 · 链接 · 历史"),
  ])
  func `The panel is called by what it holds`(_ language: InterfaceLanguage, _ title: String) {
    #expect(text(model(columns: 120, language: language)).contains("╭ \(title) ─"))
  }

  @Test func `Where Enter plays the selected file p is not named beside it`() {
    var model = model()
    model.type("gg")
    #expect(model.bottomLine.contains("Enter play  f follow"))

    _ = model.update(.input(.resize(Size(columns: 80, rows: 24))))
    #expect(model.bottomLine.contains("s status  S score  ? help"))

    while model.bottomLine.contains("Enter play ") { model.type("j") }
    #expect(model.bottomLine.contains("Enter open in browser  p play"))
  }

  @Test func `Enter and p play the selected file`() {
    var model = model()
    let order = PlayOrder(show: Self.show, path: "/films/無職転生Ⅲ - 07 [1080p].mkv", progress: 6)

    #expect(model.type("j<Enter>") != [.play(order)])
    #expect(model.type("k<Enter>") == [.play(order)])
    #expect(model.type("p") == [.play(order)])
    #expect(text(model).contains("Enter play"))
  }

  @Test func `What is to be watched next is selected first, and played without looking for it`() {
    var model = model()

    #expect(model.type("p") == [.play(PlayOrder(show: Self.show, path: "/films/無職転生Ⅲ - 07 [1080p].mkv", progress: 6))])
  }

  @Test func `In a list p plays what comes next of the show`() {
    var model = Samples.model()

    #expect(model.type("/無職<Enter>p") == [.play(PlayOrder(show: Self.show, progress: 6))])
  }

  @Test func `Where there are no files the screen is as before`() {
    #expect(!text(model([])).contains("Your files"))
  }

  @Test func `What comes next is the episode after those that were watched`() {
    let index = LocalIndex(context: "", episodes: Self.files)

    #expect(index.next(after: 6, of: Self.show)?.numberText == "7")
    #expect(index.next(after: 2, of: Self.show)?.numberText == "6")
    #expect(index.next(after: 8, of: Self.show) == nil)
  }
}
