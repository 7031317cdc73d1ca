/// Something that must not happen, and did.
public struct BrokenPromise: Hashable, Sendable {
  /// What is promised.
  public enum Promise: String, CaseIterable, Sendable {
    /// Beside a mirror that has been up for a minute and stays up, somebody who waits is served within five.
    case fresh
    /// While somebody honest can be asked, there is somebody to ask.
    case candidates
    /// The first minute after an outage loads the mirrors at most twice as much as a normal one.
    case recovery
    /// A client always has a timer or a transfer.
    case timer
  }

  /// What was promised.
  public let promise: Promise
  /// The client to which it was broken; nil where it was broken to the mirrors.
  public let client: Int?
  /// When.
  public let moment: Duration
  /// The seed that repeats it.
  public let seed: UInt64
}
