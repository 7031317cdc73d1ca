/// A moment of media as people type it: `90`, `1:30`, `1:02:03`, with a fraction or without.
struct MediaMoment {
  /// Milliseconds from the begin.
  let milliseconds: Int

  /// Reads `text`; nil where it is no moment of the first day.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Double(String($0)) }
    guard (1...3).contains(parts.count), parts.allSatisfy({ $0.map { 0..<86_400 ~= $0 } ?? false }) else { return nil }
    let seconds = parts.reduce(0) { $0 * 60 + ($1 ?? 0) }
    guard seconds < 86_400 else { return nil }
    milliseconds = Int((seconds * 1000).rounded())
  }
}
