import Anime
import TUI

/// What the bottom line says for a while.
struct Notice: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case done, alarm
  }

  var text: String
  /// What a service says about it, in its own words; it never looks like ours.
  var quote: String?
  var kind: Kind
  /// What takes back what it tells of; nil where nothing is to be taken back.
  var undo: Action?
  /// When it goes by itself.
  var until: Instant

  /// How it stands on the bottom line.
  func line(_ world: Surroundings) -> Line {
    var line = Line(text, style: world.theme[kind == .done ? .lineNotice : .lineAlarm])
    if let quote { line.append(" " + quote, style: world.theme[.line]) }
    return line
  }
}
