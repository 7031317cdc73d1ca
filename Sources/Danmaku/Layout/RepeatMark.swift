/// What stands behind a comment that counts its repeats: ` ×12`.
public struct RepeatMark: Hashable, Sendable {
  /// The mark of a comment that stands for `count`; nothing for one that stands for itself alone.
  public static func text(_ count: Int) -> String { count > 1 ? " ×\(count)" : "" }

  /// The widths of ` ×` and of a digit at the ordinary size.
  private let times: Int
  private let digit: Int
  /// Whether the mark grows with the comment's font size.
  private let grows: Bool

  /// The mark on a stage where `width` tells how much room text of the ordinary size takes.
  init(grows: Bool, width: (String) -> Int) {
    self.grows = grows
    times = width(" ×")
    digit = width("0")
  }

  /// The room that it takes behind a comment of the font size `size`.
  func columns(count: Int, size: Int) -> Int {
    guard count > 1 else { return 0 }
    var digits = 0
    var rest = count
    while rest > 0 { (digits, rest) = (digits + 1, rest / 10) }
    let columns = times + digits * digit
    return grows ? (columns * size + Comment.ordinarySize - 1) / Comment.ordinarySize : columns
  }
}
