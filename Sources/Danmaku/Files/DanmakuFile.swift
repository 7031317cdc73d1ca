/// What a file of comments held.
public struct DanmakuFile: Hashable, Sendable {
  /// The comments in the order of their times, those that lanes cannot show among them.
  public let comments: Comments
  /// How many could not be read, and why.
  public let skipped: [SkipReason: Int]
  /// How many of the comments lanes cannot show, by their mode.
  public let notShown: [Comment.Mode: Int]

  /// A file that held `comments`, and others that could not be read.
  public init(comments: Comments, skipped: [SkipReason: Int] = [:]) {
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
