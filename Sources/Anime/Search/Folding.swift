/// Makes titles that people take for the same the same bytes.
public enum Folding {
  /// `title` in its folded form, as UTF-8.
  public static func fold(_ title: String) -> [UInt8] {
    Array(title.lowercased().split { $0.isWhitespace || $0.isPunctuation }.joined(separator: " ").utf8)
  }
}
