import Anime
import Danmaku
import Picture
import Playback
import TUI

/// The danmaku stage as a screen among the others.
struct StageLayer: Screen {
  private(set) var stage: StageScreen

  /// The stage of `content`, playing.
  init(_ content: StageContent, _ world: Surroundings) {
    stage = StageScreen(
      content, crossing: Self.crossing(world), settings: Self.settings(content, world),
      showsList: world.configuration.danmakuList)
    stage.update(.playPause, now: world.now)
    refresh(world)
  }

  /// The theatre of `content`, which plays as soon as its player says so.
  init(_ content: TheatreContent, _ world: Surroundings) {
    stage = StageScreen(
      content, crossing: Self.crossing(world), settings: Self.settings(content.stage, world),
      showsList: world.configuration.danmakuList, depth: world.stageDepth)
    refresh(world)
  }

  private static func crossing(_ world: Surroundings) -> Int { Int(world.configuration.danmakuDuration * 1000) }

  private static func settings(_ content: StageContent, _ world: Surroundings) -> StageSettings {
    var settings = StageSettings()
    settings.offset = content.offset
    settings.rules = content.rules
    settings.rules.area = min(content.rules.area, world.configuration.danmakuArea)
    settings.followsSpeed = world.configuration.danmakuFollowsSpeed
    settings.script = world.configuration.danmakuScript
    settings.opacity = world.configuration.danmakuOpacity
    return settings
  }

  /// Whether a film plays behind the comments.
  var isTheatre: Bool { stage.theatre != nil }

  /// Goes on with `content` where it is of the same episode: its sources stand elsewhere now. False where it is not.
  mutating func takesOn(_ content: StageContent, _ world: Surroundings) -> Bool {
    guard let new = content.kept, let kept = stage.content.kept, new.episode.isSame(as: kept.episode) else {
      return false
    }
    stage.take(content)
    refresh(world)
    return true
  }

  var hints: [Action] {
    isTheatre
      ? [.playPause, .seekForward, .louder, .toggleDanmaku, .changeMosaic, .close, .help]
      : [.playPause, .seekForward, .nextPeak, .faster, .toggleComments, .close, .help]
  }

  func selectedShow(_ world: Surroundings) -> ShowID? { nil }

  mutating func refresh(_ world: Surroundings) {
    stage.prepare(
      for: world.layout.body, ambiguity: world.ambiguity, language: world.strings.language, pixels: world.pixels)
  }

  mutating func handle(_ action: Action, _ world: Surroundings) -> Bool {
    guard let wanted = stage.actionInPanel(for: action) ?? Self.action(for: action) else { return false }
    defer { refresh(world) }
    return stage.leading(at: world.now) { $0.update(wanted, now: world.now) }
  }

  /// Takes in what the film's player tells.
  mutating func take(_ event: PlayerEvent, _ world: Surroundings) {
    stage.take(event, now: world.now)
    if case .loaded = event { refresh(world) }
  }

  /// Takes in comments that came while the film plays already.
  mutating func takeComments(_ content: StageContent, _ world: Surroundings) {
    stage.takeComments(content)
    refresh(world)
  }

  /// Takes in a picture of the film.
  mutating func take(_ frame: PixelFrame, _ world: Surroundings) { stage.take(frame, now: world.now) }

  /// Takes what the film's player is to be asked.
  mutating func takeCommands() -> [PlayerCommand] { stage.theatre?.takeCommands() ?? [] }

  /// What happened with the film and can be taken back, the last at the end.
  var steps: [TheatreStep] { stage.theatre?.steps ?? [] }

  /// Remembers what can be taken back.
  mutating func note(_ step: TheatreStep) { stage.theatre?.steps.append(step) }

  /// Forgets what can no longer be.
  mutating func forget(_ step: TheatreStep) { stage.theatre?.steps.removeAll { $0 == step } }

  /// What is to be taken back now; nil where there is nothing.
  mutating func takeLastStep() -> TheatreStep? { stage.theatre?.steps.popLast() }

  /// Goes to this moment of the film, in milliseconds.
  mutating func seek(to time: Int, _ world: Surroundings) {
    stage.leading(at: world.now) { _ = $0.update(.seekTo(time), now: world.now) }
  }

  /// Takes what is wanted of the film's picture.
  mutating func takeScreenshotWish() -> ScreenshotWish? { stage.theatre?.takeScreenshotWish() }

  mutating func select(at position: Position, _ world: Surroundings) -> Bool {
    stage.leading(at: world.now) { $0.press(at: position, in: world.layout.body, now: world.now) }
  }

  /// Whether keys go into the search of the list, or into what is to be blocked.
  var isTyping: Bool { stage.isTyping }

  /// Whether the panel of rules is open.
  var showsRules: Bool { stage.showsRules }

  /// Whether somebody is asked what to block.
  var isBlocking: Bool { stage.block != nil }

  /// Gives a key to what is typed into.
  mutating func type(_ key: Key, _ world: Surroundings) {
    stage.leading(at: world.now) { _ = $0.type(key, now: world.now) }
    refresh(world)
  }

  /// Types pasted text.
  mutating func paste(_ text: String) { stage.paste(text) }

  /// Hands over what was blocked here, or no longer is, where that is to be kept: the changes and the set of rules.
  mutating func takeBlocks() -> (changes: [BlockChange], ruleSet: String)? {
    let changes = stage.takeUnkept()
    guard let ruleSet = stage.content.ruleSet, !changes.isEmpty else { return nil }
    return (changes, ruleSet)
  }

  func draw(on frame: inout Frame, _ world: Surroundings) {
    stage.draw(
      into: &frame, area: world.layout.body, look: StageLook(world.theme), strings: .of(world.strings.language),
      now: world.now, showsPixels: world.showsPixels)
  }

  /// When it next looks otherwise; nil while it stands still.
  func nextChange(_ world: Surroundings) -> Instant? {
    stage.nextChange(in: world.layout.body, after: world.now)
  }

  private static func action(for action: Action) -> StageAction? {
    if let movement = action.movement { return .select(movement) }
    return switch action {
    case .playPause: .playPause
    case .seekBackward: .seek(seconds: -5)
    case .seekForward: .seek(seconds: 5)
    case .seekFarBackward: .seek(seconds: -60)
    case .seekFarForward: .seek(seconds: 60)
    case .previousPeak: .previousPeak
    case .nextPeak: .nextPeak
    case .restart: .restart
    case .seekEnd: .end
    case .slower: .slower
    case .faster: .faster
    case .toggleSpeedSync: .toggleSpeedSync
    case .changeScript: .cycleScript
    case .offsetSlightlyEarlier: .delay(milliseconds: -100)
    case .offsetSlightlyLater: .delay(milliseconds: 100)
    case .offsetEarlier: .delay(milliseconds: -1000)
    case .offsetLater: .delay(milliseconds: 1000)
    case .offsetFarEarlier: .delay(milliseconds: -10_000)
    case .offsetFarLater: .delay(milliseconds: 10_000)
    case .resetOffset: .resetOffset
    case .toggleDanmaku: .toggleDanmaku
    case .changeOpacity: .cycleOpacity
    case .takeScreenshot: .takeScreenshot
    case .quieter: .volume(by: -5)
    case .louder: .volume(by: 5)
    case .toggleMute: .toggleMute
    case .nextAudio: .nextTrack(.audio)
    case .nextSubtitles: .nextTrack(.subtitles)
    case .previousChapter: .chapter(by: -1)
    case .nextChapter: .chapter(by: 1)
    case .changeMosaic: .changeMosaic
    case .togglePicture: .togglePicture
    case .toggleComments: .toggleList
    case .toggleDensity: .toggleDensity
    case .changeArea: .cycleArea
    case .toggleRepeats: .toggleRepeats
    case .toggleRules: .toggleRules
    case .blockComment: .beginBlocking
    case .undo: .undoBlock
    case .toggleScrolling: .toggleMode(.scroll)
    case .toggleTop: .toggleMode(.top)
    case .toggleBottom: .toggleMode(.bottom)
    case .toggleReverse: .toggleMode(.reverse)
    case .togglePositioned: .toggleMode(.positioned)
    case .open: .open
    case .goToMention: .goToMention
    case .search: .search
    case .back, .followPlayback: .follow
    default: nil
    }
  }
}

extension StageScreen {
  /// What an action means while the panel of rules is open: left and right change values there.
  fileprivate func actionInPanel(for action: Action) -> StageAction? {
    guard showsRules else { return nil }
    return switch action {
    case .seekForward: .changeRule(step: 1)
    case .seekBackward: .changeRule(step: -1)
    default: nil
    }
  }
}
