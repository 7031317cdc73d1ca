/// The first bytes of a file that is called a film, and why no player is asked to open it.
///
/// Lists of other media (M3U, DASH, concat, …) are followed by players whatever they are called: by one of them a file
/// that somebody was given has another one opened, or an address asked. All of them are text, or nearly, and what
/// begins with text alone is none of the media that are played from disks.
public struct MediaBeginning: Sendable {
  /// So many bytes are looked at.
  public static let length = 4096

  private let bytes: ArraySlice<UInt8>

  /// The beginning of a file that begins with `bytes`.
  public init(_ bytes: some Collection<UInt8>) {
    self.bytes = Array(bytes.prefix(Self.length))[...]
  }

  /// What lists begin with, in lower case, whatever bytes come after it: nothing in them needs be text to the end.
  private static let lists = [
    "#extm3u", "#m3u", "ffconcat", "# mpv edl", "[playlist]", "[reference]", "[internetshortcut]", "<?xml", "<mpd",
    "<asx", "<smil", "<playlist",
  ]
  /// What tells lists apart from other markup, in which anything may come before it.
  private static let markup = ["<mpd", "<asx", "<smil", "<playlist"]

  /// Why it is not played; nil where nothing speaks against it.
  public var fault: PlayerFailure? {
    let text = String(decoding: bytes.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }, as: UTF8.self)
      .lowercased()
    let isMarkup = text.hasPrefix("<")
    if Self.lists.contains(where: text.hasPrefix) { return .leadsElsewhere }
    if isMarkup, Self.markup.contains(where: text.contains) { return .leadsElsewhere }
    // No film begins as markup does, in whatever characters it goes on.
    return isMarkup || isText ? .unknownFormat : nil
  }

  /// Whether there is no byte that text does not have.
  private var isText: Bool {
    bytes.allSatisfy { $0 >= 0x20 || (0x09...0x0D).contains($0) }
      && String(validating: wholeCharacters, as: UTF8.self) != nil
  }

  /// The bytes without the last character where it has several: it may be cut.
  private var wholeCharacters: ArraySlice<UInt8> {
    let rest = bytes[..<(bytes.lastIndex { $0 & 0xC0 != 0x80 }.map { $0 + 1 } ?? bytes.startIndex)]
    return rest.last.map { $0 >= 0xC0 } ?? false ? rest.dropLast() : rest
  }
}
