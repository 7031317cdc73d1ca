/// An event of a calendar: once, or again and again with exceptions. Source of the words: RFC 5545, 3.6.1.
public struct CalendarEvent: Hashable, Sendable {
  /// What tells it apart from every other event, for ever.
  public var uid: String
  /// When what it says was last changed.
  public var stamp: Instant
  /// Greater after each change.
  public var sequence = 0
  /// When.
  public var time: Time
  /// How it repeats; nil where it does not.
  public var rule: Rule?
  /// The times of the rule at which it does not take place.
  public var exceptions: [Instant] = []
  /// The time of the rule instead of which this event takes place; nil for the event that has the rule.
  public var replaces: Instant?
  /// What it is called.
  public var summary: String
  /// Where it is, or "".
  public var place = ""
  /// More about it, or "".
  public var notes = ""
  /// An address on the web, or "".
  public var address = ""

  /// An event that says no more than when it is.
  public init(uid: String, stamp: Instant, time: Time, summary: String) {
    self.uid = uid
    self.stamp = stamp
    self.time = time
    self.summary = summary
  }

  /// When an event is.
  public enum Time: Hashable, Sendable {
    /// From a moment on, so many minutes.
    case moment(Instant, minutes: Int)
    /// On a day, the hour of which is not known.
    case day(CivilDate)
  }

  /// How an event repeats.
  public struct Rule: Hashable, Sendable {
    /// The time between; never `once`.
    public var period: Broadcast.Period
    /// The last moment at which it may begin; nil where it goes on.
    public var until: Instant?

    /// A rule.
    public init(every period: Broadcast.Period, until: Instant? = nil) {
      self.period = period
      self.until = until
    }
  }
}
