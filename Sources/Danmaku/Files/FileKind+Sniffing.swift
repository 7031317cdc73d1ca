extension FileKind {
  /// How many bytes are looked at.
  private static let reach = 1024

  /// What `bytes` look like; nil where there are none but white space.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let head = Array(bytes.prefix(Self.reach))
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      self = .utf16
    } else if Self.magics.contains(where: head.starts(with:)) {
      self = .compressed
    } else if head.contains(where: Self.isBinary), !Self.isMarkupOrJSON(head) {
      self = .binary
    } else {
      let text = head.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
      guard let first = text.first else { return nil }
      self = Self.ofText(String(decoding: text, as: UTF8.self), first: first)
    }
  }

  /// Whether no text holds it: a control that is neither white space nor escape.
  private static func isBinary(_ byte: UInt8) -> Bool { byte < 0x20 && !(0x09...0x0D ~= byte || byte == 0x1B) }

  /// Whether it begins as markup or JSON does: what people type there may hold controls all the same.
  private static func isMarkupOrJSON(_ head: [UInt8]) -> Bool {
    let text = head.drop { 0x09...0x0D ~= $0 || [0x20, 0xEF, 0xBB, 0xBF].contains($0) }
    guard let first = text.first, let second = text.dropFirst().first else { return false }
    return second >= 0x20 && [UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "[")].contains(first)
  }

  /// gzip, zip, zstd, and zlib of the usual window and levels.
  private static let magics: [[UInt8]] = [
    [0x1F, 0x8B], [0x50, 0x4B, 0x03, 0x04], [0x28, 0xB5, 0x2F, 0xFD], [0x78, 0x01], [0x78, 0x5E], [0x78, 0x9C],
    [0x78, 0xDA],
  ]

  private static func ofText(_ text: String, first: UInt8) -> FileKind {
    switch first {
    case UInt8(ascii: "<"): ofMarkup(text)
    case UInt8(ascii: "{"): .json
    case UInt8(ascii: "[") where text.hasPrefix("[Script Info]"): .subtitles
    case UInt8(ascii: "["): .json
    default: .text
    }
  }

  private static func ofMarkup(_ text: String) -> FileKind {
    let root = root(ofMarkup: text)
    switch root {
    case "html", "head", "body", "!doctype": return .html
    case "packet", "chat": return .niconico
    default: return .markup(root: root)
    }
  }

  /// The lower-cased name of the first element behind declarations and comments.
  private static func root(ofMarkup text: String) -> String {
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      let name = rest.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }.lowercased()
      let isPage = name == "!doctype" && rest.dropFirst(name.count).lowercased().contains("html")
      if isPage || !(name.hasPrefix("?") || name.hasPrefix("!")) { return name }
    }
    return ""
  }
}
