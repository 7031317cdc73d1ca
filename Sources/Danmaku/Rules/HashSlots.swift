/// Indices of what has hashes that are known already, in slots one after the other.
///
/// The hashes must have a key that nobody knows: with hashes that can be foreseen, all could be made to want one slot.
///
/// A dictionary would hash each hash anew, with a seed of its own, which takes longer than all else that is done here.
struct HashSlots {
  /// One more than the index in each slot; 0 where it is empty.
  private var slots: [UInt32]
  private let mask: Int

  /// Slots for at most `capacity` indices, of which half stay empty.
  init(capacity: Int) {
    var count = 16
    while count < capacity * 2 { count *= 2 }
    slots = Array(repeating: 0, count: count)
    mask = count - 1
  }

  /// The slot at which to look for `hash` first.
  func first(for hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & mask }

  /// The slot to look at where the one before is another's.
  func next(after slot: Int) -> Int { (slot + 1) & mask }

  /// The index in `slot`; nil where it is empty.
  subscript(slot: Int) -> Int? {
    get { slots[slot] == 0 ? nil : Int(slots[slot]) - 1 }
    set { slots[slot] = newValue.map { UInt32($0) + 1 } ?? 0 }
  }
}
