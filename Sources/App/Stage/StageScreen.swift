public import Anime
import Danmaku
public import TUI

/// Comments flying over a stage, in the media's time.
///
/// Everything on it follows from the comments, the time and what is switched on: there is no motion to keep.
public struct StageScreen: Sendable {
  /// What it shows.
  public let content: StageContent
  /// The media's time.
  public private(set) var clock: StageClock
  /// Whether the list of comments stands beside the stage, where there is room.
  public private(set) var showsList: Bool
  /// Whether the density stands above the time line, where there is room.
  public private(set) var showsDensity = true
  /// What the viewer switched.
  public private(set) var settings: StageSettings
  /// When the offset was changed last, which is shown for a while.
  private var offsetChanged: Instant?
  /// The selected comment's place in the list; nil while the list follows.
  private(set) var selection: Int?

  private let crossing: Int
  private var plan: StagePlan?

  /// A stage that stands at the start of `content`; a comment crosses it in `crossing` milliseconds.
  public init(
    _ content: StageContent, crossing: Int = 8000, settings: StageSettings = StageSettings(), showsList: Bool = false
  ) {
    self.content = content
    self.crossing = crossing
    self.settings = settings
    self.showsList = showsList
    clock = StageClock(duration: content.duration)
  }

  /// The plan for `geometry`, made anew only where the stage or the rules are others.
  func plan(for geometry: StageGeometry) -> StagePlan {
    let rules = settings.laneRules(
      columns: geometry.stage.columns, rows: geometry.stage.rows, crossing: crossing, speed: clock.speed)
    let columns = geometry.density?.columns ?? 0
    if let plan, plan.layout.rules == rules, plan.densityColumns == columns { return plan }
    return StagePlan(content, rules: rules, densityColumns: columns, reusing: plan)
  }

  /// Computes what `draw` will need in `area`: worth calling where the size has changed, and harmless everywhere.
  public mutating func prepare(for area: Rect) {
    plan = plan(for: geometry(in: area))
  }

  func geometry(in area: Rect) -> StageGeometry {
    StageGeometry(area, showsList: showsList, showsDensity: showsDensity)
  }

  /// The time of the comments at `now`: the media's, without the offset.
  func commentTime(at now: Instant) -> Int { clock.time(at: now) - settings.offset }

  /// Whether the offset was changed so lately that it is still pointed at.
  func pointsAtOffset(at now: Instant) -> Bool { offsetChanged.map { now < $0 + Self.attention } ?? false }

  /// For how long a changed offset is pointed at.
  private static let attention = Instant.Span.seconds(3)

  /// When something on the stage changes next: in a frame while comments move, in a second while none do, never
  /// while it is paused.
  public func nextChange(in area: Rect, after now: Instant) -> Instant? {
    let pointed = pointsAtOffset(at: now) ? offsetChanged.map { $0 + Self.attention } : nil
    guard clock.isPlaying(at: now) else { return pointed }
    let time = clock.time(at: now)
    let layout = plan(for: geometry(in: area)).layout
    var moves = false
    layout.forEachVisible(at: time - settings.offset) { moves = moves || $0.mode == .scroll || $0.mode == .reverse }
    let frame = now + Instant.Span(milliseconds: 33)
    guard !moves else { return frame }
    let second = (time / 1000 + 1) * 1000
    let start = layout.nextStart(after: time - settings.offset).map { $0 + settings.offset }
    let next = min(second, start ?? second, clock.duration)
    let change = max(frame, now + Instant.Span(milliseconds: Int64((next - time) * 100 / clock.speed)))
    return pointed.map { min($0, change) } ?? change
  }
}

extension StageScreen {
  /// Does what `action` asks for; false where that means nothing.
  @discardableResult
  public mutating func update(_ action: StageAction, now: Instant) -> Bool {
    switch action {
    case .playPause:
      if clock.isPlaying(at: now) { clock.pause(at: now) } else { clock.play(at: now) }
    case .seek(let seconds): clock.seek(to: clock.time(at: now) + seconds * 1000, at: now)
    case .seekTo(let time): clock.seek(to: time, at: now)
    case .restart: clock.seek(to: 0, at: now)
    case .end: clock.seek(to: clock.duration, at: now)
    case .slower: clock.changeSpeed(faster: false, at: now)
    case .faster: clock.changeSpeed(faster: true, at: now)
    case .toggleList: showsList.toggle()
    case .toggleDensity: showsDensity.toggle()
    case .toggleMode(let mode): settings.modes.formSymmetricDifference([mode])
    case .cycleArea: settings.cycleArea()
    case .toggleSpeedSync: settings.followsSpeed.toggle()
    case .delay(let milliseconds):
      settings.delay(by: milliseconds)
      offsetChanged = now
    case .resetOffset:
      settings.offset = 0
      offsetChanged = now
    case .select(let movement): return select(movement, now: now)
    case .open: return open(now: now)
    case .follow:
      defer { selection = nil }
      return selection != nil
    }
    return true
  }

  /// Does what a press at `position` asks for; false where there is nothing to press.
  public mutating func press(at position: Position, in area: Rect, now: Instant) -> Bool {
    let geometry = geometry(in: area)
    if let time = StagePainter.time(at: position, geometry, duration: clock.duration) {
      clock.seek(to: time, at: now)
      return true
    }
    guard let list = geometry.list?.inset(horizontal: 1, vertical: 1), list.contains(position) else { return false }
    let row = StageList(self, time: commentTime(at: now)).window(rows: list.rows).lowerBound + position.row - list.row
    guard content.listed.indices.contains(row) else { return false }
    selection = row
    return true
  }

  /// Lets the list go its own way, from the comment that appeared last.
  private mutating func select(_ movement: ListState.Movement, now: Instant) -> Bool {
    guard showsList, !content.listed.isEmpty else { return false }
    var state = ListState(selection: selection ?? max(0, content.listedCount(at: commentTime(at: now)) - 1))
    state.move(movement, count: content.listed.count, rows: Self.pageRows)
    selection = state.selection
    return true
  }

  /// How far a page goes: the list's height is known only where it is drawn, and this is near it.
  private static let pageRows = 20

  private mutating func open(now: Instant) -> Bool {
    guard let selection else { return false }
    clock.seek(to: content.file.comments.time(at: content.listed[selection]) + settings.offset, at: now)
    self.selection = nil
    return true
  }
}
