/// A set of Unicode scalars, as ranges that neither meet nor touch, in their order.
struct ScalarSet: Hashable, Sendable {
  private(set) var ranges: [ClosedRange<UInt32>]

  /// The greatest scalar. Surrogates below it are in no text, so that a range may run across them.
  static let last: UInt32 = 0x10_FFFF

  /// The scalars of all `ranges`, which may overlap.
  init(_ ranges: [ClosedRange<UInt32>]) {
    self.ranges = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let previous = self.ranges.last, range.lowerBound <= previous.upperBound + 1 {
        self.ranges[self.ranges.count - 1] = previous.lowerBound...max(previous.upperBound, range.upperBound)
      } else {
        self.ranges.append(range)
      }
    }
  }

  /// One scalar.
  init(_ scalar: Unicode.Scalar) { ranges = [scalar.value...scalar.value] }

  /// All scalars that this set does not have.
  var inverted: ScalarSet {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { gaps.append(next...range.lowerBound - 1) }
      next = range.upperBound + 1
    }
    if next <= Self.last { gaps.append(next...Self.last) }
    return ScalarSet(gaps)
  }

  /// Whether `value` is in the set.
  func contains(_ value: UInt32) -> Bool { ranges.contains { $0.contains(value) } }

  /// The set, and the other case of each letter in it.
  var ignoringCase: ScalarSet {
    var wider = ranges
    for (upper, lower) in Self.cases {
      if contains(upper) { wider.append(lower...lower) }
      if contains(lower) { wider.append(upper...upper) }
    }
    return ScalarSet(wider)
  }

  /// The folded form that all scalars of the set have; nil where they have several, or are many.
  var folded: [UInt8]? {
    guard ranges.count <= 4, ranges.allSatisfy({ $0.count <= 4 }) else { return nil }
    let forms = Set(ranges.joined().compactMap(Unicode.Scalar.init).map { TextFolding.fold(String($0)) })
    return forms.count == 1 ? forms.first : nil
  }

  /// Letters of two cases, the capital first.
  private static let cases: [(upper: UInt32, lower: UInt32)] =
    [0x41...0x5A, 0xC0...0x58F, 0x10A0...0x10FF, 0x1E00...0x1FFF, 0x2100...0x24FF, 0xFF21...0xFF3A].joined()
    .compactMap { (value: UInt32) in
      let lower = Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars
      guard let lower, lower.count == 1, let first = lower.first, first.value != value else { return nil }
      return (value, first.value)
    }
}

extension ScalarSet {
  /// `.`: anything but the line breaks of JavaScript.
  static let anyButLineBreak = ScalarSet([0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029]).inverted
  /// `\d`
  static let digits = ScalarSet([0x30...0x39])
  /// `\w`
  static let wordCharacters = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  /// `\s`
  static let blanks = ScalarSet([
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
    0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
  ])
}
