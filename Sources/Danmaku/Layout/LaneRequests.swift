/// What comments ask of a stage, whichever lanes they get.
struct LaneRequests {
  private let comments: Comments
  private let sizes: CommentSizes
  private let rules: LaneRules
  private let ruling: Ruling?
  /// Whether each mode is shown, by its raw value: sets are slow where they are asked a million times.
  private let isShown: [Bool]

  init(_ comments: Comments, _ sizes: CommentSizes, _ rules: LaneRules, _ ruling: Ruling?) {
    (self.comments, self.sizes, self.rules, self.ruling) = (comments, sizes, rules, ruling)
    isShown = (0...Comment.Mode.animated.rawValue).map { Comment.Mode(rawValue: $0).map(rules.modes.contains) ?? false }
  }

  /// How the comment at `position` moves.
  func mode(at position: Int) -> Comment.Mode { comments.mode(at: position) }

  /// Why the comment at `position` is shown at no time; nil where it may be.
  func refusal(at position: Int) -> HiddenReason? {
    if let reason = ruling?.reason(at: position) { return reason }
    let mode = comments.mode(at: position)
    guard mode.isText else { return .unsupported }
    return isShown[Int(mode.rawValue)] ? nil : .mode
  }

  /// What the comment at `position` asks for.
  subscript(position: Int) -> LaneRequest {
    let mode = comments.mode(at: position)
    return LaneRequest(
      start: rules.rounded(comments.time(at: position)),
      life: rules.life(of: mode, wanted: comments.life(at: position)), mode: mode, columns: columns(at: position),
      rows: sizes.rows(at: position))
  }

  private func columns(at position: Int) -> Int {
    let columns = sizes.columns(at: position)
    guard let count = ruling?.count(at: position), count > 1 else { return columns }
    return columns + sizes.mark.columns(count: count, size: comments.size(at: position))
  }
}

/// When one comment wants to be on the stage, and how much of it.
struct LaneRequest {
  /// When it appears, in milliseconds of the media.
  let start: Int
  /// For how many milliseconds it is there.
  let life: Int
  let mode: Comment.Mode
  /// The width of its widest line, with the mark of its repeats.
  let columns: Int
  let rows: Int
}
