/// Addresses as feeds write them: relative, with blanks, in every script, and of schemes that nobody should follow.
enum WebAddress {
  /// What an address leads to, as far as it shows.
  enum Kind {
    case page, torrent, magnet
  }

  /// The longest that is kept, in bytes; a magnet link with twenty trackers has a thousand.
  private static let longest = 4096

  /// `text` as a whole address of `http`, `https` or `magnet` in plain ASCII; nil where it is none, or of another scheme.
  ///
  ///     b/../c?d  from  https://example.org/a/index.xml  →  https://example.org/a/c?d
  static func resolve(_ text: String, against base: String?) -> String? {
    let reference = escaped(text)
    guard !reference.isEmpty, reference.utf8.count <= longest else { return nil }
    if let scheme = scheme(of: reference) {
      guard ["http", "https", "magnet"].contains(scheme.lowercased()) else { return nil }
      return scheme.lowercased() + reference.dropFirst(scheme.utf8.count)
    }
    guard let base = base.flatMap(Base.init) else { return nil }
    let whole = base.joined(with: reference)
    return whole.utf8.count <= longest ? whole : nil
  }

  /// What `address` leads to.
  static func kind(of address: String) -> Kind {
    if address.hasPrefix("magnet:") { return .magnet }
    let path = address.prefix { $0 != "?" && $0 != "#" }
    return path.lowercased().hasSuffix(".torrent") ? .torrent : .page
  }

  /// The letters before the first colon; nil where there are none, or where a path came first.
  private static func scheme(of address: String) -> Substring? {
    let scheme = address.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    guard scheme.first?.isLetter ?? false, address[scheme.endIndex...].first == ":" else { return nil }
    return scheme
  }

  /// `text` in plain ASCII: without white space around it and line breaks within, the rest in per cents.
  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8.prefix(longest + 1).drop(while: { $0 <= 0x20 }) {
      switch byte {
      case 0x09, 0x0A, 0x0D: continue
      case 0...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"):
        bytes += "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8
      default: bytes.append(byte)
      }
    }
    while bytes.suffix(3) == Array("%20".utf8) { bytes.removeLast(3) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// An address that others are relative to, in its parts.
  private struct Base {
    let scheme: Substring
    let authority: Substring
    let path: Substring
    let query: Substring

    init?(_ text: String) {
      guard let address = WebAddress.resolve(text, against: nil) else { return nil }
      guard let scheme = WebAddress.scheme(of: address), scheme.lowercased().hasPrefix("http") else { return nil }
      let rest = address.dropFirst(scheme.count)
      guard rest.hasPrefix("://") else { return nil }
      self.scheme = scheme
      authority = rest.dropFirst(3).prefix { !"/?#".contains($0) }
      let behind = address[authority.endIndex...].prefix { $0 != "#" }
      path = behind.prefix { $0 != "?" }
      query = behind[path.endIndex...]
    }

    /// RFC 3986, section 5.2.
    func joined(with reference: String) -> String {
      let root = "\(scheme)://\(authority)"
      if reference.hasPrefix("//") { return "\(scheme):\(reference)" }
      if reference.hasPrefix("#") { return root + path + query + reference }
      if reference.hasPrefix("?") { return root + path + reference }
      let pathEnd = reference.firstIndex { $0 == "?" || $0 == "#" } ?? reference.endIndex
      let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
      let merged = (reference.hasPrefix("/") ? "" : folder) + reference[..<pathEnd]
      return root + Self.withoutDots(merged) + reference[pathEnd...]
    }

    /// `/a/./b/../c` → `/a/c`
    private static func withoutDots(_ path: Substring) -> String {
      var kept: [Substring] = []
      let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        switch part {
        case ".", "..":
          if part == "..", !kept.isEmpty { kept.removeLast() }
          if index == parts.count - 1 { kept.append("") }
        default: kept.append(part)
        }
      }
      return "/" + kept.joined(separator: "/")
    }
  }
}
