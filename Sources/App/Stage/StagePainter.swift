public import Anime
import Danmaku
public import TUI

extension StageScreen {
  /// Draws itself into `area`.
  public func draw(into frame: inout Frame, area: Rect, look: StageLook, strings: StageStrings, now: Instant) {
    let area = area.intersection(frame.area)
    let painter = StagePainter(screen: self, area: area, look: look, strings: strings, now: now)
    frame.stage = painter.geometry.stage
    let cursor = painter.draw(on: &frame.buffer)
    if let cursor { frame.cursor = cursor }
  }
}

/// Draws one moment of a stage.
struct StagePainter {
  let screen: StageScreen
  let look: StageLook
  let strings: StageStrings
  let geometry: StageGeometry
  let plan: StagePlan
  /// The media's time.
  let time: Int
  /// The comments' time: the media's without the offset.
  let commentTime: Int
  let isPlaying: Bool
  let pointsAtOffset: Bool

  init(screen: StageScreen, area: Rect, look: StageLook, strings: StageStrings, now: Instant) {
    self.screen = screen
    self.look = look
    self.strings = strings
    geometry = screen.geometry(in: area)
    plan = screen.plan(for: geometry)
    time = screen.clock.time(at: now)
    commentTime = screen.commentTime(at: now)
    pointsAtOffset = screen.pointsAtOffset(at: now)
    isPlaying = screen.clock.isPlaying(at: now)
  }

  /// Draws all of it and returns the cell of the cursor, where somebody types.
  func draw(on buffer: inout Buffer) -> Position? {
    if let row = geometry.title {
      buffer.fill(row, style: look.panelTitle)
      buffer.write(Line(screen.content.title, style: look.panelTitle), in: row.inset(horizontal: 1, vertical: 0))
    }
    buffer.fill(geometry.stage, style: look.stage)
    drawSky(on: &buffer)
    let count = drawPositioned(on: &buffer) + drawComments(on: &buffer)
    if count == 0 { drawStillness(on: &buffer) }
    drawTimeLine(on: &buffer)
    drawStatus(onScreen: count, on: &buffer)
    return geometry.side.flatMap { drawSide(in: $0, on: &buffer) }
  }

  /// Draws what stands beside the stage and returns the cell of the cursor, where somebody types.
  private func drawSide(in area: Rect, on buffer: inout Buffer) -> Position? {
    if let block = screen.block {
      return StageBlockPanel(block, screen, look, strings).draw(in: area, on: &buffer)
    }
    guard screen.selectedRule == nil else {
      StageRulesPanel(screen, plan, look, strings).draw(in: area, on: &buffer)
      return nil
    }
    let rows = StageList.rowArea(in: area, isSearching: screen.list.isSearching)
    let window = StageList.window(screen, time: commentTime, height: rows.rows)
    return StageList(screen, time: commentTime, look, strings)
      .draw(in: area, on: &buffer, plan: plan, window: window)
  }
}

// MARK: The stage

extension StagePainter {
  /// Draws the comments that are on the stage, and tells how many.
  private func drawComments(on buffer: inout Buffer) -> Int {
    let comments = screen.content.file.comments
    let stage = geometry.stage
    var count = 0
    plan.layout.forEachVisible(at: commentTime) { comment in
      count += 1
      let column = stage.column + plan.layout.column(of: comment, at: commentTime)
      let style = look.style(of: comments.color(at: comment.position))
      screen.content.texts.draw(
        comment.position, in: screen.settings.script, column: column, row: stage.row + comment.lane, style: style,
        clippedTo: stage, on: &buffer)
      drawMark(of: comment, column: column, style, on: &buffer)
    }
    return count
  }

  /// Draws ` ×3` behind a comment that counts its repeats.
  private func drawMark(of comment: PlacedComment, column: Int, _ style: Style, on buffer: inout Buffer) {
    let repeats = plan.count(at: comment.position)
    guard repeats > 1 else { return }
    var faint = style
    faint.attributes.insert(.dim)
    let width = screen.content.sizes.columns(at: comment.position)
    buffer.write(
      RepeatMark.text(repeats), column: column + width, row: geometry.stage.row + comment.lane, style: faint,
      in: geometry.stage)
  }

  /// Draws what stands where its author put it, below what flies, and tells how many.
  private func drawPositioned(on buffer: inout Buffer) -> Int {
    guard plan.shows(.positioned) else { return 0 }
    var count = 0
    screen.content.positioned.forEachVisible(at: commentTime) { entry in
      let opacity = entry.comment.opacity(at: commentTime - entry.start)
      guard opacity >= Self.leastOpacity, plan.reason(at: entry.position) == nil else { return }
      count += 1
      var style = look.style(of: screen.content.file.comments.color(at: entry.position))
      if opacity < Self.faintOpacity { style.attributes.insert(.dim) }
      let place = place(of: entry)
      screen.content.texts.draw(
        entry.position, in: screen.settings.script, column: place.column, row: place.row, style: style,
        clippedTo: geometry.stage, on: &buffer)
    }
    return count
  }

  /// Who is less opaque than this is not seen at all, and who is less opaque than that, faintly: cells know no more.
  private static let leastOpacity = 0.3
  private static let faintOpacity = 0.6

  /// The cell that is the nearest to where its author put it.
  private func place(of entry: PositionedComments.Entry) -> Position {
    let stage = geometry.stage
    let (x, y) = entry.comment.position(at: commentTime - entry.start)
    var column = x * Double(stage.columns)
    var row = y * Double(stage.rows)
    if entry.comment.anchor != .topLeft {
      let size = screen.content.texts.size(of: entry.position)
      column -= entry.comment.anchor.x * Double(size.columns)
      row -= entry.comment.anchor.y * Double(size.rows)
    }
    return Position(column: stage.column + Self.cell(column), row: stage.row + Self.cell(row))
  }

  /// A coordinate as a cell; what lies far outside lies a little less far outside.
  private static func cell(_ coordinate: Double) -> Int { Int(max(-10_000, min(coordinate, 10_000)).rounded()) }

  /// A few stars that stand still, fewer towards the ground: they cost no byte until a comment passes.
  private func drawSky(on buffer: inout Buffer) {
    guard !look.isLight else { return }
    let stage = geometry.stage
    var style = look.faint
    style.background = look.stage.background
    for row in 0..<stage.rows {
      var column = Self.noise(row, 0) % 50
      while column < stage.columns {
        let star = Self.noise(row, column) % 9 == 0 ? "*" : "."
        buffer.write(star, column: stage.column + column, row: stage.row + row, style: style, in: stage)
        column += 20 + row + Self.noise(column, row) % 50
      }
    }
  }

  /// A number that looks random and is always the same.
  private static func noise(_ one: Int, _ other: Int) -> Int {
    var mixed = UInt64(truncatingIfNeeded: one &* 8191 &+ other &+ 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (mixed ^ (mixed >> 31)) >> 33)
  }

  /// Says why nothing flies.
  private func drawStillness(on buffer: inout Buffer) {
    let stage = geometry.stage
    let text: String
    if screen.content.file.comments.isEmpty {
      text = strings.nothing
    } else if screen.content.listed.isEmpty {
      text = strings.nothingAsText
    } else if let next = plan.nextStart(after: commentTime), next - commentTime > 5000 {
      text = strings.next(StageStrings.time(next + screen.settings.offset))
    } else {
      return
    }
    var style = look.faint
    style.background = look.stage.background
    let row = stage.split(top: stage.rows / 2).rest.split(top: 1).top
    buffer.write(Line(" \(text) ", style: style), in: row, alignment: .center)
  }
}

// MARK: The time line

extension StagePainter {
  /// The time that a press at `position` means; nil beside the line and the density.
  static func time(at position: Position, _ geometry: StageGeometry, duration: Int) -> Int? {
    let width = StageStrings.time(duration).count
    let rows = [geometry.times, geometry.density].compactMap { $0 }
    guard let bar = rows.map({ StageGeometry.bar(in: $0, width: width) }).first(where: { $0.contains(position) })
    else { return nil }
    return (position.column - bar.column) * duration / max(1, bar.columns - 1)
  }

  private func drawTimeLine(on buffer: inout Buffer) {
    guard let row = geometry.times else { return }
    let duration = screen.clock.duration
    let end = StageStrings.time(duration)
    let bar = StageGeometry.bar(in: row, width: end.count)
    let head = max(0, bar.columns - 1) * time / max(1, duration)
    buffer.fill(row, style: look.density)
    let now = StageStrings.time(time).padded(to: end.count, alignment: .right)
    buffer.write(now, column: row.column + 1, row: row.row, style: look.time, in: row)
    buffer.write(end, column: row.endColumn - 1 - end.count, row: row.row, style: look.density, in: row)
    drawLine(in: bar, head: head, on: &buffer)
    if let density = geometry.density {
      buffer.fill(density, style: look.density)
      drawDensity(in: StageGeometry.bar(in: density, width: end.count), head: head, on: &buffer)
    }
  }

  private func drawLine(in bar: Rect, head: Int, on buffer: inout Buffer) {
    guard bar.columns > 0 else { return }
    let marks = buffer.ambiguity == .narrow ? ["━", "●", "─", "╋", "┼"] : ["=", "O", "-", "#", "+"]
    let line = String(repeating: marks[0], count: head) + marks[1]
    buffer.write(line, column: bar.column, row: bar.row, style: look.progress, in: bar)
    let rest = String(repeating: marks[2], count: bar.columns - head - 1)
    buffer.write(rest, column: bar.column + head + 1, row: bar.row, style: look.faint, in: bar)
    for column in peakColumns(in: bar) where column != head {
      let mark = column < head ? marks[3] : marks[4]
      buffer.write(mark, column: bar.column + column, row: bar.row, style: peakStyle, in: bar)
    }
  }

  /// The density above the line: what was played in the colour of the line.
  private func drawDensity(in bar: Rect, head: Int, on buffer: inout Buffer) {
    guard bar.columns > 0 else { return }
    Sparkline(movedDensity, style: look.density, maximum: 1).draw(in: bar, on: &buffer)
    let played = look.progress
    buffer.restyle(bar.split(left: head + 1).left) { _ in played }
    let peak = peakStyle
    for column in peakColumns(in: bar) {
      buffer.restyle(Rect(column: bar.column + column, row: bar.row, columns: 1, rows: 1)) { _ in peak }
    }
  }
}

extension StagePainter {
  /// The columns of `bar` at which the stage is fullest, counted from its first one, where the offset moves them.
  private func peakColumns(in bar: Rect) -> [Int] {
    let duration = max(1, screen.clock.duration)
    return plan.heat.peaks.map { $0.time + screen.settings.offset }
      .filter { (0...duration).contains($0) }
      .map { max(0, bar.columns - 1) * $0 / duration }
  }

  /// A peak on the ground of the time line.
  private var peakStyle: Style {
    var style = look.peak
    style.background = look.density.background
    return style
  }

  /// The density as the offset moves it: nothing is computed anew for a comparison of a few seconds.
  private var movedDensity: [Double] {
    let heights = plan.density
    let shift = screen.settings.offset * heights.count / max(1, screen.clock.duration)
    guard shift != 0 else { return heights }
    return heights.indices.map { heights.indices.contains($0 - shift) ? heights[$0 - shift] : 0 }
  }
}

// MARK: The words below

extension StagePainter {
  private func drawStatus(onScreen count: Int, on buffer: inout Buffer) {
    guard let row = geometry.status else { return }
    buffer.fill(row, style: look.density)
    let separator = buffer.ambiguity == .narrow ? " · " : " - "
    var line = Line(" \(state(buffer.ambiguity)) ", style: look.time)
    if pointsAtOffset || screen.settings.offset != 0 {
      let style = pointsAtOffset ? look.progress : look.density
      line.append(strings.offset(StageStrings.offset(screen.settings.offset)) + separator, style: style)
    }
    line.append(([strings.onScreen(count)] + remarks).joined(separator: separator), style: look.density)
    buffer.write(line, in: row)
  }

  /// `▶ 1.0×`, `paused`, `at the end`.
  private func state(_ ambiguity: TextWidth.Ambiguity) -> String {
    let hundredths = Strings.padded(screen.clock.speed % 100)
    let digits = hundredths.hasSuffix("0") ? String(hundredths.prefix(1)) : hundredths
    let speed = "\(screen.clock.speed / 100).\(digits)" + (ambiguity == .narrow ? "×" : "x")
    if isPlaying { return (ambiguity == .narrow ? "▶ " : "> ") + speed + " " }
    return (time == screen.clock.duration ? strings.ended : strings.paused) + " " + speed + " "
  }

  /// What is switched off, and what is missing on the stage and why.
  private var remarks: [String] {
    let unsupported = screen.content.unsupported
    let settings = screen.settings
    let off = StageSettings.switchable.filter { settings.rules.modes.contains($0) }
    var remarks: [String] = []
    if settings.script != .asIs { remarks.append(strings.script(settings.script)) }
    if !settings.followsSpeed { remarks.append(strings.ownSpeed) }
    if !off.isEmpty { remarks.append(strings.off(off.map(strings.mode).joined(separator: strings.separator))) }
    if settings.rules.area < 100 { remarks.append(strings.area(settings.rules.area)) }
    if !unsupported.isEmpty {
      remarks.append(strings.notShown(unsupported.values.reduce(0, +), modes(of: unsupported)))
    }
    if let full = plan.hidden[.lanesFull] { remarks.append(strings.noRoom(full)) }
    let ruled = plan.hidden.filter { $0.key != .lanesFull && $0.key != .mode }.values.reduce(0, +)
    if ruled > 0 { remarks.append(strings.byRules(ruled)) }
    let skipped = screen.content.file.skippedCount
    if skipped > 0 { remarks.append(strings.unreadable(skipped)) }
    return remarks
  }

  /// `positioned 1563, scripted 82`; without the number where it is the only one.
  private func modes(of counts: [Comment.Mode: Int]) -> String {
    let modes = Comment.Mode.allCases.filter { counts[$0] != nil }
    guard modes.count > 1 else { return modes.map(strings.mode).joined() }
    return modes.map { "\(strings.mode($0)) \(counts[$0] ?? 0)" }.joined(separator: strings.separator)
  }
}
