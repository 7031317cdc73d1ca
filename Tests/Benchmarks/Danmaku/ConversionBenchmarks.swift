import CSystem
import Glibc

/// `danmaku convert` from outside, beside biliass on the same files in the same run.
///
/// Both write 1920×1080 with lines of 38 pixels, 12 seconds to cross and 5 to stand, and drop who finds no lane.
struct ConversionBenchmarks {
  private static let rounds = 5
  /// What earlier measurements of other converters found for 100,000 comments, in milliseconds: quoted, not run.
  private static let quoted = [("DanmakuFactory (quoted)", 649.0), ("danmaku2ass (quoted)", 26_600.0)]
  /// The comments that Bilibili's most watched shows have together.
  private static let everything = 230_000_000

  private let home: Home
  private let biliass: String?
  private let isSmall: Bool

  /// Nil where no home can be had; `isSmall` leaves ten million comments out, whose file takes a gigabyte.
  init?(binary: String, isSmall: Bool) {
    guard let home = Home(binary: binary) else { return nil }
    self.home = home
    self.isSmall = isSmall
    biliass = Self.program("biliass")
  }

  /// Every figure.
  func figures() -> [Figure] {
    guard let thousand = inTurn(1000), let hundred = inTurn(100_000), let million = inTurn(1_000_000) else {
      return [.failed("danmaku: convert")]
    }
    var figures = [
      Figure(name: "danmaku: 1,000 of XML to ASS", ours: thousand.ours, peer: thousand.peer, unit: "ms", limit: 15),
      compared("100,000", hundred), compared("1,000,000", million),
    ]
    figures += Self.quoted.map {
      Figure(name: "danmaku: 100,000 of XML to ASS", ours: hundred.ours, peer: $0, unit: "ms", limit: $0.1 / 6)
    }
    return figures + [segments(hundred.ours), memory("1,000,000", 1_000_000, limit: 300)] + growth(hundred.ours)
  }

  /// Six times as fast as the peer; where there is none the line says so.
  private func compared(_ count: String, _ times: (ours: Double, peer: (name: String, value: Double)?)) -> Figure {
    let name = "danmaku: \(count) of XML to ASS" + (times.peer == nil ? " (no biliass)" : "")
    return Figure(name: name, ours: times.ours, peer: times.peer, unit: "ms", limit: times.peer.map { $0.value / 6 })
  }

  /// Segments hold the same comments in fewer bytes.
  private func segments(_ xml: Double) -> Figure {
    let command = convert(file(100_000, .protobuf))
    let runs = measure(command, environment: home.environment, times: Self.rounds)
    return Figure(
      name: "danmaku: 100,000 of segments to ASS", ours: median(runs.map(\.wall)), peer: ("XML", xml), unit: "ms")
  }

  private func memory(_ count: String, _ number: Int, limit: Double) -> Figure {
    let peak = peakMemory(of: convert(file(number, .xml)), environment: home.environment) ?? .infinity
    return Figure(name: "danmaku: \(count) of XML to ASS, memory", ours: peak, unit: "MiB", limit: limit)
  }

  /// Ten million comments: a hundred times the time of a hundred thousand, with half of that again for the caches.
  private func growth(_ hundredThousand: Double) -> [Figure] {
    guard !isSmall else { return [] }
    let command = convert(file(10_000_000, .xml))
    guard let run = Child(command, environment: home.environment)?.finish(), run.status == 0 else {
      return [.failed("danmaku: 10,000,000 of XML to ASS")]
    }
    let all = run.wall * Double(Self.everything / 10_000_000) / 1000
    return [
      Figure(name: "danmaku: 10,000,000 of XML to ASS", ours: run.wall, unit: "ms", limit: hundredThousand * 150),
      memory("10,000,000", 10_000_000, limit: 2048),
      Figure(name: "danmaku: 230,000,000 would take", ours: all, unit: "s", limit: 180),
    ]
  }
}

// MARK: Running

extension ConversionBenchmarks {
  /// The median times of both programs, which take turns; nil where ours fails.
  private func inTurn(_ count: Int) -> (ours: Double, peer: (name: String, value: Double)?)? {
    let input = file(count, .xml)
    var ours: [Double] = []
    var theirs: [Double] = []
    // The first round warms the file, and is not counted.
    for round in 0...Self.rounds {
      guard let run = Child(convert(input), environment: home.environment)?.finish(), run.status == 0 else {
        return nil
      }
      let peer = biliass.flatMap { Child(rival($0, input), environment: home.environment)?.finish() }
      guard round > 0 else { continue }
      ours.append(run.wall)
      if let peer, peer.status == 0 { theirs.append(peer.wall) }
    }
    return (median(ours), theirs.isEmpty ? nil : ("biliass", median(theirs)))
  }

  private func convert(_ input: String) -> [String] {
    [home.binary, "danmaku", "convert", input, "-o", home.path + "/ours.ass", "--quiet"]
  }

  private func rival(_ program: String, _ input: String) -> [String] {
    [program, "-s", "1920x1080", "-fs", "38", "-dm", "12", "-ds", "5", input, "-o", home.path + "/theirs.ass"]
  }

  /// The file of `count` comments, made where there is none yet.
  private func file(_ count: Int, _ form: SyntheticDanmaku.Form) -> String {
    let path = "\(home.path)/\(count).\(form.rawValue)"
    guard access(path, R_OK) != 0 else { return path }
    let descriptor = sys_open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    defer { close(descriptor) }
    var synthetic = SyntheticDanmaku()
    synthetic.write(count: count, as: form) { block in _ = write(descriptor, block, block.count) }
    return path
  }

  /// Where `name` is: among the programs of this machine, or in the environment that `make bench` makes.
  private static func program(_ name: String) -> String? {
    let folders = searchPath.split(separator: ":").map(String.init) + [".build/bench/bin"]
    return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }
}
