internal import Playback

extension WindowViewing {
  /// What came of it.
  struct Outcome {
    /// What was played last.
    var target: PlayTarget
    /// Where that was left, and how long it is, in milliseconds.
    var position = 0
    var duration: Int?
    /// For how many seconds anything was played.
    var seconds = 0
    /// The episodes that count as watched now.
    var watched: [PlayTarget] = []
    /// How many comments flew last, and where they were from.
    var comments = 0
    var commentSource = ""
    /// Why it ended, where that is nobody's wish.
    var failure: PlayerFailure?
  }
}
