/// The files that an honest mirror has, and those that a dishonest one gives in their place.
public struct MirrorContent: Sendable {
  /// The newest release.
  public var version: String
  /// Its file.
  public var file: [UInt8]
  /// The file of an earlier release, near enough to pass the change guard.
  public var older: [UInt8]
  /// A well-formed file from which most is missing.
  public var shrunken: [UInt8]

  /// These files.
  public init(version: String, file: [UInt8], older: [UInt8], shrunken: [UInt8]) {
    self.version = version
    self.file = file
    self.older = older
    self.shrunken = shrunken
  }
}

extension MirrorContent {
  /// The file with one bit changed, so that it is no JSON any more: its first brace becomes a letter.
  public var brokenBit: [UInt8] {
    flipping(file.firstIndex(of: UInt8(ascii: "{")))
  }

  /// The file with one bit changed, so that it is well-formed and wrong: the last digit is another one.
  public var silentBit: [UInt8] {
    flipping(file.lastIndex { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
  }

  /// Another file that a registry may have.
  var swapped: [UInt8] {
    Array(#"{"name": "left-pad", "version": "1.3.0", "files": ["index.js"]}"#.utf8)
  }

  private func flipping(_ place: Int?) -> [UInt8] {
    var bytes = file
    if let place { bytes[place] ^= 1 }
    return bytes
  }
}
