import Crypto

/// What a dandanplay server knows a video by: its name, its length and the MD5 of its first 16 MiB.
public struct VideoIdentity: Hashable, Sendable {
  /// The file's name without its extension.
  public let name: String
  /// How many bytes the file has.
  public let length: Int
  /// The MD5 of its beginning, in hexadecimal digits. It tells files apart and proves nothing.
  public let hash: String

  /// How much of the file is hashed.
  public static let hashedLength = 16 << 20

  /// The file called `name`, which has `length` bytes and begins with `head`, its first 16 MiB.
  public init(name: String, length: Int, head: [UInt8]) {
    self.name = name.lastIndex(of: ".").map { $0 > name.startIndex ? String(name[..<$0]) : name } ?? name
    self.length = length
    hash = Insecure.MD5.hash(data: head.prefix(Self.hashedLength)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0\(digits)" : digits
    }.joined()
  }
}
