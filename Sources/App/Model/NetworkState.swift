public import Anime

/// What the network does, as the bottom line tells it.
public enum NetworkState: Hashable, Sendable {
  /// Nothing; `synced` is when a mirror was last asked with success.
  case idle(synced: Instant?)
  /// Something is being fetched.
  case syncing(SyncProgress)
  /// The last try brought nothing; `nextTry` is when it is tried again by itself.
  case failed(NetworkCause, since: Instant, nextTry: Instant?)
}

/// How far a sync is.
public struct SyncProgress: Hashable, Sendable {
  /// The mirror that gives the bytes; nil while several are asked.
  public var mirror: String?
  /// The bytes received.
  public var bytes: Int
  /// Bytes a second, over the last five.
  public var rate: Int

  /// A progress.
  public init(mirror: String? = nil, bytes: Int = 0, rate: Int = 0) {
    self.mirror = mirror
    self.bytes = bytes
    self.rate = rate
  }
}

/// What a sync came to.
public enum SyncOutcome: Hashable, Sendable {
  /// There is something new.
  case updated(added: Int, changed: Int, removed: Int)
  /// A mirror answered, and nothing is new.
  case unchanged
  /// Nothing could be had; `nextTry` is when it will be tried again by itself, nil where the interval decides.
  case failed(NetworkCause, nextTry: Instant?)
  /// Another process has the turn: what it finds is not known here.
  case elsewhere
}
