import Anime
import App
import Danmaku
import TUI
import TUITesting
import Testing

/// A short film, crowded with comments of every mode.
enum StageSamples {
  /// 2026-08-15, 22:30 in Japan.
  static let start = Instant(milliseconds: 1_786_800_600_000)

  static let comments: [Danmaku.Comment] = [
    Danmaku.Comment(time: 0, text: "第一"),
    Danmaku.Comment(time: 500, color: CommentColor(0x66CCFF), text: "前方高能!"),
    Danmaku.Comment(time: 1200, text: "夜桜きれい……"),
    Danmaku.Comment(time: 1500, mode: .top, color: CommentColor(0xFFFF00), text: "字幕は上です"),
    Danmaku.Comment(time: 2000, mode: .bottom, text: "下の字幕\n二行目"),
    Danmaku.Comment(time: 2500, mode: .reverse, color: CommentColor(0x0000FF), text: "逆向きに流れる"),
    Danmaku.Comment(time: 3000, text: "Beyond the journey's end, and then some more"),
    Danmaku.Comment(time: 3500, text: "草"),
    Danmaku.Comment(time: 4000, mode: .positioned, text: "[0,0,\"1-1\",3,\"x\"]"),
    Danmaku.Comment(time: 4500, mode: .scripted, text: "code();"),
    Danmaku.Comment(time: 60_000, text: "完結おめでとう👏"),
    Danmaku.Comment(time: 85_000, text: "また明日"),
  ]

  static func screen(
    _ comments: [Danmaku.Comment] = comments, showsList: Bool = false, skipped: [SkipReason: Int] = [:]
  ) -> StageScreen {
    let file = DanmakuFile(comments: Comments(comments), skipped: skipped)
    return StageScreen(StageContent(title: "夜桜四重奏 第7話", file: file), showsList: showsList)
  }

  /// The moment at which a film that began at `start` is at `time`.
  static func moment(_ time: Int) -> Instant { start + Instant.Span(milliseconds: Int64(time)) }

  static func frame(
    _ screen: StageScreen, _ size: Size, at time: Int, language: InterfaceLanguage = .english,
    ambiguity: TextWidth.Ambiguity = .narrow, theme: String = "yozakura"
  ) throws -> Frame {
    var frame = Frame(size: size, ambiguity: ambiguity)
    var screen = screen
    screen.prepare(for: frame.area, ambiguity: ambiguity)
    let theme = try #require(Theme(builtIn: theme, depth: .palette256))
    screen.draw(
      into: &frame, area: frame.area, look: StageLook(theme), strings: .of(language), now: moment(time))
    return frame
  }
}

extension StageScreen {
  /// The screen, playing since `StageSamples.start`.
  func playing() -> StageScreen {
    var screen = self
    screen.update(.playPause, now: StageSamples.start)
    return screen
  }
}
