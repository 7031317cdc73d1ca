import Anime
import Danmaku
import TUI

/// The words below a stage that change only where something is switched: put together once, drawn in every frame.
struct StageWords: Sendable {
  /// How much later than they say comments appear, and a separator.
  let offset: String
  /// What is switched off and what is missing on the stage, each behind a separator.
  let remarks: String
  private let key: Key

  /// What the words depend on beside the content.
  struct Key: Hashable, Sendable {
    var settings: StageSettings
    var hidden: [HiddenReason: Int]
    var ambiguity: TextWidth.Ambiguity
    var language: InterfaceLanguage
  }

  init(_ content: StageContent, _ key: Key) {
    self.key = key
    let strings = StageStrings.of(key.language)
    let separator = key.ambiguity == .narrow ? " · " : " - "
    offset = strings.offset(StageStrings.offset(key.settings.offset)) + separator
    let writer = Remarks(content: content, key: key, strings: strings)
    remarks = (writer.switched + writer.missing).map { separator + $0 }.joined()
  }

  /// Whether they are the words for `key`.
  func fits(_ key: Key) -> Bool { self.key == key }
}

/// Finds the remarks.
private struct Remarks {
  let content: StageContent
  let key: StageWords.Key
  let strings: StageStrings

  /// What the viewer switched.
  var switched: [String] {
    let settings = key.settings
    let off = StageSettings.switchable.filter { settings.rules.modes.contains($0) }
    var remarks: [String] = []
    if !settings.showsComments { remarks.append(strings.commentsOff) }
    if settings.script != .asIs { remarks.append(strings.script(settings.script)) }
    if !settings.followsSpeed { remarks.append(strings.ownSpeed) }
    if !off.isEmpty { remarks.append(strings.off(off.map(strings.mode).joined(separator: strings.separator))) }
    if settings.rules.area < 100 { remarks.append(strings.area(settings.rules.area)) }
    return remarks
  }

  /// What is not on the stage, and why.
  var missing: [String] {
    let unsupported = content.unsupported
    var remarks: [String] = []
    if !unsupported.isEmpty {
      remarks.append(strings.notShown(unsupported.values.reduce(0, +), modes(of: unsupported)))
    }
    if let full = key.hidden[.lanesFull] { remarks.append(strings.noRoom(full)) }
    // They are on the stage, behind the number of the one that says the same.
    if let merged = key.hidden[.repeated] { remarks.append(strings.merged(merged)) }
    let ruled = key.hidden.filter { ![.lanesFull, .mode, .repeated].contains($0.key) }.values.reduce(0, +)
    if ruled > 0 { remarks.append(strings.byRules(ruled)) }
    let skipped = content.file.skippedCount
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
