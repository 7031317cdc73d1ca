import CSystem
import Glibc

/// `danmaku convert` from outside, beside biliass on the same files in the same run.
///
/// Both write 1920×1080 with lines of 38 pixels, 12 seconds to cross and 5 to stand, and drop who finds no lane.
struct ConversionBenchmarks {
  private static let rounds = 5
  /// What earlier measurements of other converters found, in milliseconds: quoted, not run.
  private static let quoted = [
    (name: "DanmakuFactory (quoted)", hundred: 649.0, million: 21_200.0),
    (name: "danmaku2ass (quoted)", hundred: 26_600.0, million: 307_000.0),
  ]
  /// How much faster than any other converter it is to be.
  private static let factor = 6.0
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

  /// What it took to convert one file.
  private struct Times {
    var ours: Double
    /// Nil where there is no biliass.
    var peer: (name: String, value: Double)?
  }

  /// Every figure.
  func figures() -> [Figure] {
    guard let thousand = inTurn(1000), let ten = inTurn(10_000), let hundred = inTurn(100_000),
      let million = inTurn(1_000_000), let segments = segments()
    else { return [.failed("danmaku: convert")] }
    return [
      Figure(name: "danmaku: 1,000 of XML to ASS", ours: thousand.ours, peer: thousand.peer, unit: "ms", limit: 15),
      compared("10,000", ten, limit: nil), compared("100,000", hundred, limit: Self.factor), memory("100,000", 100_000),
      compared("1,000,000", million, limit: Self.factor), memory("1,000,000", 1_000_000, limit: 300),
      segments,
    ] + Self.quoted.flatMap { quoted($0, hundred.ours, million.ours) }
      + growth([(10_000, ten.ours), (100_000, hundred.ours), (1_000_000, million.ours)])
  }

  /// Segments hold the same comments in fewer bytes: beside XML, in turn with it.
  private func segments() -> Figure? {
    guard let segments = file(100_000, .protobuf), let xml = file(100_000, .xml) else { return nil }
    let rounds = (0...Self.rounds).map { _ in (run(convert(segments)), run(convert(xml))) }.dropFirst()
    let (ours, peer) = (rounds.compactMap(\.0), rounds.compactMap(\.1))
    guard ours.count == rounds.count, peer.count == rounds.count else { return nil }
    return Figure(
      name: "danmaku: 100,000 of segments to ASS", ours: median(ours), peer: ("XML", median(peer)), unit: "ms")
  }

  /// So many times as fast as the peer; where there is none the line says so.
  private func compared(_ count: String, _ times: Times, limit factor: Double?) -> Figure {
    let name = "danmaku: \(count) of XML to ASS" + (times.peer == nil ? " (no biliass)" : "")
    return Figure(
      name: name, ours: times.ours, peer: times.peer, unit: "ms",
      limit: factor.flatMap { factor in times.peer.map { $0.value / factor } })
  }

  private func quoted(
    _ peer: (name: String, hundred: Double, million: Double), _ hundred: Double, _ million: Double
  ) -> [Figure] {
    [("100,000", hundred, peer.hundred), ("1,000,000", million, peer.million)].map { count, ours, value in
      Figure(
        name: "danmaku: \(count) of XML to ASS", ours: ours, peer: (peer.name, value), unit: "ms",
        limit: value / Self.factor)
    }
  }

  /// The most memory that a conversion holds. The peer stays away from ten million comments, for which it takes eight
  /// gigabytes.
  private func memory(_ count: String, _ number: Int, limit: Double? = nil) -> Figure {
    let name = "danmaku: \(count) of XML to ASS, memory"
    guard let input = file(number, .xml), let ours = peakMemory(of: convert(input), environment: home.environment)
    else { return .failed(name) }
    let isBearable = number <= 1_000_000
    let peer = isBearable ? biliass.flatMap { peakMemory(of: rival($0, input), environment: home.environment) } : nil
    return Figure(name: name, ours: ours, peer: peer.map { ("biliass", $0) }, unit: "MiB", limit: limit)
  }
}

// MARK: Growth

extension ConversionBenchmarks {
  /// What one comment costs among ever more of them: a third more where they no longer fit into any cache.
  private func growth(_ times: [(count: Int, milliseconds: Double)]) -> [Figure] {
    let costs = times.map { $0.milliseconds / Double($0.count) * 1000 }
    let figures = zip(times, costs).map { Self.cost(of: $0.count, $1, limit: nil) }
    guard !isSmall else { return figures }
    guard let last = alone(10_000_000) else { return figures + [.failed("danmaku: 10,000,000")] }
    let cost = last / 10_000_000 * 1000
    return figures + [
      Self.cost(of: 10_000_000, cost, limit: costs.last.map { $0 * 1.3 }),
      memory("10,000,000", 10_000_000, limit: 2048),
      Figure(
        name: "danmaku: 230,000,000 would take", ours: cost * Double(Self.everything) / 1e6, unit: "s", limit: 180),
    ]
  }

  private static func cost(of count: Int, _ microseconds: Double, limit: Double?) -> Figure {
    let digits = Array(String(count))
    let grouped = digits.indices.map { ($0 > 0 && (digits.count - $0) % 3 == 0 ? "," : "") + String(digits[$0]) }
    return Figure(
      name: "danmaku: one of \(grouped.joined()) to ASS", ours: microseconds, unit: "µs", limit: limit)
  }
}

// MARK: Running

extension ConversionBenchmarks {
  /// The median times of both programs, which take turns; nil where ours fails.
  private func inTurn(_ count: Int) -> Times? {
    guard let input = file(count, .xml) else { return nil }
    var ours: [Double] = []
    var theirs: [Double] = []
    // The first round warms the file, and is not counted.
    for round in 0...Self.rounds {
      guard let run = run(convert(input)) else { return nil }
      let peer = biliass.flatMap { self.run(rival($0, input)) }
      guard round > 0 else { continue }
      ours.append(run)
      if let peer { theirs.append(peer) }
    }
    return Times(ours: median(ours), peer: theirs.isEmpty ? nil : ("biliass", median(theirs)))
  }

  /// Our time for a file that was converted once before; nil where it fails.
  private func alone(_ count: Int) -> Double? {
    guard let input = file(count, .xml), run(convert(input)) != nil else { return nil }
    return run(convert(input))
  }

  /// How long a program runs that ends well.
  private func run(_ command: [String]) -> Double? {
    guard let run = Child(command, environment: home.environment)?.finish(), run.status == 0 else { return nil }
    return run.wall
  }

  private func convert(_ input: String) -> [String] {
    [home.binary, "danmaku", "convert", input, "-o", home.path + "/ours.ass", "--quiet"]
  }

  private func rival(_ program: String, _ input: String) -> [String] {
    [program, "-s", "1920x1080", "-fs", "38", "-dm", "12", "-ds", "5", input, "-o", home.path + "/theirs.ass"]
  }

  /// The file of `count` comments, made where there is none yet; nil where it has no room.
  private func file(_ count: Int, _ form: SyntheticDanmaku.Form) -> String? {
    let path = "\(home.path)/\(count).\(form.rawValue)"
    guard access(path, R_OK) != 0 else { return path }
    let descriptor = sys_open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var synthetic = SyntheticDanmaku()
    var isWhole = true
    synthetic.write(count: count, as: form) { block in
      isWhole = isWhole && write(descriptor, block, block.count) == block.count
    }
    if !isWhole { unlink(path) }
    return isWhole ? path : nil
  }

  /// Where `name` is: in the environment that `make bench` makes, or among the programs of this machine.
  ///
  /// That environment comes first: what else is called so may be a script that starts it, and takes its time.
  private static func program(_ name: String) -> String? {
    let folders = [".build/bench/bin"] + searchPath.split(separator: ":").map(String.init)
    return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }
}
