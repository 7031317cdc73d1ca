import Capsule

extension ProviderState {
  /// Whether `bytes` are what is here already.
  public func holds(_ bytes: [UInt8]) -> Bool {
    Self.digest(of: bytes) == digest
  }

  /// The name of `bytes`: their SHA-256, in hexadecimal digits.
  public static func digest(of bytes: [UInt8]) -> String {
    Digest(of: bytes).hex
  }
}
