public import Anime
public import Danmaku
public import Playback

/// What went wrong, as facts; `Strings.message(for:)` finds the words.
public enum Failure: Error, Hashable, Sendable {
  /// Another process holds the capsule's lock.
  case capsuleBusy(pid: Int?)
  /// The disk of the data folder is full.
  case diskFull
  /// The data folder cannot be written.
  case readOnly(path: String)
  /// The capsule was written by a newer version.
  case newerFormat(Int)
  /// There is no such file.
  case noSuchFile(path: String)
  /// The file is no file of comments.
  case notDanmaku(path: String, DanmakuError)
  /// There is no theme of this name.
  case noSuchTheme(String, nearest: String?)
  /// A browser could not be started.
  case noBrowser(url: String)
  /// There is nothing to undo, or to redo.
  case nothingToUndo, nothingToRedo
  /// What was to be looked back at is neither a date, nor an instant, nor a commit; the first moment that was kept.
  case noSuchMoment(String, first: Instant?)
  /// Nothing was kept so early; the first moment that was.
  case beforeFirst(Instant)
  /// Nothing can be changed while the past is shown.
  case readOnlyPast
  /// The content of the commit of this number was given up to make room.
  case contentGone(sequence: Int)
  /// The content of the commit of this number cannot be read.
  case damaged(sequence: Int)
  /// Nothing is set aside that could be accepted.
  case nothingSetAside
  /// The film of this title is not played, or not to its end.
  case notPlayed(PlayerFailure, title: String)
  /// No file of what comes next is there.
  case noEpisodeHere
  /// Nothing that the user has comes before what plays.
  case noEpisodeBefore
  /// The sync brought nothing.
  case network(NetworkCause)
  /// Something else; the text says what in English.
  case other(String)
}
