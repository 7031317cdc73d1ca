/// For how long mpv is waited for, in milliseconds.
public struct MPVPatience: Hashable, Sendable {
  /// Until its window takes commands: a cold start from a slow disk takes seconds.
  public var opening: Int
  /// For a sign of life.
  public var silence: Int

  /// What a person would wait.
  public init(opening: Int = 15_000, silence: Int = 10_000) {
    self.opening = opening
    self.silence = silence
  }

  /// So long a silence is before it is asked whether it lives.
  var askedEvery: Int { silence / 4 }
}
