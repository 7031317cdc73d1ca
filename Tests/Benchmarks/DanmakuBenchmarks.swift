import Anime
import App
import CSystem
import Danmaku
import Glibc
import TUI
import TUINcurses

/// Reading, laying out and showing danmaku.
struct DanmakuBenchmarks {
  private static let size = Size(columns: 120, rows: 36)
  private static let frameTime = 1000.0 / 30

  /// Every figure.
  func figures() -> [Figure] {
    reading() + stage(name: "200 on screen", wanted: 200, kibibytes: 12)
      + stage(name: "30 on screen", wanted: 30, kibibytes: 2)
  }

  /// From the bytes of a file to a layout.
  private func reading() -> [Figure] {
    var synthetic = SyntheticDanmaku()
    let xml = synthetic.xml(count: 100_000)
    var file = DanmakuFile(comments: Comments())
    let read = time { file = (try? BilibiliXML.read(xml)) ?? file }
    var sizes = CommentSizes(file.comments) { TextWidth.of($0) }
    let measured = time { sizes = CommentSizes(file.comments) { TextWidth.of($0) } }
    var placed = 0
    let laid = time {
      placed += LaneLayout(file.comments, sizes: sizes, rules: LaneRules(columns: 120, lanes: 28)).placed.count
    }
    return [
      Figure(name: "danmaku: read 100,000 of XML", ours: read, unit: "ms", limit: 50),
      Figure(name: "danmaku: measure 100,000", ours: measured, unit: "ms", limit: 100),
      Figure(name: "danmaku: lay 100,000 out on 28 lanes", ours: laid, unit: "ms", limit: 15),
    ]
  }

  /// An hour's worth of frames of a stage with about `wanted` comments on it, on a fast clock.
  private func stage(name: String, wanted: Int, kibibytes: Double) -> [Figure] {
    guard var player = StagePlayer(crowd: wanted, size: Self.size) else { return [] }
    let minute = 60 * 30
    for _ in 0..<minute { player.step(Self.frameTime) }
    let memory = residentMebibytes()
    player.forget()
    let start = processorTime()
    for _ in 0..<minute { player.step(Self.frameTime) }
    let share = (processorTime() - start) / Double(minute) / Self.frameTime * 100
    let bytes = player.bytes / player.frames
    for _ in 0..<58 * minute { player.step(Self.frameTime) }
    let name = "stage: \(name) (\(player.onScreen / player.frames))"
    return [
      Figure(name: "\(name), of a core", ours: share, unit: "%", limit: 10),
      Figure(name: "\(name), a frame", ours: Double(bytes) / 1024, unit: "KiB", limit: kibibytes),
      Figure(name: "\(name), an hour adds", ours: residentMebibytes() - memory, unit: "MiB", limit: 2),
    ]
  }

  /// Processor time: what else runs on the machine does not count.
  private func time(_ body: () -> Void) -> Double {
    median(
      (0..<7).map { _ in
        let start = processorTime()
        body()
        return processorTime() - start
      })
  }
}

/// Plays a crowded film, paints each frame as the terminal's backend does, and counts the bytes.
private struct StagePlayer {
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
    screen = StageScreen(content)
    look = StageLook(theme)
    screen.update(.playPause, now: start)
    screen.prepare(for: Rect(size))
    shown = Frame(size: size)
    var rules = LaneRules(columns: size.columns, lanes: size.rows - 4)
    rules.modes = [.scroll]
    layout = LaneLayout(
      content.file.comments, sizes: CommentSizes(content.file.comments) { TextWidth.of($0) }, rules: rules)
  }

  mutating func forget() { (bytes, frames, onScreen) = (0, 0, 0) }

  mutating func step(_ milliseconds: Double) {
    elapsed += milliseconds
    let now = start + Instant.Span(milliseconds: Int64(elapsed))
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

/// Milliseconds of processor time that this process has used.
private func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
}

/// The memory that this process holds.
private func residentMebibytes() -> Double {
  guard let file = fopen("/proc/self/statm", "r") else { return 0 }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 128)
  guard fgets(&line, 128, file) != nil else { return 0 }
  let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  let pages = text.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0
  return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
}
