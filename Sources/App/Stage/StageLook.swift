import Danmaku
public import TUI

/// How the stage looks.
public struct StageLook: Hashable, Sendable {
  /// The stage itself, and the comments where colours are off.
  public var stage: Style
  /// What is read second: times and counts in the list, why a comment is hidden.
  public var faint: Style
  /// The times.
  public var time: Style
  /// What has been played.
  public var progress: Style
  /// The density of what comes.
  public var density: Style
  /// The moments at which the stage is fullest.
  public var peak: Style
  /// What is there without being read: borders, stars, the rest of the time line; and the title of the list.
  public var panel, panelTitle: Style
  /// A comment in the list; one that appeared just now; the selected one.
  public var comment, commentNow, commentSelected: Style
  /// Whether comments have the colours of their senders.
  public var hasColors: Bool

  /// The look that a theme gives the stage.
  public init(_ theme: Theme) {
    stage = theme[.stage]
    faint = theme[.textFaint]
    time = theme[.stageTime]
    progress = theme[.stageProgress]
    density = theme[.stageDensity]
    peak = theme[.new]
    panel = theme[.panel]
    panelTitle = theme[.panelTitle]
    comment = theme[.stageComment]
    commentNow = theme[.stageCommentNow]
    commentSelected = theme[.listSelected]
    // A theme of weight and shape alone means it.
    let colors = [stage.foreground, stage.background, progress.foreground, density.foreground]
    hasColors = colors.contains { $0 != .terminal }
  }

  /// How a comment of `color` looks on the stage.
  func style(of color: CommentColor) -> Style {
    var style = stage
    // White is what nobody chose: on a light stage it is the text's own colour, not a grey among darker ones.
    let isChosen = color != .white || !isLight
    if hasColors, isChosen { style.foreground = Self.legible(color, onLight: isLight) }
    return style
  }

  /// Whether the stage is rather white than black.
  var isLight: Bool {
    guard let (red, green, blue) = stage.background.components else { return false }
    return Self.brightness(Int(red), Int(green), Int(blue)) > 127
  }

  /// The colour, moved towards white (on a light stage towards black) as far as it must to be read.
  ///
  /// Senders chose colours for a picture, and outlines that cells do not have: pure blue on black is not read.
  static func legible(_ color: CommentColor, onLight: Bool) -> Color {
    var parts = [Int(color.red), Int(color.green), Int(color.blue)]
    let brightness = brightness(parts[0], parts[1], parts[2])
    if onLight, brightness > 105 {
      parts = parts.map { $0 * 105 / brightness }
    } else if !onLight, brightness < 110 {
      parts = parts.map { $0 + (255 - $0) * (110 - brightness) / (255 - brightness) }
    }
    return .rgb(UInt8(parts[0]), UInt8(parts[1]), UInt8(parts[2]))
  }

  private static func brightness(_ red: Int, _ green: Int, _ blue: Int) -> Int {
    (299 * red + 587 * green + 114 * blue) / 1000
  }
}
