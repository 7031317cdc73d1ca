import Anime
import Danmaku
import TUI

/// Draws the words below the stage.
extension StagePainter {
  /// Draws what the film does, and what of its comments is not on the stage.
  func drawStatus(onScreen count: Int, on buffer: inout Buffer) {
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
