public import Anime
public import Picture
public import Playback
public import TUI

/// What the program is told.
public enum Message: Sendable {
  /// Somebody did something at the terminal.
  case input(InputEvent)
  /// A cell of the terminal has so many pixels; nil where it does not tell.
  case cell(PixelSize?)
  /// Time has passed.
  case tick(Instant)
  /// The library holds something else now.
  case library(LibraryState)
  /// This is new since the last look.
  case news([Arrival])
  /// Changes of the user are durable.
  case edited([ShowEdit])
  /// The last change was undone: what holds now.
  case undone([ShowEdit])
  /// What was undone is done again: what holds now.
  case redone([ShowEdit])
  /// A sync goes on.
  case syncing(SyncProgress)
  /// A sync ended.
  case synced(SyncOutcome)
  /// While nothing can be fetched: the next try is at another moment than was said; nil where there is none.
  case retry(at: Instant?)
  /// A theme was read.
  case theme(name: String, table: ConfigurationTable, file: String)
  /// A file of comments was read.
  case danmaku(StageContent)
  /// A film is to be played here.
  case theatre(TheatreContent)
  /// What came of asking for the comments of this film.
  case comments(FoundComments, of: MediaSource)
  /// What the film's player tells; its moments are those of the interface's own clock.
  case player(PlayerEvent)
  /// The newest picture of the film.
  case picture(PixelFrame)
  /// An address was handed to the browser.
  case opened(url: String)
  /// The library as it was at a moment; it is shown until the user comes back.
  case travelled(PastMoment, LibraryState)
  /// The library as it is, read because the user came back to the present.
  case present(LibraryState)
  /// What the capsule holds.
  case capsule(CapsuleOverview)
  /// The capsule was checked, every byte of it if `readAll`; `damaged` things were not as they should be.
  case verified(damaged: Int, readAll: Bool)
  /// The versions of a show, the newest first.
  case history(ShowID, [ShowVersion])
  /// The episodes of a show of which comments are kept.
  case episodes(ShowID, [EpisodeComments])
  /// How the sources of an episode fit each other.
  case aligned(SourceAlignment)
  /// The user's files of a show.
  case localFiles(ShowID, [LocalEpisode])
  /// A part of the film in the theatre was skipped, which began at this moment of it, in milliseconds.
  case skipped(SkippedSpan.Kind, from: Int)
  /// The episode in the theatre counts as watched, which changed this.
  case watched([ShowEdit])
  /// What was written down in the theatre was taken back, which changed this.
  case takenBack([ShowEdit])
  /// What came of marking a part of the film in the theatre.
  case marked(PartMarking)
  /// The film in the theatre is over, and this comes next; nil where nothing does any more.
  case upNext(UpNext?)
  /// What plays in a window of its own; nil where nothing does any more.
  case playing(NowPlaying?)
  /// What was set aside is applied.
  case accepted(provider: String, removed: Int)
  /// The catalogue of the commit of this number is the present one again.
  case restored(sequence: Int)
  /// How the mirrors do.
  case mirrors(MirrorsOverview)
  /// A mirror was tried; nil where it gave what it should.
  case tried(host: String, NetworkCause?)
  /// The mirrors of a provider were compared.
  case compared(MirrorComparison)
  /// Something that was asked for could not be done.
  case failed(Failure)
  /// The library was lost or damaged, and has been made anew.
  case healed
  /// Files were not wholly understood.
  case warned([ConfigurationWarning])
}
