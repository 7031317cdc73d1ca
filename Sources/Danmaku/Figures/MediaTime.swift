/// A time of a film as people write it.
public enum MediaTime {
  /// `02:05`, `1:02:05`; negative `milliseconds` are the start.
  public static func text(_ milliseconds: Int) -> String {
    let seconds = max(0, milliseconds) / 1000
    let rest = "\(twoDigits(seconds / 60 % 60)):\(twoDigits(seconds % 60))"
    return seconds < 3600 ? rest : "\(seconds / 3600):\(rest)"
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
