public import Danmaku
public import Playback
public import TUI

/// What a person can ask of the stage.
public enum StageAction: Hashable, Sendable {
  /// Play, or pause.
  case playPause
  /// Go on or back by so many seconds.
  case seek(seconds: Int)
  /// Go to a time of the media, in milliseconds.
  case seekTo(Int)
  /// Go to the moment before, or after, at which more comments are on the stage than around it.
  case previousPeak, nextPeak
  /// Go to the start.
  case restart
  /// Go to the end.
  case end
  /// Play slower, or faster.
  case slower, faster
  /// Let comments fly faster where the media plays faster, or stay as long as ever.
  case toggleSpeedSync
  /// Let comments appear so many milliseconds later; negative ones earlier.
  case delay(milliseconds: Int)
  /// Let comments appear when they say.
  case resetOffset
  /// Show comments, or none.
  case toggleDanmaku
  /// Let more of a film shine through comments: a quarter more, then none again.
  case cycleOpacity
  /// Be so many percent louder; negative ones quieter.
  case volume(by: Int)
  /// Be silent, or be heard again.
  case toggleMute
  /// Take the next sound, or the next subtitles.
  case nextTrack(MediaTrack.Kind)
  /// Go so many chapters on, or back.
  case chapter(by: Int)
  /// Show the picture in the next form of cells.
  case changeMosaic
  /// Show the picture, or comments alone.
  case togglePicture
  /// Write the picture with the comments over it to a file.
  case takeScreenshot
  /// Show comments in the next of: the characters as they are, simplified ones, traditional ones.
  case cycleScript
  /// Show the list of comments beside the stage, or hide it.
  case toggleList
  /// Show the density above the time line, or hide it.
  case toggleDensity
  /// Show the comments that move like this, or hide them.
  case toggleMode(Comment.Mode)
  /// Give comments a smaller part of the stage: three quarters, half, a quarter, all of it again.
  case cycleArea
  /// Count comments that say the same at the first of them, or show each.
  case toggleRepeats
  /// Show the panel of rules, or hide it.
  case toggleRules
  /// Give the selected rule the next value, or the one before.
  case changeRule(step: Int)
  /// Ask what of the selected comment to block.
  case beginBlocking
  /// Take the last block back.
  case undoBlock
  /// Select another comment of the list, which no longer follows.
  case select(ListState.Movement)
  /// Go to the time of the selected comment, and follow again.
  case open
  /// Go to the time that the selected comment names.
  case goToMention
  /// Search the list as somebody types.
  case search
  /// Let the list follow again, with every comment.
  case follow
}
