/// What is wrong with bytes that should be a message.
public enum WireError: Error, Hashable, Sendable {
  /// The message ends before it is complete.
  case truncated
  /// The message goes on after it is complete.
  case trailing(count: Int)
  /// The message says that it is longer than any is.
  case oversized(length: Int)
  /// There is nothing of this number where one of some things is told.
  case unknownTag(UInt8)
}
