/// What has a look of its own; the raw values are the names in `[styles]`.
///
/// A style takes what it leaves out from the one before its last dot
/// (`list.selected` from `list`), and the outermost from `text`.
public enum StyleName: String, CaseIterable, Sendable {
  case text
  case textDim = "text.dim"
  case textFaint = "text.faint"
  case textStrong = "text.strong"

  case bar
  case barBrand = "bar.brand"
  case barTab = "bar.tab"
  case barTabSelected = "bar.tab.selected"
  case barStatus = "bar.status"
  case barPast = "bar.past"

  case panel
  case panelTitle = "panel.title"
  case panelNote = "panel.note"
  case heading

  case list
  case listSelected = "list.selected"
  case listSelectedDim = "list.selected.dim"
  case listScrollbar = "list.scrollbar"

  case new
  case time
  case timePast = "time.past"
  case link

  case mark
  case markFollowed = "mark.followed"
  case markWatching = "mark.watching"
  case markDone = "mark.done"
  case markOff = "mark.off"

  case changeAdded = "change.added"
  case changeChanged = "change.changed"
  case changeRemoved = "change.removed"

  case chip
  case chipSet = "chip.set"
  case tab
  case tabSelected = "tab.selected"

  case gauge
  case gaugeRest = "gauge.rest"

  case field
  case fieldPrompt = "field.prompt"

  case line
  case lineKey = "line.key"
  case lineFirst = "line.first"
  case lineNetwork = "line.network"
  case lineAlarm = "line.alarm"
  case lineNotice = "line.notice"

  case stage
  case stageTime = "stage.time"
  case stageProgress = "stage.progress"
  case stageDensity = "stage.density"
  case stageComment = "stage.comment"
  case stageCommentNow = "stage.comment.now"

  /// What it takes the rest from; nil for `text`.
  var parent: StyleName? {
    var name = Substring(rawValue)
    while let dot = name.lastIndex(of: ".") {
      name = name[..<dot]
      if let parent = StyleName(rawValue: String(name)) { return parent }
    }
    return self == .text ? nil : .text
  }
}
