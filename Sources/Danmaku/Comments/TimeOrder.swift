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

  /// Moves `elements` so that each place holds the one that `order` names for it, which it spends.
  ///
  /// Those that change places in a circle are moved one after the other: a second array of ten million comments would
  /// take half a gigabyte.
  static func move<Element>(_ elements: UnsafeMutableBufferPointer<Element>, into order: inout [UInt32]) {
    for start in order.indices where order[start] != start {
      let first = elements[start]
      var place = start
      while order[place] != start {
        let source = Int(order[place])
        elements[place] = elements[source]
        order[place] = UInt32(place)
        place = source
      }
      elements[place] = first
      order[place] = UInt32(place)
    }
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
