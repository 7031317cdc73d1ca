/// Where the helper finds what its parent gives it.
public enum HelperDescriptors {
  /// The socket of commands and events.
  public static let commands: Int32 = 3
  /// The memory in which pictures are handed over.
  public static let frames: Int32 = 4
}
