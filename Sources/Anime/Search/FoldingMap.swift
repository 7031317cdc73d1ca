/// What each scalar folds to, unpacked from `FoldingTable` when the first title is folded.
struct FoldingMap: Sendable {
  static let shared = FoldingMap()

  /// The page of each 256 scalars; page 0 has no entry.
  private var pageOf = [UInt16](repeating: 0, count: 0x110000 >> 8)
  /// 0 for what stays, a scalar, or a place in `sequences` with the top bit set.
  private var entries = [UInt32](repeating: 0, count: 256)
  /// A length, then as many scalars, for what folds to more than one.
  private var sequences: [UInt32] = []

  private init() {
    entries.reserveCapacity(256 * 200)
    FoldingTable.characters.withUTF8Buffer { text in
      for entry in text.split(separator: UInt8(ascii: " ")) { addCharacters(entry) }
    }
    HanPairs(table: FoldingTable.han).forEach { self[$0] = $1 }
  }

  /// Gives `body` each scalar that `scalar` folds to.
  @inline(__always)
  func fold(_ scalar: UInt32, _ body: (UInt32) -> Void) {
    let entry = self[scalar]
    if entry == 0 {
      body(scalar)
    } else if entry & Self.isSequence == 0 {
      body(entry)
    } else {
      let place = Int(entry & ~Self.isSequence)
      for index in 1...Int(sequences[place]) { body(sequences[place + index]) }
    }
  }

  private static let isSequence: UInt32 = 1 << 31

  private subscript(scalar: UInt32) -> UInt32 {
    get { entries[Int(pageOf[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)] }
    set {
      if pageOf[Int(scalar >> 8)] == 0 {
        pageOf[Int(scalar >> 8)] = UInt16(entries.count >> 8)
        entries.append(contentsOf: repeatElement(0, count: 256))
      }
      entries[Int(pageOf[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)] = newValue
    }
  }

  /// `FIRST=TO.TO`, `FIRST+COUNT=TO` or `FIRST*COUNT=TO`, in hexadecimal.
  private mutating func addCharacters(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
    var first: UInt32 = 0
    var count: UInt32 = 1
    var step: UInt32 = 1
    var value: UInt32 = 0
    let targets = sequences.count + 1
    sequences.append(0)
    for byte in text {
      switch byte {
      case UInt8(ascii: "+"), UInt8(ascii: "*"):
        first = value
        step = byte == UInt8(ascii: "+") ? 1 : 2
      case UInt8(ascii: "="):
        if first == 0 { first = value } else { count = value }
      case UInt8(ascii: "."):
        sequences.append(value)
      default:
        value = value << 4 | UInt32(byte <= UInt8(ascii: "9") ? byte & 0x0F : byte - UInt8(ascii: "A") + 10)
        continue
      }
      value = 0
    }
    guard sequences.count == targets else {
      sequences.append(value)
      sequences[targets - 1] = UInt32(sequences.count - targets)
      self[first] = UInt32(targets - 1) | Self.isSequence
      return
    }
    sequences.removeLast()
    for index in 0..<count { self[first + index * step] = value + index * step }
  }
}
