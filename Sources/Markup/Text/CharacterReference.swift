/// `&amp;`, `&#34;`, `&#x4F60;` or `&hellip;`: what stands for a character in markup.
///
/// Entities that a document declares are none of these: nothing is ever expanded, so that no document can grow.
public struct CharacterReference: Hashable, Sendable {
  /// The character.
  public let scalar: Unicode.Scalar
  /// How many bytes stand for it, from `&` to `;`.
  public let length: Int

  /// The longest that is known, `&thetasym;`, and a number with leading zeros.
  private static let longest = 12

  /// The reference with which `bytes` begin; nil where `&` is what it looks like.
  public init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.first == UInt8(ascii: "&"),
      let end = bytes.prefix(Self.longest).firstIndex(of: UInt8(ascii: ";"))
    else { return nil }
    let name = bytes[1..<end]
    guard let scalar = name.first == UInt8(ascii: "#") ? Self.numbered(name) : Self.named(name) else { return nil }
    self.scalar = scalar
    length = end + 1
  }

  /// `text` with the characters that its references stand for.
  public static func decode(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    return Array(text.utf8).withUnsafeBufferPointer(decode)
  }

  /// `bytes`, UTF-8, with the characters that their references stand for.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      let ampersand = bytes[place...].firstIndex(of: UInt8(ascii: "&")) ?? bytes.count
      decoded.append(contentsOf: bytes[place..<ampersand])
      guard ampersand < bytes.count else { break }
      let reference = CharacterReference(UnsafeBufferPointer(rebasing: bytes[ampersand...]))
      decoded.append(contentsOf: String(reference?.scalar ?? "&").utf8)
      place = ampersand + (reference?.length ?? 1)
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  private static func numbered(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    let digits = Substring(decoding: name.dropFirst(), as: UTF8.self)
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init)
  }

  private static func named(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    // Nearly all are one of five, for which no text needs to be made.
    for (known, scalar) in predefined where name.elementsEqual(known.utf8) { return scalar }
    return named[String(decoding: name, as: UTF8.self)]
  }
}
