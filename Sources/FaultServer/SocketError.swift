/// A socket that could not be had.
public struct SocketError: Error {
  /// What was tried.
  public let call: String
  /// The error number.
  public let code: CInt

  /// The error number of `call`.
  public init(call: String, code: CInt) {
    self.call = call
    self.code = code
  }
}
