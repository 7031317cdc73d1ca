import Danmaku

/// The comments of a film that stand where their authors put them, found by time.
///
/// They have no lanes, so they take no part in the layout.
struct PositionedComments: Sendable {
  /// One of them.
  struct Entry: Sendable {
    /// Its position among the comments.
    let position: Int
    /// When it appears, in milliseconds of the media.
    let start: Int
    /// What its code means.
    let comment: PositionedComment
    /// Whether it looks another way from one moment to the next.
    let isMoving: Bool

    /// When it is gone.
    var end: Int { start + comment.life }
  }

  /// In the order of their times.
  private(set) var entries: [Entry] = []
  /// The longest life of them all: who appeared earlier is gone.
  private var longest = 0

  /// Those of `comments` whose code can be read.
  init(_ comments: Comments) {
    for position in comments.indices {
      guard let comment = comments.positioned(at: position) else { continue }
      let isMoving = !comment.path.isEmpty || comment.fade.from != comment.fade.to
      entries.append(
        Entry(position: position, start: comments.time(at: position), comment: comment, isMoving: isMoving))
      longest = max(longest, comment.life)
    }
  }

  /// The one at `position` among the comments; nil where there is none, or none that could be read.
  func entry(at position: Int) -> Entry? {
    let index = firstIndex { $0.position >= position }
    return index < entries.count && entries[index].position == position ? entries[index] : nil
  }

  /// Calls `body` with each that is on the stage at `time`, in the order in which they appeared.
  func forEachVisible(at time: Int, _ body: (Entry) -> Void) {
    var index = firstIndex { $0.start > time - longest }
    while index < entries.count, entries[index].start <= time {
      if time < entries[index].end { body(entries[index]) }
      index += 1
    }
  }

  /// When the next one appears after `time`; nil behind the last one.
  func nextStart(after time: Int) -> Int? {
    let index = firstIndex { $0.start > time }
    return index < entries.count ? entries[index].start : nil
  }

  /// The index of the first entry for which `holds`, which it does for all behind it.
  private func firstIndex(where holds: (Entry) -> Bool) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if holds(entries[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
