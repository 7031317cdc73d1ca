/// What is to be played.
public enum MediaSource: Hashable, Sendable {
  /// A file of this machine, by its path.
  case file(path: String)
  /// A stream that the user named, by its address.
  case address(String)
}
