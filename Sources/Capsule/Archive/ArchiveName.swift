/// Which names an archive may hold.
enum ArchiveName {
  /// The name without `./` before it.
  ///
  ///     ./objects/9f/9f86…  →  objects/9f/9f86…
  ///
  /// Nothing is mended: `a//b` and `a/./b` are refused like `a/../b`, so that an entry has one name only.
  static func checked(_ bytes: [UInt8]) throws(ArchiveFault) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .unsafeName(String(decoding: bytes, as: UTF8.self))
    }
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).drop { $0 == [dot] }
    let isSafe = !parts.isEmpty && parts.allSatisfy { !$0.isEmpty && $0 != [dot] && $0 != [dot, dot] }
    guard isSafe, text.unicodeScalars.allSatisfy(isHarmless) else { throw .unsafeName(text) }
    return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
  }

  /// Checks a folder's name, which may end in `/`; the folder may be the one that is unpacked in.
  static func checkFolder(_ bytes: [UInt8]) throws(ArchiveFault) {
    let name = bytes.last == UInt8(ascii: "/") ? Array(bytes.dropLast()) : bytes
    if name != [dot] { _ = try checked(name) }
  }

  private static let dot = UInt8(ascii: ".")

  /// Backslashes separate folders elsewhere; controls rewrite what a terminal shows, or end a name early.
  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory != .control && scalar != "\\"
  }
}
