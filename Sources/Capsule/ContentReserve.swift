/// How much room of the disk is left to others: below it nothing more is fetched into the capsule.
///
/// Changes of the list, collection and everything that only reads go on, for they need next to nothing.
public enum ContentReserve: Hashable, Sendable {
  /// 3 % of the file system or 256 MiB, whichever is more.
  case standard
  /// So many bytes.
  case bytes(Int64)

  /// The reserve of a file system of `total` bytes.
  public func bytes(of total: Int64) -> Int64 {
    switch self {
    case .standard: max(total / 100 * 3, 256 << 20)
    case .bytes(let count): count
    }
  }
}
