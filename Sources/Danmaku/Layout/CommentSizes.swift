/// How wide and how many lanes high each comment is: in cells and rows, or in pixels and lanes.
///
/// Measured once per file: a layout for another stage needs no text.
public struct CommentSizes: Hashable, Sendable {
  private var columns: [UInt32] = []
  private var rows: [UInt8] = []
  /// What repeats that are counted add to the width.
  let mark: RepeatMark

  /// The sizes of `comments`; `width` tells how many cells one line of text takes.
  public init(_ comments: Comments, width: (String) -> Int) {
    mark = RepeatMark(grows: false, width: width)
    reserve(comments.count)
    for position in comments.indices {
      let lines = comments.mode(at: position).isText ? comments.lines(at: position) : []
      append(columns: lines.reduce(0) { max($0, width($1)) }, rows: lines.count)
    }
  }

  /// The sizes of `comments` in pixels, where a comment of ordinary size and its lane are `fontSize` pixels high.
  ///
  /// A comment of another size takes as many lanes as its lines need.
  public init(_ comments: Comments, font: FontMetrics, fontSize: Int) {
    mark = RepeatMark(grows: true) { text in
      font.width(of: Array(text.utf8).withUnsafeBufferPointer(TextExtent.init), size: fontSize)
    }
    reserve(comments.count)
    comments.withRows { rows, _ in
      for row in rows {
        let size = Comment.pixels(of: Int(row.size), fontSize: fontSize)
        append(
          columns: font.width(of: row.extent, size: size), rows: (row.extent.lines * size + fontSize - 1) / fontSize)
      }
    }
  }

  private mutating func reserve(_ count: Int) {
    columns.reserveCapacity(count)
    rows.reserveCapacity(count)
  }

  private mutating func append(columns: Int, rows: Int) {
    self.columns.append(UInt32(clamping: columns))
    self.rows.append(UInt8(clamping: rows))
  }

  /// The width of the widest line of the comment at `position`; 0 for one that lanes cannot show.
  public func columns(at position: Int) -> Int { Int(columns[position]) }
  /// The lanes that the comment at `position` takes; 0 for one that lanes cannot show.
  public func rows(at position: Int) -> Int { Int(rows[position]) }
}

extension Comment {
  /// The font size of nearly all comments, to which the others are in proportion.
  static let ordinarySize = 25

  /// How many pixels high a line of the font size `size` is where an ordinary one is `fontSize` pixels high.
  static func pixels(of size: Int, fontSize: Int) -> Int {
    size == ordinarySize ? fontSize : max(1, (size * fontSize + ordinarySize / 2) / ordinarySize)
  }
}
