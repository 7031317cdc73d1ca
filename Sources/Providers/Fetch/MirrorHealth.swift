import Locking
public import Mirrors

/// The health of all mirrors, shared by the fetches of a process.
public final class MirrorHealth: Sendable {
  private let book: Lock<HealthBook>
  private let clock: @Sendable () -> Duration

  /// Keeps `book`, whose moments are those of `clock`.
  public init(_ book: HealthBook, clock: @escaping @Sendable () -> Duration) {
    self.book = Lock(book)
    self.clock = clock
  }

  /// A book that knows nothing, is kept by nobody, and asks in the order of the configuration.
  public static var ephemeral: MirrorHealth {
    var timing = HealthTiming()
    timing.drawsLots = false
    let start = ContinuousClock.now
    return MirrorHealth(HealthBook(timing: timing)) { start.duration(to: .now) }
  }

  /// Now, as the book counts.
  public var now: Duration { clock() }

  /// Reads or changes the book.
  public func withBook<Value: Sendable>(_ body: (inout HealthBook) -> Value) -> Value {
    book.withLock { body(&$0) }
  }
}
