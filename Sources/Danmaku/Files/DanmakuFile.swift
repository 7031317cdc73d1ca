/// What a file of comments held.
public struct DanmakuFile: Hashable, Sendable {
  /// The shape that the file had.
  public let format: DanmakuFormat
  /// The comments in the order of their times, those that lanes cannot show among them.
  public let comments: Comments
  /// How many could not be read, and why.
  public let skipped: [SkipReason: Int]
  /// How many of the comments lanes cannot show, by their mode.
  public let notShown: [Comment.Mode: Int]

  /// Reads `bytes`, whose shape their content tells, and never a name.
  ///
  /// A comment that cannot be read is skipped and counted; refused is only what holds none and is no list of them.
  public init(reading bytes: [UInt8]) throws(DanmakuError) {
    let isOurs = bytes.withUnsafeBufferPointer(JSONLines.recognises)
    self = isOurs ? try JSONLines.read(bytes) : try BilibiliXML.read(bytes)
  }

  /// A file that held `comments`, and others that could not be read.
  public init(_ format: DanmakuFormat = .bilibiliXML, comments: Comments, skipped: [SkipReason: Int] = [:]) {
    self.format = format
    self.comments = comments
    self.skipped = skipped
    notShown = comments.indices.reduce(into: [:]) { counts, position in
      let mode = comments.mode(at: position)
      if !mode.isText { counts[mode, default: 0] += 1 }
    }
  }

  /// How many comments the file held, read or not.
  public var total: Int { comments.count + skippedCount }
  /// How many comments could not be read.
  public var skippedCount: Int { skipped.values.reduce(0, +) }
  /// How many comments lanes cannot show.
  public var notShownCount: Int { notShown.values.reduce(0, +) }
}

/// Why a comment could not be read.
public enum SkipReason: String, CaseIterable, Hashable, Sendable {
  /// It tells neither a time nor a mode.
  case noParameters
  /// Its time is no number, or weeks away.
  case badTime
  /// Its mode is none that is known.
  case unknownMode
  /// It says nothing.
  case emptyText
}
