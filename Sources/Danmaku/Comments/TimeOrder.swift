/// Sorts by time with counting passes instead of comparisons: linear, and stable by nature.
enum TimeOrder {
  private static let bits: UInt32 = 11

  /// The positions of `times` in their order; equal times keep theirs.
  static func of(_ times: [UInt32]) -> [UInt32] {
    let latest = times.max() ?? 0
    var order = Array(0..<UInt32(times.count))
    var shift: UInt32 = 0
    while shift < 32, latest >> shift > 0 {
      order = pass(order, times, shift: shift)
      shift += bits
    }
    return order
  }

  /// Sorts by the eleven bits above `shift`.
  private static func pass(_ order: [UInt32], _ times: [UInt32], shift: UInt32) -> [UInt32] {
    let mask: UInt32 = 1 << bits - 1
    var ends = [Int](repeating: 0, count: 1 << Int(bits) + 1)
    for time in times { ends[Int(time >> shift & mask) + 1] += 1 }
    for index in 1..<ends.count { ends[index] += ends[index - 1] }
    return [UInt32](unsafeUninitializedCapacity: order.count) { sorted, count in
      for position in order {
        let digit = Int(times[Int(position)] >> shift & mask)
        sorted.initializeElement(at: ends[digit], to: position)
        ends[digit] += 1
      }
      count = order.count
    }
  }
}
