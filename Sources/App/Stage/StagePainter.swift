public import Anime
import Danmaku
public import TUI

extension StageScreen {
  /// Draws itself into `area`.
  ///
  /// A film is drawn in pixels where the terminal has them and `showsPixels`, else in cells.
  public func draw(
    into frame: inout Frame, area: Rect, look: StageLook, strings: StageStrings, now: Instant, showsPixels: Bool = true
  ) {
    let area = area.intersection(frame.area)
    let painter = StagePainter(
      screen: self, area: area, look: look, strings: strings, now: now, showsPixels: showsPixels)
    frame.stage = painter.geometry.stage
    frame.picture = painter.pixelPicture
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
  let showsPixels: Bool

  init(
    screen: StageScreen, area: Rect, look: StageLook, strings: StageStrings, now: Instant, showsPixels: Bool = true
  ) {
    self.screen = screen
    self.showsPixels = showsPixels
    self.look = screen.theatre == nil ? look : look.dark
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
      var writer = RowWriter(row.inset(horizontal: 1, vertical: 0))
      writer.write(screen.content.title, style: look.panelTitle, on: &buffer)
    }
    buffer.fill(geometry.stage, style: look.stage)
    if screen.theatre == nil { drawSky(on: &buffer) }
    let count = screen.settings.showsComments ? drawPositioned(on: &buffer) + drawComments(on: &buffer) : 0
    if screen.theatre != nil { drawFilmState(on: &buffer) } else if count == 0 { drawStillness(on: &buffer) }
    drawFilm(on: &buffer)
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
    // Above a film it would not be read.
    if screen.theatre == nil { faint.attributes.insert(.dim) }
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
    var style = look.panel
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
      text = strings.next(MediaTime.text(next + screen.settings.offset))
    } else {
      return
    }
    var style = look.faint
    style.background = look.stage.background
    let row = stage.split(top: stage.rows / 2).rest.split(top: 1).top
    buffer.write(Line(" \(text) ", style: style), in: row, alignment: .center)
  }
}
