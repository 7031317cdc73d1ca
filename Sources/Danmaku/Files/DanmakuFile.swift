/// What a file of comments held.
public struct DanmakuFile: Hashable, Sendable {
  /// The shape that the file had.
  public let format: DanmakuFormat
  /// The comments in the order of their times, those that lanes cannot show among them.
  public let comments: Comments
  /// How many could not be read, and why.
  public let skipped: [SkipReason: Int]

  /// The most bytes of a file that is read, with more than ten million comments.
  ///
  /// Text may take three times its bytes once it is clean, where none of them is UTF-8: that is what ``Comments`` can
  /// number with 32 bits.
  public static let limit = 1_400_000_000

  /// Reads `bytes`, whose shape their content tells, and never a name.
  ///
  /// A comment that cannot be read is skipped and counted; refused is only what holds none and is no list of them.
  public init(reading bytes: [UInt8]) throws(DanmakuError) {
    guard bytes.count <= Self.limit else { throw .tooLarge(limit: Self.limit) }
    let isOurs = bytes.withUnsafeBufferPointer(JSONLines.recognises)
    self = isOurs ? try JSONLines.read(bytes) : try Self.recognising(bytes)
  }

  /// Reads what other programs and sites write.
  private static func recognising(_ bytes: [UInt8]) throws(DanmakuError) -> DanmakuFile {
    // What is none of the others may still hold Bilibili's elements somewhere.
    let kind = bytes.withUnsafeBufferPointer { FileKind($0) }
    let file = bytes.withUnsafeBufferPointer { bytes -> DanmakuFile? in
      switch kind {
      case .json: JSONComments.read(bytes) ?? BilibiliProtobuf.read(bytes)
      case .niconico: NiconicoXML.read(bytes)
      default: BilibiliProtobuf.read(bytes)
      }
    }
    guard let file else { return try BilibiliXML.read(bytes) }
    return file
  }

  /// A file that held `comments`, and others that could not be read.
  public init(_ format: DanmakuFormat = .bilibiliXML, comments: Comments, skipped: [SkipReason: Int] = [:]) {
    self.format = format
    self.comments = comments
    self.skipped = skipped
  }

  /// How many of the comments nothing here can show, by their mode: scripts, and positioned ones whose code means
  /// nothing.
  public var notShown: [Comment.Mode: Int] {
    comments.indices.reduce(into: [:]) { counts, position in
      let mode = comments.mode(at: position)
      if !mode.isText, comments.positioned(at: position) == nil { counts[mode, default: 0] += 1 }
    }
  }

  /// How many comments the file held, read or not.
  public var total: Int { comments.count + skippedCount }
  /// How many comments could not be read.
  public var skippedCount: Int { skipped.values.reduce(0, +) }
}

/// Why a comment could not be read.
public enum SkipReason: String, Error, CaseIterable, Hashable, Sendable {
  /// It tells neither a time nor a mode.
  case noParameters
  /// Its time is no number, or weeks away.
  case badTime
  /// Its mode is none that is known.
  case unknownMode
  /// It says nothing.
  case emptyText
  /// It breaks off, or what should be its fields is none.
  case broken
  /// Its site deleted it, and says so in its place.
  case deleted
  /// Its sender asked that nobody sees it.
  case invisible
  /// It belongs to the time before the media begins, when nothing is played.
  case beforeStart
}
