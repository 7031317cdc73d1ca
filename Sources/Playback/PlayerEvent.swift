/// What a player tells: the same words for our own helper and for mpv.
public enum PlayerEvent: Hashable, Sendable {
  /// It runs and takes commands.
  case ready
  /// The media are open.
  case loaded(MediaDescription)
  /// Where the media are; told several times a second, and whenever it jumps.
  case position(PlaybackPosition)
  /// What is read ahead reaches to this moment of the media.
  case buffered(until: Int)
  /// How loud it is, in percent, and whether nothing is heard.
  case volume(Int, isMuted: Bool)
  /// Other tracks are in use, or there are others.
  case tracks([MediaTrack])
  /// The chapter of this index is played; nil before the first.
  case chapter(Int?)
  /// These subtitles are to be seen; none where the text is empty. Told where the player does not draw them itself.
  case subtitles(String)
  /// A picture is there to be taken; its moment of the media.
  case picture(time: Int)
  /// The picture was written to this file.
  case screenshot(path: String)
  /// The media were played to their end.
  case ended
  /// What was asked for cannot be done.
  case failed(PlayerFailure)
  /// It was lost for this reason, and is started anew from this moment of the media.
  case restarted(after: PlayerFailure, at: Int)
  /// It is alive; told so that silence means that it hangs.
  case alive
}
