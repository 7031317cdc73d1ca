import Anime
import App
import CSystem
import Danmaku
import Glibc
import TUI

/// Reading, laying out and showing danmaku, inside of this program.
struct DanmakuBenchmarks {
  private static let frameTime = 1000.0 / 30

  /// A stage that plays, as the group `stage`.
  func stage() -> [Figure] {
    frame() + playing(name: "200 on screen", wanted: 200, kibibytes: 12)
      + playing(name: "30 on screen", wanted: 30, kibibytes: 2)
  }

  /// What happens once for a file.
  func figures() -> [Figure] { reading() + [rules()] }

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

  /// What somebody waits for who changes a rule: a frame at most.
  private func rules() -> Figure {
    var synthetic = SyntheticDanmaku()
    let comments = (try? BilibiliXML.read(synthetic.xml(count: 70_000)))?.comments ?? Comments()
    var hidden = 0
    let ruled = time {
      let ruling = RuleSet.stage.ruling(of: comments)
      hidden += comments.indices.count { ruling.reason(at: $0) != nil }
    }
    return Figure(name: "danmaku: merge and thin 70,000", ours: ruled, unit: "ms", limit: Self.frameTime)
  }

  /// One frame of a large stage, in time and in blocks of memory.
  ///
  /// Words that stay are put together where something is switched; a frame takes no memory.
  private func frame() -> [Figure] {
    let name = "stage: a frame of 200 at 200×60"
    guard let full = frame(crowd: 200), Allocations.areCounted else { return [.failed(name)] }
    return [
      Figure(name: name, ours: full.milliseconds, unit: "ms", limit: 1),
      Figure(name: "\(name), allocations", ours: Double(full.allocations), unit: "", limit: 0),
    ]
  }

  /// What a frame costs of a stage with about `crowd` comments on it: drawn into cells that are there already, as often
  /// as ten seconds have frames; the median time and the most blocks of memory.
  private func frame(crowd: Int) -> (milliseconds: Double, allocations: Int)? {
    guard var player = StagePlayer(crowd: crowd, size: Size(columns: 200, rows: 60)) else { return nil }
    for _ in 0..<300 { player.step(Self.frameTime) }
    var times: [Double] = []
    var allocations = 0
    for _ in 0..<300 {
      player.wait(Self.frameTime)
      let start = processorTime()
      let count = Allocations.count { player.draw() }
      times.append(processorTime() - start)
      allocations = max(allocations, count)
    }
    return (median(times), allocations)
  }

  /// An hour's worth of frames of a stage with about `wanted` comments on it, on a fast clock.
  private func playing(name: String, wanted: Int, kibibytes: Double) -> [Figure] {
    guard var player = StagePlayer(crowd: wanted, size: Size(columns: 120, rows: 36)) else { return [] }
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
}

/// The milliseconds that `body` takes, the median of seven: processor time, for what else runs does not count.
func time(_ body: () -> Void) -> Double {
  median(
    (0..<7).map { _ in
      let start = processorTime()
      body()
      return processorTime() - start
    })
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
