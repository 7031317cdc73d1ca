public import Anime
import Danmaku
public import TUI

extension StageScreen {
  /// Does what `action` asks for; false where that means nothing.
  @discardableResult
  public mutating func update(_ action: StageAction, now: Instant) -> Bool {
    switch action {
    case .playPause:
      if clock.isPlaying(at: now) { clock.pause(at: now) } else { clock.play(at: now) }
    case .seek(let seconds): clock.seek(to: clock.time(at: now) + seconds * 1000, at: now)
    case .seekTo(let time): clock.seek(to: time, at: now)
    case .previousPeak, .nextPeak: return goToPeak(later: action == .nextPeak, now: now)
    case .restart: clock.seek(to: 0, at: now)
    case .end: clock.seek(to: clock.duration, at: now)
    case .slower: clock.changeSpeed(faster: false, at: now)
    case .faster: clock.changeSpeed(faster: true, at: now)
    case .toggleList: showsList.toggle()
    case .toggleDensity: showsDensity.toggle()
    case .toggleDanmaku: settings.showsComments.toggle()
    case .cycleOpacity:
      guard theatre != nil else { return false }
      settings.lowerOpacity()
    case .takeScreenshot: return wishForScreenshot(at: now)
    case .chapter(let step): return goToChapter(step, now: now)
    case .volume, .toggleMute, .nextTrack, .changeMosaic, .togglePicture:
      return theatre?.update(action) ?? false
    case .toggleMode(let mode): settings.change(.mode(mode), by: 1)
    case .cycleArea: settings.change(.area, by: -1)
    case .toggleSpeedSync: settings.followsSpeed.toggle()
    case .cycleScript: settings.script = settings.script.next
    case .toggleRepeats: settings.change(.repeats, by: 1)
    case .toggleRules: selectedRule = selectedRule == nil ? 0 : nil
    case .changeRule(let step): return changeRule(by: step)
    case .delay(let milliseconds):
      settings.delay(by: milliseconds)
      offsetChanged = now
    case .resetOffset:
      settings.offset = 0
      offsetChanged = now
    case .beginBlocking: return beginBlocking(now: now)
    case .undoBlock: return undoBlock()
    case .select(let movement): return select(movement, now: now)
    case .open: return open(now: now)
    case .goToMention: return goToMention(now: now)
    case .search:
      showsList = true
      selectedRule = nil
      list.beginSearch()
    case .follow:
      guard selectedRule == nil else {
        selectedRule = nil
        return true
      }
      return list.follow(content)
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
    if block != nil { return pressBlock(at: position, in: geometry) }
    if selectedRule != nil { return pressRule(at: position, in: geometry) }
    guard let area = geometry.side.map({ StageList.rowArea(in: $0, isSearching: list.isSearching) }),
      area.contains(position)
    else { return false }
    let window = StageList.window(self, time: commentTime(at: now), height: area.rows)
    return list.select(row: window.lowerBound + position.row - area.row)
  }

  /// Lets the list go its own way, from the comment that appeared last.
  private mutating func select(_ movement: ListState.Movement, now: Instant) -> Bool {
    if let selectedRule {
      var state = ListState(selection: selectedRule)
      state.move(movement, count: StageRule.all.count, rows: StageRule.all.count)
      self.selectedRule = state.selection
      return true
    }
    return showsList && block == nil && list.select(movement, at: commentTime(at: now), in: content)
  }

  /// Goes to the selected comment's time, and follows again.
  private mutating func open(now: Instant) -> Bool {
    if block != nil { return confirmBlock() }
    if selectedRule != nil { return changeRule(by: 1) }
    guard let selected = list.selected else { return false }
    clock.seek(to: content.file.comments.time(at: selected) + settings.offset, at: now)
    list.release()
    return true
  }

  /// Goes to the first time that the selected comment names.
  private mutating func goToMention(now: Instant) -> Bool {
    guard let selected = list.selected,
      let mention = content.mentions(in: content.text(at: selected)).first
    else { return false }
    clock.seek(to: mention.time, at: now)
    list.release()
    return true
  }
}

// MARK: Peaks

extension StageScreen {
  /// A peak that was reached so lately is not the one before, or nobody would get past it while the media plays.
  private static let grace = 2000

  /// Goes to the next peak of the heat, or the one before; false where there is none.
  private mutating func goToPeak(later: Bool, now: Instant) -> Bool {
    let time = commentTime(at: now)
    let peak = later ? heat?.nextPeak(after: time) : heat?.previousPeak(before: time - Self.grace)
    guard let peak else { return false }
    clock.seek(to: peak.time + settings.offset, at: now)
    return true
  }
}

// MARK: The panel of rules

extension StageScreen {
  /// Gives the selected rule another value; false while the panel is closed.
  private mutating func changeRule(by step: Int) -> Bool {
    guard let selectedRule else { return false }
    settings.change(StageRule.all[selectedRule], by: step)
    return true
  }

  private mutating func pressRule(at position: Position, in geometry: StageGeometry) -> Bool {
    guard let area = geometry.side?.inset(horizontal: 1, vertical: 1), area.contains(position), let selectedRule
    else { return false }
    let row = StageRulesPanel.first(selection: selectedRule, height: area.rows) + position.row - area.row
    guard StageRule.all.indices.contains(row) else { return false }
    self.selectedRule = row
    return true
  }
}

// MARK: The fields

extension StageScreen {
  /// Whether keys go into the search of the list, or into what is to be blocked.
  public var isTyping: Bool { list.isTyping || block != nil }

  /// Gives a key to what is typed into; false where it means nothing there.
  @discardableResult
  public mutating func type(_ key: Key, now: Instant) -> Bool {
    guard block == nil else { return typeInBlock(key) }
    return switch key {
    case .down, .control("n"): select(.down, now: now)
    case .up, .control("p"): select(.up, now: now)
    case .pageDown: select(.pageDown, now: now)
    case .pageUp: select(.pageUp, now: now)
    default: list.type(key, in: content)
    }
  }

  /// Types pasted text.
  public mutating func paste(_ text: String) {
    if block != nil { block?.paste(text, in: content) } else { list.paste(text, in: content) }
  }
}
