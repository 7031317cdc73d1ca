public import Anime
public import TUI

/// What the program asks for; the executable does it and answers with a `Message`.
public enum Effect: Hashable, Sendable {
  /// Write these changes to a show; answered by `.edited` when they are durable.
  case edit(ShowID, [Change])
  /// Undo, or redo, the last change.
  case undo, redo
  /// Fetch what is new; `isAsked` tells whether the user asked, or the interval.
  case sync(isAsked: Bool)
  /// Open an address in the browser.
  case open(url: String)
  /// Read the theme of this name.
  case loadTheme(String)
  /// Read a file of comments; `ambiguity` is how wide its ambiguous characters are.
  case loadDanmaku(path: String, ambiguity: TextWidth.Ambiguity)
  /// Paint everything anew.
  case redraw
  /// Stop until the shell continues us.
  case suspend
  /// End.
  case quit
}
