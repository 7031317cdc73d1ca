/// A whole message between the program and its helper.
///
/// On the way it is the count of its bytes, four of them with the least significant first, and then those bytes.
public protocol WireMessage: Sendable {
  /// The message without its length.
  var payload: [UInt8] { get }
  /// The message in `payload`.
  init(payload: ArraySlice<UInt8>) throws(WireError)
}

extension WireMessage {
  /// The message as it goes on its way.
  public var wireBytes: [UInt8] {
    let payload = payload
    let length = UInt32(payload.count)
    return (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + payload
  }
}
