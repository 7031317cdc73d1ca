internal import Anime
internal import Markup

/// An item of a feed in the making: each kind of feed tells it what it finds.
struct FeedDraft {
  var title = ""
  /// What the feed calls it by.
  var name: String?
  var infoHash: InfoHash?
  /// In bytes; 0 is what feeds write that do not know.
  var size: Int?
  /// Whether something stood where a time belongs, and was none.
  private(set) var isMisdated = false
  private var links = FeedLinks()
  private var published: Instant?
  private var updated: Instant?

  /// Takes a time as the feed writes it; that of a change is used where there is no other.
  mutating func take(date text: String, secondsEast: Int = 0, isUpdate: Bool = false) {
    guard !text.allSatisfy(\.isWhitespace) else { return }
    guard let date = FeedDate.read(text, secondsEast: secondsEast) else { return isMisdated = true }
    if isUpdate { updated = updated ?? date } else { published = published ?? date }
  }

  /// Takes a link to a page, or to what its address shows it to be.
  mutating func take(link text: String, base: String?) {
    guard let address = WebAddress.resolve(text, against: base) else { return }
    switch WebAddress.kind(of: address) {
    case .magnet: links.magnet = links.magnet ?? address
    case .torrent: links.torrent = links.torrent ?? address
    case .page: links.page = links.page ?? address
    }
    learn(from: address)
  }

  /// Takes what the item comes with, of the media type `type`.
  mutating func take(enclosure text: String, type: String?, length: String?, base: String?) {
    guard let address = WebAddress.resolve(text, against: base) else { return }
    let isTorrent = type?.lowercased().contains("bittorrent") ?? false
    switch WebAddress.kind(of: address) {
    case .magnet: links.magnet = links.magnet ?? address
    case .page where !isTorrent: links.media = links.media ?? address
    case .page, .torrent: links.torrent = links.torrent ?? address
    }
    if size ?? 0 == 0 { size = length.flatMap { Int($0) } }
    learn(from: address)
  }

  private mutating func learn(from address: String) {
    infoHash = infoHash ?? InfoHash(in: address)
  }

  /// The item.
  func item() throws(FeedSkip) -> FeedItem {
    // Many feeds escape titles twice; a reference is never what a title means to say.
    let title = Sanitiser.clean(CharacterReference.decode(title))
    guard !title.isEmpty else { throw .noTitle }
    return FeedItem(
      identity: identity(title), title: title, links: links, published: published ?? updated,
      size: size.flatMap { $0 > 0 ? $0 : nil })
  }

  /// A name that is the title is none: two releases may be called the same, and one be renamed.
  private func identity(_ title: String) -> FeedIdentity {
    if let infoHash { return .infoHash(infoHash.text) }
    let name = name.map { Sanitiser.clean($0) } ?? ""
    if !name.isEmpty, name != title { return .name(name) }
    return links.first.map(FeedIdentity.link) ?? .title(title)
  }
}
