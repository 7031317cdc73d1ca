public import Anime

/// What the library could not do, as facts.
public enum LibraryError: Error, Hashable {
  /// The show is not known here.
  case unknownShow(ShowID)
}
