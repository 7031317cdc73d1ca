internal import Anime

/// What names an item of a feed: the first of these that it has.
///
/// A torrent's hash is the same on every mirror, and in every feed that announces it; the others are the feed's own.
public enum FeedIdentity: Hashable, Sendable, CustomStringConvertible {
  /// The hash of its torrent, 40 hexadecimal digits.
  case infoHash(String)
  /// What the feed calls it by.
  case name(String)
  /// Its address.
  case link(String)
  /// Its title, where there is nothing else.
  case title(String)

  /// `infohash:0123…`, `name:…`, `link:…` or `title:…`
  public var description: String {
    switch self {
    case .infoHash(let hash): "infohash:\(hash)"
    case .name(let name): "name:\(name)"
    case .link(let link): "link:\(link)"
    case .title(let title): "title:\(title)"
    }
  }

  /// Reads what `description` writes; nil for anything else.
  public init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let value = String(text[text.index(after: colon)...])
    guard !value.isEmpty, value == Sanitiser.clean(value) || text.hasPrefix("link:") else { return nil }
    switch text[..<colon] {
    case "infohash" where InfoHash(hexadecimal: value[...])?.text == value: self = .infoHash(value)
    case "name": self = .name(value)
    case "link" where WebAddress.resolve(value, against: nil) == value: self = .link(value)
    case "title": self = .title(value)
    default: return nil
    }
  }
}
