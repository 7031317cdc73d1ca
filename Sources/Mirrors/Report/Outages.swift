/// The times in which somebody gave nothing but failures, as far as it was asked.
///
///     good ● ✗ ✗ ✗ ● good      one outage, from the first ✗ to the next ●
public struct Outages: Equatable, Sendable {
  /// One of them.
  public struct Outage: Hashable, Sendable {
    /// When the first failure was met.
    public var began: Duration
    /// When the next good answer came, or the last failure where none did.
    public var ended: Duration
    /// Whether a good answer ended it.
    public var isOver: Bool

    /// An outage.
    public init(began: Duration, ended: Duration, isOver: Bool) {
      self.began = began
      self.ended = ended
      self.isOver = isOver
    }

    /// How long it was.
    public var length: Duration { ended - began }
  }

  /// How many there were.
  public private(set) var count = 0
  private var worst: Outage?
  private var running: Outage?

  /// The longest; nil where there was none.
  public var longest: Outage? {
    guard let running else { return worst }
    guard let worst else { return running }
    return running.length > worst.length ? running : worst
  }

  mutating func note(isGood: Bool, at moment: Duration) {
    guard var outage = running else {
      guard !isGood else { return }
      count += 1
      running = Outage(began: moment, ended: moment, isOver: false)
      return
    }
    outage.ended = moment
    outage.isOver = isGood
    running = outage
    guard isGood else { return }
    worst = longest
    running = nil
  }
}
