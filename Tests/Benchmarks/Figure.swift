/// One line of the report: what was measured, beside a peer's figure of the same run where there is one.
struct Figure {
  /// What was measured.
  var name: String
  /// Ours.
  var ours: Double
  /// The peer's name and figure.
  var peer: (name: String, value: Double)?
  /// What it is measured in: `ms`, `KiB`, `MiB`, `%`.
  var unit: String
  /// The largest value that keeps the promise; nil where the peer's figure is the limit.
  var limit: Double?

  /// Whether the promise is kept.
  var isKept: Bool {
    if let limit { return ours <= limit }
    guard let peer else { return true }
    return ours <= peer.value
  }

  /// `search 夜桜                 12.1 ms   fzf 31.0 ms    kept`
  var line: String {
    let beside = peer.map { "\($0.name) \(rounded($0.value)) \(unit)" } ?? ""
    let promise = limit.map { "≤ \(rounded($0)) \(unit)" } ?? (peer == nil ? "" : "≤ peer")
    return padded(name, 46) + padded("\(rounded(ours)) \(unit)", 14) + padded(beside, 22) + padded(promise, 14)
      + (isKept ? "kept" : "MISSED")
  }
}

extension Figure {
  /// What stands in the report where something could not be measured.
  static func failed(_ name: String) -> Figure {
    Figure(name: "\(name) failed", ours: .infinity, unit: "", limit: 0)
  }
}

/// The middle of `values`; 0 where there are none.
func median(_ values: [Double]) -> Double {
  percentile(values, 50)
}

/// The value that `percent` of `values` do not exceed.
func percentile(_ values: [Double], _ percent: Double) -> Double {
  guard !values.isEmpty else { return 0 }
  let sorted = values.sorted()
  let index = Int((Double(sorted.count) * percent / 100).rounded(.up)) - 1
  return sorted[min(max(index, 0), sorted.count - 1)]
}

private func rounded(_ value: Double) -> String {
  guard value.isFinite else { return "–" }
  let tenths = Int((value * 100).rounded())
  let fraction = tenths % 100
  return "\(tenths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
}

/// `text` with blanks up to `width` characters; Latin names only.
func padded(_ text: String, _ width: Int) -> String {
  text.count >= width ? text + " " : text + String(repeating: " ", count: width - text.count)
}
