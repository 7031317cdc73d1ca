import Anime
import Danmaku
import TUI

/// The danmaku stage as a screen among the others.
struct StageLayer: Screen {
  private(set) var stage: StageScreen

  /// The stage of `content`, playing.
  init(_ content: StageContent, _ world: Surroundings) {
    let configuration = world.configuration
    var settings = StageSettings()
    settings.offset = content.offset
    settings.rules = content.rules
    settings.rules.area = min(content.rules.area, configuration.danmakuArea)
    settings.followsSpeed = configuration.danmakuFollowsSpeed
    settings.script = configuration.danmakuScript
    stage = StageScreen(
      content, crossing: Int(configuration.danmakuDuration * 1000), settings: settings,
      showsList: configuration.danmakuList)
    stage.update(.playPause, now: world.now)
    refresh(world)
  }

  /// Goes on with `content` where it is of the same episode: its sources stand elsewhere now. False where it is not.
  mutating func takesOn(_ content: StageContent, _ world: Surroundings) -> Bool {
    guard let new = content.kept, let kept = stage.content.kept, new.episode.isSame(as: kept.episode) else {
      return false
    }
    stage.take(content)
    refresh(world)
    return true
  }

  var hints: [Action] { [.playPause, .seekForward, .nextPeak, .faster, .toggleComments, .close, .help] }

  func selectedShow(_ world: Surroundings) -> ShowID? { nil }

  mutating func refresh(_ world: Surroundings) {
    stage.prepare(
      for: world.layout.body, ambiguity: world.ambiguity, language: world.strings.language)
  }

  mutating func handle(_ action: Action, _ world: Surroundings) -> Bool {
    guard let wanted = stage.actionInPanel(for: action) ?? Self.action(for: action) else { return false }
    defer { refresh(world) }
    return stage.update(wanted, now: world.now)
  }

  mutating func select(at position: Position, _ world: Surroundings) -> Bool {
    stage.press(at: position, in: world.layout.body, now: world.now)
  }

  /// Whether keys go into the search of the list, or into what is to be blocked.
  var isTyping: Bool { stage.isTyping }

  /// Whether somebody is asked what to block.
  var isBlocking: Bool { stage.block != nil }

  /// Gives a key to what is typed into.
  mutating func type(_ key: Key, _ world: Surroundings) {
    stage.type(key, now: world.now)
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
      now: world.now)
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
