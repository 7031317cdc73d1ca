/// Files that were packed with gzip, as other programs write them.
public enum Gzip {
  /// Whether `bytes` begin as a packed file does (RFC 1952, 2.3.1).
  public static func isPacked(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x1F, 0x8B])
  }

  /// What `bytes` unpack to; nil where they are damaged, cut off, or unpack to more than `limit` bytes.
  public static func unpacked(_ bytes: [UInt8], atMost limit: Int) -> [UInt8]? {
    var inflater = Inflater()
    var body: [UInt8] = []
    let isWhole = (try? bytes.withUnsafeBufferPointer { try inflater.unpack($0, into: &body, limit: limit) }) != nil
    return isWhole && inflater.isAtEnd ? body : nil
  }
}
