import Anime
import TUI

/// What the capsule keeps, and how well, as rows: with air between them where there is room for it.
struct CapsuleSheet {
  private let overview: CapsuleOverview
  private let isVerifying: Bool
  private let world: Surroundings
  private let fields: Fields

  private var strings: Strings { world.strings }
  private var theme: Theme { world.theme }
  private static let gaugeWidth = 12

  /// A row; a gauge covers the blanks behind its label.
  private struct Row {
    var line: Line
    var gauge: Gauge?
  }

  init(_ overview: CapsuleOverview, isVerifying: Bool, _ world: Surroundings) {
    self.overview = overview
    self.isVerifying = isVerifying
    self.world = world
    let strings = world.strings
    fields = Fields(
      labels: [
        strings.size, strings.room, strings.reserve, strings.operations, strings.checked, strings.quarantine,
        strings.pins, strings.setAsideLabel,
      ], world)
  }

  /// Draws what fits, the most useful first.
  func draw(in area: Rect, on buffer: inout Buffer) {
    let roomy = roomyRows(width: area.columns)
    let rows = roomy.count <= area.rows ? roomy : denseRows(width: area.columns)
    for (index, row) in rows.prefix(area.rows).enumerated() {
      let place = Rect(column: area.column, row: area.row + index, columns: area.columns, rows: 1)
      buffer.write(row.line, in: place)
      row.gauge?.draw(in: place.split(left: fields.labelWidth).rest.split(left: Self.gaugeWidth).left, on: &buffer)
    }
  }

  private func roomyRows(width: Int) -> [Row] {
    let groups = [
      coverage(width) + gone(width), setAside(width), size + room + reserve(width) + operations + quarantine,
      checked(width), pins(width, limit: 12), field(strings.folder, overview.folder, .textFaint, width),
    ]
    return Array(groups.filter { !$0.isEmpty }.joined(separator: [Row(line: Line())]))
  }

  private func denseRows(width: Int) -> [Row] {
    coverage(width) + denseSetAside(width) + size + room + checked(width) + operations
      + pins(width, limit: 2) + gone(width) + quarantine + reserve(width)
  }

  // MARK: What would stay

  private func coverage(_ width: Int) -> [Row] {
    wrapped(strings.coverage(overview.coverage), .textStrong, width)
  }

  private func gone(_ width: Int) -> [Row] {
    let gone = overview.coverage.gone
    return gone > 0 ? wrapped(strings.keptThoughGone(gone), .textDim, width) : []
  }

  /// What was set aside; of each answer its age, and of the first how to accept it, below it.
  private func setAside(_ width: Int) -> [Row] {
    overview.setAside.enumerated().flatMap { index, answer in
      let hint = index == 0 ? world.keymap.key(for: .accept, in: .capsule).map(strings.acceptHint) : nil
      let below = [age(of: answer), hint].compactMap { $0 }.joined(separator: world.marks.separator)
      return field(
        index == 0 ? strings.setAsideLabel : "", strings.lacks(answer.provider, answer.missing), .new, width)
        + field("", below, .textDim, width)
    }
  }

  /// What was set aside, one row for each answer.
  private func denseSetAside(_ width: Int) -> [Row] {
    overview.setAside.enumerated().map { index, answer in
      let text = strings.lacks(answer.provider, answer.missing) + world.marks.separator + age(of: answer)
      return row(index == 0 ? strings.setAsideLabel : "", text, .new, width)
    }
  }

  private func age(of answer: CapsuleOverview.SetAside) -> String {
    world.ago(answer.fetched)
  }

  private func pins(_ width: Int, limit: Int) -> [Row] {
    guard !overview.pins.isEmpty else {
      guard let key = world.keymap.key(for: .pin, in: .catalogue) else { return [] }
      return field(strings.pins, strings.noPins(key), .textFaint, width)
    }
    let shown = overview.pins.prefix(limit).enumerated().map { index, show in
      let text = "\(world.marks.pinned) \(world.title(of: show))"
      return row(index == 0 ? strings.pins : "", text, .text, width)
    }
    let others = overview.pins.count - shown.count
    return shown + (others > 0 ? [row("", strings.more(others), .textFaint, width)] : [])
  }

  // MARK: How much there is

  private var size: [Row] {
    [row(strings.size, strings.bytesInObjects(bytes(overview.objectBytes), overview.objectCount), .text)]
  }

  private var operations: [Row] {
    [row(strings.operations, strings.operationsFrom(overview.operationCount, overview.deviceCount), .text)]
  }

  private var quarantine: [Row] {
    overview.quarantineBytes == 0 ? [] : [row(strings.quarantine, bytes(overview.quarantineBytes), .changeRemoved)]
  }

  /// Whether new content has stopped, so that what the user writes still fits.
  private var hasStopped: Bool { overview.room.map { $0 < overview.reserve } ?? false }

  /// How much of what the capsule may take is left.
  private var room: [Row] {
    guard let free = overview.room else { return [row(strings.room, strings.roomUnknown, .textFaint)] }
    let left = Double(max(0, free - overview.reserve))
    let used = Double(overview.objectBytes)
    let fraction = used + left > 0 ? left / (used + left) : 0
    let blank = String(repeating: " ", count: Self.gaugeWidth + 1)
    let style: StyleName = hasStopped ? .changeRemoved : .gauge
    return [
      Row(
        line: row(strings.room, blank, .text).line
          + Line(strings.free(bytes(Int(free))), style: theme[hasStopped ? .changeRemoved : .text]),
        gauge: Gauge(hasStopped ? 0 : fraction, style: theme[style], rest: theme[.gaugeRest]))
    ]
  }

  private func reserve(_ width: Int) -> [Row] {
    let amount = bytes(Int(overview.reserve))
    return hasStopped
      ? field(strings.reserve, strings.hasStopped(amount), .changeRemoved, width)
      : field(strings.reserve, strings.stopsBelow(amount), .textDim, width)
  }

  private func checked(_ width: Int) -> [Row] {
    if isVerifying { return [row(strings.checked, strings.verifying, .text)] }
    guard let verified = overview.verified else {
      let key = world.keymap.key(for: .verify, in: .capsule) ?? ":verify"
      return field(strings.checked, strings.neverVerified(key), .textFaint, width)
    }
    let text = strings.verification(world.ago(verified.at), verified.isWhole, verified.damaged)
    return field(strings.checked, text, verified.damaged == 0 ? .changeAdded : .changeRemoved, width)
  }

  private func bytes(_ count: Int) -> String { Strings.bytes(count) }

  // MARK: Rows

  private func row(_ label: String, _ value: String, _ style: StyleName, _ width: Int = .max) -> Row {
    Row(line: fields.row(label, value, style, width: width))
  }

  private func field(_ label: String, _ value: String, _ style: StyleName, _ width: Int) -> [Row] {
    fields.field(label, value, style, width: width).map { Row(line: $0) }
  }

  private func wrapped(_ text: String, _ style: StyleName, _ width: Int) -> [Row] {
    fields.remark(text, style, width: width).map { Row(line: $0) }
  }
}
