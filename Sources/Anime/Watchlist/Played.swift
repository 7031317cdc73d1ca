/// How somebody watched an episode with a player of ours: where it was left, and for how long it was really played.
public struct Played: Hashable, Sendable {
  /// The episode's number.
  public var episode: Int
  /// Where it was left, in milliseconds of the media.
  public var position: Int
  /// How long the media are, in milliseconds; nil where nobody knows.
  public var duration: Int?
  /// The seconds for which they were played this time; pauses do not count.
  public var seconds: Int

  /// What was played of `episode`.
  public init(episode: Int, position: Int, duration: Int?, seconds: Int) {
    self.episode = episode
    self.position = position
    self.duration = duration
    self.seconds = seconds
  }

  /// A day in milliseconds: no media are longer.
  public static let positionRange = 0...86_400_000
  /// A day in seconds: nobody watches longer at once.
  public static let secondsRange = 0...86_400

  /// Whether anybody can mean it: a log may come from strangers.
  public var isPlausible: Bool {
    ListEntry.progressRange.contains(episode) && Self.positionRange.contains(position)
      && duration.map(Self.positionRange.contains) ?? true && Self.secondsRange.contains(seconds)
  }

  /// Where whoever plays the episode again goes on: nil near its beginning and its end, where that is no help.
  public var resumePosition: Int? {
    guard position >= Self.leastLeft, duration.map({ position < $0 - Self.leastLeft }) ?? true else { return nil }
    return position
  }

  /// Fifteen seconds: what is nearer to an edge of an episode is that edge.
  private static let leastLeft = 15_000
}

extension ListEntry {
  /// Where `episode` was left, if it was what was played last.
  public func resumePosition(of episode: Int) -> Int? {
    played?.episode == episode ? played?.resumePosition : nil
  }
}
