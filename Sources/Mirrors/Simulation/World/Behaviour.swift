/// What a mirror does to those who ask it.
public enum Behaviour: String, CaseIterable, Hashable, Sendable {
  /// It serves the newest release at its usual speed.
  case up
  /// Nothing listens there: a connection is refused at once, and those that stand break.
  case down
  /// It takes connections, and no byte ever comes.
  case silent
  /// It serves the newest release, a hundred times slower than usual.
  case slow
  /// It tells a release that does not exist, and serves bytes that are proven wrong.
  case lying
  /// It does not know the releases that came after it fell behind.
  case stale
  /// It asks for a pause.
  case busy
  /// It says no, in words of its own.
  case refusing

  /// Whether whoever asks it is served the truth.
  public var isHonest: Bool { self == .up || self == .slow }
}
