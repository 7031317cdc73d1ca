import Anime
import TUI

/// The texts of one mirror in the list.
struct MirrorCells {
  private let mirror: MirrorLine
  private let world: Surroundings
  private let word: String
  private let median: String
  private let rate: String
  private let time: (text: String, style: StyleName)

  init(_ mirror: MirrorLine, _ world: Surroundings) {
    let strings = world.strings
    self.mirror = mirror
    self.world = world
    word = Self.word(for: mirror, strings.mirrors)
    median = mirror.p50.map(strings.mirrors.milliseconds) ?? ""
    rate = mirror.throughput.map { strings.network.perSecond(Strings.bytes($0)) } ?? ""
    if let until = mirror.until, until > world.now {
      time = ("\(world.marks.retry) \(strings.countdown(to: until, now: world.now))", .new)
    } else {
      time = (mirror.lastSuccess.map(world.ago) ?? "", .textFaint)
    }
  }

  /// What sets it apart from a good mirror, in a word: what stands against it, else that it only tells versions.
  private static func word(for mirror: MirrorLine, _ strings: MirrorStrings) -> String {
    // That nobody has asked it yet, its mark tells: it stands before the role no more than that it is good.
    if mirror.role == .versionSource, mirror.state == .good || mirror.state == .unknown { return strings.versionSource }
    if mirror.state != .good { return strings.stateWord(mirror.state) }
    return mirror.dataAge.isBehind ? strings.behind : ""
  }

  /// The columns that hold these mirrors, so that all rows line up.
  static func columns(_ mirrors: [MirrorLine], _ world: Surroundings) -> [TableLayout.Column] {
    let cells = mirrors.map { MirrorCells($0, world) }
    func width(_ text: (MirrorCells) -> String) -> Int { world.widest(cells.lazy.map(text)) }
    let host = width(\.mirror.host)
    let tries = mirrors.map(\.latencies.count).max() ?? 0
    return [
      .init(width: mirrors.contains(where: \.isPinned) ? 3 : 1, priority: 9),
      .init(minimum: min(max(18, world.size.columns / 3), host), maximum: host, priority: 10),
      .init(width: width(\.word), priority: 4), .init(minimum: min(8, tries), maximum: min(24, tries), priority: 5),
      .init(width: width(\.median), priority: 3), .init(width: width(\.rate), priority: 2),
      .init(width: 1, priority: 8), .init(width: width(\.time.text), priority: 7),
    ]
  }

  /// Writes them into the columns of `row`.
  func draw(_ row: RowPainter, on buffer: inout Buffer) {
    row.write(world.marks.mirror(mirror.state), mirror.state.style, column: 0, on: &buffer)
    if mirror.isPinned { row.write(world.marks.pinned, .markFollowed, column: 0, alignment: .right, on: &buffer) }
    row.write(mirror.host, mirror.state.isUsable ? .list : .textDim, column: 1, on: &buffer)
    row.write(word, .textDim, column: 2, on: &buffer)
    if let area = row.area(3) {
      LatencyBars(mirror.latencies, world)
        .draw(in: area, style: row.color(.time), failed: row.color(.changeRemoved), on: &buffer)
    }
    row.write(median, .textDim, column: 4, alignment: .right, on: &buffer)
    row.write(rate, .textFaint, column: 5, alignment: .right, on: &buffer)
    row.write(mirror.grade?.rawValue ?? "", mirror.grade?.style ?? .mark, column: 6, on: &buffer)
    row.write(time.text, time.style, column: 7, alignment: .right, on: &buffer)
  }
}

extension MirrorState {
  /// How its mark looks.
  var style: StyleName {
    switch self {
    case .good: .markDone
    case .unknown: .markOff
    case .probing, .busy: .markWatching
    case .open, .refusing, .distrusted: .changeRemoved
    }
  }
}

extension Grade {
  /// How its letter looks.
  var style: StyleName {
    switch self {
    case .a, .b: .changeAdded
    case .c, .d: .changeChanged
    case .e, .f: .changeRemoved
    }
  }
}
