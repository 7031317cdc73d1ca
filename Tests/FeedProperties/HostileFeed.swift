/// A file that somebody means harm with, or that an accident made.
public struct HostileFeed: Sendable {
  /// What is wrong with it.
  public enum Kind: String, CaseIterable, Sendable {
    case bomb, external, deep, attributes, namespaces, names, longValue, longTitle, unclosed, strayEnds, openSections
    case references, dates, links, controls, page, cut, flipped, noise, wide, encoding, manyItems, huge
    case jsonDeep, jsonCut, jsonLong, jsonFlipped
  }

  /// What is wrong with it.
  public let kind: Kind
  /// The file.
  public let bytes: [UInt8]

  /// A file of `kind` with about `size` bytes where it is its size that hurts.
  public init(_ kind: Kind, size: Int, using random: inout some RandomNumberGenerator) {
    self.kind = kind
    bytes = Self.bytes(kind, max(size, 64), &random)
  }

  private static func bytes(_ kind: Kind, _ size: Int, _ random: inout some RandomNumberGenerator) -> [UInt8] {
    switch kind {
    case .cut: Array(Self.feed.utf8.prefix(.random(in: 0..<Self.feed.utf8.count, using: &random)))
    case .jsonCut: Array(Self.json.utf8.prefix(.random(in: 0..<Self.json.utf8.count, using: &random)))
    case .flipped: flipped(Self.feed, &random)
    case .jsonFlipped: flipped(Self.json, &random)
    case .noise: (0..<min(size, 1 << 16)).map { _ in .random(in: .min ... .max, using: &random) }
    case .wide: [0xFF, 0xFE] + Array(Self.feed.utf8).flatMap { [$0, .random(in: 0...3, using: &random)] }
    case .huge: Array(repeating: UInt8(ascii: "<"), count: 100 << 20)
    default: Array(text(kind, size, &random).utf8)
    }
  }

  private static func text(_ kind: Kind, _ size: Int, _ random: inout some RandomNumberGenerator) -> String {
    switch kind {
    case .bomb: bomb
    case .external: "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + item("&x;%x;")
    case .deep: item(repeating("<a>", size))
    case .attributes: "<rss \(repeating("a='b' ", size))>"
    case .namespaces: "<rss \((0..<size / 16).map { "xmlns:n\($0)='u'" }.joined(separator: " "))>"
    case .names: "<\(repeating("n:", size))>"
    case .longValue: item("<enclosure url='\(repeating("x", size))'/>")
    case .longTitle: item("<title>\(repeating("草", size))</title>")
    case .unclosed: item(repeating("<item><title>x", size))
    case .strayEnds: item(repeating("</x></item></channel>", size))
    case .openSections: item(repeating("<![CDATA[<!--<?", size))
    case .references: item("<title>\(repeating("&amp;&#x2F;&nope;&", size))</title>")
    case .encoding: "<?xml version='1.0' encoding='\(repeating("x", size))'?><rss/>"
    case .page: "<!DOCTYPE html><html><body>\(repeating("<p>503<br>", size))"
    case .manyItems: item((0..<size / 64).map { "</item><item><guid>\($0)</guid><title>\($0)</title>" }.joined())
    case .jsonDeep: "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":\(repeating("[{\"a\":", size))"
    case .jsonLong: json.replacing(with: repeating("\\u202e\\ud800x", size))
    default: item(line(kind, &random))
    }
  }

  /// What hurts by what it says.
  private static func line(_ kind: Kind, _ random: inout some RandomNumberGenerator) -> String {
    switch kind {
    case .dates: "<title>x</title><pubDate>\(pick(from: dates, &random))</pubDate>"
    case .links: "<title>x</title><link>\(pick(from: links, &random))</link>"
    default: "<title>\((0..<99).map { _ in pick(from: controls, &random) }.joined())</title>"
    }
  }

  private static func pick(from texts: [String], _ random: inout some RandomNumberGenerator) -> String {
    texts[Int.random(in: texts.indices, using: &random)]
  }

  /// A feed with some bytes that are others, or not there.
  private static func flipped(_ text: String, _ random: inout some RandomNumberGenerator) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...20, using: &random) {
      let place = Int.random(in: bytes.indices, using: &random)
      if Bool.random(using: &random) {
        bytes[place] = .random(in: .min ... .max, using: &random)
      } else {
        bytes.remove(at: place)
      }
    }
    return bytes
  }

  private static func repeating(_ text: String, _ size: Int) -> String {
    String(repeating: text, count: max(1, size / text.utf8.count))
  }

  private static func item(_ text: String) -> String {
    "<rss><channel><title>T</title><item>\(text)</item></channel></rss>"
  }
}

// MARK: - What is in them

extension HostileFeed {
  private static let bomb: String = {
    let entities = (1...30).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }
    return "<!DOCTYPE rss [<!ENTITY l0 \"lol\">\(entities.joined())]>" + item("<title>&l30;</title>")
  }()

  private static let dates = [
    "0000-00-00", "99999999999999999999", "Wed, 99 Foo 0000 99:99:99 +9999", "-1", "9999-12-31T23:59:59Z",
    "2026-07-01T",
    "01 Jul 2026 12:00 +99999999999999999999", "2026-07-01T12:00:00+99:99", "1 Jan -5 00:00", "١ Jul 2026 12:00",
  ]

  private static let links = [
    "javascript:alert(1)", "file:///etc/passwd", "https://\u{202E}example", "//", "http:", "?", "#", "../../../../..",
    "magnet:?xt=urn:btih:", "https://a b\u{1B}[2J", "HTTPS://x/\u{7}", "magnet:\n?xt=urn:btih:É",
  ]

  private static let controls = [
    "\u{1B}[2J", "\u{202E}", "&#27;]0;", "&#x9b;", "\u{301}", "\u{200D}", "&#0;", "\u{FEFF}", "&#x110000;", "]]>", "\0",
  ]

  private static let feed = """
    <?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:n="https://n.example/"><channel><title>夜桜</title>
    <ttl>30</ttl><item><title><![CDATA[[A] B - 05 &amp; C]]></title><link>/7.torrent</link>
    <guid isPermaLink="true">https://n.example/7</guid><pubDate>Wed, 01 Jul 2026 12:00:00 -0000</pubDate>
    <n:infoHash>0123456789abcdef0123456789abcdef01234567</n:infoHash><n:size>1.4 GiB</n:size></item>
    <item><title>D</title><enclosure url="magnet:?xt=urn:btih:AERUKZ4JVPG66AJDIVTYTK6N54ASGRLH" length="0"/></item>
    </channel></rss>
    """

  private static let json = """
    {"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":7,"url":"/7","title":"Seven é",
    "date_published":"2026-07-01T12:00:00Z","attachments":[{"url":"https://j.example/7.mp4","size_in_bytes":99}]}]}
    """
}

extension String {
  /// The text with `replacement` in place of its title's last word.
  fileprivate func replacing(with replacement: String) -> String {
    split(separator: "Seven").joined(separator: replacement)
  }
}
