/// How a large file is read in pieces, several at once: where it may be cut, and what a piece holds.
///
///     file  ……<d p=…>…</d>|<d p=…>…</d>…………|<d p=…>…
///
/// This room starts no thread: its callers read windows of the file, cut each at its last border, read the pieces on as
/// many threads as they like, and join them in any order. What comes out is what reading the file whole gives.
public struct DanmakuPieces: Sendable {
  private let format: DanmakuFormat

  /// How many bytes of a file tell whether it can be read in pieces.
  public static let headLength = 4096

  /// The way to read a file that begins with `head`; nil where it has to be read whole.
  public init?(head: UnsafeBufferPointer<UInt8>) {
    switch FileKind(head) {
    case .markup(root: "i") where !BilibiliXML.isSecondVersion(head): format = .bilibiliXML
    case .binary where BilibiliProtobuf.begins(head): format = .bilibiliProtobuf
    default: return nil
    }
  }

  /// Where the last piece of `window` begins, which may go on beyond its end; 0 where there is no such border.
  public func lastBorder(in window: UnsafeBufferPointer<UInt8>) -> Int {
    format == .bilibiliXML ? BilibiliXML.lastBorder(in: window) : BilibiliProtobuf.lastBorder(in: window)
  }

  /// What `bytes` hold, a piece between two borders; nil where other pieces may change what it means, and the file has
  /// to be read whole.
  public func read(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Piece? {
    guard format == .bilibiliXML else { return Piece(BilibiliProtobuf.collect(bytes), of: bytes.count) }
    return BilibiliXML.collect(bytes, endsFile: isLast).map { Piece($0, of: bytes.count) }
  }

  /// The comments of a piece, in the order of the file.
  public struct Piece: Sendable {
    fileprivate let collected: CommentCollector
    fileprivate let byteCount: Int

    init(_ collected: CommentCollector, of byteCount: Int) {
      self.collected = collected
      self.byteCount = byteCount
    }
  }

  /// Pieces that are joined as they come.
  public struct Joint: Sendable {
    private let format: DanmakuFormat
    private let byteCount: Int
    private var comments = Comments()
    private var skipped: [SkipReason: Int] = [:]

    /// Joins pieces of a file of `byteCount` bytes.
    public init(_ pieces: DanmakuPieces, fileOf byteCount: Int) {
      format = pieces.format
      self.byteCount = byteCount
    }

    /// Adds a piece, in whatever order.
    public mutating func append(_ piece: Piece) {
      if comments.isEmpty { comments.reserve(like: piece.collected.comments, times: byteCount, over: piece.byteCount) }
      comments.append(contentsOf: piece.collected.comments)
      skipped.merge(piece.collected.skipped, uniquingKeysWith: +)
    }

    /// The file; nil where no piece held a comment, which reading it whole explains.
    public consuming func file() -> DanmakuFile? {
      guard !comments.isEmpty else { return nil }
      comments.sortByTime()
      return DanmakuFile(format, comments: comments, skipped: skipped)
    }
  }
}
