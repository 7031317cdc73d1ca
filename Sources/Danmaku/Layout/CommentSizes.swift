/// How many cells wide and how many rows high each comment is.
///
/// Measured once per file: a layout for another stage needs no text.
public struct CommentSizes: Hashable, Sendable {
  private var columns: [UInt16] = []
  private var rows: [UInt8] = []

  /// The sizes of `comments`; `width` tells how many cells one line of text takes.
  public init(_ comments: Comments, width: (String) -> Int) {
    columns.reserveCapacity(comments.count)
    rows.reserveCapacity(comments.count)
    for position in comments.indices {
      let lines = comments.mode(at: position).isText ? comments.lines(at: position) : []
      columns.append(UInt16(clamping: lines.reduce(0) { max($0, width($1)) }))
      rows.append(UInt8(clamping: lines.count))
    }
  }

  /// The cells of the widest line of the comment at `position`; 0 for one that lanes cannot show.
  public func columns(at position: Int) -> Int { Int(columns[position]) }
  /// The lines of the comment at `position`; 0 for one that lanes cannot show.
  public func rows(at position: Int) -> Int { Int(rows[position]) }
}

extension Comments {
  /// The lines of the comment at `position`, without the empty ones above and below.
  ///
  /// Bilibili's users push text down with empty lines; here each would cost other comments a lane.
  public func lines(at position: Int) -> [String] {
    guard bytes(at: position).contains(UInt8(ascii: "\n")) else { return [text(at: position)] }
    let lines = text(at: position).split(separator: "\n", omittingEmptySubsequences: false)
    let isEmpty = { (line: Substring) in line.allSatisfy { $0 == " " || $0 == "\u{3000}" } }
    guard let first = lines.firstIndex(where: { !isEmpty($0) }), let last = lines.lastIndex(where: { !isEmpty($0) })
    else { return [] }
    return lines[first...last].map(String.init)
  }
}
