/// The first and the last moment at which a show can be on anywhere, so that a schedule looks at few shows.
struct AiringSpan {
  var first: Instant?
  var last: Instant?

  /// The span of `show`; `isOnAir` tells whether a site streams. Without an end it never closes.
  init(of show: Show, isOnAir: (String) -> Bool) {
    add(show.broadcast, begin: show.begin)
    for link in show.sites where isOnAir(link.site) { add(link.broadcast, begin: link.begin) }
    if let end = show.end, let last { self.last = min(last, end) }
  }

  private mutating func add(_ broadcast: Broadcast?, begin: Instant?) {
    guard let start = broadcast?.start ?? begin else { return }
    let repeats = broadcast.map { $0.period != .once } ?? false
    let close = repeats ? Instant(milliseconds: CatalogueLayout.instants.upperBound) : start
    first = min(first ?? start, start)
    last = max(last ?? close, close)
  }
}
