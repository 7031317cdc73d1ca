/// The part that somebody marks while it is seen: the first press says where it begins, the second where it ends.
///
///     var mark = PartMark()
///     mark.press(.opening, at: 62_000)    // nil: it begins here
///     mark.press(.opening, at: 152_000)   // the opening, from 62 s to 152 s
public struct PartMark: Hashable, Sendable {
  private var begun: Begun?

  /// No opening is shorter, in milliseconds: a key that was pressed twice marks none.
  private static let shortest = 2_000

  private struct Begun: Hashable {
    var kind: SkippedSpan.Kind
    var time: Int
  }

  /// Nothing is marked.
  public init() {}

  /// Takes a press at `time`, in milliseconds of the media; the part that it ends, nil where it begins one.
  ///
  /// A press for another part, before the begin, or so soon after it that it is none, begins anew.
  public mutating func press(_ kind: SkippedSpan.Kind, at time: Int) -> SkippedSpan? {
    guard let begun, begun.kind == kind, time - begun.time >= Self.shortest else {
      begun = Begun(kind: kind, time: time)
      return nil
    }
    self.begun = nil
    return SkippedSpan(kind, begun.time..<time)
  }
}
