/// Gathers the items of a feed while it is read.
struct FeedCollector {
  let limits: FeedLimits
  /// What relative addresses are relative to.
  var base: String?
  var feed = Feed()
  private var skipped: [FeedSkip: Int] = [:]
  private var misdated = 0
  private var seen: Set<FeedIdentity> = []

  init(limits: FeedLimits, base: String?) {
    self.limits = limits
    self.base = base
  }

  /// Whether no more items are kept.
  var isFull: Bool { feed.items.count >= limits.items }

  mutating func skip(_ reason: FeedSkip) {
    skipped[reason, default: 0] += 1
  }

  /// Keeps the item that `draft` has become, or counts why not.
  mutating func add(_ draft: FeedDraft) {
    do throws(FeedSkip) {
      let item = try draft.item()
      guard seen.insert(item.identity).inserted else { throw .duplicate }
      if draft.isMisdated, item.published == nil { misdated += 1 }
      feed.items.append(item)
    } catch {
      skip(error)
    }
  }

  /// What was gathered; `problem` is why it is not all.
  func file(_ problem: FeedProblem?) -> FeedFile {
    FeedFile(feed: feed, skipped: skipped, misdated: misdated, problem: problem)
  }
}
