/// An address with places for what is known of an episode.
///
///     https://example.org/{bangumi}/{episode}.xml      →  https://example.org/400602/7.xml
///     ~/danmaku/{title}/*E{episode:2}*                 →  ~/danmaku/葬送のフリーレン/*E07*
///
/// `{episode}` is the number, `{episode:2}` the number in at least two digits, `{title}` the show's first title; any
/// other word is the site of one of the show's ids.
public struct AddressTemplate: Hashable, Sendable {
  private enum Part: Hashable {
    case text(String)
    case title
    case episode(digits: Int)
    case id(site: String)
  }

  private let parts: [Part]
  /// As it was written.
  public let text: String

  /// Reads a template; nil where braces do not match, or a number of digits is none.
  public init?(_ text: String) {
    var parts: [Part] = []
    var rest = text[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}"),
        let part = Self.part(rest[rest.index(after: brace)..<end])
      else { return nil }
      parts += [.text(String(rest[..<brace])), part]
      rest = rest[rest.index(after: end)...]
    }
    self.parts = parts + [.text(String(rest))]
    self.text = text
  }

  /// Whether it leads elsewhere for each episode.
  public var namesEpisode: Bool {
    parts.contains { part in if case .episode = part { true } else { false } }
  }

  private static func part(_ word: Substring) -> Part? {
    let pieces = word.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = pieces.first, !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) })
    else { return nil }
    if name == "episode" {
      guard pieces.count == 2 else { return pieces.count == 1 ? .episode(digits: 1) : nil }
      return Int(pieces[1]).flatMap { 1...9 ~= $0 ? .episode(digits: $0) : nil }
    }
    guard pieces.count == 1 else { return nil }
    return name == "title" ? .title : .id(site: String(name))
  }

  /// The address for `episode`, part by part; `escape` makes what is put in harmless there.
  private func filled(
    for episode: WantedEpisode, escape: (String) -> String
  ) throws(DanmakuFetchFailure) -> [FilledPart] {
    var filled: [FilledPart] = []
    for part in parts {
      switch part {
      case .text(let text): filled.append(FilledPart(text: text))
      case .title: filled.append(FilledPart(text: escape(episode.titles.first ?? "")))
      case .episode(let digits):
        let number = String(episode.number)
        let zeros = String(repeating: "0", count: max(0, digits - number.count))
        filled.append(FilledPart(text: zeros + number, isNumber: true))
      case .id(let site):
        guard let id = episode.ids[site] else { throw .noID(site: site) }
        filled.append(FilledPart(text: escape(id)))
      }
    }
    return filled
  }

  /// The path for `episode`, part by part: what is put in is one name of a folder or file, and no pattern.
  public func path(for episode: WantedEpisode) throws(DanmakuFetchFailure) -> [FilledPart] {
    try filled(for: episode) { value in
      guard !value.allSatisfy({ $0 == "." }) else { return "_" }
      return value.map { character in
        switch character {
        case "/", "\0": "_"
        case "*", "?", "[", "]", "\\": "\\\(character)"
        default: String(character)
        }
      }.joined()
    }
  }

  /// The address for `episode`, as a URL has it.
  func url(for episode: WantedEpisode) throws(DanmakuFetchFailure) -> String {
    try filled(for: episode, escape: PercentEncoding.encode).map(\.text).joined()
  }
}

/// A part of an address with what is known of an episode put in.
public struct FilledPart: Hashable, Sendable {
  /// What stands there.
  public let text: String
  /// Whether it is the number of the episode.
  public let isNumber: Bool

  /// The part `text`.
  public init(text: String, isNumber: Bool = false) {
    self.text = text
    self.isNumber = isNumber
  }
}

/// Text as a part of a URL (RFC 3986, 2.1).
enum PercentEncoding {
  /// `text` with everything but letters, digits and `-._~` written as `%XX` of its UTF-8.
  static func encode(_ text: String) -> String {
    text.utf8.reduce(into: "") { encoded, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += (byte < 16 ? "%0" : "%") + digits
      }
    }
  }
}
