public import Anime
import Danmaku
public import TUI

/// Comments flying over a stage, in the media's time.
///
/// Everything on it follows from the comments, the time and what is switched on: there is no motion to keep.
public struct StageScreen: Sendable {
  /// What it shows.
  public private(set) var content: StageContent
  /// The media's time.
  public internal(set) var clock: StageClock
  /// Whether the list of comments stands beside the stage, where there is room.
  public internal(set) var showsList: Bool
  /// Whether the density stands above the time line, where there is room.
  public internal(set) var showsDensity = true
  /// What the viewer switched.
  public internal(set) var settings: StageSettings
  /// When the offset was changed last, which is shown for a while.
  var offsetChanged: Instant?
  /// The selected row of the panel of rules, which stands where the list does; nil while it is closed.
  var selectedRule: Int?
  /// What somebody is about to block, in a panel where the list stands; nil while it is closed.
  var block: StageBlock?
  /// What was blocked here, the last one last.
  var blocked: [BlockRule] = []
  /// What was done to what is blocked and nobody has kept yet.
  var unkept: [BlockChange] = []
  /// What the list shows.
  var list: StageListState
  /// The film behind the comments; nil where they fly alone.
  var theatre: Theatre?

  /// For how many milliseconds a comment crosses the stage.
  let crossing: Int
  private var plan: StagePlan?
  private var words: StageWords?

  /// A stage that stands at the start of `content`; a comment crosses it in `crossing` milliseconds.
  public init(
    _ content: StageContent, crossing: Int = 8000, settings: StageSettings = StageSettings(), showsList: Bool = false
  ) {
    self.content = content
    self.crossing = crossing
    self.settings = settings
    self.showsList = showsList
    list = StageListState(content)
    clock = StageClock(duration: content.duration)
  }

  /// The plan for `geometry`, made anew only where the stage or the rules are others.
  func plan(for geometry: StageGeometry) -> StagePlan {
    let lanes = settings.laneRules(
      columns: geometry.stage.columns, rows: geometry.stage.rows, crossing: crossing, speed: clock.speed)
    let columns = geometry.density?.columns ?? 0
    if let plan, plan.fits(settings.rules, lanes: lanes, densityColumns: columns) { return plan }
    return StagePlan(content, rules: settings.rules, lanes: lanes, densityColumns: columns, reusing: plan)
  }

  /// Goes on with `content` from where it is, by the rules that the viewer has set.
  mutating func take(_ content: StageContent) {
    self.content = content
    settings.offset = content.offset
    clock.duration = content.duration
    list = StageListState(content)
    block = nil
    (plan, words) = (nil, nil)
  }

  /// Takes the length that the film turned out to have, in milliseconds.
  mutating func last(_ duration: Int) {
    content.duration = duration
    clock.duration = duration
    plan = nil
  }

  /// The words for `plan`, put together anew only where something they tell of is other.
  func words(_ plan: StagePlan, _ strings: StageStrings, _ ambiguity: TextWidth.Ambiguity) -> StageWords {
    let key = StageWords.Key(
      settings: settings, hidden: plan.hidden, ambiguity: ambiguity, language: strings.language)
    if let words, words.fits(key) { return words }
    return StageWords(content, key)
  }

  /// Computes what `draw` will need in `area`: worth calling where the size has changed, and harmless everywhere.
  ///
  /// Where the terminal draws ambiguous characters in another width than was thought, everything is measured anew.
  public mutating func prepare(
    for area: Rect, ambiguity: TextWidth.Ambiguity = .narrow, language: InterfaceLanguage = .english
  ) {
    prepare(for: area, ambiguity: ambiguity, language: language, pixels: TerminalPixels())
  }

  /// The same for a terminal that may show a film in pixels.
  mutating func prepare(
    for area: Rect, ambiguity: TextWidth.Ambiguity, language: InterfaceLanguage, pixels: TerminalPixels
  ) {
    if content.ambiguity != ambiguity {
      content = content.measured(ambiguity)
      plan = nil
    }
    let geometry = geometry(in: area)
    let plan = plan(for: geometry)
    self.plan = plan
    theatre?.fit(in: geometry.stage, pixels: pixels)
    words = words(plan, .of(language), ambiguity)
  }

  func geometry(in area: Rect) -> StageGeometry {
    StageGeometry(
      area, showsSide: showsList || selectedRule != nil || block != nil, showsDensity: showsDensity,
      coversStage: block != nil)
  }

  /// What the rules say of each comment, whatever the size of the stage; nil before the first `prepare`.
  var ruling: Ruling? { plan?.ruling }

  /// How full the stage is from second to second; nil before the first `prepare`.
  var heat: Heat? { plan?.heat }

  /// Whether the panel of rules is open.
  var showsRules: Bool { selectedRule != nil }

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
    if let theatre, theatre.isPaced(at: now) { return now + Instant.Span(milliseconds: 250) }
    let frame = now + Instant.Span(milliseconds: 33)
    let time = clock.time(at: now)
    let plan = plan(for: geometry(in: area))
    let motion = plan.motion(at: time - settings.offset)
    guard !motion.moves else { return frame }
    let events = [motion.nextEnd, plan.nextStart(after: time - settings.offset)].compactMap { $0 }
    let second = (time / 1000 + 1) * 1000
    let next = events.reduce(min(second, clock.duration)) { min($0, $1 + settings.offset) }
    let change = max(frame, now + Instant.Span(milliseconds: Int64((next - time) * 100 / clock.speed)))
    return pointed.map { min($0, change) } ?? change
  }
}
