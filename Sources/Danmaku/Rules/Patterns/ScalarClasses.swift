/// Scalars in classes that no set of a pattern tells apart, so that an automaton needs few columns.
struct ScalarClasses: Sendable {
  /// The first scalar of each class, in their order; classes of equal members are not joined.
  let samples: [UInt32]
  /// The classes of ASCII.
  private let ascii: [UInt16]

  /// The classes that `sets` need.
  init(of sets: [ScalarSet]) {
    var borders: Set<UInt32> = [0]
    for range in sets.lazy.map(\.ranges).joined() {
      borders.insert(range.lowerBound)
      if range.upperBound < ScalarSet.last { borders.insert(range.upperBound + 1) }
    }
    let samples = borders.sorted()
    self.samples = samples
    ascii = (0..<0x80 as Range<UInt32>).map { UInt16(Self.position(of: $0, in: samples)) }
  }

  /// How many classes there are.
  var count: Int { samples.count }

  /// The class of `value`.
  func group(of value: UInt32) -> Int {
    value < 0x80 ? Int(ascii[Int(value)]) : Self.position(of: value, in: samples)
  }

  /// The position of the last of `samples` that is not above `value`.
  private static func position(of value: UInt32, in samples: [UInt32]) -> Int {
    var low = 0
    var high = samples.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if samples[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }
}
