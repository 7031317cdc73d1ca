import Anime
import TUI

/// All that is known of one mirror, in words: with air between them where there is room for it.
struct MirrorSheet {
  private let mirror: MirrorLine
  private let isDisputed: Bool
  private let world: Surroundings
  private let fields: Fields

  private var strings: MirrorStrings { world.strings.mirrors }

  /// A row; the bars of the last tries cover the blanks behind its label.
  private struct Row {
    var line: Line
    var latencies: [Int?] = []
  }

  init(_ mirror: MirrorLine, isDisputed: Bool, _ world: Surroundings) {
    self.mirror = mirror
    self.isDisputed = isDisputed
    self.world = world
    let strings = world.strings.mirrors
    fields = Fields(
      labels: [
        strings.address, strings.data, strings.grade, strings.group, strings.firstByte, strings.throughput,
        strings.success, strings.lastSuccess, strings.lastError, strings.next,
      ], world)
  }

  /// Draws what fits, the most useful first.
  func draw(in area: Rect, on buffer: inout Buffer) {
    let roomy = roomyRows(width: area.columns)
    let rows = roomy.count <= area.rows ? roomy : denseRows(width: area.columns)
    for (index, row) in rows.prefix(area.rows).enumerated() {
      let place = Rect(column: area.column, row: area.row + index, columns: area.columns, rows: 1)
      buffer.write(row.line, in: place)
      guard !row.latencies.isEmpty else { continue }
      let bars = place.split(left: fields.labelWidth).rest
      LatencyBars(row.latencies, world)
        .draw(
          in: bars.split(left: min(bars.columns, row.latencies.count)).left, style: world.theme[.time],
          failed: world.theme[.changeRemoved], on: &buffer)
    }
  }

  private func roomyRows(width: Int) -> [Row] {
    let doing = [grade(width), tries(width) + speed(width) + success(width), data(width) + lastSuccess(width)]
    let groups =
      [standing(width) + due(width), dispute(width)] + (isWell ? doing + [fault(width)] : [fault(width)] + doing)
      + [group(width) + address(width)]
    return Array(groups.filter { !$0.isEmpty }.joined(separator: [Row(line: Line())]))
  }

  private func denseRows(width: Int) -> [Row] {
    let doing = grade(width) + data(width) + firstByte(width) + success(width) + speed(width) + lastSuccess(width)
    return standing(width) + due(width) + dispute(width) + (isWell ? doing + fault(width) : fault(width) + doing)
      + group(width) + address(width)
  }

  /// Whether what went wrong last is over.
  private var isWell: Bool { mirror.state == .good }

  // MARK: How it stands

  private func standing(_ width: Int) -> [Row] {
    let mark = Line("\(world.marks.mirror(mirror.state)) ", style: world.theme[mirror.state.style])
    let state = Line(strings.state(mirror.state), style: world.theme[.textStrong])
    let role = Line(
      world.marks.separator + strings.role(mirror.role, mirror.provider), style: world.theme[.textDim])
    let pin = Line("\(world.marks.pinned) \(strings.pinned)", style: world.theme[.markFollowed])
    return [Row(line: (mark + state + role).truncated(to: width, ambiguity: world.ambiguity))]
      + (mirror.isPinned ? [Row(line: pin)] : [])
  }

  private func due(_ width: Int) -> [Row] {
    guard let until = mirror.until, until > world.now else { return [] }
    let wait = world.strings.countdown(to: until, now: world.now)
    return field(strings.next, strings.due(mirror.state, wait), .new, width)
  }

  private func dispute(_ width: Int) -> [Row] {
    isDisputed ? fields.remark(strings.disputedAtLength, .new, width: width).map { Row(line: $0) } : []
  }

  /// What went wrong last, what the service said about it, and what can be done.
  private func fault(_ width: Int) -> [Row] {
    guard let cause = mirror.lastError else { return [] }
    let ago = mirror.lastErrorAt.map(world.ago)
    let text = [ago, world.strings.network.cause(cause)].compactMap(\.self).joined(separator: world.marks.separator)
    let quote = world.strings.quote(of: cause, host: mirror.host)
    return field(strings.lastError, text, isWell ? .textDim : .changeRemoved, width)
      + (quote.map { field("", $0, .textDim, width) } ?? [])
      + (isWell ? [] : world.strings.advice(for: cause).map { field("", $0, .text, width) } ?? [])
  }

  /// The grade and its reasons, one below the other.
  private func grade(_ width: Int) -> [Row] {
    let letter = Line(mirror.grade?.rawValue ?? world.marks.nothing, style: world.theme[mirror.grade?.style ?? .mark])
    let reasons = mirror.gradeReasons.map { Line("  " + strings.reason($0), style: world.theme[.textDim]) }
    let first = fields.row(strings.grade, letter + (reasons.first ?? Line()), width: width)
    return [Row(line: first)]
      + reasons.dropFirst().map { Row(line: fields.row("", Line(" ", style: world.theme[.text]) + $0, width: width)) }
  }

  // MARK: How well it does

  /// The last tries as bars, and how fast they were.
  private func tries(_ width: Int) -> [Row] {
    guard !mirror.latencies.isEmpty else { return firstByte(width) }
    let shown = Array(mirror.latencies.suffix(max(0, width - fields.labelWidth)))
    let blank = String(repeating: " ", count: shown.count)
    let remark = "  " + strings.lastTries(shown.count)
    let hasRoom = fields.labelWidth + shown.count + world.widest([remark]) <= width
    let value = Line(hasRoom ? blank + remark : blank, style: world.theme[.textFaint])
    return [Row(line: fields.row(strings.firstByte, value), latencies: shown)]
      + (median.map { field("", $0, .text, width) } ?? [])
  }

  private func firstByte(_ width: Int) -> [Row] {
    median.map { field(strings.firstByte, $0, .text, width) } ?? []
  }

  private var median: String? {
    mirror.p50.map { strings.firstBytes(strings.milliseconds($0), mirror.p95.map(strings.milliseconds)) }
  }

  private func speed(_ width: Int) -> [Row] {
    let rate = mirror.throughput.map { world.strings.network.perSecond(Strings.bytes($0)) }
    return rate.map { field(strings.throughput, $0, .text, width) } ?? []
  }

  private func success(_ width: Int) -> [Row] {
    guard let rate = mirror.successRate, mirror.attempts > 0 else { return [] }
    return field(strings.success, strings.successes(Int((rate * 100).rounded()), mirror.attempts), .text, width)
  }

  private func lastSuccess(_ width: Int) -> [Row] {
    let ago = mirror.lastSuccess.map(world.ago)
    return field(strings.lastSuccess, ago ?? strings.never, ago == nil ? .textFaint : .text, width)
  }

  // MARK: What it is

  private func data(_ width: Int) -> [Row] {
    let age = mirror.dataAge
    let style: StyleName = age.isBehind ? .changeChanged : age.version == nil ? .textFaint : .text
    return field(strings.data, strings.version(age.version, age.isBehind), style, width)
  }

  private func group(_ width: Int) -> [Row] {
    field(strings.group, mirror.group ?? strings.aloneInGroup, .textDim, width)
  }

  private func address(_ width: Int) -> [Row] {
    field(strings.address, mirror.address, .textFaint, width)
  }

  private func field(_ label: String, _ value: String, _ style: StyleName, _ width: Int) -> [Row] {
    fields.field(label, value, style, width: width).map { Row(line: $0) }
  }
}
