import Crypto

extension ProviderState {
  /// Whether `bytes` are what is here from the provider.
  public func holds(_ bytes: [UInt8]) -> Bool {
    let digits = Array("0123456789abcdef")
    return digest == String(SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
