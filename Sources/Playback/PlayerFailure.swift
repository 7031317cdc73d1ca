/// Why something is not played, as a fact; the words are found elsewhere.
public enum PlayerFailure: Error, Hashable, Sendable {
  /// Nothing on this machine can play: the library or the program of this name is not there.
  case playerMissing(name: String)
  /// The player is there and cannot be started; the error is the system's.
  case playerUnusable(errno: Int)
  /// The player ended by itself, or by this signal, more often than it is started anew.
  case playerLost(signal: Int)
  /// The file or the stream cannot be opened.
  case unreadable
  /// It is no media, or none that is known.
  case unknownFormat
  /// There is neither picture nor sound in it.
  case nothingToPlay
  /// It did not open in time: so many milliseconds.
  case timedOut(after: Int)
  /// The player has no way to show a picture here.
  case noPictureOutput
  /// The player has no way to let anything be heard here.
  case noSoundOutput
  /// It names other files or addresses to be played in its place, which is not followed.
  case leadsElsewhere
  /// The picture is too large: of so many pixels.
  case pictureTooLarge(PixelSize)
  /// The picture could not be written to a file.
  case screenshotFailed
  /// What the player said was not understood.
  case garbled
}
