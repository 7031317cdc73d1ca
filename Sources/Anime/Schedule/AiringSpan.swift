/// The first and the last moment at which a show can be on anywhere, so that a schedule looks at few shows.
struct AiringSpan {
  private(set) var first: Instant?
  private(set) var last: Instant?

  /// The longest time by which a stream may lag behind television, or be ahead of it.
  static let maximumLag = Instant.Span.weeks(4)

  /// The span of `show`; `isOnAir` tells whether a site streams. Without an end it never closes.
  init(of show: Show, isOnAir: (String) -> Bool) {
    add(show.broadcast, begin: show.begin, end: show.end)
    for link in show.sites where isOnAir(link.site) { add(link.broadcast, begin: link.begin, end: show.end) }
  }

  private mutating func add(_ broadcast: Broadcast?, begin: Instant?, end: Instant?) {
    guard let start = broadcast?.start ?? begin else { return }
    let never = Instant(milliseconds: CatalogueLayout.instants.upperBound)
    let repeats = broadcast.map { $0.period != .once } ?? false
    let close = repeats ? end.map { $0 + Self.maximumLag } ?? never : start
    first = min(first ?? start, start)
    last = max(last ?? close, close)
  }
}
