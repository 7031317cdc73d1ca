public import Anime
public import Danmaku
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
  /// The modes that are shown.
  public private(set) var modes = Set(Comment.Mode.text)
  /// The part of the stage's rows that comments use, in percent.
  public private(set) var areaPercent: Int
  /// The selected comment's place in the list; nil while the list follows.
  private(set) var selection: Int?

  private let crossing: Int
  private var plan: StagePlan?

  /// A stage that stands at the start of `content`; a comment crosses it in `crossing` milliseconds.
  public init(_ content: StageContent, crossing: Int = 8000, areaPercent: Int = 100, showsList: Bool = false) {
    self.content = content
    self.crossing = crossing
    self.areaPercent = areaPercent
    self.showsList = showsList
    clock = StageClock(duration: content.duration)
  }

  /// The plan for `geometry`, made anew only where the stage or the rules are others.
  func plan(for geometry: StageGeometry) -> StagePlan {
    let rows = geometry.stage.rows
    var rules = LaneRules(
      columns: geometry.stage.columns, lanes: rows == 0 ? 0 : max(1, rows * areaPercent / 100))
    rules.crossing = crossing
    rules.modes = modes
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

  /// When something on the stage changes next: in a frame while comments move, in a second while none do, never
  /// while it is paused.
  public func nextChange(in area: Rect, after now: Instant) -> Instant? {
    guard clock.isPlaying(at: now) else { return nil }
    let time = clock.time(at: now)
    let layout = plan(for: geometry(in: area)).layout
    var moves = false
    layout.forEachVisible(at: time) { moves = moves || $0.mode == .scroll || $0.mode == .reverse }
    let frame = now + Instant.Span(milliseconds: 33)
    guard !moves else { return frame }
    let second = (time / 1000 + 1) * 1000
    let next = min(second, layout.nextStart(after: time) ?? second, clock.duration)
    return max(frame, now + Instant.Span(milliseconds: Int64((next - time) * 100 / clock.speed)))
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
    case .toggleMode(let mode): modes.formSymmetricDifference([mode])
    case .cycleArea: areaPercent = Self.areas.first { $0 < areaPercent } ?? Self.areas[0]
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
    let row = StageList(self, time: clock.time(at: now)).window(rows: list.rows).lowerBound + position.row - list.row
    guard content.listed.indices.contains(row) else { return false }
    selection = row
    return true
  }

  /// What `cycleArea` goes through.
  private static let areas = [100, 75, 50, 25]

  /// Lets the list go its own way, from the comment that appeared last.
  private mutating func select(_ movement: ListState.Movement, now: Instant) -> Bool {
    guard showsList, !content.listed.isEmpty else { return false }
    var state = ListState(selection: selection ?? max(0, content.listedCount(at: clock.time(at: now)) - 1))
    state.move(movement, count: content.listed.count, rows: Self.pageRows)
    selection = state.selection
    return true
  }

  /// How far a page goes: the list's height is known only where it is drawn, and this is near it.
  private static let pageRows = 20

  private mutating func open(now: Instant) -> Bool {
    guard let selection else { return false }
    clock.seek(to: content.file.comments.time(at: content.listed[selection]), at: now)
    self.selection = nil
    return true
  }
}
