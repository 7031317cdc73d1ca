public import Anime
public import Playback
public import TUI

/// What the program asks for; the executable does it and answers with a `Message`.
public enum Effect: Hashable, Sendable {
  /// Write these changes as one step of undo; answered by `.edited` when they are durable.
  case edit([ShowEdit])
  /// Undo, or redo, the last change.
  case undo, redo
  /// Fetch what is new; `isAsked` tells whether the user asked, or the interval.
  case sync(isAsked: Bool)
  /// Somebody came back at this moment while nothing can be fetched; answered by `.retry` where the next try changes.
  case attend(Instant)
  /// Open an address in the browser.
  case open(url: String)
  /// Read the theme of this name.
  case loadTheme(String)
  /// Read a file of comments; `ambiguity` is how wide its ambiguous characters are.
  case loadDanmaku(path: String, ambiguity: TextWidth.Ambiguity)
  /// Look back at the moment that is written behind `:asof`: a date, an instant, a commit's number or name;
  /// answered by `.travelled`.
  case travel(to: String)
  /// Look back at the commit of this name; answered by `.travelled`.
  case travelToCommit(String)
  /// Read the present state anew; answered by `.present`.
  case returnToPresent
  /// Tell what the capsule holds; answered by `.capsule`.
  case loadCapsule
  /// Check the capsule's structure, or every byte; answered by `.capsule` and `.verified`.
  case verifyCapsule(readAll: Bool)
  /// Tell the versions of a show; answered by `.history`.
  case loadHistory(ShowID)
  /// Tell which comments of a show are kept, now or as the commit of this number has it; answered by `.episodes`, first
  /// without their heat and then with it.
  case loadEpisodes(ShowID, commit: Int?)
  /// Let the kept comments of an episode fly, all sources together; answered by `.danmaku`.
  case playEpisode(KeptEpisode)
  /// Tell how the sources of an episode fit each other; answered by `.aligned`.
  case alignSources(KeptEpisode)
  /// Ask the film's player, which a first `load` starts; answered by `.player` and `.picture`.
  case player(PlayerCommand)
  /// Ask the user's servers for the comments of a film that plays without any; answered by `.comments`.
  case fetchComments(WantedComments)
  /// Play the episode after the one in the theatre, or the one before it; answered by `.theatre`, or by `.failed`.
  case playNeighbour(isNext: Bool)
  /// Mark where a part of the film in the theatre begins, or ends, in milliseconds of it; answered by `.marked`.
  case markPart(SkippedSpan.Kind, at: Int)
  /// Take back what happened in the theatre; of what was written down, answered by `.takenBack`.
  case takeBack(TheatreStep)
  /// Write the picture of the film to a file; answered by `.player`, as what the player told or could not do.
  case takeScreenshot(ScreenshotWish)
  /// Change what this set of the user's rules blocks; answered only where that fails.
  case keepBlocks([BlockChange], ruleSet: String)
  /// Tell which of the user's files are of a show; answered by `.localFiles`, first from what is known and then, where
  /// that is not the same, after a look at the disk.
  case loadLocalFiles(ShowID)
  /// Play something of a show in a window of its own; answered by `.playing`, again and again while it goes on.
  case play(PlayOrder)
  /// Apply what was set aside; answered by `.accepted`.
  case accept(provider: String)
  /// Bring the catalogue of the commit of this name back, as a new commit; answered by `.restored`.
  case restore(commit: String)
  /// Tell how the mirrors do; answered by `.mirrors`.
  case loadMirrors
  /// Ask this mirror of the provider first from now on, or no certain one; answered by `.mirrors`.
  case pinMirror(provider: String, address: String?)
  /// Ask this mirror once, whatever is known of it; answered by `.mirrors` and `.tried`.
  case tryMirror(provider: String, address: String)
  /// Ask all mirrors of the provider for the same version; answered by `.mirrors` and `.compared`.
  case compareMirrors(provider: String)
  /// Paint everything anew.
  case redraw
  /// Stop until the shell continues us.
  case suspend
  /// End.
  case quit
}

extension Effect {
  /// Write these changes of one show.
  public static func edit(_ show: ShowID, _ changes: [Change]) -> Effect {
    .edit([ShowEdit(show, changes)])
  }
}
