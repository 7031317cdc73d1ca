import Capsule

extension ProviderState {
  /// Whether `bytes` are what is here already.
  public func holds(_ bytes: [UInt8]) -> Bool {
    Digest(of: bytes).hex == digest
  }
}
