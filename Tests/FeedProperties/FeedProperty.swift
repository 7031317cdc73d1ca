internal import Anime
public import Formats

/// What holds of every feed that is read, whatever its file was.
public enum FeedProperty: String, CaseIterable, Sendable {
  case repeatable, bounded, harmless, distinct, possible

  /// The first way in which the feed of `bytes` is not as it must be; nil where it is, or where it was refused.
  public static func flaw(of bytes: [UInt8], limits: FeedLimits = FeedLimits()) -> String? {
    let address = "https://feeds.example/a/b.xml"
    guard let file = try? FeedFile(reading: bytes, from: address, limits: limits) else { return nil }
    let again = try? FeedFile(reading: bytes, from: address, limits: limits)
    guard again == file else { return "not \(repeatable.rawValue)" }
    return allCases.first { !$0.holds(of: file, limits) }.map { "not \($0.rawValue): \(file.feed.items.prefix(3))" }
  }

  private func holds(of file: FeedFile, _ limits: FeedLimits) -> Bool {
    let items = file.feed.items
    return switch self {
    case .repeatable: true
    case .bounded: items.count <= limits.items && items.allSatisfy(Self.isBounded)
    case .harmless: Self.isHarmless(file.feed.title) && items.allSatisfy(Self.isHarmless)
    case .distinct: Set(items.map(\.identity)).count == items.count
    case .possible: items.allSatisfy { $0.size ?? 1 > 0 && $0.published.map(Self.isPossible) ?? true }
    }
  }

  private static func addresses(_ item: FeedItem) -> [String] {
    [item.links.page, item.links.torrent, item.links.magnet, item.links.media].compactMap(\.self)
  }

  private static func isBounded(_ item: FeedItem) -> Bool {
    item.title.unicodeScalars.count <= Sanitiser.maximumLength && addresses(item).allSatisfy { $0.utf8.count <= 4096 }
  }

  private static func isHarmless(_ text: String) -> Bool { Sanitiser.clean(text) == text }

  private static func isHarmless(_ item: FeedItem) -> Bool {
    let schemes = ["http:", "https:", "magnet:"]
    return !item.title.isEmpty && isHarmless(item.title) && FeedIdentity(item.identity.description) == item.identity
      && addresses(item).allSatisfy { address in
        schemes.contains { address.hasPrefix($0) } && address.utf8.allSatisfy { 0x21...0x7E ~= $0 }
      }
  }

  private static func isPossible(_ instant: Instant) -> Bool {
    1970...2199 ~= Zone.utc.civil(instant).date.year
  }
}
