import Anime
import App
import Danmaku
import TUI
import TUINcurses

/// Plays a crowded film, paints each frame as the terminal's backend does, and counts the bytes.
///
/// No rule merges or thins: what is paid for is what is on the screen.
struct StagePlayer {
  private(set) var bytes = 0
  private(set) var frames = 0
  private(set) var onScreen = 0
  private var screen: StageScreen
  private let layout: LaneLayout
  private let look: StageLook
  private let start = Instant(seconds: 1_786_800_600)
  private var elapsed = 0.0
  private var shown: Frame

  /// A film of two hours with about `crowd` comments on a stage of `size` at any time.
  init?(crowd: Int, size: Size) {
    guard let theme = Theme(builtIn: "yozakura", depth: .palette256) else { return nil }
    let words = ["草", "好耶", "666", "哈哈", "泪目", "来了", "第一", "awsl"]
    let colors = [0xFF_FFFF, 0xFF_FFFF, 0x66_CCFF, 0xFF_FF00]
    let count = 7200 * crowd / 8
    let comments = (0..<count).map { number in
      Comment(
        time: number * 8000 / crowd, color: CommentColor(UInt32(colors[number % 4])),
        text: crowd > 100 ? words[number * 7 % 8] : words[number * 7 % 8] + words[number * 3 % 8] + words[number % 8])
    }
    let content = StageContent(title: "夜桜", file: DanmakuFile(comments: Comments(comments)))
    var settings = StageSettings()
    settings.rules = .none
    screen = StageScreen(content, settings: settings)
    look = StageLook(theme)
    screen.update(.playPause, now: start)
    screen.prepare(for: Rect(size))
    shown = Frame(size: size)
    var rules = LaneRules(columns: size.columns, lanes: size.rows - 4)
    rules.modes = [.scroll]
    layout = LaneLayout(
      content.file.comments, sizes: CommentSizes(content.file.comments) { TextWidth.of($0) }, rules: rules)
  }

  private var now: Instant { start + Instant.Span(milliseconds: Int64(elapsed)) }

  /// Counts anew.
  mutating func forget() { (bytes, frames, onScreen) = (0, 0, 0) }

  /// Lets the film go on.
  mutating func wait(_ milliseconds: Double) { elapsed += milliseconds }

  /// Draws the moment into cells that are there.
  mutating func draw() {
    screen.draw(into: &shown, area: shown.area, look: look, strings: .of(.english), now: now)
  }

  /// Lets the film go on, draws a new frame and paints what is other than in the one before.
  mutating func step(_ milliseconds: Double) {
    wait(milliseconds)
    var frame = Frame(size: shown.buffer.size)
    screen.draw(into: &frame, area: frame.area, look: look, strings: .of(.english), now: now)
    var painter = CellPainter(depth: .trueColor)
    for run in BufferDiff(from: shown.buffer, to: frame.buffer).runs {
      painter.paint(frame.buffer, row: run.row, columns: run.columns)
    }
    bytes += painter.bytes.count
    frames += 1
    layout.forEachVisible(at: screen.clock.time(at: now)) { _ in onScreen += 1 }
    shown = frame
  }
}
