/// Where the media are, and when they were there: what a clock that follows them is set by.
public struct PlaybackPosition: Hashable, Sendable {
  /// The moment of the media that is heard, in milliseconds.
  public var time: Int
  /// When that was, in milliseconds of the machine's monotonic clock, which all of its processes share.
  public var moment: Int
  /// Whether they stand still, as the user wanted it.
  public var isPaused: Bool
  /// Whether they stand still because what comes next is not there yet.
  public var isStalled: Bool
  /// How fast they play, in percent.
  public var rate: Int

  /// A position.
  public init(time: Int, moment: Int, isPaused: Bool = false, isStalled: Bool = false, rate: Int = 100) {
    self.time = time
    self.moment = moment
    self.isPaused = isPaused
    self.isStalled = isStalled
    self.rate = rate
  }

  /// Whether the media's time goes on.
  public var isMoving: Bool { !isPaused && !isStalled }

  /// The moment of the media at `moment` of the monotonic clock, if nothing happens until then.
  public func time(at moment: Int) -> Int {
    isMoving ? time + (moment - self.moment) * rate / 100 : time
  }
}
