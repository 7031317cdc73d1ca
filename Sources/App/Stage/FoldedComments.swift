import Anime
import Danmaku

/// Comments as a search takes them: without case and width, and with one form of each character (see `Folding`).
struct FoldedComments: Sendable {
  private var bytes: [UInt8] = []
  /// Where each comment begins, and where the last one ends.
  private var starts = [0]

  init(_ comments: Comments, _ positioned: PositionedComments) {
    starts.reserveCapacity(comments.count + 1)
    for position in comments.indices {
      let text =
        comments.mode(at: position).isText ? comments.text(at: position) : positioned.entry(at: position)?.comment.text
      bytes += text.map(Folding.fold) ?? []
      starts.append(bytes.count)
    }
  }

  /// Those of `positions` that hold all of `query`; all of them where it says nothing.
  func matches(of query: String, among positions: [Int]) -> [Int] {
    guard query.contains(where: { !$0.isWhitespace }) else { return positions }
    let needle = Folding.fold(query)
    return bytes.withUnsafeBufferPointer { bytes in
      positions.filter { contains(needle, in: bytes[starts[$0]..<starts[$0 + 1]]) }
    }
  }

  private func contains(_ needle: [UInt8], in text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard needle.count <= text.count else { return false }
    for start in text.startIndex...text.endIndex - needle.count
    where text[start] == needle[0] && text[start...].starts(with: needle) {
      return true
    }
    return false
  }
}
