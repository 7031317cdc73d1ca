/// The beginning of a body, from which a later request may go on: see ``HTTPRequest/resuming``.
///
/// It exists only where the server can tell whether its file is still the same. Nobody's word is taken for the
/// join: whoever has a hash of the whole verifies it afterwards.
public struct HTTPPartial: Hashable, Sendable {
  /// The address that was asked.
  public let url: String
  /// How many bytes came so far, as they were sent, never unpacked ones.
  public let count: Int
  /// These bytes; none where a sink has taken them.
  public let body: [UInt8]
  /// The server's mark of the file: a strong ETag, else a Last-Modified.
  public let validator: String
  /// How long the whole body is, where that was announced.
  public let length: Int?

  /// The first `count` bytes of what is at `url`, which a sink has taken.
  public init(url: String, count: Int, validator: String, length: Int?) {
    self.init(url: url, count: count, body: [], validator: validator, length: length)
  }

  init(url: String, count: Int, body: [UInt8], validator: String, length: Int?) {
    self.url = url
    self.count = count
    self.body = body
    self.validator = validator
    self.length = length
  }
}
