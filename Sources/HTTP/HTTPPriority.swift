/// Whether somebody waits for an answer.
public enum HTTPPriority: Sendable {
  /// Somebody waits: begins before everything that can wait.
  case interactive
  /// Nobody waits: never takes the last places.
  case background
}
