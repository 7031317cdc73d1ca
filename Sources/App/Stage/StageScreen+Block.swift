import Anime
import Danmaku
import TUI

extension StageScreen {
  /// Opens the panel that blocks the selected comment, else the one that appeared last; false before the first.
  mutating func beginBlocking(now: Instant) -> Bool {
    let appeared = list.count(at: commentTime(at: now), in: content)
    guard let position = list.selected ?? list.rows.prefix(appeared).last else { return false }
    selectedRule = nil
    block = StageBlock(position, in: content)
    return true
  }

  /// Gives a key to the panel; false where it means nothing there.
  mutating func typeInBlock(_ key: Key) -> Bool {
    switch key {
    case .escape, .control("c"):
      block = nil
      return true
    case .enter: return confirmBlock()
    default: return block?.type(key, in: content) ?? false
    }
  }

  /// Blocks what the panel proposes, and closes it; false where it proposes nothing.
  mutating func confirmBlock() -> Bool {
    guard case .rule(let rule) = block?.proposal else { return false }
    block = nil
    if !settings.rules.contains(rule) {
      change(.block(rule))
      blocked.append(rule)
      theatre?.steps.append(.block)
    }
    return true
  }

  /// Takes the last block back; false where there is none.
  mutating func undoBlock() -> Bool {
    guard let rule = blocked.popLast() else { return false }
    change(.unblock(rule))
    return true
  }

  private mutating func change(_ change: BlockChange) {
    settings.rules.apply(change)
    unkept.append(change)
  }

  /// Hands over what was done to what is blocked since this was asked last.
  mutating func takeUnkept() -> [BlockChange] {
    defer { unkept = [] }
    return unkept
  }

  /// Selects the way that is pressed; false beside the ways.
  mutating func pressBlock(at position: Position, in geometry: StageGeometry) -> Bool {
    guard let side = geometry.side, let block else { return false }
    let area = StageBlockPanel.wayArea(in: side, block)
    guard area.contains(position) else { return false }
    return self.block?.select(row: position.row - area.row, in: content) ?? false
  }
}
