/// Takes a body in as it comes, so that none is too large for memory.
///
/// `begin` and `take` are called on the client's thread, which serves every other transfer too: they must not wait.
public protocol HTTPSink: Sendable {
  /// A body begins, or goes on behind the `offset` bytes that an earlier request has brought. What is there behind them
  /// is void. False ends the transfer.
  func begin(at offset: Int) -> Bool

  /// Takes the next bytes, which are gone when it returns. False ends the transfer.
  func take(_ bytes: UnsafeRawBufferPointer) -> Bool

  /// Returns when all that was taken is where it belongs; called once, also where the transfer failed or never began.
  func finish() async
}
