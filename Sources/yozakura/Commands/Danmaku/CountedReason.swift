internal import Danmaku

/// What comments are counted by that did not get through.
protocol CountedReason: CaseIterable, Hashable {
  /// The reason for people.
  var sentence: String { get }
}

extension SkipReason: CountedReason {}
extension HiddenReason: CountedReason {}

extension [SkipReason: Int] {
  /// The counts of all reasons, by the names that scripts know them by.
  var json: JSON { .object(SkipReason.allCases.map { ($0.rawValue, .number(self[$0] ?? 0)) }) }
}

extension [HiddenReason: Int] {
  /// The counts of all reasons, by the names that scripts know them by.
  var json: JSON { .object(HiddenReason.allCases.map { ($0.rawName, .number(self[$0] ?? 0)) }) }
}

extension Dictionary where Key: CountedReason, Value == Int {
  /// `, 3 skipped: an impossible time (1), no text (2)`; nothing where there are none.
  func clause(_ verb: String) -> String {
    let counts = Key.allCases.compactMap { reason in self[reason].map { (reason.sentence, $0) } }.filter { $0.1 > 0 }
    guard !counts.isEmpty else { return "" }
    let total = Count.grouped(counts.reduce(0) { $0 + $1.1 })
    return ", \(total) \(verb): " + counts.map { "\($0.0) (\(Count.grouped($0.1)))" }.joined(separator: ", ")
  }
}
